"""The limits of every message type, row by row: the longest that is taken and the first that is not."""

from typing import Any

import pytest

from simulator.graph.errors import GraphError
from simulator.graph.validate import canonical_digits, check_content, check_envelope

LINK = "https://shop.test/a.png"
IMAGE = {"type": "image", "image": {"link": LINK}}
JSON = dict[str, Any]


def reply(index: int, title: str = "", reply_id: str = "") -> JSON:
    return {"type": "reply", "reply": {"id": reply_id or f"id{index}", "title": title or f"Title {index}"}}


def button(**changes: Any) -> JSON:
    action = {"buttons": [reply(1)]}
    return {"type": "button", "body": {"text": "Hello"}, "action": action, **changes}


def buttons(*given: JSON) -> JSON:
    return button(action={"buttons": list(given)})


def row(index: int, **changes: Any) -> JSON:
    return {"id": f"r{index}", "title": f"Row {index}", **changes}


def sections(*given: JSON, label: str = "Choose") -> JSON:
    return {"type": "list", "body": {"text": "Hello"}, "action": {"button": label, "sections": list(given)}}


def rows(count: int, **changes: Any) -> JSON:
    return {"rows": [row(index, **changes) for index in range(count)]}


def cta(label: str = "Pay", url: str = "https://shop.test/p/1", **changes: Any) -> JSON:
    action = {"name": "cta_url", "parameters": {"display_text": label, "url": url}}
    return {"type": "cta_url", "body": {"text": "Hello"}, "action": action, **changes}


def card(index: int, text: str = "A dress", reply_id: str = "", kind: str = "image") -> JSON:
    quick = {"type": "quick_reply", "quick_reply": {"id": reply_id or f"c{index}", "title": "Show me"}}
    header = {"type": kind, kind: {"link": LINK}}
    return {"card_index": index, "header": header, "body": {"text": text}, "action": {"buttons": [quick]}}


def link_card(index: int) -> JSON:
    action = {"name": "cta_url", "parameters": {"display_text": "Open", "url": LINK}}
    return {"card_index": index, "header": IMAGE, "action": action}


def carousel(*cards: JSON, **changes: Any) -> JSON:
    return {"type": "carousel", "body": {"text": "Hello"}, "action": {"cards": list(cards)}, **changes}


TAKEN: list[tuple[str, JSON | list[JSON]]] = [
    ("text", {"body": "x" * 4096, "preview_url": True}),
    ("image", {"link": LINK, "caption": "x" * 1024}),
    ("video", {"id": "77"}),
    ("audio", {"id": "77"}),
    ("document", {"link": LINK, "filename": "chart.pdf"}),
    ("location", {"latitude": 51.5, "longitude": -0.12}),
    ("contacts", [{"name": {"formatted_name": "Ana Lima", "first_name": "Ana"}}]),
    ("reaction", {"message_id": "wamid.1", "emoji": ""}),
    ("interactive", button(body={"text": "x" * 1024}, footer={"text": "x" * 60}, header=IMAGE)),
    ("interactive", button(header={"type": "text", "text": "x" * 60})),
    ("interactive", buttons(reply(1, "x" * 20), reply(2, reply_id="i" * 256), reply(3))),
    ("interactive", sections(rows(10, title="x" * 24, description="x" * 72))),
    ("interactive", sections({"title": "One", **rows(1)}, {"title": "x" * 24, "rows": [row(9, id="i" * 200)]})),
    ("interactive", {**sections(rows(1), label="x" * 20), "body": {"text": "x" * 4096}}),
    ("interactive", cta(label="x" * 20, header=IMAGE)),
    ("interactive", carousel(card(0, "x" * 160), card(1, "a\nb\nc"))),
    ("interactive", carousel(*[link_card(index) for index in range(10)])),
    (
        "interactive",
        {"type": "location_request_message", "body": {"text": "Where?"}, "action": {"name": "send_location"}},
    ),
]


REFUSED: list[tuple[int, str, str, JSON | list[JSON]]] = [
    (131008, "text.body", "text", {"body": ""}),
    (100, "text.body", "text", {"body": "x" * 4097}),
    (100, "text.preview_url", "text", {"body": "x", "preview_url": "yes"}),
    (100, "image", "image", {}),
    (100, "image", "image", {"id": "1", "link": LINK}),
    (100, "image.link", "image", {"link": "ftp://shop.test/a.png"}),
    (100, "image.caption", "image", {"link": LINK, "caption": "x" * 1025}),
    (100, "audio.caption", "audio", {"id": "1", "caption": "no"}),
    (131008, "location.longitude", "location", {"latitude": 1}),
    (131009, "location.latitude", "location", {"latitude": 91, "longitude": 1}),
    (131008, "contacts[0].name.first_name", "contacts", [{"name": {"formatted_name": "Ana"}}]),
    (131008, "reaction.emoji", "reaction", {"message_id": "wamid.1"}),
    (131008, "interactive.type", "interactive", {"body": {"text": "x"}}),
    (131009, "interactive.type", "interactive", {"type": "poll"}),
    (131008, "interactive.body", "interactive", button(body=None)),
    (131009, "interactive.body.text", "interactive", button(body={"text": "x" * 1025})),
    (131009, "interactive.footer.text", "interactive", button(footer={"text": "x" * 61})),
    (131009, "interactive.header.text", "interactive", button(header={"type": "text", "text": "x" * 61})),
    (131009, "interactive.header.image", "interactive", button(header={"type": "image", "image": {}})),
    (131009, "interactive.action.buttons", "interactive", buttons()),
    (131009, "interactive.action.buttons", "interactive", buttons(*[reply(index) for index in range(4)])),
    (131009, "interactive.action.buttons[0].reply.title", "interactive", buttons(reply(1, "x" * 21))),
    (131009, "interactive.action.buttons[0].reply.id", "interactive", buttons(reply(1, reply_id="i" * 257))),
    (131009, "interactive.action.buttons[].reply.id", "interactive", buttons(reply(1, "A"), reply(1, "B"))),
    (131009, "interactive.action.buttons[].reply.title", "interactive", buttons(reply(1, "A"), reply(2, "A"))),
    (131009, "interactive.action.sections", "interactive", sections(rows(11))),
    (
        131009,
        "interactive.action.sections",
        "interactive",
        sections({"title": "A", **rows(6)}, {"title": "B", **rows(5)}),
    ),
    (131008, "interactive.action.sections[1].title", "interactive", sections({"title": "A", **rows(1)}, rows(1))),
    (131009, "interactive.action.sections[0].title", "interactive", sections({"title": "x" * 25, **rows(1)})),
    (131009, "interactive.action.sections[0].rows[0].title", "interactive", sections(rows(1, title="x" * 25))),
    (131009, "interactive.action.sections[0].rows[0].id", "interactive", sections(rows(1, id="i" * 201))),
    (
        131009,
        "interactive.action.sections[0].rows[0].description",
        "interactive",
        sections(rows(1, description="x" * 73)),
    ),
    (131009, "interactive.action.sections[].rows[].id", "interactive", sections(rows(2, id="same"))),
    (131009, "interactive.action.button", "interactive", sections(rows(1), label="x" * 21)),
    (131009, "interactive.body.text", "interactive", {**sections(rows(1)), "body": {"text": "x" * 4097}}),
    (131009, "interactive.header.type", "interactive", {**sections(rows(1)), "header": IMAGE}),
    (131009, "interactive.action.parameters.display_text", "interactive", cta(label="x" * 21)),
    (131009, "interactive.action.parameters.url", "interactive", cta(url="shop.test")),
    (131009, "interactive.action.cards", "interactive", carousel(card(0))),
    (131009, "interactive.action.cards", "interactive", carousel(*[card(index) for index in range(11)])),
    (131009, "interactive.action.cards", "interactive", carousel(card(0), card(1, kind="video"))),
    (131009, "interactive.action.cards", "interactive", carousel(card(0), link_card(1))),
    (131009, "interactive.action.cards[1].card_index", "interactive", carousel(card(0), card(2))),
    (131009, "interactive.action.cards[0].body.text", "interactive", carousel(card(0, "x" * 161), card(1))),
    (131009, "interactive.action.cards[0].body.text", "interactive", carousel(card(0, "a\nb\nc\nd"), card(1))),
    (
        131009,
        "interactive.action.cards[0].action.buttons[0].quick_reply.id",
        "interactive",
        carousel(card(0, reply_id="i" * 21), card(1)),
    ),
    (131009, "interactive.header", "interactive", carousel(card(0), card(1), header=IMAGE)),
]


def product_list(*sections_: JSON, **changes: Any) -> JSON:
    header = {"type": "text", "text": "New"}
    action = {"catalog_id": "cat", "sections": list(sections_)}
    return {"type": "product_list", "header": header, "body": {"text": "x"}, "action": action, **changes}


def items(count: int, **changes: Any) -> JSON:
    return {"product_items": [{"product_retailer_id": f"S{index}"} for index in range(count)], **changes}


def product_card(index: int, catalog: str = "cat") -> JSON:
    return {"card_index": index, "type": "product", "action": {"product_retailer_id": "S1", "catalog_id": catalog}}


def flow(**parameters: Any) -> JSON:
    known = {"flow_message_version": "3", "flow_id": "7", "flow_cta": "x" * 30, **parameters}
    action = {"name": "flow", "parameters": {name: value for name, value in known.items() if value is not None}}
    return {"type": "flow", "body": {"text": "x"}, "action": action}


def amount(value: int) -> JSON:
    return {"value": value, "offset": 100}


def order_details(total: int = 5400, reference: str = "TT-1", **changes: Any) -> JSON:
    item = {"retailer_id": "S1", "name": "Dress", "amount": amount(4900), "quantity": 1}
    order = {"status": "pending", "items": [item], "subtotal": amount(4900), "tax": amount(0), "shipping": amount(500)}
    parameters = {
        "reference_id": reference,
        "type": "physical-goods",
        "payment_settings": [{"type": "payment_link", "payment_link": {"uri": LINK}}],
        "currency": "USD",
        "total_amount": amount(total),
        "order": {**order, **changes},
    }
    action = {"name": "review_and_pay", "parameters": parameters}
    return {"type": "order_details", "body": {"text": "x"}, "action": action}


def order_status(status: str = "shipped", description: str = "x" * 120) -> JSON:
    order = {"status": status, "description": description}
    action = {"name": "review_order", "parameters": {"reference_id": "TT-1", "order": order}}
    return {"type": "order_status", "body": {"text": "x"}, "action": action}


PRODUCT = {"type": "product", "action": {"catalog_id": "cat", "product_retailer_id": "S1"}}


def address(country: str = "IN", **more: Any) -> JSON:
    action = {"name": "address_message", "parameters": {"country": country, **more}}
    return {"type": "address_message", "body": {"text": "x"}, "action": action}


TAKEN += [
    ("interactive", PRODUCT),
    ("interactive", product_list(items(30))),
    ("interactive", product_list(items(15, title="x" * 24), items(15, title="Two"))),
    ("interactive", {"type": "catalog_message", "body": {"text": "x" * 1024}, "action": {"name": "catalog_message"}}),
    ("interactive", carousel(*[product_card(index) for index in range(10)])),
    ("interactive", flow(flow_action_payload={"screen": "A", "data": {"a": 1}})),
    ("interactive", flow(flow_id=None, flow_name="sizes")),
    ("interactive", address()),
    ("interactive", address(values={"city": "Pune"}, validation_errors={"in_pin_code": "Six digits"})),
    ("interactive", address(saved_addresses=[{"id": "1", "value": {"city": "Pune"}}])),
    ("interactive", order_details()),
    ("interactive", order_details(4400, discount=amount(1000))),
    ("interactive", order_status()),
]
P = "interactive.action.parameters"
REFUSED += [
    (131009, "interactive.header", "interactive", {**PRODUCT, "header": IMAGE}),
    (131008, "interactive.header", "interactive", product_list(items(1), header=None)),
    (131009, "interactive.action.sections", "interactive", product_list(items(31))),
    (131008, "interactive.action.sections[0].title", "interactive", product_list(items(1), items(1))),
    (131009, "interactive.action.cards", "interactive", carousel(product_card(0))),
    (131009, "interactive.action.cards", "interactive", carousel(product_card(0), product_card(1, "other"))),
    (131009, f"{P}.country", "interactive", address("DE")),
    (131009, f"{P}.values.zip", "interactive", address(values={"zip": "110024"})),
    (131009, f"{P}.validation_errors.sg_post_code", "interactive", address(validation_errors={"sg_post_code": "x"})),
    (131008, f"{P}.saved_addresses[0].id", "interactive", address(saved_addresses=[{}])),
    (131009, f"{P}.flow_id", "interactive", flow(flow_name="sizes")),
    (131009, f"{P}.flow_id", "interactive", flow(flow_id=None)),
    (131009, f"{P}.flow_cta", "interactive", flow(flow_cta="x" * 31)),
    (131009, f"{P}.flow_action_payload.data", "interactive", flow(flow_action_payload={"data": {}})),
    (131009, f"{P}.total_amount", "interactive", order_details(5401)),
    (131009, f"{P}.reference_id", "interactive", order_details(reference="TT 1")),
    (131009, f"{P}.order.subtotal", "interactive", order_details(subtotal={"value": 1, "offset": 1})),
    (131009, f"{P}.order.status", "interactive", order_status("lost")),
    (131009, f"{P}.order.description", "interactive", order_status(description="x" * 121)),
]


@pytest.mark.parametrize(("kind", "content"), TAKEN)
def test_the_longest_of_everything_is_taken(kind: str, content: JSON) -> None:
    check_content(kind, {kind: content})


@pytest.mark.parametrize(("code", "path", "kind", "content"), REFUSED)
def test_one_more_is_refused_and_the_answer_names_the_parameter(code: int, path: str, kind: str, content: JSON) -> None:
    with pytest.raises(GraphError) as refusal:
        check_content(kind, {kind: content})
    assert (refusal.value.code, refusal.value.details.split(" ")[1]) == (code, path)


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"messaging_product": "sms"}, 100, "messaging_product"),
        ({"to": ""}, 131008, "to"),
        ({"type": "poll"}, 100, "type"),
        ({"recipient_type": "crowd"}, 100, "recipient_type"),
        ({"biz_opaque_callback_data": "x" * 513}, 100, "biz_opaque_callback_data"),
        ({"context": {}}, 131008, "context.message_id"),
    ],
)
def test_the_envelope_is_checked_first(changes: JSON, code: int, path: str) -> None:
    body = {"messaging_product": "whatsapp", "to": "+447700900142", "type": "text", **changes}
    with pytest.raises(GraphError) as refusal:
        check_envelope(body)
    assert (refusal.value.code, refusal.value.details.split(" ")[1]) == (code, path)


@pytest.mark.parametrize(
    ("dialled", "digits"),
    [
        ("+44 7700 900142", "447700900142"),
        ("+1 (512) 555-0147", "15125550147"),
        ("447700900142", "447700900142"),
        ("5125550147", "15125550147"),
    ],
)
def test_a_number_without_plus_gets_the_shops_country_code(dialled: str, digits: str) -> None:
    assert canonical_digits(dialled, "1") == digits


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(GraphError, match="valid WhatsApp phone number"):
        canonical_digits("emma", "1")
