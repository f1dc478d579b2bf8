"""Section 5.5 of the reference: every component that a template's send may carry."""

import json
from typing import Any

import pytest

from leadnurturebot.domain.message_content import (
    Parameter,
    ProductSection,
    Template,
    TemplateButton,
    TemplateCard,
    TemplateHeader,
    from_json,
    to_json,
)
from leadnurturebot.domain.messages.template import fit_for_template
from leadnurturebot.providers.messaging.cloud_outbound import wire_message
from tests.providers.outbound.samples import FILM, PICTURE


def button(kind: str, parameter: dict[str, Any], index: str = "0") -> dict[str, Any]:
    return {"type": "button", "sub_type": kind, "index": index, "parameters": [parameter]}


def with_button(kind: str, value: str = "", **more: Any) -> Template:
    return Template("sale", "es_MX", buttons=(TemplateButton(index=0, type=kind, value=value, **more),))


def with_header(**header: Any) -> Template:
    return Template("sale", "es_MX", header=TemplateHeader(**header))


def body(*parameters: dict[str, Any]) -> dict[str, Any]:
    return {"type": "body", "parameters": list(parameters)}


def top(parameter: dict[str, Any]) -> dict[str, Any]:
    return {"type": "header", "parameters": [parameter]}


CARD = TemplateCard(
    header=TemplateHeader(type="image", media_id="9"),
    parameters=(Parameter(text="Dress"),),
    buttons=(TemplateButton(index=0, type="quick_reply", value="see:1"),),
)
WIRE_CARD = [
    top({"type": "image", "image": {"id": "9"}}),
    body({"type": "text", "text": "Dress"}),
    button("quick_reply", {"type": "payload", "payload": "see:1"}),
]
MPM = {
    "thumbnail_product_retailer_id": "A",
    "sections": [{"title": "Hats", "product_items": [{"product_retailer_id": "A"}]}],
}
SENDS: tuple[tuple[Template, list[dict[str, Any]]], ...] = (
    (Template("sale", "es_MX"), []),
    (Template("sale", "es_MX", ("Ana", "vestido"), PICTURE, ("pay",)), [
        top({"type": "image", "image": {"link": PICTURE}}),
        body({"type": "text", "text": "Ana"}, {"type": "text", "text": "vestido"}),
        button("quick_reply", {"type": "payload", "payload": "pay"})]),
    (Template("sale", "es_MX", parameters=(Parameter(text="Ana", name="nombre"),)),
     [body({"type": "text", "parameter_name": "nombre", "text": "Ana"})]),
    (Template("sale", "es_MX", parameters=(
        Parameter(text="$10.00", currency="USD", amount_1000=10000), Parameter(text="May 1", is_date=True))),
     [body({"type": "currency", "currency": {"fallback_value": "$10.00", "code": "USD", "amount_1000": 10000}},
           {"type": "date_time", "date_time": {"fallback_value": "May 1"}})]),
    (with_header(type="text", parameter=Parameter(text="Ana")), [top({"type": "text", "text": "Ana"})]),
    (with_header(type="video", url=FILM), [top({"type": "video", "video": {"link": FILM}})]),
    (with_header(type="document", media_id="9", filename="sizes.pdf"),
     [top({"type": "document", "document": {"id": "9", "filename": "sizes.pdf"}})]),
    (with_header(type="location", latitude=1.5, longitude=2.5, name="Shop", address="1 Main St"),
     [top({"type": "location", "location": {"latitude": 1.5, "longitude": 2.5, "name": "Shop", "address": "1 Main St"}})]),
    (with_header(type="product", catalog_id="44", item="A"),
     [top({"type": "product", "product": {"product_retailer_id": "A", "catalog_id": "44"}})]),
    (with_button("quick_reply", "tallas:42"), [button("quick_reply", {"type": "payload", "payload": "tallas:42"})]),
    (with_button("url", "abc?utm=1"), [button("url", {"type": "text", "text": "abc?utm=1"})]),
    (with_button("copy_code", "SUMMER10"), [button("copy_code", {"type": "coupon_code", "coupon_code": "SUMMER10"})]),
    (with_button("flow", "t1", data={"day": "Mon"}),
     [button("flow", {"type": "action", "action": {"flow_token": "t1", "flow_action_data": {"day": "Mon"}}})]),
    (with_button("catalog", "A"),
     [button("catalog", {"type": "action", "action": {"thumbnail_product_retailer_id": "A"}})]),
    (with_button("mpm", "A", sections=(ProductSection("Hats", ("A",)),)), [button("mpm", {"type": "action", "action": MPM})]),
    (Template("sale", "es_MX", offer_expires_ms=1763800000000), [{"type": "limited_time_offer", "parameters": [
        {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1763800000000}}]}]),
    (Template("sale", "es_MX", cards=(CARD, CARD)), [{"type": "carousel", "cards": [
        {"card_index": 0, "components": WIRE_CARD}, {"card_index": 1, "components": WIRE_CARD}]}]),
)  # fmt: skip


@pytest.mark.parametrize(("template", "components"), SENDS)
def test_it_is_written_as_the_reference_says(template: Template, components: list[dict[str, Any]]) -> None:
    wire = {"name": "sale", "language": {"code": "es_MX"}, "components": components}
    assert wire_message(template) == {"type": "template", "template": wire}


@pytest.mark.parametrize(("template", "components"), SENDS)
def test_it_survives_being_stored(template: Template, components: list[dict[str, Any]]) -> None:
    assert from_json(json.loads(json.dumps(to_json(template)))) == template


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": "Big Sale"}, "small letters"),
        ({"body_parameters": ("two\nlines",)}, "no line breaks"),
        ({"body_parameters": ("five     spaces",)}, "four spaces"),
        ({"body_parameters": ("",)}, "template parameter has 0"),
        ({"button_parameters": ("x" * 129,)}, "quick_reply button has 129"),
        ({"body": "x" * 1025}, "template text has 1025"),
        ({"body_parameters": ("a",), "parameters": (Parameter(text="a"),)}, "not both"),
        ({"parameters": (Parameter(text="a", name="x"), Parameter(text="b"))}, "have names or none"),
        ({"cards": (CARD,)}, "a carousel has two to ten"),
    ],
)
def test_what_whatsapp_would_refuse_cannot_be_made(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Template(**{"name": "sale", "language": "es_MX", **changes})


@pytest.mark.parametrize(("kind", "most"), [("quick_reply", 128), ("copy_code", 20), ("url", 2000)])
def test_a_button_is_filled_up_to_its_limit(kind: str, most: int) -> None:
    assert with_button(kind, "x" * most).buttons[0].value == "x" * most
    with pytest.raises(ValueError, match=f"{kind} button has {most + 1}"):
        with_button(kind, "x" * (most + 1))


def test_words_are_made_fit_for_a_parameter() -> None:
    assert fit_for_template("Blue\nFloral\tDress      M ") == "Blue Floral Dress M"
