"""Form-encoded requests with brackets: `line_items[0][price_data][currency]=usd`."""

import re
from typing import Any
from urllib.parse import parse_qsl

from simulator.jsontypes import Json
from simulator.stripe.errors import StripeError, missing

KEY = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])*)$")


def parse_form(body: bytes) -> Json:
    """Nested objects and lists. Raises StripeError on a name that can not be read."""
    result: Json = {}
    for name, value in parse_qsl(body.decode(errors="replace"), keep_blank_values=True):
        found = KEY.match(name)
        if found is None:
            raise StripeError(f"Invalid parameter name: {name}", name)
        _put(result, [found[1], *re.findall(r"\[([^\[\]]*)\]", found[2])], value)
    return {name: _lists(value) for name, value in result.items()}


def _put(target: Json, path: list[str], value: str) -> None:
    for step in path[:-1]:
        target = target.setdefault(step or str(len(target)), {})
        if not isinstance(target, dict):
            raise StripeError(f"Invalid hash at {path[0]}", path[0])
    target[path[-1] or str(len(target))] = value


def _lists(value: Any) -> Any:
    """An object whose keys are 0, 1, 2 … is a list."""
    if not isinstance(value, dict):
        return value
    children = {name: _lists(each) for name, each in value.items()}
    if children and list(children) == [str(index) for index in range(len(children))]:
        return list(children.values())
    return children


def text(data: Json, name: str, path: str, most: int = 5000) -> str:
    value = data.get(name)
    if value is None or value == "":
        raise missing(path)
    if not isinstance(value, str) or len(value) > most:
        raise StripeError(f"Invalid string: {path} must be at most {most} characters.", path)
    return value


def whole(data: Json, name: str, path: str, least: int = 0) -> int:
    value = text(data, name, path)
    if not re.fullmatch(r"-?\d{1,12}", value):
        raise StripeError(f"Invalid integer: {value}", path, "parameter_invalid_integer")
    if int(value) < least:
        raise StripeError(f"This value must be greater than or equal to {least}.", path, "parameter_invalid_integer")
    return int(value)


def metadata(data: Json, path: str = "metadata") -> dict[str, str]:
    """At most 50 keys of 40 characters, values of 500."""
    value = data.get("metadata") or {}
    if not isinstance(value, dict):
        raise StripeError("Invalid hash", path)
    for key, each in value.items():
        if len(key) > 40 or not isinstance(each, str) or len(each) > 500:
            raise StripeError(f"Metadata keys have at most 40 characters, values at most 500: {key}", path)
    if len(value) > 50:
        raise StripeError("Metadata can have at most 50 keys.", path)
    return value
