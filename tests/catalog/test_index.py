from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.domain.catalogue import Product, Variant, Wish
from tests.catalog.goods import product_id, window


def found(wish: Wish) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(hit.product.name, hit.color, hit.missed) for hit in window().search(wish)]


@pytest.mark.parametrize(
    ("wish", "best"),
    [
        (Wish(categories=("dress",), colors=("red",)), ("Ruby Evening Gown", "red", ())),
        (Wish(categories=("dress",), price_max=5000), ("Blue Floral Sundress", "blue", ())),
        (Wish(categories=("dress",), occasions=("wedding",)), ("Ruby Evening Gown", "red", ())),
        (Wish(categories=("dress",), fits=("loose",)), ("Linen Shirt Dress", "white", ())),
        (Wish(categories=("dress",), materials=("linen",), colors=("blue",)), ("Linen Shirt Dress", "blue", ())),
        (Wish(categories=("blazer",), colors=("burgundy",), sizes=("12",)), ("Corduroy Blazer", "burgundy", ())),
        (Wish(categories=("blazer",), colors=("green",)), ("Velvet Blazer", "bottle green", ())),
        (Wish(categories=("sweater",), sizes=("XXL",)), ("Chunky Jumper", "cream", ())),
        (Wish(categories=("t-shirt",), sizes=("medium",)), ("Everyday Tee", "black", ())),
        (Wish(categories=("bag",), sizes=("M",)), ("Canvas Tote", "natural", ())),
        (Wish(categories=("top",), colors=("cream",)), ("Chunky Jumper", "cream", ())),
        (Wish(price_min=15000), ("Ruby Evening Gown", "red", ())),
        (Wish(text="canvass tote bag please"), ("Canvas Tote", "natural", ())),
        (Wish(text="velvt blazer"), ("Velvet Blazer", "burgundy", ())),
        (Wish(text="evening gown"), ("Ruby Evening Gown", "red", ())),
    ],
)
def test_the_best_hit_meets_the_wish(wish: Wish, best: tuple[str, str, tuple[str, ...]]) -> None:
    assert found(wish)[0] == best


@pytest.mark.parametrize(
    ("wish", "missed"),
    [
        (Wish(categories=("dress",), colors=("red",), price_max=4000, sizes=("M",)), ("price_max",)),
        (Wish(categories=("t-shirt",), sizes=("L",)), ("sizes",)),
        (Wish(categories=("t-shirt",), colors=("green",)), ("colors",)),
        (Wish(categories=("bag",), materials=("leather",)), ("materials",)),
        (Wish(categories=("boots",)), ("categories",)),
        (Wish(categories=("dress",), audience="men"), ("audience",)),
    ],
)
def test_the_nearest_hit_says_which_wish_fails(wish: Wish, missed: tuple[str, ...]) -> None:
    assert found(wish)[0][2] == missed


def test_a_hit_that_meets_every_wish_stands_before_a_better_known_one_that_does_not() -> None:
    names = [
        name
        for name, _, _ in found(Wish(text="velvet blazer", categories=("blazer",), sizes=("12",), colors=("burgundy",)))
    ]
    assert names[:2] == ["Corduroy Blazer", "Velvet Blazer"]


def test_a_size_that_is_sold_out_counts_as_missed() -> None:
    assert found(Wish(categories=("t-shirt",), colors=("red",), sizes=("M",)))[0] == (
        "Everyday Tee",
        "black",
        ("colors",),
    )


def test_refused_colours_and_materials_are_left_out() -> None:
    hits = found(Wish(categories=("dress",), not_colors=("red",), not_materials=("linen",)))
    assert [name for name, _, missed in hits if not missed] == ["Blue Floral Sundress"]


def test_a_product_in_a_refused_colour_is_shown_in_another() -> None:
    assert found(Wish(categories=("dress",), materials=("linen",), not_colors=("white",)))[0][1] == "blue"


def test_products_shown_before_are_left_out() -> None:
    wish = Wish(categories=("dress",), exclude=(product_id("Linen Shirt Dress"),))
    assert "Linen Shirt Dress" not in [name for name, _, _ in found(wish)]


def test_words_that_no_record_holds_find_nothing() -> None:
    assert found(Wish(text="quantum harvester")) == []


def test_similar_goods_are_of_the_same_kind_and_never_the_product_itself() -> None:
    names = [hit.product.name for hit in window().similar(product_id("Velvet Blazer"))]
    assert names == ["Corduroy Blazer"]


def test_similar_goods_in_a_wished_colour_come_first() -> None:
    hits = window().similar(product_id("Blue Floral Sundress"), wish=Wish(colors=("red",)))
    assert [(hit.product.name, hit.missed) for hit in hits] == [
        ("Ruby Evening Gown", ()),
        ("Linen Shirt Dress", ("colors",)),
    ]


def test_goods_are_found_by_code_and_by_sku_in_any_case() -> None:
    index = window()
    product, variant = index.by_sku("sku-302") or pytest.fail("not found")
    assert (product.name, variant.color, variant.size) == ("Velvet Blazer", "bottle green", "12")
    assert index.variant_by_code(302) == (product, variant)
    assert index.by_code(3) == product


def test_unknown_ids_are_answered_with_nothing() -> None:
    index = window()
    assert (index.product(UUID(int=999)), index.by_sku("none"), index.variant_by_code(7)) == (None, None, None)
    assert index.similar(UUID(int=999)) == []


def test_an_empty_catalogue_finds_nothing() -> None:
    assert CatalogueIndex([], {}, {}).search(Wish(text="dress", categories=("dress",))) == []


def test_what_is_called_a_jacket_stands_before_a_blazer() -> None:
    def piece(number: int, name: str, category: str) -> Product:
        variant = Variant(id=UUID(int=100 + number), code=number, sku=f"{number}", color="black", size="M")
        return Product(id=UUID(int=number), code=number, name=name, category=category, variants=(variant,))

    index = CatalogueIndex([piece(1, "Ink Blazer", "blazer"), piece(2, "Denim Jacket", "jacket")], {}, {})
    hits = index.search(Wish(categories=("jacket",)))
    assert [(hit.product.name, hit.missed) for hit in hits] == [("Denim Jacket", ()), ("Ink Blazer", ())]


def test_only_what_is_reduced_meets_a_wish_for_the_sale() -> None:
    black_tee = UUID(int=10_700)
    hits = window(reduced=[black_tee]).search(Wish(on_sale=True))
    assert [hit.product.name for hit in hits if not hit.missed] == ["Everyday Tee"]


def _one(**record: Any) -> CatalogueIndex:
    variant = Variant(id=UUID(int=1), code=1, sku="1", color="grey", size="M")
    return CatalogueIndex(
        [Product(**{"id": UUID(int=2), "code": 2, "name": "Piece", "variants": (variant,), **record})], {}, {}
    )


def test_lambswool_is_refused_with_wool() -> None:
    scarf = _one(category="scarf", material="100% lambswool")
    assert scarf.search(Wish(categories=("scarf",), not_materials=("wool",))) == []


def test_children_are_not_shown_unisex_goods() -> None:
    cap = _one(category="hat", audience="unisex")
    assert cap.search(Wish(audience="kids"))[0].missed == ("audience",)
    assert cap.search(Wish(audience="men"))[0].missed == ()


@pytest.mark.parametrize(
    ("details", "missed"),
    [
        ({"pockets": "two side pockets"}, ()),
        ({"pockets": "none"}, ("details",)),
        ({}, ("details",)),
        ({"pockets": "two", "sleeve": "sleeveless"}, ()),
    ],
)
def test_a_wished_detail_has_to_be_in_the_record(details: dict[str, str], missed: tuple[str, ...]) -> None:
    dress = _one(category="dress", details=details)
    assert dress.search(Wish(categories=("dress",), details=("pockets",)))[0].missed == missed


def test_a_sleeveless_dress_has_no_sleeves() -> None:
    dress = _one(category="dress", details={"sleeve": "sleeveless"})
    assert dress.search(Wish(details=("sleeves",)))[0].missed == ("details",)


@pytest.mark.parametrize(
    ("wished", "first"), [("long", "Evening Maxi"), ("short", "Mini Shift"), ("midi", "Midi Wrap")]
)
def test_a_length_is_found_by_the_record(wished: str, first: str) -> None:
    lengths = {"Mini Shift": "mini", "Knee Dress": "knee length", "Midi Wrap": "midi", "Evening Maxi": "maxi"}
    goods = [
        Product(
            id=UUID(int=number),
            code=number,
            name=name,
            category="dress",
            details={"length": length},
            variants=(Variant(id=UUID(int=number), code=number, sku=f"L{number}", color="red", size="M"),),
        )
        for number, (name, length) in enumerate(reversed(lengths.items()), start=1)
    ]
    hits = CatalogueIndex(goods, {}, {}).search(Wish(categories=("dress",), lengths=(wished,)))
    assert first in [hit.product.name for hit in hits if not hit.missed]
    assert ("Knee Dress", ("lengths",)) in {(hit.product.name, hit.missed) for hit in hits}
