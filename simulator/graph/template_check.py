"""Limits of a template at creation, component by component."""

import re
from collections.abc import Callable

from simulator.graph.errors import GraphError
from simulator.graph.template_model import VARIABLE, variables
from simulator.jsontypes import Json

CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
HEADER_FORMATS = ("TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION")
BODY_MOST = 1024
LINE_MOST = 60
LABEL_MOST = 25
BUTTON_MOST = {"URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 1, "CATALOG": 1, "MPM": 1, "QUICK_REPLY": 10}


def refuse(subcode: int, details: str) -> GraphError:
    return GraphError(100, details, subcode=subcode)


def check_template(raw: Json) -> None:
    """Raises GraphError 100 with the platform's subcode where it has one."""
    if not isinstance(raw.get("name"), str) or not re.fullmatch(r"[a-z0-9_]{1,512}", raw["name"]):
        raise refuse(2388040, "name: 1 to 512 of a-z, 0-9 and _")
    if not isinstance(raw.get("language"), str) or not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", raw["language"]):
        raise GraphError(100, "language: a language code as en or es_MX")
    if raw.get("category") not in CATEGORIES:
        raise GraphError(100, f"category: one of {{{', '.join(CATEGORIES)}}}")
    components = raw.get("components")
    if not isinstance(components, list) or not all(isinstance(each, dict) for each in components):
        raise GraphError(100, "components: a list is wanted")
    kinds = [str(each.get("type")).upper() for each in components]
    if kinds.count("BODY") != 1 or len(set(kinds)) != len(kinds):
        raise GraphError(100, "components: exactly one BODY and at most one of each other type")
    for kind, each in zip(kinds, components, strict=True):
        _check_component(kind, each, is_named(raw))


def is_named(raw: Json) -> bool:
    return str(raw.get("parameter_format") or "POSITIONAL").upper() == "NAMED"


def _check_component(kind: str, component: Json, named: bool) -> None:
    if kind not in CHECKS:
        raise GraphError(100, f"components: type {kind} is not supported")
    CHECKS[kind](component, named)


def _header(header: Json, named: bool) -> None:
    kind = str(header.get("format") or "").upper()
    if kind not in HEADER_FORMATS:
        raise refuse(2388047, f"HEADER.format: one of {{{', '.join(HEADER_FORMATS)}}}")
    if kind == "TEXT":
        text = _text(header, LINE_MOST, "HEADER", 2388047)
        if len(variables(text)) > 1:
            raise refuse(2388047, "HEADER.text: at most one variable")
        _examples(header, "header_text", text, named, 2388047)
    elif kind != "LOCATION" and not _has_sample(header.get("example")):
        raise refuse(2388047, "HEADER.example.header_handle is required")


def _has_sample(example: object) -> bool:
    return isinstance(example, dict) and bool(example.get("header_handle"))


def _body(body: Json, named: bool) -> None:
    text = _text(body, BODY_MOST, "BODY", 2388072)
    stripped = text.strip()
    if VARIABLE.match(stripped) or re.search(r"\{\{[^{}]*\}\}$", stripped):
        raise refuse(2388299, "BODY.text: a variable may not stand at the start or at the end")
    if re.search(r"\}\}\s*\{\{", text):
        raise refuse(2388293, "BODY.text: two variables may not stand side by side")
    _check_names(variables(text), named)
    _examples(body, "body_text", text, named, 2388072)


def _check_names(names: list[str], named: bool) -> None:
    if named and not all(re.fullmatch(r"[a-z_][a-z0-9_]*", name) for name in names):
        raise refuse(2388072, "variables: lower-case names with _ are wanted for parameter_format NAMED")
    if not named and names != [str(index + 1) for index in range(len(names))]:
        raise refuse(2388072, "variables: {{1}}, {{2}} … in order are wanted for parameter_format POSITIONAL")


def _examples(component: Json, key: str, text: str, named: bool, subcode: int) -> None:
    names = variables(text)
    if not names:
        return
    example = component.get("example")
    given = example.get(f"{key}_named_params" if named else key) if isinstance(example, dict) else None
    values = given if isinstance(given, list) else []
    values = values[0] if values and isinstance(values[0], list) else values
    if len(values) != len(names):
        raise refuse(subcode, f"example.{key}: {len(names)} examples are wanted, {len(values)} given")


def _footer(footer: Json, named: bool) -> None:
    if variables(_text(footer, LINE_MOST, "FOOTER", 2388073)):
        raise refuse(2388073, "FOOTER.text: variables are not allowed")


def _buttons(component: Json, named: bool) -> None:
    given = component.get("buttons")
    if not isinstance(given, list) or not 1 <= len(given) <= 10 or not all(isinstance(each, dict) for each in given):
        raise refuse(2388019, "BUTTONS.buttons: 1 to 10 are wanted")
    kinds = [str(button.get("type")).upper() for button in given]
    for kind in kinds:
        if kind not in BUTTON_MOST or kinds.count(kind) > BUTTON_MOST[kind]:
            raise refuse(2388019, f"BUTTONS: too many or unknown buttons of type {kind}")
    runs = [
        kind for at, kind in enumerate(kinds) if at == 0 or (kind == "QUICK_REPLY") != (kinds[at - 1] == "QUICK_REPLY")
    ]
    if len(runs) > 2:
        raise refuse(2388019, "BUTTONS: quick replies must stand together")
    for kind, button in zip(kinds, given, strict=True):
        _check_button(kind, button)


def _check_button(kind: str, button: Json) -> None:
    if kind not in ("COPY_CODE", "CATALOG", "MPM"):
        _text(button, LABEL_MOST, kind, 2388019)
    if kind == "URL":
        url = str(button.get("url") or "")
        found = VARIABLE.findall(url)
        if not url.startswith(("http://", "https://")) or len(url) > 2000:
            raise refuse(2388019, "URL.url: an address of at most 2000 characters is wanted")
        if len(found) > 1 or (found and not url.endswith("}}")):
            raise refuse(2388019, "URL.url: one variable, at the end")


def _text(component: Json, most: int, where: str, subcode: int) -> str:
    text = component.get("text")
    if not isinstance(text, str) or not 1 <= len(text) <= most:
        raise refuse(subcode, f"{where}.text: 1 to {most} characters are wanted")
    return text


CHECKS: dict[str, Callable[[Json, bool], None]] = {
    "HEADER": _header,
    "BODY": _body,
    "FOOTER": _footer,
    "BUTTONS": _buttons,
}
