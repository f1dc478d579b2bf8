"""The catalogue: what every shopper of the demo may be told."""

from itertools import pairwise

import pytest

from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku, products, size_charts, slug
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct

CATEGORIES = {
    "dress", "top", "blouse", "t-shirt", "shirt", "knitwear", "jeans", "trousers", "skirt", "shorts", "jacket",
    "blazer", "coat", "shoes", "bag", "hat", "scarf", "jewellery", "belt", "accessory",
}  # fmt: skip


def stock(name: str, color: str) -> dict[str, int]:
    """Pieces by size of a product's colour."""
    return {variant.size: variant.stock for variant in by_external_id()[name].variants if variant.color == color}


def prices(name: str) -> set[int]:
    return {variant.price_minor for variant in by_external_id()[name].variants}


def test_there_are_more_than_500_variants_each_with_its_own_sku() -> None:
    assert len(by_sku()) == sum(len(product.variants) for product in products())
    assert (len(products()), len(by_sku())) == (93, 742)


def test_every_category_has_goods_and_none_is_unknown() -> None:
    assert {product.category for product in products()} == CATEGORIES


@pytest.mark.parametrize(
    ("name", "cents"),
    [
        ("blue-floral-sundress", 4900), ("sage-wrap-dress", 6800), ("burgundy-wrap-dress", 6800),
        ("linen-shirt-dress", 7500), ("daisy-blouse", 3900), ("straw-sun-hat", 2400), ("linen-bucket-hat", 1900),
        ("silk-headscarf", 2200), ("velvet-blazer", 11000), ("corduroy-blazer", 8900), ("canvas-tote", 2500),
        ("wide-leg-linen-trousers", 5800), ("cable-knit-jumper", 7900), ("forest-midi-dress", 6600),
        ("straight-jeans", 6400), ("ink-blazer", 8900), ("terracotta-skirt", 4200), ("camel-coat", 14800),
        ("sage-jumper", 7200), ("striped-tee", 2900),
    ],
)  # fmt: skip
def test_a_well_known_product_costs_what_the_conversations_say(name: str, cents: int) -> None:
    assert prices(name) == {cents}


def test_the_sundress_of_the_ad_is_here_from_xs_to_l() -> None:
    dress = by_external_id()["blue-floral-sundress"]
    assert stock("blue-floral-sundress", "blue floral") == {"XS": 4, "S": 9, "M": 7, "L": 12, "XL": 0}
    assert (dress.fit, dress.details["length"], dress.details["pockets"]) == ("regular", "knee length", "none")
    assert dress.details["sizing"] == "true to size"
    assert dress.collection == "Summer Collection"


def test_the_velvet_blazer_is_sold_out_in_burgundy_12_only() -> None:
    assert stock("velvet-blazer", "burgundy") == {"8": 3, "10": 4, "12": 0, "14": 2, "16": 1}
    assert stock("velvet-blazer", "bottle green")["12"] == 5
    assert stock("corduroy-blazer", "burgundy")["12"] == 4


def test_the_tank_is_on_sale_in_olive_only() -> None:
    tank = by_external_id()["ribbed-tank"].variants
    assert {(each.color, each.price_minor, each.compare_at_minor) for each in tank} == {
        ("black", 1800, None), ("white", 1800, None), ("olive", 1400, 1800)
    }  # fmt: skip


def test_a_sale_price_is_below_the_old_price() -> None:
    reduced = [variant for _product, variant in by_sku().values() if variant.compare_at_minor is not None]
    assert len(reduced) == 115
    assert all(variant.price_minor < (variant.compare_at_minor or 0) for variant in reduced)


def test_some_variants_are_sold_out_and_some_nearly() -> None:
    counts = [variant.stock for _product, variant in by_sku().values()]
    assert sum(count == 0 for count in counts) == 22
    assert sum(1 <= count <= 3 for count in counts) == 219


def test_the_linen_trousers_have_the_chart_of_the_conversation() -> None:
    product = by_external_id()["wide-leg-linen-trousers"]
    chart = size_charts()[product.size_chart or ""]
    assert [chart.body(size)["waist"] for size in product.sizes] == [(68, 73), (74, 79), (80, 86), (87, 94)]


@pytest.mark.parametrize("product", products(), ids=lambda product: product.external_id)
def test_measures_grow_from_size_to_size(product: DemoProduct) -> None:
    for color in product.colors:
        rows = [variant.measures for variant in product.variants if variant.color == color]
        for smaller, larger in pairwise(rows):
            fixed = {"inseam"}
            assert all(larger[name] > smaller[name] for name in smaller if name not in fixed), (smaller, larger)


def test_only_the_camel_coat_has_not_been_measured() -> None:
    clothes = [p for p in products() if p.size_chart and p.category not in ("accessory",)]
    assert [p.external_id for p in clothes if not p.variants[0].measures] == ["camel-coat"]


def test_the_chart_of_a_product_has_all_its_sizes() -> None:
    for product in products():
        if product.size_chart:
            assert {row.size for row in size_charts()[product.size_chart].rows} >= set(product.sizes), product.name


def test_neighbouring_sizes_leave_no_gap_in_a_chart() -> None:
    for chart in size_charts().values():
        for smaller, larger in pairwise(chart.rows):
            for name, (_low, high) in smaller.body.items():
                assert 0 < larger.body[name][0] - high <= 1, (chart.key, name, larger.size)


def test_what_goes_with_a_product_exists_and_is_not_itself() -> None:
    for product in products():
        assert product.goes_with, product.name
        assert set(product.goes_with) <= by_external_id().keys() - {product.external_id}


def test_stretch_and_sizing_use_the_words_that_size_advice_knows() -> None:
    assert {p.details.get("stretch", "") for p in products()} == {"", "none", "low", "medium", "high"}
    assert {p.details.get("sizing", "") for p in products()} == {"", "true to size", "runs small", "runs large"}


def test_a_slug_has_no_accents() -> None:
    assert slug("Piqué Polo") == "pique-polo"
