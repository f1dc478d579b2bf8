"""Goods changed by hand: products, stock, pictures, size charts."""

import struct
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from leadnurturebot.catalog.models import Product, ProductImage, Variant
from leadnurturebot.message_path.models import Timer
from leadnurturebot.orders.models import StockHold
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import Shop
from tests.api import stories
from tests.people import Cast

PRODUCTS = "/api/v1/products"
JSON = "application/json"


@pytest.fixture(autouse=True)
def everything_is_looked_at() -> Iterator[None]:
    """Tests look into tables of one shop without being in it."""
    with system_scope():
        yield


def variant(size: str = "S", **changes: Any) -> dict[str, Any]:
    """A variant as the form sends it."""
    return {"sku": f"NEW-{size}", "size": size, "color": "Blue", "price": "49,90", "stock": 3, **changes}


def dress(**changes: Any) -> dict[str, Any]:
    """A product as the form sends it."""
    return {
        "name": "Linen Dress", "category": "Dress", "occasions": ["beach", " "], "variants": [variant(), variant("M")],
        "named_details": [{"name": "pockets", "value": "two"}], **changes,
    }  # fmt: skip


def create(browser: Client, **changes: Any) -> dict[str, Any]:
    """The product as it was made."""
    answer = browser.post(PRODUCTS, dress(**changes), content_type=JSON)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def form_of(product: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What the editor sends when nothing was touched: stock stays as it is."""
    variants = [
        {"id": v["id"], "sku": v["sku"], "size": v["size"], "color": v["color"], "measures": v["measures"],
         "price": f"{v['price']['minor'] / 100:.2f}"}
        for v in product["variants"]
    ]  # fmt: skip
    kept = ("name", "category", "audience", "named_details", "occasions", "status", "version", "size_chart_id")
    return {**{name: product[name] for name in kept}, "variants": variants, **changes}


def fields(answer: Any) -> dict[str, list[str]]:
    """What is wrong with each field."""
    assert answer.status_code == 400
    found: dict[str, list[str]] = answer.json()["fields"]
    return found


def catalogue_version(cast: Cast) -> int:
    """The version that tells everybody to load the catalogue again."""
    return Shop.objects.get(id=cast.shop.id).catalogue_version


def test_a_product_is_made_with_its_variants(david: Client, cast: Cast) -> None:
    before = catalogue_version(cast)
    made = create(david)
    assert (made["name"], made["category"], made["version"], made["status"]) == ("Linen Dress", "dress", 1, "active")
    assert [(v["sku"], v["color"], v["price"]["minor"], v["stock"]) for v in made["variants"]] == [
        ("NEW-S", "blue", 4990, 3),
        ("NEW-M", "blue", 4990, 3),
    ]
    assert (made["occasions"], made["details"]) == (["beach"], ["pockets: two"])
    assert catalogue_version(cast) > before
    assert AuditEntry.objects.get(action="product.created").subject == made["id"]


def test_two_products_of_one_name_are_two(sarah: Client) -> None:
    create(sarah)
    create(sarah, variants=[variant("L")])
    assert sorted(Product.objects.values_list("external_id", flat=True)) == ["linen-dress", "linen-dress-2"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "  "}, {"name": ["missing"]}),
        ({"name": "x" * 201}, {"name": ["long"]}),
        ({"variants": []}, {"variants": ["missing"]}),
        ({"variants": [variant(price="49.905")]}, {"variants.0.price": ["decimals"]}),
        ({"variants": [variant(price="49,905")]}, {"variants.0.price": ["unclear"]}),
        ({"variants": [variant(price="0")]}, {"variants.0.price": ["zero"]}),
        ({"variants": [variant(price="-5")]}, {"variants.0.price": ["negative"]}),
        ({"variants": [variant(price="")]}, {"variants.0.price": ["missing"]}),
        ({"variants": [variant(price="cheap")]}, {"variants.0.price": ["no_price"]}),
        ({"variants": [variant(price="9999999999999")]}, {"variants.0.price": ["large"]}),
        ({"variants": [variant(compare_at="40")]}, {"variants.0.compare_at": ["not_higher"]}),
        ({"variants": [variant(stock=-1)]}, {"variants.0.stock": ["negative"]}),
        ({"variants": [variant(sku="")]}, {"variants.0.sku": ["missing"]}),
        ({"variants": [variant(), variant("M", sku="NEW-S")]}, {"variants.1.sku": ["twice"]}),
        ({"variants": [variant(), variant(sku="B")]}, {"variants.1.size": ["twice"]}),
        ({"variants": [variant(sku="1-S")]}, {"variants.0.sku": ["taken"]}),
        ({"variants": [variant(measures={"chest": 401})]}, {"variants.0.measures": ["no_measure"]}),
        ({"audience": "dogs"}, {"audience": ["unknown"]}),
        ({"size_chart_id": "01990000-0000-7000-8000-000000000000"}, {"size_chart_id": ["unknown"]}),
    ],
)  # fmt: skip
def test_what_cannot_be_saved_is_named_and_nothing_is_made(
    sarah: Client, cast: Cast, now: datetime, changes: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    stories.make_product(cast.shop, "Sundress", now)
    assert fields(sarah.post(PRODUCTS, dress(**changes), content_type=JSON)) == expected
    assert Product.objects.count() == 1


def test_everything_that_is_wrong_is_told_at_once(sarah: Client) -> None:
    variants = [variant(price="free"), variant("M", sku="", stock=-2)]
    assert fields(sarah.post(PRODUCTS, dress(name="", variants=variants), content_type=JSON)) == {
        "name": ["missing"], "variants.0.price": ["no_price"], "variants.1.sku": ["missing"],
        "variants.1.stock": ["negative"],
    }  # fmt: skip


def test_sixty_variants_are_one_product(sarah: Client) -> None:
    made = create(sarah, variants=[variant(f"{n}") for n in range(60)])
    assert len(made["variants"]) == 60


def test_a_product_is_changed_and_what_is_not_named_leaves(sarah: Client) -> None:
    made = create(sarah)
    first, second = made["variants"]
    rows = [
        {"id": second["id"], "sku": "NEW-S", "size": "M", "color": "blue", "price": "39.90", "compare_at": "49.90"},
        variant("XL"),
    ]
    changed = sarah.put(
        f"{PRODUCTS}/{made['id']}", form_of(made, name="Dress", variants=rows), content_type=JSON
    ).json()
    assert (changed["name"], changed["version"] > made["version"]) == ("Dress", True)
    assert [(v["id"] == second["id"], v["sku"], v["price"]["minor"], v["stock"]) for v in changed["variants"]] == [
        (True, "NEW-S", 3990, 3),
        (False, "NEW-XL", 4990, 3),
    ]
    assert not Variant.objects.filter(id=first["id"]).exists()


def test_skus_change_places(sarah: Client) -> None:
    made = create(sarah)
    form = form_of(made)
    form["variants"][0]["sku"], form["variants"][1]["sku"] = "NEW-M", "NEW-S"
    changed = sarah.put(f"{PRODUCTS}/{made['id']}", form, content_type=JSON).json()
    assert {v["id"]: v["sku"] for v in changed["variants"]} == {
        made["variants"][0]["id"]: "NEW-M", made["variants"][1]["id"]: "NEW-S",
    }  # fmt: skip


def test_who_edits_an_older_version_is_told_and_nothing_changes(sarah: Client, david: Client) -> None:
    made = create(sarah)
    assert sarah.put(f"{PRODUCTS}/{made['id']}", form_of(made, name="First"), content_type=JSON).status_code == 200
    late = david.put(f"{PRODUCTS}/{made['id']}", form_of(made, name="Second"), content_type=JSON)
    assert (late.status_code, late.json()["code"]) == (409, "product_changed")
    assert Product.objects.get(id=made["id"]).name == "First"


def test_a_sale_meanwhile_is_not_overwritten(sarah: Client) -> None:
    made = create(sarah)
    Variant.objects.filter(id=made["variants"][0]["id"]).update(stock=2)
    form = form_of(made)
    assert sarah.put(f"{PRODUCTS}/{made['id']}", form, content_type=JSON).json()["variants"][0]["stock"] == 2
    form = form_of(made, version=made["version"] + 1)
    form["variants"][0] |= {"stock": 10, "stock_seen": 3}
    late = sarah.put(f"{PRODUCTS}/{made['id']}", form, content_type=JSON)
    assert (late.status_code, late.json()["code"]) == (409, "stock_changed")


def test_what_somebody_is_paying_for_stays(sarah: Client, cast: Cast, now: datetime) -> None:
    made = create(sarah)
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230000", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    held = Variant.objects.get(id=made["variants"][0]["id"])
    order_id = stories.make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=held, name="Dress")
    until = now + timedelta(minutes=5)
    StockHold.objects.create(shop_id=cast.shop.id, order_id=order_id, variant_id=held.id, quantity=1, until=until)
    form = form_of(made)
    del form["variants"][0]
    assert fields(sarah.put(f"{PRODUCTS}/{made['id']}", form, content_type=JSON)) == {"variants": ["held"]}
    assert Variant.objects.filter(id=held.id).exists()


@pytest.mark.parametrize("status", ["hidden", "archived"])
def test_what_is_not_sold_is_listed_under_its_status(sarah: Client, status: str) -> None:
    made = create(sarah)
    answer = sarah.post(f"{PRODUCTS}/{made['id']}/status", {"status": status}, content_type=JSON)
    assert answer.json()["status"] == status
    assert sarah.get(PRODUCTS).json()["results"] == []
    assert [row["id"] for row in sarah.get(PRODUCTS, {"status": status}).json()["results"]] == [made["id"]]
    sarah.post(f"{PRODUCTS}/{made['id']}/status", {"status": "active"}, content_type=JSON)
    assert [row["status"] for row in sarah.get(PRODUCTS).json()["results"]] == ["active"]


def _stock(browser: Client, product: dict[str, Any], **body: Any) -> Any:
    values = {"variant_id": product["variants"][0]["id"], **body}
    return browser.post(f"{PRODUCTS}/{product['id']}/stock", values, content_type=JSON)


def test_stock_is_counted_and_moved(sarah: Client) -> None:
    made = create(sarah)
    assert _stock(sarah, made, stock=10, seen=3).json()["variants"][0]["stock"] == 10
    assert _stock(sarah, made, change=-4).json()["variants"][0]["stock"] == 6
    late = _stock(sarah, made, stock=11, seen=10)
    assert (late.status_code, late.json()["code"]) == (409, "stock_changed")
    assert fields(_stock(sarah, made, change=-7)) == {"stock": ["negative"]}
    assert Variant.objects.get(id=made["variants"][0]["id"]).stock == 6
    assert fields(_stock(sarah, made, stock=11)) == {"stock": ["Give stock with seen, or change."]}


def test_who_waited_for_it_is_told_when_it_is_back(sarah: Client, cast: Cast, now: datetime) -> None:
    made = create(sarah, variants=[variant(stock=0)])
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230000", now)
    stories.make_thread(cast.shop, cast.number, lead_id, now)
    _wait(cast, lead_id, made["variants"][0]["id"], now)
    _stock(sarah, made, change=2)
    assert Timer.objects.get(kind="restock").purpose_key == made["variants"][0]["id"]


def _wait(cast: Cast, lead_id: Any, variant_id: str, now: datetime) -> None:
    from leadnurturebot.leads.models import ConsentRecord

    ConsentRecord.objects.create(
        shop_id=cast.shop.id, lead_id=lead_id, kind="restock", is_granted=True, at=now, variant_id=variant_id
    )


def png(width: int = 60, height: int = 60, *, text: bytes = b"") -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = zlib.compress((b"\0" + b"\x80" * width) * height)
    note = chunk(b"tEXt", text) if text else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + note + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def _upload(browser: Client, product: dict[str, Any], body: bytes, **words: str) -> Any:
    file = SimpleUploadedFile("photo.exe", body)
    return browser.post(f"{PRODUCTS}/{product['id']}/pictures", {"file": file, **words})


@pytest.fixture
def folder(settings: Any, tmp_path: Any) -> Any:
    """Where pictures lie."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_pictures_are_added_and_put_in_order(sarah: Client, folder: Any) -> None:
    made = create(sarah)
    first = _upload(sarah, made, png(text=b"Author\0Sarah"), color="Blue", alt="From the front").json()["images"]
    assert [(image["color"], image["alt"]) for image in first] == [("blue", "From the front")]
    stored = folder / first[0]["url"].removeprefix("/media/")
    assert stored.read_bytes() == png()
    second = _upload(sarah, made, png(70, 70)).json()["images"]
    order = [{"id": second[1]["id"], "color": "", "alt": "Hem"}, {"id": second[0]["id"], "color": "blue", "alt": ""}]
    answer = sarah.put(f"{PRODUCTS}/{made['id']}/pictures", {"pictures": order}, content_type=JSON)
    assert [(image["id"], image["alt"]) for image in answer.json()["images"]] == [
        (second[1]["id"], "Hem"),
        (second[0]["id"], ""),
    ]
    sarah.put(f"{PRODUCTS}/{made['id']}/pictures", {"pictures": order[:1]}, content_type=JSON)
    assert ProductImage.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"), (b"<svg onload=alert(1)>", "kind"), (b"GIF89a" + b"x" * 80, "kind"), (png()[:-20], "damaged"),
        (png(40, 60), "small"), (png(8001, 50), "wide"), (b"\xff\xd8\xff" + b"x" * 40, "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"), (png() + b"x" * (5 * 1024 * 1024), "large"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(sarah: Client, folder: Any, body: bytes, code: str) -> None:
    made = create(sarah)
    assert fields(_upload(sarah, made, body)) == {"file": [code]}
    assert (ProductImage.objects.count(), list(folder.iterdir())) == (0, [])


def _chart(**changes: Any) -> dict[str, Any]:
    return {"name": "Dresses", "rows": [{"size": "S", "body": {"bust": [84, 88]}}], **changes}


def test_a_size_chart_is_made_used_changed_and_deleted(sarah: Client) -> None:
    chart = sarah.post("/api/v1/size-charts", _chart(), content_type=JSON).json()
    made = create(sarah, size_chart_id=chart["id"])
    assert made["size_chart"] == [{"size": "S", "body": {"bust": [84.0, 88.0]}}]
    address = f"/api/v1/size-charts/{chart['id']}"
    changed = sarah.put(address, _chart(name="Dress", rows=[{"size": "M", "body": {}}]), content_type=JSON).json()
    assert (changed["name"], changed["products"]) == ("Dress", 1)
    assert sarah.delete(address).status_code == 204
    assert sarah.get(f"{PRODUCTS}/{made['id']}").json()["size_chart_id"] is None
    assert sarah.get("/api/v1/size-charts").json()["results"] == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": ""}, {"name": ["missing"]}), ({"rows": []}, {"rows": ["missing"]}),
        ({"name": "Tops"}, {"name": ["taken"]}),
        ({"rows": [{"size": "S", "body": {"bust": [88, 84]}}]}, {"rows.0.bust": ["upside_down"]}),
        ({"rows": [{"size": "S", "body": {"bust": [84]}}]}, {"rows.0.bust": ["no_measure"]}),
        ({"rows": [{"size": "S", "body": {}}, {"size": "S", "body": {}}]}, {"rows.1.size": ["twice"]}),
    ],
)  # fmt: skip
def test_what_is_no_size_chart_is_refused(sarah: Client, changes: dict[str, Any], expected: Any) -> None:
    sarah.post("/api/v1/size-charts", _chart(name="Tops"), content_type=JSON)
    assert fields(sarah.post("/api/v1/size-charts", _chart(**changes), content_type=JSON)) == expected
    assert len(sarah.get("/api/v1/size-charts").json()["results"]) == 1


def test_a_rival_changes_nothing(sarah: Client, marco: Client, folder: Any) -> None:
    made = create(sarah)
    chart = sarah.post("/api/v1/size-charts", _chart(), content_type=JSON).json()
    one, chart_one = f"{PRODUCTS}/{made['id']}", f"/api/v1/size-charts/{chart['id']}"
    answers = [
        marco.put(one, form_of(made), content_type=JSON),
        marco.post(f"{one}/status", {"status": "hidden"}, content_type=JSON),
        _stock(marco, made, change=1),
        _upload(marco, made, png()),
        marco.put(f"{one}/pictures", {"pictures": []}, content_type=JSON),
        marco.put(chart_one, _chart(), content_type=JSON),
        marco.delete(chart_one),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert sarah.get(one).json() == {**made, "size_chart": []}
    # The rival's own goods may have the same SKUs.
    create(marco)
    assert fields(marco.post(PRODUCTS, dress(name="X", size_chart_id=chart["id"], variants=[variant("Q")]),
                             content_type=JSON)) == {"size_chart_id": ["unknown"]}  # fmt: skip
