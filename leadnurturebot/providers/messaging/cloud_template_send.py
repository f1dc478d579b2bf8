"""Sending an approved template: its parameters in the Cloud API's wire format."""

from collections.abc import Callable, Sequence
from typing import Any

from leadnurturebot.domain.message_content import (
    Parameter,
    Template,
    TemplateButton,
    TemplateCard,
    TemplateHeader,
)
from leadnurturebot.providers.messaging.cloud_commerce import product_sections
from leadnurturebot.providers.messaging.cloud_parts import Json, file, filled


def _template(content: Template) -> Json:
    components = [
        *_header(_header_of(content)),
        *_body(_parameters_of(content)),
        *_offer(content.offer_expires_ms),
        *map(_button, _buttons_of(content)),
        *_cards(content.cards),
    ]
    template = {"name": content.name, "language": {"code": content.language}, "components": components}
    return {"type": "template", "template": template}


def _header_of(content: Template) -> TemplateHeader | None:
    url = content.header_image_url
    return TemplateHeader(type="image", url=url) if url else content.header


def _parameters_of(content: Template) -> Sequence[Parameter]:
    return content.parameters or [Parameter(text=text) for text in content.body_parameters]


def _buttons_of(content: Template) -> Sequence[TemplateButton]:
    short = enumerate(content.button_parameters)
    return content.buttons or [TemplateButton(index=i, type="quick_reply", value=payload) for i, payload in short]


def _header(given: TemplateHeader | None) -> list[Json]:
    return [] if given is None else [{"type": "header", "parameters": [_header_value(given)]}]


def _header_value(given: TemplateHeader) -> Json:
    if given.parameter is not None:
        return _parameter(given.parameter)
    if given.type == "location":
        place = {"latitude": given.latitude, "longitude": given.longitude}
        return {"type": "location", "location": place | filled(name=given.name, address=given.address)}
    if given.type == "product":
        return {"type": "product", "product": {"product_retailer_id": given.item, "catalog_id": given.catalog_id}}
    source = file(given.url, given.media_id) | filled(filename=given.filename)
    return {"type": given.type, given.type: source}


def _body(parameters: Sequence[Parameter]) -> list[Json]:
    return [{"type": "body", "parameters": [_parameter(each) for each in parameters]}] if parameters else []


def _parameter(given: Parameter) -> Json:
    name = filled(parameter_name=given.name)
    if given.currency:
        amount = {"fallback_value": given.text, "code": given.currency, "amount_1000": given.amount_1000}
        return {"type": "currency", **name, "currency": amount}
    if given.is_date:
        return {"type": "date_time", **name, "date_time": {"fallback_value": given.text}}
    return {"type": "text", **name, "text": given.text}


def _offer(expires_ms: int | None) -> list[Json]:
    if expires_ms is None:
        return []
    offer = {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": expires_ms}}
    return [{"type": "limited_time_offer", "parameters": [offer]}]


def _button(button: TemplateButton) -> Json:
    return {
        "type": "button",
        "sub_type": button.type,
        "index": str(button.index),
        "parameters": [_BUTTON_VALUES[button.type](button)],
    }


def _action(**values: Any) -> Json:
    return {"type": "action", "action": filled(**values)}


_BUTTON_VALUES: dict[str, Callable[[TemplateButton], Json]] = {
    "quick_reply": lambda button: {"type": "payload", "payload": button.value},
    "url": lambda button: {"type": "text", "text": button.value},
    "copy_code": lambda button: {"type": "coupon_code", "coupon_code": button.value},
    "flow": lambda button: _action(flow_token=button.value, flow_action_data=button.data),
    "catalog": lambda button: _action(thumbnail_product_retailer_id=button.value),
    "mpm": lambda button: _action(
        thumbnail_product_retailer_id=button.value, sections=product_sections(button.sections)
    ),
}


def _cards(cards: Sequence[TemplateCard]) -> list[Json]:
    return [{"type": "carousel", "cards": [_card(*place) for place in enumerate(cards)]}] if cards else []


def _card(index: int, card: TemplateCard) -> Json:
    components = [*_header(card.header), *_body(card.parameters), *map(_button, card.buttons)]
    return {"card_index": index, "components": components}


WRITERS: dict[type, Callable[[Any], Json]] = {Template: _template}
