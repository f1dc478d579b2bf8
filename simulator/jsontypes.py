"""The one name for a decoded JSON object, and small readers of one."""

from typing import Any, TypeAlias

import orjson

Json: TypeAlias = dict[str, Any]


class NotAnObject(ValueError):
    """JSON, but no object."""


def decode_object(body: bytes) -> Json:
    """Read a JSON object; an empty body is an empty object. Raises ValueError on anything else."""
    if not body.strip():
        return {}
    value = orjson.loads(body)
    if not isinstance(value, dict):
        raise NotAnObject("the body is not a JSON object")
    return value


def without_empty(values: Json) -> Json:
    """Meta leaves a field out where others send null."""
    return {key: value for key, value in values.items() if value is not None}
