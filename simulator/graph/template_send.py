"""Sending a template: does it exist, is it approved, do the parameters fit; and what the person will read."""

import re
from typing import Any

from simulator.graph.errors import GraphError, missing
from simulator.graph.fields import Fields
from simulator.graph.template_model import VARIABLE, buttons, component, find_template, variables
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.world import World

BODY_MOST = 1024
HEADER_MOST = 60
PAYLOAD_MOST = 128
STATE_ERRORS = {"PAUSED": 132015, "DISABLED": 132016}


def template_message(world: World, number: Number, body: Json) -> Json:
    """Category, name and filled text of a template message. Raises GraphError 132000 … 132018."""
    fields = Fields(body).object("template")
    name = fields.text("name", 512)
    language = fields.object("language").text("code", 15)
    template = find_template(world, number.waba_id, name, language)
    if template is None or template["status"] not in ("APPROVED", *STATE_ERRORS):
        raise GraphError(132001, f"template name ({name}) does not exist in {language}")
    if template["status"] in STATE_ERRORS:
        raise GraphError(STATE_ERRORS[template["status"]], f"template {name} is {template['status'].lower()}")
    given = _components(fields)
    rendered = {
        "header": _header(template, given.get(("header", None), [])),
        "body": _filled(template, component(template, "BODY") or {}, given.get(("body", None), []), "body", BODY_MOST),
        "footer": (component(template, "FOOTER") or {}).get("text"),
        "buttons": _buttons(template, given),
    }
    return {
        "category": template["category"].lower(),
        "template": name,
        "template_id": template["id"],
        "rendered": rendered,
    }


def _components(fields: Fields) -> dict[tuple[str, str | None], list[Json]]:
    """Parameters by (kind, index of button)."""
    given: dict[tuple[str, str | None], list[Json]] = {}
    for each in fields.objects("components", 0, 20) if fields.has("components") else []:
        kind = str(each.raw("type") or "").lower()
        if kind not in ("header", "body", "button"):
            raise each.refuse("type", "must be one of {header, body, button}.")
        if kind == "button" and each.raw("index") is None:
            raise missing(each.at("index"))
        index = str(each.raw("index")) if kind == "button" else None
        parameters = each.raw("parameters") or []
        if not isinstance(parameters, list) or not all(isinstance(one, dict) for one in parameters):
            raise each.refuse("parameters", "must be a list of objects.")
        given[(kind, index)] = parameters
    return given


def _header(template: Json, parameters: list[Json]) -> Json | None:
    header = component(template, "HEADER")
    if header is None:
        _expect(len(parameters), 0, "header")
        return None
    kind = str(header["format"]).lower()
    if kind == "text":
        return {"type": "text", "text": _filled(template, header, parameters, "header", HEADER_MOST)}
    if len(parameters) != 1 or parameters[0].get("type") != kind:
        raise GraphError(132012, f"header: Format mismatch, expected {kind.upper()}, received {_kind_of(parameters)}")
    media = parameters[0].get(kind)
    if not isinstance(media, dict) or (kind != "location" and bool(media.get("id")) == bool(media.get("link"))):
        raise GraphError(132012, f"header.{kind}: exactly one of id and link is wanted")
    return {"type": kind, kind: media}


def _kind_of(parameters: list[Json]) -> str:
    return str(parameters[0].get("type", "UNKNOWN")).upper() if parameters else "UNKNOWN"


def _filled(template: Json, part: Json, parameters: list[Json], where: str, most: int) -> str:
    names = variables(part.get("text", ""))
    _expect(len(parameters), len(names), where)
    values = _values(template, names, parameters, where)
    text = VARIABLE.sub(lambda found: values[found.group(1)], part.get("text", ""))
    if len(text) > most:
        raise GraphError(132005, f"{where}: the filled text has {len(text)} characters, at most {most} are allowed")
    return text


def _expect(given: int, wanted: int, where: str) -> None:
    if given != wanted:
        details = (
            f"{where}: number of localizable_params ({given}) does not match the expected number of params ({wanted})"
        )
        raise GraphError(132000, details)


def _values(template: Json, names: list[str], parameters: list[Json], where: str) -> dict[str, str]:
    if template["parameter_format"] != "NAMED":
        return dict(zip(names, [_value(each, where) for each in parameters], strict=True))
    values = {str(each.get("parameter_name")): _value(each, where) for each in parameters}
    if set(values) != set(names):
        raise GraphError(132012, f"{where}: Parameter name is missing or empty, expected {', '.join(names)}")
    return values


def _value(parameter: Json, where: str) -> str:
    kind = parameter.get("type")
    if kind == "text":
        return _clean(parameter.get("text"), where)
    if kind in ("currency", "date_time") and isinstance(parameter.get(kind), dict):
        return _clean(parameter[kind].get("fallback_value"), where)
    raise GraphError(132012, f"{where}: parameters of type text, currency or date_time are expected")


def _clean(text: Any, where: str) -> str:
    if not isinstance(text, str) or not text:
        raise missing(f"template.components.{where}.parameters.text")
    if re.search(r"[\n\t]| {5,}", text):
        raise GraphError(
            132018, f"{where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
        )
    return text


def _buttons(template: Json, given: dict[tuple[str, str | None], list[Json]]) -> list[Json]:
    stored = buttons(template)
    for kind, index in given:
        if kind == "button" and (index is None or not index.isdigit() or int(index) >= len(stored)):
            raise GraphError(132012, f"buttons: the template has no button with index {index}")
    return [_button(each, index, given.get(("button", str(index)), [])) for index, each in enumerate(stored)]


def _button(button: Json, index: int, parameters: list[Json]) -> Json:
    kind, where = str(button["type"]).upper(), f"buttons[{index}]"
    text = button.get("text", "")
    if kind == "QUICK_REPLY":
        return {"type": "quick_reply", "text": text, "payload": _payload(parameters, text, where)}
    if kind == "URL":
        _expect(len(parameters), len(variables(button["url"])), where)
        url = VARIABLE.sub(lambda _: _value(parameters[0], where), button["url"])
        return {"type": "url", "text": text, "url": url}
    return {"type": kind.lower(), "text": text or "Copy code", "phone_number": button.get("phone_number")}


def _payload(parameters: list[Json], text: str, where: str) -> str:
    if not parameters:
        return text
    payload = parameters[0].get("payload")
    if parameters[0].get("type") != "payload" or not isinstance(payload, str) or len(payload) > PAYLOAD_MOST:
        raise GraphError(
            132012, f"{where}: one parameter of type payload with at most {PAYLOAD_MOST} characters is expected"
        )
    return payload
