"""Saving products, prices and stock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.catalog.actions import save_products, save_size_charts, set_prices, set_stock
from leadnurturebot.catalog.drafts import ImageDraft, PriceDraft, ProductDraft, SizeChartDraft, VariantDraft
from leadnurturebot.catalog.loading import Catalogues
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop

DRESS = ProductDraft(
    external_id="sundress",
    name="Blue Sundress",
    category="dress",
    details={"pockets": "two"},
    occasions=["garden party", 'the "big" day', "a, b"],
    variants=[
        VariantDraft(sku="SD-S", price=Decimal("49.90"), color="blue", size="S", stock=3, measures={"chest": 91.0}),
        VariantDraft(sku="SD-M", price=Decimal("49.90"), compare_at=Decimal(60), color="blue", size="M", stock=0),
    ],
    images=[ImageDraft(file="boutique/sundress.png", color="blue")],
)
HAT = ProductDraft(
    external_id="hat", name="Sun Hat", category="hat", goes_with=["sundress"],
    variants=[VariantDraft(sku="HAT", price=Decimal(20), stock=5)],
)  # fmt: skip


@pytest.fixture
def shop_id(db: None, now: datetime) -> UUID:
    return new_shop(now)


def save(connection: Connection, shop_id: UUID, now: datetime, *drafts: ProductDraft, replace: bool = False) -> Any:
    return save_products(connection=connection, shop_id=shop_id, drafts=drafts, now=now, replace=replace)


def variants(connection: Connection, shop_id: UUID) -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT sku, code, price, compare_at, stock FROM catalog_variant WHERE shop_id = %s ORDER BY code", [shop_id]
    ).fetchall()


def version(connection: Connection, shop_id: UUID) -> int:
    row = connection.execute("SELECT catalogue_version FROM shops_shop WHERE id = %s", [shop_id]).fetchone()
    assert row is not None
    return int(row[0])


def test_a_product_is_saved_with_everything(connection: Connection, shop_id: UUID, now: datetime) -> None:
    report = save(connection, shop_id, now, DRESS, HAT)
    assert (report.created, report.updated, report.raised) == (2, 0, ())
    assert variants(connection, shop_id) == [
        ("SD-S", 1, 4990, None, 3), ("SD-M", 2, 4990, 6000, 0), ("HAT", 3, 2000, None, 5),
    ]  # fmt: skip
    catalogue = Catalogues("https://shop.example/media").of(connection, shop_id, 2)
    dress, hat = catalogue.by_code(1), catalogue.by_code(2)
    assert dress is not None
    assert hat is not None
    assert dress.occasions == ("garden party", 'the "big" day', "a, b")
    assert (dress.details, dress.variants[0].measures) == ({"pockets": "two"}, {"chest": 91.0})
    assert dress.images == {"blue": "https://shop.example/media/boutique/sundress.png"}
    assert hat.goes_with == (dress.id,)


def test_a_picture_that_lies_elsewhere_keeps_its_address(connection: Connection, shop_id: UUID, now: datetime) -> None:
    images = [ImageDraft(file="https://cdn.example/1.jpg"), ImageDraft(file="https://cdn.example/2.jpg")]
    save(connection, shop_id, now, replace(DRESS, images=images))
    product = Catalogues("https://shop.example/media").of(connection, shop_id, 2).by_code(1)
    assert product is not None
    assert product.images == {"": "https://cdn.example/1.jpg"}


def test_the_version_rises_once_a_call(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS, HAT)
    assert version(connection, shop_id) == 2


def test_saving_again_changes_rows_and_keeps_codes(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    cheaper = replace(DRESS, name="Sundress", variants=[replace(DRESS.variants[1], price=Decimal(45), stock=2)])
    report = save(connection, shop_id, now, HAT, cheaper)
    assert (report.created, report.updated) == (1, 1)
    assert [(raised.sku, raised.before, raised.stock) for raised in report.raised] == [("SD-M", 0, 2)]
    assert variants(connection, shop_id) == [
        ("SD-S", 1, 4990, None, 3), ("SD-M", 2, 4500, 6000, 2), ("HAT", 3, 2000, None, 5),
    ]  # fmt: skip


def test_what_a_draft_leaves_open_stays(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    save(connection, shop_id, now, ProductDraft(external_id="sundress", name="Sundress", material="100% cotton"))
    row = connection.execute(
        "SELECT p.name, category, material, details, cardinality(occasions), i.file FROM catalog_product p"
        " JOIN catalog_productimage i ON i.product_id = p.id WHERE p.shop_id = %s",
        [shop_id],
    ).fetchone()
    assert row == ("Sundress", "dress", "100% cotton", {"pockets": "two"}, 3, "boutique/sundress.png")


def test_replace_removes_the_variants_that_are_not_named(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS, HAT)
    save(connection, shop_id, now, replace(DRESS, variants=DRESS.variants[:1]), replace=True)
    assert [sku for sku, *_ in variants(connection, shop_id)] == ["SD-S", "HAT"]


def test_a_sku_moves_to_the_product_that_names_it_now(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    save(connection, shop_id, now, replace(HAT, goes_with=(), variants=[DRESS.variants[0]]))
    rows = connection.execute(
        "SELECT v.sku, p.external_id FROM catalog_variant v JOIN catalog_product p ON p.id = v.product_id ORDER BY 1"
    ).fetchall()
    assert rows == [("SD-M", "sundress"), ("SD-S", "hat")]


@pytest.mark.parametrize(
    ("drafts", "row", "column"),
    [
        ([HAT, replace(HAT, external_id="other")], 2, "sku"),
        ([DRESS, DRESS], 2, "external_id"),
        ([replace(HAT, variants=[VariantDraft(sku="HAT", price=Decimal(20), stock=-1)])], 1, "stock"),
        ([replace(HAT, variants=[VariantDraft(sku="HAT", price=Decimal("20.005"))])], 1, "price"),
        ([replace(HAT, variants=[VariantDraft(sku="HAT", price=Decimal(-1))])], 1, "price"),
        ([DRESS, replace(HAT, size_chart="none such")], 2, "size_chart"),
        ([HAT], 1, "goes_with"),
        ([replace(HAT, name=" ")], 1, "name"),
    ],
)
def test_what_cannot_be_saved_names_row_and_column(
    connection: Connection, shop_id: UUID, now: datetime, drafts: Sequence[ProductDraft], row: int, column: str
) -> None:
    with pytest.raises(UnusableRow) as refused:
        save(connection, shop_id, now, *drafts)
    assert (refused.value.row, refused.value.column) == (row, column)


def test_a_currency_without_decimals_takes_none(connection: Connection, now: datetime, db: None) -> None:
    shop_id = new_shop(now, slug="tokyo", currency="JPY")
    with pytest.raises(UnusableRow, match=r"49\.90 has more decimals than JPY, which has 0"):
        save(connection, shop_id, now, replace(DRESS, goes_with=None))


def test_two_shops_with_the_same_outside_names_stay_apart(connection: Connection, shop_id: UUID, now: datetime) -> None:
    rival = new_shop(now, slug="rival")
    save(connection, shop_id, now, DRESS)
    save(connection, rival, now, replace(DRESS, variants=[replace(DRESS.variants[0], price=Decimal(1), stock=1)]))
    set_stock(connection=connection, shop_id=rival, levels={"SD-S": 9}, now=now)
    set_prices(connection=connection, shop_id=rival, prices={"SD-S": PriceDraft(price=Decimal(2))})
    assert variants(connection, shop_id)[0] == ("SD-S", 1, 4990, None, 3)
    assert variants(connection, rival) == [("SD-S", 1, 200, None, 9)]


def test_stock_is_set_and_what_rose_is_told(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    raised = set_stock(connection=connection, shop_id=shop_id, levels={"SD-S": 1, "SD-M": 4}, now=now)
    assert [(each.sku, each.before, each.stock, each.at) for each in raised] == [("SD-M", 0, 4, now)]
    assert [row[4] for row in variants(connection, shop_id)] == [1, 4]
    assert version(connection, shop_id) == 2


def test_stock_of_an_unknown_sku_changes_nothing(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    with pytest.raises(UnusableRow, match="row 2, sku: there is no variant 'SD-X'"):
        set_stock(connection=connection, shop_id=shop_id, levels={"SD-S": 9, "SD-X": 1}, now=now)
    assert variants(connection, shop_id)[0][4] == 3


def test_new_prices_are_a_new_catalogue(connection: Connection, shop_id: UUID, now: datetime) -> None:
    save(connection, shop_id, now, DRESS)
    prices = {
        "SD-S": PriceDraft(price=Decimal("39.90"), compare_at=Decimal("49.90")),
        "SD-M": PriceDraft(price=Decimal(70)),
    }
    set_prices(connection=connection, shop_id=shop_id, prices=prices)
    assert [row[2:4] for row in variants(connection, shop_id)] == [(3990, 4990), (7000, None)]
    assert version(connection, shop_id) == 3


def test_a_size_chart_is_saved_by_name(connection: Connection, shop_id: UUID, now: datetime) -> None:
    charts = [SizeChartDraft(name="women", rows=[SizeRow(size="M", body={"waist": (74.0, 79.0)})])]
    for _ in range(2):
        save_size_charts(connection=connection, shop_id=shop_id, drafts=charts)
    save(connection, shop_id, now, replace(DRESS, size_chart="women"))
    product = Catalogues("").of(connection, shop_id, 4).by_code(1)
    assert product is not None
    assert product.size_chart == (SizeRow(size="M", body={"waist": (74.0, 79.0)}),)
