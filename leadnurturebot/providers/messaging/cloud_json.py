"""Reading JSON that an outside system wrote: nothing about its shape is taken on trust."""

import json
import re
from collections.abc import Mapping
from typing import Any

import orjson

Json = Mapping[str, Any]

# Halves of a character, left where a sender cut a text in the middle of an emoji; they cannot be written as UTF-8.
_HALVES = re.compile("[\ud800-\udfff]")
_LARGEST = 2**63


def load(body: bytes) -> Any:
    """The body's value, without what cannot be stored: halves of characters, NUL. Raises ValueError for what is no JSON."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return _storable(_load_leniently(body))
    return _storable(value) if b"\\u0000" in body else value


def _load_leniently(body: bytes) -> Any:
    try:
        return json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _storable(value: Any) -> Any:
    match value:
        case str():
            return _HALVES.sub("\N{REPLACEMENT CHARACTER}", value).replace("\0", "")
        case list():
            return [_storable(item) for item in value]
        case dict():
            return {_storable(name): _storable(item) for name, item in value.items()}
        case int() if not -_LARGEST <= value < _LARGEST:
            return str(value)
        case _:
            return value


def mapping(value: object) -> Json:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> list[Json]:
    """The objects of a list; an object alone counts as a list of one."""
    if not value:
        return []
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def text(value: object) -> str:
    """A text or number as text, anything else as nothing."""
    # Nearly all are texts, and a webhook of a thousand statuses asks ten thousand times.
    if type(value) is str:
        return value
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def kept(source: Json, *names: str) -> dict[str, Any]:
    """The named fields that are there and hold a plain value."""
    return {name: source[name] for name in names if isinstance(source.get(name), str | int | float | bool)}
