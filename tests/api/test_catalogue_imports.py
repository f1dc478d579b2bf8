"""A catalogue file from its upload to its undoing."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from leadnurturebot.catalog.models import CatalogImport, CatalogImportRow, Product, ProductImage, Variant
from leadnurturebot.message_path.catalogue_imports import work
from leadnurturebot.orders.models import StockHold
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast

IMPORTS = "/api/v1/catalogue/imports"
FILE = (
    "sku,name,category,color,size,price,compare_at,stock,description,detail:pockets,measure:chest\n"
    "SD-S,Sundress,dress,Blue,S,49.90,60,3,Light & cool.,two,91\n"
    "SD-M,Sundress,dress,Blue,M,49.90,60,0,,,\n"
    "TEE-L,Tee,t-shirt,White,L,19,,12,,,\n"
)
Upload = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def everything_is_looked_at(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Tests look into tables of one shop without being in it; files lie in a folder of the test."""
    private = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    with system_scope():
        yield


def send(browser: Client, text: str | bytes, name: str = "goods.csv") -> Any:
    """The answer to an upload."""
    body = text if isinstance(text, bytes) else text.encode()
    return browser.post(IMPORTS, {"file": SimpleUploadedFile(name, body)})


def worked() -> int:
    """Do all the work there is; how many pieces it was."""
    count = 0
    while work(borrowed()):
        count += 1
    return count


def read(browser: Client, text: str | bytes) -> dict[str, Any]:
    """An import that was uploaded and read."""
    sent = send(browser, text)
    assert sent.status_code == 201, sent.json()
    worked()
    found: dict[str, Any] = browser.get(f"{IMPORTS}/{sent.json()['id']}").json()
    return found


def act(browser: Client, made: dict[str, Any], deed: str) -> dict[str, Any]:
    """Apply or undo to the end."""
    answer = browser.post(f"{IMPORTS}/{made['id']}/{deed}")
    assert answer.status_code == 200, answer.json()
    worked()
    found: dict[str, Any] = browser.get(f"{IMPORTS}/{made['id']}").json()
    return found


def rows(browser: Client, made: dict[str, Any], kind: str = "") -> list[dict[str, Any]]:
    """What an import does to each product."""
    found: list[dict[str, Any]] = browser.get(f"{IMPORTS}/{made['id']}/rows", {"kind": kind}).json()["results"]
    return found


def shelf() -> dict[str, tuple[int, int]]:
    """Price and stock by SKU."""
    return {v.sku: (v.price, v.stock) for v in Variant.objects.all()}


def test_a_file_is_looked_at_before_anything_changes(sarah: Client, tmp_path: Path) -> None:
    made = read(sarah, FILE + "BAD,Hat,hat,,,abc,,1,,,\n")
    assert (made["state"], made["total"], made["planned"]) == ("ready", 2, {"create": 2})
    assert [(each["row"], each["column"], each["code"]) for each in made["problems"]] == [(5, "price", "no_price")]
    assert [(row["line"], row["name"], row["action"]) for row in rows(sarah, made)] == [
        (2, "Sundress", "create"),
        (4, "Tee", "create"),
    ]
    assert Product.objects.count() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_preview_names_each_value_that_changes(sarah: Client) -> None:
    act(sarah, read(sarah, FILE), "apply")
    text = FILE.replace("SD-S,Sundress,dress,Blue,S,49.90,60,3", "SD-S,Sundress,dress,Blue,S,45,60,9")
    made = read(sarah, text)
    assert made["planned"] == {"change": 1, "same": 1}
    assert rows(sarah, made, "change")[0]["changes"] == [
        {"sku": "SD-S", "field": "price", "before": 4990, "after": 4500},
        {"sku": "SD-S", "field": "stock", "before": 3, "after": 9},
    ]
    assert [row["name"] for row in rows(sarah, made, "same")] == ["Tee"]


def test_an_import_is_applied_in_the_background(sarah: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadnurturebot.catalog.importing.applying.AT_ONCE", 1)
    made = read(sarah, FILE)
    assert sarah.post(f"{IMPORTS}/{made['id']}/apply").json()["state"] == "running"
    work(borrowed())
    half = sarah.get(f"{IMPORTS}/{made['id']}").json()
    assert (half["state"], half["done"], half["total"]) == ("running", 1, 2)
    busy = send(sarah, FILE)
    assert (busy.status_code, busy.json()["code"]) == (409, "import_busy")
    worked()
    done = sarah.get(f"{IMPORTS}/{made['id']}").json()
    assert (done["state"], done["outcomes"]) == ("done", {"created": 2})
    assert shelf() == {"SD-S": (4990, 3), "SD-M": (4990, 0), "TEE-L": (1900, 12)}


def test_a_piece_that_breaks_leaves_no_half_product(sarah: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made = read(sarah, FILE)
    sarah.post(f"{IMPORTS}/{made['id']}/apply")

    def crash(*_: Any) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr("leadnurturebot.catalog.importing.applying._remember", crash)
        with pytest.raises(RuntimeError):
            work(borrowed())
    assert shelf() == {}
    worked()
    assert CatalogImport.objects.get().state == "done"
    assert len(shelf()) == 3


def test_an_import_is_undone(sarah: Client) -> None:
    act(sarah, read(sarah, FILE), "apply")
    before = sarah.get("/api/v1/catalogue/export").content
    text = FILE.replace("49.90", "39.90").replace(",Blue,S", ",Red,S").replace("TEE-L,Tee", "TEE-XL,Tee")
    made = act(sarah, read(sarah, text + "HAT,Sun Hat,hat,,,25,,4,,,\n"), "apply")
    assert made["outcomes"] == {"changed": 2, "created": 1}
    undone = act(sarah, made, "undo")
    assert (undone["state"], undone["outcomes"]) == ("undone", {"restored": 2, "removed": 1})
    assert sarah.get("/api/v1/catalogue/export").content == before


def test_sales_stay_sold_when_an_import_is_undone(sarah: Client) -> None:
    act(sarah, read(sarah, FILE), "apply")
    made = act(sarah, read(sarah, FILE.replace("60,3,", "60,10,")), "apply")
    Variant.objects.filter(sku="SD-S").update(stock=8)
    act(sarah, made, "undo")
    assert shelf()["SD-S"] == (4990, 1)


def test_what_was_changed_since_is_kept_and_told(sarah: Client) -> None:
    act(sarah, read(sarah, FILE), "apply")
    made = act(sarah, read(sarah, FILE.replace("49.90", "39.90").replace("L,19", "L,18")), "apply")
    tee = Variant.objects.get(sku="TEE-L")
    counted = {"variant_id": str(tee.id), "change": 1}
    sarah.post(f"/api/v1/products/{tee.product_id}/stock", counted, content_type="application/json")
    undone = act(sarah, made, "undo")
    assert undone["outcomes"] == {"restored": 1, "kept": 1}
    assert [row["name"] for row in rows(sarah, undone, "kept")] == ["Tee"]
    assert shelf()["TEE-L"] == (1800, 13)


def test_what_was_ordered_is_archived_by_an_undo(sarah: Client, cast: Cast, now: datetime) -> None:
    made = act(sarah, read(sarah, FILE), "apply")
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230000", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    tee = Variant.objects.get(sku="TEE-L")
    stories.make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=tee, name="Tee")
    assert act(sarah, made, "undo")["outcomes"] == {"removed": 1, "archived": 1}
    assert list(Product.objects.values_list("name", "is_active")) == [("Tee", False)]


def test_what_somebody_is_paying_for_is_kept_by_an_undo(sarah: Client, cast: Cast, now: datetime) -> None:
    made = act(sarah, read(sarah, FILE), "apply")
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230000", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    tee = Variant.objects.get(sku="TEE-L")
    order_id = stories.make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=tee, name="Tee")
    until = now + timedelta(minutes=5)
    StockHold.objects.create(shop_id=cast.shop.id, order_id=order_id, variant_id=tee.id, quantity=1, until=until)
    assert act(sarah, made, "undo")["outcomes"] == {"removed": 1, "kept": 1}


def test_a_variant_that_a_file_moved_finds_its_way_home(sarah: Client) -> None:
    act(sarah, read(sarah, FILE), "apply")
    home = Variant.objects.get(sku="SD-M").product_id
    made = read(sarah, "sku,name,price,size\nSD-S,Sundress,49.90,S\nHAT,Hat,9,L\nSD-M,Hat,49.90,M\n")
    hat = next(row for row in rows(sarah, made) if row["name"] == "Hat")
    assert {"sku": "SD-M", "field": "product", "before": None, "after": "Hat"} in hat["changes"]
    act(sarah, act(sarah, made, "apply"), "undo")
    assert Variant.objects.get(sku="SD-M").product_id == home


def test_who_waits_for_a_size_is_told_when_a_file_brings_it(sarah: Client, cast: Cast, now: datetime) -> None:
    from leadnurturebot.leads.models import ConsentRecord
    from leadnurturebot.message_path.models import Timer

    act(sarah, read(sarah, FILE), "apply")
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230000", now)
    medium = Variant.objects.get(sku="SD-M")
    ConsentRecord.objects.create(
        shop_id=cast.shop.id, lead_id=lead_id, kind="restock", is_granted=True, at=now, variant_id=medium.id
    )
    act(sarah, read(sarah, FILE.replace("60,0,", "60,5,")), "apply")
    assert Timer.objects.get(kind="restock").purpose_key == str(medium.id)


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        (b"", "", "The submitted file is empty."),
        (b"PK\x03\x04 a sheet", "spreadsheet", "this is a spreadsheet, not a CSV file; open it and save it as CSV"),
        (b"\x00\x01\x02,\x00", "no_text_file", "this is no text file; export the catalogue as CSV"),
        (b"sku,name,price\nA,B,free\n", "nothing_usable", "no row of the file can be imported"),
        (b"name;colour\nA;B\n", "columns_unknown", "these columns are unknown"),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_refused_in_plain_words(sarah: Client, text: bytes, code: str, reason: str) -> None:
    sent = send(sarah, text)
    if sent.status_code == 400:
        assert sent.json()["fields"] == {"file": [reason]}
        return
    worked()
    made = sarah.get(f"{IMPORTS}/{sent.json()['id']}").json()
    assert (made["state"], made["why"]["code"]) == ("failed", code)
    assert made["reason"].startswith(reason)
    refused = sarah.post(f"{IMPORTS}/{made['id']}/apply")
    assert (refused.status_code, refused.json()["code"]) == (409, "import_busy")


def test_more_than_ten_megabytes_are_refused(sarah: Client) -> None:
    answer = send(sarah, b"x" * (10 * 1024 * 1024 + 1))
    assert (answer.status_code, answer.json()["fields"]) == (400, {"file": ["large"]})


def test_a_second_file_takes_the_place_of_one_that_was_only_looked_at(sarah: Client) -> None:
    first, second = read(sarah, FILE), read(sarah, FILE)
    assert [row["state"] for row in sarah.get(IMPORTS).json()["results"]] == ["ready", "discarded"]
    assert sarah.delete(f"{IMPORTS}/{second['id']}").json()["state"] == "discarded"
    assert sarah.post(f"{IMPORTS}/{first['id']}/apply").status_code == 409


@pytest.mark.parametrize(
    "text",
    [
        FILE.encode("utf-8-sig"), FILE.encode("utf-16"), FILE.replace("Sundress", "Vestido ñandú").encode("cp1252"),
        FILE.replace(",", ";").encode(), FILE.replace(",", "\t").encode("utf-16-le").join([b"\xff\xfe", b""]),
        FILE.replace("\n", "\r\n").encode(),
    ],
)  # fmt: skip
def test_encodings_and_separators_are_recognised(sarah: Client, text: bytes) -> None:
    made = read(sarah, text)
    assert (made["planned"], made["problem_count"]) == ({"create": 2}, 0)


@pytest.mark.parametrize(
    ("line", "column", "code", "values", "message"),
    [
        (
            "A,Hat,,,,49.905,,1", "price", "decimals", {"text": "49.905", "currency": "USD", "most": 2},
            "49.905 has more decimals than USD, which has 2",
        ),
        ("A,Hat,,,,0,,1", "price", "price_zero", {}, "a price must be above 0"),
        ("A,Hat,,,,-5,,1", "price", "price_out_of_range", {"text": "-5"}, "-5 is no price"),
        ("A,Hat,,,,5,,-1", "stock", "no_stock", {"text": "-1"}, "-1 is no stock; use 0 or more"),
        ("A,Hat,,,,5,,1.5", "stock", "no_whole_count", {"text": "1.5"}, "'1.5' is no whole number of pieces"),
        (
            "A,Hat,,,,5,,1e999999", "stock", "no_whole_count", {"text": "1e999999"},
            "'1e999999' is no whole number of pieces",
        ),
        ("SD-S,Hat,,,,5,,1", "sku", "repeated", {"value": "SD-S", "row": 2}, "SD-S stands in row 2 already"),
        ("A,,,,,5,,1", "name", "missing", {"column": "name"}, "the name is missing"),
        (
            f"A,{'x' * 300},,,,5,,1", "name", "too_long", {"text": "x" * 40, "most": 200},
            f"{'x' * 40!r}… is longer than 200 characters",
        ),
        (
            "A,Hat,,,,=1+1,,1", "price", "no_price", {"text": "=1+1"}, "'=1+1' is no price; write it like 49.90",
        ),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_and_the_others_go_on(
    sarah: Client, line: str, column: str, code: str, values: dict[str, Any], message: str
) -> None:
    made = read(sarah, FILE + line + "\n")
    assert made["problems"] == [{"row": 5, "column": column, "message": message, "code": code, "values": values}]
    assert made["planned"] == {"create": 2}


def test_decimals_of_a_sheet_that_end_in_zero_are_whole_numbers(sarah: Client) -> None:
    act(sarah, read(sarah, "sku,name,price,stock\nA,Hat,49.9000,3.0\n"), "apply")
    assert shelf() == {"A": (4990, 3)}


def test_a_catalogue_reads_back_in_as_it_is(sarah: Client) -> None:
    odd = (
        'X1,"=cmd()",,,,5,,1,"a <b> & ""c"", d",,\n'
        "X2,+1 Hat,hat,,,5,,1,,,\n"
        "X3,-Minus,hat,,,5,,1,,@home,\n"
    )  # fmt: skip
    act(sarah, read(sarah, FILE + odd), "apply")
    exported = sarah.get("/api/v1/catalogue/export")
    assert exported["Content-Type"] == "text/csv; charset=utf-8"
    cells = [cell for line in csv.reader(io.StringIO(exported.content.decode("utf-8-sig"))) for cell in line]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert sorted(cell for cell in cells if cell.startswith("'")) == ["'+1 Hat", "'-Minus", "'=cmd()", "'@home"]
    made = read(sarah, exported.content)
    assert (made["planned"], made["problem_count"]) == ({"same": 5}, 0)


def test_a_hidden_product_and_its_pictures_survive_the_round(sarah: Client, cast: Cast, now: datetime) -> None:
    product = stories.make_product(cast.shop, "Sundress", now)
    address = f"/api/v1/products/{product.id}/status"
    sarah.post(address, {"status": "hidden"}, content_type="application/json")
    made = read(sarah, sarah.get("/api/v1/catalogue/export").content)
    assert made["planned"] == {"same": 1}
    act(sarah, made, "apply")
    assert (Product.objects.get().is_active, ProductImage.objects.count()) == (False, 1)


def test_an_old_import_is_forgotten(sarah: Client, now: datetime) -> None:
    made = read(sarah, FILE)
    CatalogImport.objects.filter(id=made["id"]).update(created_at=now - timedelta(days=91))
    read(sarah, FILE)
    assert CatalogImport.objects.count() == 1
    assert CatalogImportRow.objects.filter(import_id=made["id"]).count() == 0


def test_a_rival_sees_and_changes_nothing_of_it(sarah: Client, marco: Client) -> None:
    made = read(sarah, FILE)
    one = f"{IMPORTS}/{made['id']}"
    answers = [
        marco.get(one), marco.get(f"{one}/rows"), marco.post(f"{one}/apply"), marco.post(f"{one}/undo"), marco.delete(one),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {404}
    assert marco.get(IMPORTS).json()["results"] == []
    assert marco.get("/api/v1/catalogue/export").content.decode("utf-8-sig").count("\n") == 1
    # Both work at once: an import of one shop does not keep the other waiting.
    act(marco, read(marco, FILE), "apply")
    assert act(sarah, made, "apply")["outcomes"] == {"created": 2}
