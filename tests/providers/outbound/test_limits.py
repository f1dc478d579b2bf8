"""Sections 4.2, 4.3 and 9.3 of the reference, limit by limit: at the edge a message can be made and is taken, one over
it cannot be made, and made by hand it is refused with the code and the path of the parameter."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from leadnurturebot.domain.message_content import (
    Button,
    Buttons,
    Carousel,
    CatalogMessage,
    ContentCard,
    Document,
    Flow,
    Image,
    LinkButton,
    ListMessage,
    Location,
    LocationRequest,
    MessageContent,
    OrderDetails,
    OrderItem,
    OrderStatus,
    PaymentSetting,
    ProductCarousel,
    ProductList,
    ProductMessage,
    ProductSection,
    Row,
    Text,
    Video,
)
from leadnurturebot.providers.messaging.cloud_outbound import wire_message
from simulator.graph.errors import GraphError
from simulator.graph.validate import check_content, check_envelope
from tests.providers.outbound.samples import FILM, PICTURE

A = (Button("a", "A"),)
URL = "https://shop.test/p/1"


@dataclass(frozen=True)
class Limit:
    """`make(size)` builds a message whose value at `path` has that size."""

    path: str
    most: int
    make: Callable[[int], MessageContent]
    code: int = 131009
    names: str = ""
    """What our error calls the field."""


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(f"r{number}", f"Row {number}") for number in range(count))


def cards(count: int, **changes: Any) -> tuple[ContentCard, ...]:
    made = [ContentCard(PICTURE, "Dress", (Button(f"p{number}", "More"),)) for number in range(count)]
    return (ContentCard(**{"image_url": PICTURE, "body": "Dress", "buttons": A, **changes}), *made[1:])


def buttons(**changes: Any) -> Buttons:
    return Buttons(**{"body": "Look", "buttons": A, **changes})


def listing(**changes: Any) -> ListMessage:
    return ListMessage(**{"body": "Look", "button": "See", "rows": rows(1), **changes})


def products(**changes: Any) -> ProductList:
    whole = {"header": "H", "body": "Look", "catalog_id": "44", "sections": (ProductSection("Dresses", ("A",)),)}
    return ProductList(**{**whole, **changes})


def order(**changes: Any) -> OrderDetails:
    whole = {
        "body": "Look", "reference_id": "TT-1", "goods": "physical-goods", "payment_type": "br", "currency": "BRL",
        "payment_settings": (PaymentSetting("payment_link", {"uri": URL}),),
        "items": (OrderItem(item="A", name="Dress", amount=1, quantity=1),),
    }  # fmt: skip
    return OrderDetails(**{**whole, **changes})


LIMITS = (
    Limit("text.body", 4096, lambda n: Text("x" * n), 100, "text"),
    Limit("image.caption", 1024, lambda n: Image(PICTURE, "x" * n), 100, "caption"),
    Limit("video.caption", 1024, lambda n: Video(FILM, "x" * n), 100, "caption"),
    Limit("document.caption", 1024, lambda n: Document(URL, "x" * n), 100, "caption"),
    Limit("document.filename", 240, lambda n: Document(URL, "", "x" * n), 100, "file name"),
    Limit("location.name", 1000, lambda n: Location(1, 2, "x" * n), 131009, "place name"),
    Limit("location.address", 1000, lambda n: Location(1, 2, "", "x" * n), 131009, "place address"),
    Limit("interactive.body.text", 1024, lambda n: buttons(body="x" * n), names="body"),
    Limit("interactive.footer.text", 60, lambda n: buttons(footer="x" * n), names="footer"),
    Limit("interactive.action.buttons", 3,
          lambda n: buttons(buttons=tuple(Button(str(i), f"B{i}") for i in range(n))), names="buttons"),
    Limit("interactive.action.buttons[0].reply.title", 20,
          lambda n: buttons(buttons=(Button("a", "x" * n),)), names="button title"),
    Limit("interactive.action.buttons[0].reply.id", 256,
          lambda n: buttons(buttons=(Button("x" * n, "A"),)), names="button id"),
    Limit("interactive.body.text", 4096, lambda n: listing(body="x" * n), names="body"),
    Limit("interactive.header.text", 60, lambda n: listing(header="x" * n), names="header"),
    Limit("interactive.footer.text", 60, lambda n: listing(footer="x" * n), names="footer"),
    Limit("interactive.action.button", 20, lambda n: listing(button="x" * n), names="list button"),
    Limit("interactive.action.sections[0].rows", 10, lambda n: listing(rows=rows(n)), names="rows"),
    Limit("interactive.action.sections[0].rows[0].id", 200,
          lambda n: listing(rows=(Row("x" * n, "A"),)), names="row id"),
    Limit("interactive.action.sections[0].rows[0].title", 24,
          lambda n: listing(rows=(Row("a", "x" * n),)), names="row title"),
    Limit("interactive.action.sections[0].rows[0].description", 72,
          lambda n: listing(rows=(Row("a", "A", "x" * n),)), names="row description"),
    Limit("interactive.action.sections[0].title", 24,
          lambda n: listing(rows=(Row("a", "A", section="x" * n),)), names="section title"),
    Limit("interactive.action.parameters.display_text", 20, lambda n: LinkButton("Look", "x" * n, URL), names="link label"),
    Limit("interactive.body.text", 1024, lambda n: LocationRequest("x" * n), names="body"),
    Limit("interactive.body.text", 1024, lambda n: Carousel("x" * n, cards(2)), names="body"),
    Limit("interactive.action.cards", 10, lambda n: Carousel("Look", cards(n)), names="cards"),
    Limit("interactive.action.cards[0].body.text", 160, lambda n: Carousel("Look", cards(2, body="x" * n)), names="card body"),
    Limit("interactive.action.cards[0].action.buttons[0].quick_reply.id", 20,
          lambda n: Carousel("Look", cards(2, buttons=(Button("x" * n, "A"),))), names="ids of at most 20"),
    Limit("interactive.action.cards[0].action.buttons[0].quick_reply.title", 20,
          lambda n: Carousel("Look", cards(2, buttons=(Button("a", "x" * n),))), names="button title"),
    Limit("interactive.body.text", 1024, lambda n: ProductMessage(catalog_id="44", item="A", body="x" * n), names="body"),
    Limit("interactive.header.text", 60, lambda n: products(header="x" * n), names="header"),
    Limit("interactive.action.sections[0].title", 24,
          lambda n: products(sections=(ProductSection("x" * n, ("A",)),)), names="section title"),
    Limit("interactive.action.sections[0].product_items", 30,
          lambda n: products(sections=(ProductSection("Hats", tuple(map(str, range(n)))),)), names="section of products"),
    Limit("interactive.action.sections", 10,
          lambda n: products(sections=tuple(ProductSection(f"S{i}", (str(i),)) for i in range(n))), names="list of products"),
    Limit("interactive.body.text", 1024, lambda n: CatalogMessage(body="x" * n), names="body"),
    Limit("interactive.footer.text", 60, lambda n: CatalogMessage(body="Look", footer="x" * n), names="footer"),
    Limit("interactive.action.cards", 10,
          lambda n: ProductCarousel(body="Look", catalog_id="44", items=tuple(map(str, range(n)))), names="carousel"),
    Limit("interactive.action.parameters.flow_cta", 30, lambda n: Flow(body="Look", cta="x" * n, flow_id="5"), names="flow button"),
    Limit("interactive.action.parameters.reference_id", 60, lambda n: order(reference_id="x" * n), names="reference id"),
    Limit("interactive.action.parameters.order.items[0].name", 60,
          lambda n: order(items=(OrderItem(item="A", name="x" * n, amount=1, quantity=1),)), names="item name"),
    Limit("interactive.action.parameters.order.description", 120,
          lambda n: OrderStatus(body="Look", reference_id="TT-1", status="shipped", description="x" * n), names="description"),
)  # fmt: skip
NAMES = [f"{number} {limit.path} {limit.most}" for number, limit in enumerate(LIMITS)]


def taken(wire: dict[str, Any]) -> None:
    """The simulator's verdict."""
    body = {"messaging_product": "whatsapp", "to": "+15125550147", **wire}
    check_content(check_envelope(body), body)


def one_more(wire: dict[str, Any], path: str) -> dict[str, Any]:
    """The same JSON with one more character or entry at `path`, as a program without our types would write it."""
    longer = copy.deepcopy(wire)
    *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    place: Any = longer
    for step in way:
        place = place[step]
    value = place[last]
    place[last] = value + "x" if isinstance(value, str) else [*value, _another(value[-1], len(value))]
    return longer


def _another(entry: Any, number: int) -> Any:
    """A copy of a list's entry that differs in its ids."""
    if isinstance(entry, dict):
        return {
            name: number if name == "card_index" else f"other {number}" if name in ("id", "title", "product_retailer_id")
            else _another(value, number) for name, value in entry.items()
        }  # fmt: skip
    return [_another(each, number) for each in entry] if isinstance(entry, list) else entry


@pytest.mark.parametrize("limit", LIMITS, ids=NAMES)
def test_at_the_edge_it_can_be_made_and_is_taken(limit: Limit) -> None:
    taken(wire_message(limit.make(limit.most)))


@pytest.mark.parametrize("limit", LIMITS, ids=NAMES)
def test_one_over_it_cannot_be_made(limit: Limit) -> None:
    with pytest.raises(ValueError, match=limit.names):
        limit.make(limit.most + 1)


@pytest.mark.parametrize("limit", LIMITS, ids=NAMES)
def test_one_over_made_by_hand_is_refused_by_name(limit: Limit) -> None:
    with pytest.raises(GraphError) as refusal:
        taken(one_more(wire_message(limit.make(limit.most)), limit.path))
    assert refusal.value.code == limit.code
    assert limit.path.removesuffix("[0].rows").removesuffix("[0].product_items") in refusal.value.details


WRONG = (
    ("no words", lambda: Text("  ")),
    ("two sources", lambda: Image(PICTURE, "", "77")),
    ("no source", lambda: Video()),
    ("no web address", lambda: Image("file:///etc/passwd")),
    ("same title twice", lambda: buttons(buttons=(Button("a", "A"), Button("b", "A")))),
    ("same id twice", lambda: buttons(buttons=(Button("a", "A"), Button("a", "B")))),
    ("bold title", lambda: Button("a", "*Buy*")),
    ("bold row", lambda: Row("a", "_Hat_")),
    ("a section without a title", lambda: listing(rows=(Row("a", "A"), Row("b", "B", section="Hats")))),
    ("one card", lambda: Carousel("Look", cards(1))),
    ("three line breaks on a card", lambda: Carousel("Look", cards(2, body="1\n2\n3\n4"))),
    ("cards of two shapes", lambda: Carousel("Look", cards(2, buttons=(Button("a", "A"), Button("b", "B"))))),
    ("one product in a carousel", lambda: ProductCarousel(body="Look", catalog_id="44", items=("A",))),
    ("a list without a header", lambda: products(header="")),
    ("31 items over sections",
     lambda: products(sections=tuple(ProductSection(f"S{s}", tuple(f"{s}-{i}" for i in range(16))) for s in (1, 2)))),
    ("a flow by id and name", lambda: Flow(body="Look", cta="Go", flow_id="5", flow_name="fit")),
    ("empty data of a flow", lambda: Flow(body="Look", cta="Go", flow_id="5", screen="DAY", data={})),
    ("off the map", lambda: Location(91, 0)),
    ("an order that gives money", lambda: order(discount=2)),
    ("a cancelled order that is paid",
     lambda: OrderStatus(body="Look", reference_id="T", status="canceled", payment_status="captured", paid_at=1)),
)  # fmt: skip


@pytest.mark.parametrize("make", [make for _, make in WRONG], ids=[name for name, _ in WRONG])
def test_what_is_wrong_cannot_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        make()
