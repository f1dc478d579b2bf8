from uuid import UUID

import pytest

from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.catalogue import Product

_NAMES = (
    "Blue Floral Sundress",
    "Wide-Leg Linen Trousers",
    "Velvet Blazer",
    "Ribbed Tank",
    "Canvas Tote",
    "Satin Slip Dress",
    "Velvet Skirt",
)
_GENERIC = (
    "blue",
    "linen",
    "trousers",
    "velvet",
    "blazer",
    "tank",
    "canvas",
    "tote",
    "satin",
    "dress",
    "skirt",
    "slip dress",
)


def mentioned(text: str) -> list[str]:
    products = [Product(id=UUID(int=row + 1), code=row, name=name, category="dress") for row, name in enumerate(_NAMES)]
    found = ProductMentions(products, _GENERIC).find(text.split())
    return [_NAMES[product.int - 1] for _, _, products_found in found for product in products_found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("do you have the velvet blazer in 12", ["Velvet Blazer"]),
        ("two ribbed tanks and the canvas tote", ["Ribbed Tank", "Canvas Tote"]),
        ("the wide leg ones", ["Wide-Leg Linen Trousers"]),
        ("the wide - leg linen trousers", ["Wide-Leg Linen Trousers"]),
        ("is the floral sundress lined", ["Blue Floral Sundress"]),
        ("the velvt blazer", ["Velvet Blazer"]),
        ("satin slip dress please", ["Satin Slip Dress"]),
        ("something in velvet", []),
        ("a blue dress", []),
        ("", []),
    ],
)
def test_products_are_found_by_name_part_or_slip(text: str, names: list[str]) -> None:
    assert mentioned(text) == names


def test_the_words_of_a_mention_are_told() -> None:
    products = [Product(id=UUID(int=1), code=1, name="Velvet Blazer", category="jacket")]
    assert ProductMentions(products).find(["is", "the", "velvet", "blazer", "here"]) == [(2, 4, (UUID(int=1),))]


def test_a_shop_without_products_has_no_mentions() -> None:
    assert ProductMentions([]).find(["velvet", "blazer"]) == []


def test_little_words_of_any_language_point_at_nothing() -> None:
    names = ("Blusa de Tricô", "Saia de Tricô", "Bolso de Rafia")
    products = [Product(id=UUID(int=row + 1), code=row, name=name, category="dress") for row, name in enumerate(names)]
    mentions = ProductMentions(products, ("blusa", "trico"))
    assert mentions.find(["uma", "coisa", "de", "trico"]) == []
    assert mentions.find(["a", "saia", "de", "trico"]) == [(1, 4, (UUID(int=2),))]


@pytest.mark.parametrize(
    ("name", "said"), [("Vestido Midi Lunares", "midi de lunares"), ("Blusa de Tricô", "blusa trico")]
)
def test_a_name_is_known_with_and_without_its_little_words(name: str, said: str) -> None:
    products = [Product(id=UUID(int=1), code=1, name=name, category="dress")]
    words = ["tem", *said.split(), "ai"]
    assert ProductMentions(products).find(words) == [(1, len(words) - 1, (UUID(int=1),))]


def test_names_are_written_as_the_customers_words_are() -> None:
    product = Product(id=UUID(int=1), code=1, name="चिकनकारी कुर्ती", category="kurti")
    spelled = {"चिकनकारी कुर्ती": "chikankari kurti"}
    found = ProductMentions([product], ["kurti"], spelled.__getitem__).find(["chikankari", "kurti", "dikhao"])
    assert found == [(0, 2, (UUID(int=1),))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("o vestido floral tem bolso", True),
        ("vestido midi floral", True),
        ("algo floral", False),
        ("um vestido azul", False),
    ],
)
def test_a_kind_with_a_telling_word_further_on_names_the_product(text: str, named: bool) -> None:
    product = Product(id=UUID(int=1), code=1, name="Vestido Midi Floral", category="dress")
    assert bool(ProductMentions([product], ["vestido", "azul"]).find(text.split())) is named
