"""The guides for people who connect things, as pages of the installation itself: nothing is fetched from outside."""

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from leadnurturebot.api.markdown import to_html

GUIDES = {"integrations": "Integrations", "webhooks": "Webhooks", "security": "API and security guide"}
"""Name in the address and of the file, and the title."""

_PACKED = Path(__file__).parents[1] / "guides"
"""Where a wheel has them; in a checkout they are read from `docs`."""
_CHECKOUT = Path(__file__).parents[2] / "docs"
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; --ink: #1c2221; --page: #f6f4f0; --card: #fff;
  --line: #e6e1d9; --link: #0b5f63 }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebe8; --page: #101413; --card: #181d1c; --line: #2b3230; --link: #6cc5bf } }
body { margin: 0; background: var(--page); color: var(--ink) }
nav, main { max-width: 52rem; margin: 0 auto; padding: 1rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
nav a { display: inline-block; padding: .25rem 0 } nav [aria-current] { font-weight: 600; color: inherit; text-decoration: none }
main { padding-bottom: 4rem } h1 { line-height: 1.25 } h2 { margin-top: 2.25rem; line-height: 1.3 }
a { color: var(--link) } a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; overflow-x: auto }
pre code { overflow-wrap: normal } .table { overflow-x: auto }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line) }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@require_safe
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """One guide as a page."""
    return HttpResponse(_page(name), headers={"Content-Security-Policy": _POLICY})


@cache
def _page(name: str) -> str:
    links = "".join(
        f'<a href="/docs/{other}"{" aria-current=page" if other == name else ""}>{title}</a>'
        for other, title in GUIDES.items()
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{GUIDES[name]} · LeadNurtureBot</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body>'
        f'<nav aria-label="Guides"><a href="/">Portal</a>{links}<a href="/docs/api/v1">API</a></nav>'
        f"<main>{to_html(source_of(name), resolved)}</main></body></html>"
    )


def source_of(name: str) -> str:
    """The text of a guide. Raises FileNotFoundError for an installation without it."""
    packed = _PACKED / f"{name}.md"
    return (packed if packed.is_file() else _CHECKOUT / f"{name}.md").read_text("utf-8")


def resolved(address: str) -> str | None:
    """A link of a guide as its page may have it: other guides, places in the page and the web; not files of the sources."""
    file, _, place = address.partition("#")
    after = f"#{place}" if place else ""
    if not file or address.startswith(("https://", "/")):
        return address
    name = file.removesuffix(".md")
    return f"/docs/{name}{after}" if name in GUIDES else None
