"""The API's description for people and for programs."""

import html
import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from leadnurturebot.api.description import documented

_NAME = re.compile(r"`([^`]+)`")
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .75rem 0 }
h2 { margin: 2rem 0 .5rem } h3 { font: 600 1rem/1.4 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere }
p { margin: .25rem 0 } code { font-family: ui-monospace, monospace; font-size: .9em }
"""


@require_safe
def description_json(request: HttpRequest) -> JsonResponse:
    """OpenAPI 3.1, to generate clients from."""
    return JsonResponse(documented())


@require_safe
def description_page(request: HttpRequest) -> HttpResponse:
    """Every operation on one page, without scripts or outside files."""
    schema = documented()
    body = "".join(_page(schema))
    return HttpResponse(body, headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"})


def _page(schema: dict[str, Any]) -> Iterator[str]:
    yield "<!doctype html><html lang='en'><meta charset='utf-8'><title>LeadNurtureBot API</title>"
    yield f"<meta name='viewport' content='width=device-width, initial-scale=1'><style>{_STYLE}</style>"
    yield "<main><h1>LeadNurtureBot API, version 1</h1>"
    yield (
        "<p>Send an API key of your shop as <code>Authorization: Bearer lnb_…</code>. Amounts are minor units"
        " (cents) with their currency, times are ISO 8601 in UTC. Lists give <code>results</code> and"
        " <code>next_cursor</code>; pass it back as <code>cursor</code>. Errors are RFC 9457 problems with a stable"
        " <code>code</code>.</p>"
        "<p><a href='/docs/api/v1/openapi.json' download>Download the OpenAPI 3.1 description</a></p>"
    )
    tag = ""
    for path, method, declared in _operations(schema):
        if declared["tags"][0] != tag:
            tag = declared["tags"][0]
            yield f"<h2 id='{html.escape(tag)}'>{html.escape(tag.capitalize())}</h2>"
        yield from _operation(path, method, declared)
    yield "</main></html>"


def _operations(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    found = [
        (path, method, declared) for path, methods in schema["paths"].items() for method, declared in methods.items()
    ]
    return sorted(found, key=lambda item: (item[2]["tags"][0], item[0], item[1]))


def _operation(path: str, method: str, declared: dict[str, Any]) -> Iterator[str]:
    yield f"<section id='{declared['operationId']}'><h3>{method.upper()} {html.escape(path)}</h3>"
    yield f"<p>{_words(declared.get('description', ''))} <code>{declared['operationId']}</code></p>"
    for parameter in declared.get("parameters", []):
        choices = parameter["schema"].get("enum")
        allowed = f" ({', '.join(map(str, choices))})" if choices else ""
        about = _words(f"{parameter.get('description', '')}{allowed}")
        yield f"<p><code>{html.escape(parameter['name'])}</code> {about}</p>"
    yield "</section>"


def _words(text: str) -> str:
    """Plain words, `names` as code."""
    return _NAME.sub(r"<code>\1</code>", html.escape(text))
