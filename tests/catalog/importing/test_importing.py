"""Catalogue files of three kinds, good and broken, into a shop."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.catalog.importing import ImportReport, NothingToImport, Problem, import_catalog
from leadnurturebot.catalog.loading import Catalogues
from leadnurturebot.domain.catalogue import Product
from leadnurturebot.platform.sql import Connection
from tests.catalog.importing.files import OWN, SHOPIFY, SHOPIFY_NEW, WOOCOMMERCE, written
from tests.catalog.shops import new_shop

CROWDED = "the row has more cells than there are columns; put texts with commas in quotes"
HEADER = "sku,name,price,stock,color,size\n"


class Importer:
    """Imports texts into one shop and shows what is there."""

    def __init__(self, connection: Connection, folder: Path, now: datetime) -> None:
        self.connection, self.folder, self.now = connection, folder, now
        self.shop_id: UUID = new_shop(now)

    def read(self, text: str, *, encoding: str = "utf-8") -> ImportReport:
        return self.file(written(self.folder, text, encoding=encoding))

    def file(self, file: Path) -> ImportReport:
        return import_catalog(connection=self.connection, shop_id=self.shop_id, file=file, now=self.now)

    def variants(self) -> list[tuple[Any, ...]]:
        return self.connection.execute(
            "SELECT sku, color, size, price, compare_at, stock FROM catalog_variant WHERE shop_id = %s ORDER BY code",
            [self.shop_id],
        ).fetchall()

    def product(self, code: int) -> Product:
        found = Catalogues("https://shop.example/media").of(self.connection, self.shop_id, 0).by_code(code)
        assert found is not None
        return found


@pytest.fixture
def importer(connection: Connection, tmp_path: Path, now: datetime) -> Importer:
    return Importer(connection, tmp_path, now)


def test_our_own_csv(importer: Importer) -> None:
    report = importer.read(OWN)
    assert (report.created, report.updated, report.problems) == (2, 0, [])
    assert importer.variants() == [
        ("SD-S", "blue", "S", 4990, 6000, 3), ("SD-M", "blue", "M", 4990, 6000, 0),
        ("TEE-L", "white", "L", 1900, None, 12),
    ]  # fmt: skip
    dress = importer.product(1)
    assert (dress.category, dress.audience, dress.collection, dress.material) == (
        "dress",
        "women",
        "Summer",
        "100% cotton",
    )
    assert (dress.description, dress.fit, dress.details) == ("Light & cool.", "regular", {"pockets": "two"})
    assert [variant.measures for variant in dress.variants] == [{"chest": 91.0}, {"chest": 96.5}]
    assert dress.images == {"blue": "https://cdn.example/sd.jpg"}
    assert importer.product(2).audience == "men"


def test_importing_again_changes_and_a_new_name_stays_the_same_product(importer: Importer) -> None:
    importer.read(OWN)
    report = importer.read("sku,name,price\nSD-S,Sundress in Blue,45\nSD-M,Sundress in Blue,45\n")
    assert (report.created, report.updated) == (0, 1)
    assert (importer.product(1).name, importer.product(1).material) == ("Sundress in Blue", "100% cotton")
    assert importer.variants()[0] == ("SD-S", "", "", 4500, None, 3)


def test_more_stock_is_told(importer: Importer) -> None:
    importer.read(OWN)
    report = importer.read(OWN.replace(",49.90,60,0,", ",49.90,60,8,"))
    assert [(raised.sku, raised.stock) for raised in report.raised] == [("SD-M", 8)]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",Hat,9,1,,", Problem(3, "sku", "the sku is missing")),
        ("H,,9,1,,", Problem(3, "name", "the name is missing")),
        ("H,Hat,,1,,", Problem(3, "price", "the price is missing")),
        ("H,Hat,cheap,1,,", Problem(3, "price", "'cheap' is no price; write it like 49.90")),
        ("H,Hat,€9,1,,", Problem(3, "price", "'€9' is no price in USD, the shop's currency")),
        ("H,Hat,EUR 9,1,,", Problem(3, "price", "'EUR 9' is no price in USD, the shop's currency")),
        ("H,Hat,9.005,1,,", Problem(3, "price", "9.005 has more decimals than USD, which has 2")),
        ("H,Hat,-9,1,,", Problem(3, "price", "-9 is no price")),
        ("H,Hat,9,-1,,", Problem(3, "stock", "-1 is no stock; use 0 or more")),
        ("H,Hat,9,some,,", Problem(3, "stock", "'some' is no number of pieces")),
        ("H,Hat,9,1.5,,", Problem(3, "stock", "'1.5' is no whole number of pieces")),
        ("GOOD,Hat,9,1,,", Problem(3, "sku", "GOOD stands in row 2 already")),
        ("H,Bag,9,1,,", Problem(3, "size", "this product of Bag stands in row 2 already")),
        ("H,Hat, small,9,1,red,M", Problem(3, "", CROWDED)),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_and_holds_up_no_good_one(importer: Importer, row: str, problem: Problem) -> None:
    report = importer.read(f"{HEADER}GOOD,Bag,20,1,,\n{row}\nLAST,Cap,5,1,,\n")
    assert report.problems == [problem]
    assert [variant[0] for variant in importer.variants()] == ["GOOD", "LAST"]


def test_a_problem_names_the_row_as_a_spreadsheet_counts_it(importer: Importer) -> None:
    report = importer.read(f'{HEADER}A,"two\nlines",5,1,,\n\nB,Cap,,1,,\n')
    assert [(problem.row, str(problem)) for problem in report.problems] == [(4, "row 4, price: the price is missing")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheet_programs(importer: Importer, encoding: str) -> None:
    importer.read(f"{HEADER}A,Café Tee,5,1,,\n", encoding=encoding)
    assert importer.product(1).name == "Café Tee"


@pytest.mark.parametrize(
    ("written_as", "minor"),
    [
        ("49,90", 4990),
        ("1.299,00 $", 129900),
        ("$1,299", 129900),
        ("49.9", 4990),
        ("1 299", 129900),
        ("1,299,000", 129900000),
    ],
)
def test_semicolons_and_every_way_to_write_a_price(importer: Importer, written_as: str, minor: int) -> None:
    importer.read(f"sku;name;price;stock\nA;Coat;{written_as};2\n")
    assert importer.variants() == [("A", "", "", minor, None, 2)]


def test_fifty_variants_of_one_product_keep_their_order(importer: Importer) -> None:
    rows = [f"C{c}-S{s},Sneaker,80,1,color {c},{s}" for c in range(5) for s in range(36, 46)]
    assert importer.read(HEADER + "\n".join(rows)).created == 1
    assert [variant[0] for variant in importer.variants()] == [row.partition(",")[0] for row in rows]


def test_names_that_look_alike_are_two_products(importer: Importer) -> None:
    assert importer.read(f"{HEADER}A,Tee!,5,1,,\nB,Tee,5,1,,\n").created == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("a,b\n1,2\n", "these columns are unknown"),
        (f"{HEADER}A,Hat,,1,,\n", "no row of the file can be imported"),
        ("PK\x03\x04 rest of a spreadsheet", "save it as CSV"),
        ("sku\0name", "no text file"),
    ],
)
def test_a_file_without_a_usable_row_is_refused(importer: Importer, text: str, message: str) -> None:
    with pytest.raises(NothingToImport, match=message):
        importer.read(text)


def test_a_shopify_export(importer: Importer) -> None:
    report = importer.read(SHOPIFY)
    assert (report.created, report.problems) == (2, [])
    assert importer.variants() == [
        ("LD-W-S", "white", "S", 7500, 9000, 4), ("LD-W-M", "white", "M", 7500, 9000, 0),
        ("LD-B-S", "blue", "S", 7500, None, 7), ("CANVAS-TOTE", "", "", 2500, None, 99),
    ]  # fmt: skip
    dress = importer.product(1)
    assert (dress.category, dress.audience, dress.material, dress.fit) == ("dress", "women", "100% linen", "loose")
    assert dress.details == {"pockets": "two side pockets"}
    assert dress.description == "Airy.\nMaterial: 100% linen\nFit: relaxed\nPockets: two side pockets"
    assert dress.images == {
        "": "https://cdn.example/ld-1.jpg", "white": "https://cdn.example/ld-w.jpg", "blue": "https://cdn.example/ld-b.jpg",
    }  # fmt: skip


def test_a_shopify_draft_is_kept_off_sale(importer: Importer) -> None:
    importer.read(SHOPIFY)
    rows = importer.connection.execute(
        "SELECT external_id, category, is_active FROM catalog_product ORDER BY code"
    ).fetchall()
    assert rows == [("linen-dress", "dress", True), ("canvas-tote", "bag", False)]


def test_a_shopify_export_with_the_newer_columns(importer: Importer) -> None:
    report = importer.read(SHOPIFY_NEW)
    assert (report.created, report.problems) == (1, [])
    assert importer.variants() == [("SC-1", "grey", "", 3200, None, 6)]
    assert (importer.product(1).category, importer.product(1).audience) == ("scarf", "unisex")


def test_a_shopify_export_without_stock_leaves_stock_alone(importer: Importer) -> None:
    importer.read(SHOPIFY_NEW)
    report = importer.read(SHOPIFY_NEW.replace("Inventory quantity", "Unknown"))
    assert [(problem.row, problem.column) for problem in report.problems] == [(1, "variant inventory qty")]
    assert importer.variants()[0][5] == 6


def test_a_shopify_product_without_title_is_left_out_whole(importer: Importer) -> None:
    report = importer.read(SHOPIFY.replace("linen-dress,Linen Dress,", "linen-dress,,"))
    assert report.problems == [Problem(2, "title", "the title of linen-dress is missing")]
    assert [variant[0] for variant in importer.variants()] == ["CANVAS-TOTE"]


def test_a_picture_over_plain_http_is_told_and_the_product_stays(importer: Importer) -> None:
    report = importer.read(SHOPIFY_NEW.replace("https://cdn", "http://cdn"))
    message = "a picture's address must begin with https://, not 'http://cdn.example/scarf.jpg'"
    assert report.problems == [Problem(2, "image src", message)]
    assert len(importer.variants()) == 1


def test_a_woocommerce_export(importer: Importer) -> None:
    report = importer.read(WOOCOMMERCE)
    assert (report.created, report.updated) == (2, 0)
    assert report.problems == [
        Problem(7, "type", "a product of the type 'external' is not sold in the chat"),
        Problem(8, "parent", "there is no usable product 'GONE' for this variation"),
    ]
    # The second variation is reduced this month, the third one was last month.
    assert importer.variants() == [
        ("SHIRT-WM", "white", "M", 5900, None, 5), ("SHIRT-BL", "blue", "L", 4900, 5900, 0),
        ("SHIRT-BM", "blue", "M", 5900, None, 0), ("HAT", "", "", 2200, None, 99),
    ]  # fmt: skip
    shirt = importer.product(1)
    assert (shirt.category, shirt.audience, shirt.material) == ("shirt", "men", "60% cotton, 40% linen")
    assert shirt.details == {"care": "machine wash"}
    assert shirt.images == {"": "https://cdn.example/s1.jpg", "white": "https://cdn.example/sw.jpg"}
