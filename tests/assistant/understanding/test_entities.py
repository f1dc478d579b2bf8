"""What is named in a message, written down before it was tried."""

from dataclasses import fields
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.assistant.understanding.entities import Context, entities, find_entities
from leadnurturebot.assistant.understanding.network import load
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.understanding import Entities

_BLAZER = Product(id=UUID(int=7), code=7, name="Velvet Blazer", category="jacket")


_FIELDS = tuple(field.name for field in fields(Entities))


def named(text: str, currency: str = "USD") -> dict[str, Any]:
    context = Context("en", currency, Speller(load().vocabulary), ProductMentions([_BLAZER]))
    found = entities(find_entities(text, context).spans)
    empty = Entities()
    return {name: getattr(found, name) for name in _FIELDS if getattr(found, name) != getattr(empty, name)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dresses under $40", {"categories": ("dress",), "price_max": 4000}),
        ("max 80", {"price_max": 8000}),
        ("nothing over 55 bucks", {"price_max": 5500}),
        ("between 30 and 60 dollars", {"price_min": 3000, "price_max": 6000}),
        ("from $1,200 to $1,500", {"price_min": 120000, "price_max": 150000}),
        ("around $50", {"price_min": 4000, "price_max": 6000}),
        ("50 quid or less", {"price_max": 5000}),
        ("up to 2k", {"price_max": 200000}),
        ("at least 100 euros", {"price_min": 10000}),
        ("45,90 €", {"price_max": 4590}),
        ("20% off", {}),
        ("more than $100", {"price_min": 10000}),
        ("it shouldn't cost more than 80", {"price_max": 8000}),
        ("i can't go over 60", {"price_max": 6000}),
        ("in 2 days", {}),
        ("under 5 minutes", {}),
    ],
)
def test_prices_are_read_in_minor_units(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


def test_a_currency_without_cents_has_none() -> None:
    assert named("under 5000 yen", "JPY")["price_max"] == 5000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5'6\" and 140 lbs", {"height_cm": 167.6, "weight_kg": 63.5}),
        ("5 foot 2, 10 stone 4", {"height_cm": 157.5, "weight_kg": 65.3}),
        ("168 cm 62kg", {"height_cm": 168.0, "weight_kg": 62.0}),
        ("1.68 and 62 kilos", {"height_cm": 168.0, "weight_kg": 62.0}),
        ("1m70", {"height_cm": 170.0}),
        ("i'm 172 and weigh 70", {"height_cm": 172.0, "weight_kg": 70.0}),
        ("i'm 5 6 and weigh 140", {"height_cm": 167.6, "weight_kg": 63.5}),
        ("168/60", {"height_cm": 168.0, "weight_kg": 60.0}),
        ("bust 92, waist 70cm, hips 38 inches", {"bust_cm": 92.0, "waist_cm": 70.0, "hip_cm": 96.5}),
        ("36-28-38", {"bust_cm": 91.4, "waist_cm": 71.1, "hip_cm": 96.5}),
        ("28 inch waist", {"waist_cm": 71.1}),
        ("i am 3 m tall", {"height_cm": 300.0}),
    ],
)
def test_body_measures_are_metric(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("M", ("M",)),
        ("m please", ("M",)),
        ("do you have it in a medium", ("M",)),
        ("S or M?", ("S", "M")),
        ("2xl", ("XXL",)),
        ("xxxl", ("3XL",)),
        ("extra large", ("XL",)),
        ("size 12", ("12",)),
        ("in a 12 or a 14", ("12", "14")),
        ("UK 14", ("UK 14",)),
        ("eu38", ("EU 38",)),
        ("a 38 eu", ("EU 38",)),
        ("w32 l34", ("32/34",)),
        ("32x34 please", ("32/34",)),
        ("39 in the boots", ("39",)),
        ("one size", ("one size",)),
        ("it runs small", ()),
        ("that's too large", ()),
        ("it's a small business", ()),
        ("i'm happy", ()),
        ("give us 2", ()),
        ("make it two", ()),
        ("MAKE IT 2", ()),
        ("size IT 42", ("IT 42",)),
        ("36-39 please", ("36-39",)),
        ("the socks in 36-39", ("36-39",)),
        ("30-40 dollars", ()),
        ("i'll take 31", ("31",)),
        ("i'll take 31 in blue", ()),
        ("i'll take 20 of them", ()),
        ("i'll take 2", ()),
        ("on second thought 34 is safer", ("34",)),
        ("2 is better", ()),
        ("no L is fine", ("L",)),
    ],
)
def test_sizes_are_told_from_words_that_look_like_them(text: str, sizes: tuple[str, ...]) -> None:
    assert named(text).get("sizes", ()) == sizes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("navy or burgundy", {"colors": ("navy", "burgundy")}),
        ("dark green", {"colors": ("dark green",)}),
        ("a burgandy sundres", {"colors": ("burgundy",), "categories": ("dress",)}),
        ("not black", {"not_colors": ("black",)}),
        ("anything but red or pink", {"not_colors": ("red", "pink")}),
        ("no linen, no wool", {"not_materials": ("linen", "wool")}),
        ("not the red one but the blue one", {"not_colors": ("red",), "colors": ("blue",)}),
        ("no, the blue one", {"colors": ("blue",)}),
        ("allergic to wool", {"not_materials": ("wool",)}),
        ("olive instead of white", {"colors": ("olive",), "not_colors": ("white",)}),
        ("blu", {"colors": ("blue",)}),
        ("the champagne one", {"colors": ("champagne",)}),
        ("black friday", {}),
        ("is it worth the press at the store", {}),
    ],
)
def test_colours_and_materials_are_found_and_negated(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tees and pants", {"categories": ("t-shirt", "trousers")}),
        ("a jumper for the office", {"categories": ("sweater",), "occasions": ("work",)}),
        ("garden party", {"occasions": ("garden party",)}),
        ("show me heels", {"categories": ("heels",)}),
        ("how high is the heel", {"details": ("heel",)}),
        ("blu dreses", {"categories": ("dress",), "colors": ("blue",)}),
        ("jens or snekers", {"categories": ("jeans", "sneakers")}),
        ("skinny jeans", {"categories": ("jeans",), "fits": ("slim",)}),
        ("no crop tops, something longer", {}),
        ("what's in my bag", {}),
        ("something loose for my husband", {"fits": ("loose",), "audience": "men"}),
        ("nothing tight", {"fits": ("loose",)}),
        ("is it machine washable and see through", {"details": ("care", "transparency")}),
        ("in spanish", {"language": "es"}),
        ("where is #TT12345", {"order_number": "TT12345"}),
        ("order number is 33871", {"order_number": "33871"}),
        ("tt12345", {"order_number": "TT12345"}),
        ("code SUMMER10", {"coupon": "SUMMER10"}),
        ("my coupon is WELCOME", {"coupon": "WELCOME"}),
        ("the code does not help", {}),
        ("the velvet blazer", {"products": (UUID(int=7),)}),
        ("write to me at emma@example.com or +1 415 555 0100", {}),
    ],
)
def test_goods_orders_and_codes_are_named(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


def test_a_kind_refused_is_kept_where_nothing_is_looked_for() -> None:
    context = Context("en", "USD", Speller(frozenset()), None)
    spans = find_entities("not the belt", context).spans
    assert entities(spans, is_search=False).categories == ("belt",)
    assert entities(spans, is_search=True).categories == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two of them", {"quantity": 2}),
        ("2x", {"quantity": 2}),
        ("x3", {"quantity": 3}),
        ("add 3 please", {"quantity": 3}),
        ("both", {"quantity": 2}),
        ("three black tees", {"quantity": 3, "colors": ("black",), "categories": ("t-shirt",)}),
        ("the second one", {"ordinal": 1}),
        ("the last one", {"ordinal": -1}),
        ("number 3", {"ordinal": 2}),
        ("2 looks nice", {"ordinal": 1}),
        ("the first time i order", {}),
        ("last week", {}),
    ],
)
def test_counts_are_told_from_places(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize("text", ["shall i", "howdy", "it takes ages", "a single one", "the stain", "something dressy"])
def test_a_word_near_a_garment_is_no_slip_of_it(text: str) -> None:
    context = Context("en", "USD", Speller(frozenset()), None)
    assert find_entities(text, context).spans == []
