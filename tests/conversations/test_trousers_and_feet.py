"""Trousers by waist and length, shoes by the length of the foot, charts with the garment's own measures."""

import pytest

from tests.conversations.goods import Goods
from tests.conversations.harness import Phone

JEANS = {
    "name": "Selvedge Jeans",
    "category": "jeans",
    "price": 95,
    "sizes": "30/32 30/34 32/32 32/34 34/32 34/34",
    "stock": {"indigo": "4 4 4 4 4 4"},
    "fit": "regular",
}
CHART = {"30": {"waist": "75-79"}, "32": {"waist": "80-84"}, "34": {"waist": "85-89"}}
SNEAKERS = {
    "name": "White Leather Sneakers",
    "category": "sneakers",
    "price": 85,
    "sizes": "39 40 41",
    "stock": {"white": "4 4 4"},
    "chart": {
        "39": {"foot_length": "24.5-25.1"},
        "40": {"foot_length": "25.2-25.7"},
        "41": {"foot_length": "25.8-26.4"},
    },
}


def jeans() -> Phone:
    phone = Phone(goods=Goods({"selvedge-jeans": JEANS}))
    phone.hear([{"say": "selvedge jeans"}])
    return phone


def sneakers(language: str = "en") -> Phone:
    phone = Phone(goods=Goods({"white-leather-sneakers": SNEAKERS}))
    phone.set_shop({"language": language})
    phone.hear([{"say": "white leather sneakers"}])
    return phone


def told(phone: Phone, *lines: str) -> str:
    for line in lines:
        answer = phone.hear([{"say": line}]).contents[0].plain_text()
    return answer


def test_waist_and_height_give_waist_and_length() -> None:
    answer = told(jeans(), "which size for me?", "waist 82 cm, i'm 183 tall")
    assert answer.startswith(
        "I'd take *32/34*: your waist of 82 cm is in 32 (78.7–83.8 cm) and your height of 183 cm points"
    )


def test_the_length_is_asked_for_where_only_the_waist_is_known() -> None:
    phone = jeans()
    asked = told(phone, "which size for me?", "my waist is 77 cm")
    assert "I'd take *W30*: your waist of 77 cm is in 30" in asked
    assert "For the length: how tall are you?" in asked
    assert told(phone, "170").startswith("I'd take *30/32*")


@pytest.mark.parametrize("words", ["i usually wear W32 L34", "normally a 32/34", "i'm a 32x34 usually"])
def test_a_usual_waist_and_length_is_taken_for_both(words: str) -> None:
    assert told(jeans(), "which size for me?", words).startswith("I'd take *32/34*: you usually wear 32.")


@pytest.mark.parametrize("words", ["do you have W32 L34?", "32x34 in stock?"])
def test_a_label_is_found_however_it_is_written(words: str) -> None:
    assert "32/34" in told(jeans(), words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "my foot is 26 cm"),
        ("en", "26 cm"),
        ("en", "my feet are 10.2 inches"),
        ("es", "mi pie mide 26 cm"),
        ("pt", "meu pé tem 26 cm"),
        ("hi", "मेरा पैर 26 सेमी है"),
        ("hi-Latn", "mera pair 26 cm ka hai"),
        ("id", "panjang kaki 26 cm kak"),
    ],
)
def test_the_length_of_a_foot_gives_the_shoe(language: str, words: str) -> None:
    phone = sneakers(language)
    told(phone, "size help please")
    phone.hear([{"say": words}])
    assert phone.customer.foot_length_cm in (26.0, 25.9)
    assert "*41*" in phone.sent[-1].plain_text()


def test_a_foot_is_asked_for_and_remembered() -> None:
    phone = sneakers()
    assert "Or tell me the length of your foot in cm." in told(phone, "which size for me?")
    told(phone, "25 cm")
    assert "I'd take *39*: your foot length of 25 cm is in 39" in told(phone, "which size should i take?")


def test_a_foot_says_nothing_about_a_dress() -> None:
    phone = Phone()
    told(phone, "blue floral sundress", "which size? my foot is 26 cm")
    assert phone.customer.foot_length_cm is None


def test_the_chart_comes_with_the_garments_own_measures() -> None:
    phone = Phone()
    answer = told(phone, "blue floral sundress", "size chart please")
    assert "The garment itself:\nXS: length 94 cm\nS: length 95 cm" in answer


def test_the_chart_is_shown_to_who_asks_for_it_though_the_size_is_known() -> None:
    answer = told(sneakers(), "which size?", "my foot is 26 cm", "can i see the size chart?")
    assert answer.startswith("White Leather Sneakers, measures of the body:")


def test_a_usual_waist_and_length_tells_the_size_of_jeans_in_one_length() -> None:
    waisted = {**JEANS, "sizes": "30 32 34", "stock": {"indigo": "4 4 4"}, "chart": CHART}
    phone = Phone(goods=Goods({"selvedge-jeans": waisted}))
    answer = told(phone, "selvedge jeans", "which size? i usually wear W32 L34")
    assert answer.startswith("I'd take *32*: you usually wear 32.")
