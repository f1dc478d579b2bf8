"""Shoes: their chart is of feet, so that height and weight are not asked for."""

from tests.conversations.goods import Goods
from tests.conversations.harness import Phone

SNEAKERS = {
    "name": "White Leather Sneakers",
    "category": "sneakers",
    "price": 85,
    "sizes": "38 39 40",
    "stock": {"white": "4 4 4"},
    "chart": {
        "38": {"foot_length": "23.8-24.4"},
        "39": {"foot_length": "24.5-25.0"},
        "40": {"foot_length": "25.1-25.7"},
    },
}


def test_the_size_usually_worn_is_asked_for_and_advised() -> None:
    phone = Phone(goods=Goods({"white-leather-sneakers": SNEAKERS}))
    phone.hear([{"say": "white leather sneakers"}])
    asked = phone.hear([{"say": "which size for me? i'm 170 cm 65 kg"}])
    assert asked.contents[0].plain_text().startswith("Which size do you usually wear?")
    advised = phone.hear([{"say": "usually 39"}])
    assert advised.contents[0].plain_text().startswith("I'd take *39*: you usually wear 39.")
