"""The API's description (OpenAPI 3.1), made from the views; what is served is the committed snapshot."""

from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from drf_spectacular.generators import SchemaGenerator

SNAPSHOT = Path(__file__).with_name("openapi.json")
_ERROR = {
    "type": "object",
    "description": "RFC 9457. Branch on `code`; `fields` names what cannot be used; quote `trace_id` when asking.",
    "required": ["type", "title", "status", "detail", "code", "fields", "trace_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        "trace_id": {"type": "string"},
    },
}


def describe() -> bytes:
    """The description as JSON, sorted so that equal APIs give equal bytes."""
    generator: Any = SchemaGenerator  # without types
    schema = generator(api_version="v1").get_schema(request=None, public=True)
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


def add_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Every operation can answer with a problem (a post-processing hook of drf-spectacular)."""
    result["components"]["schemas"]["Problem"] = _ERROR
    answer = {
        "description": "A problem",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for methods in result["paths"].values():
        for declared in methods.values():
            declared["responses"]["default"] = answer
    return result


def documented(path: Path = SNAPSHOT) -> dict[str, Any]:
    """The committed description, its server named."""
    schema: dict[str, Any] = orjson.loads(path.read_bytes())
    return {**schema, "servers": [{"url": settings.BASE_URL}]}
