"""The hosted page of a provider whose payer only agrees: the form while it can be paid, else what became of it."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True)
class Page:
    """What a page shows. `lines` are (what, amount); `deeds` are further buttons by their words."""

    provider: str
    shop: str
    total: str
    lines: tuple[tuple[str, str], ...]
    action: str
    verb: str
    deeds: tuple[tuple[str, str], ...]
    notice: str = ""


def open_page(page: Page) -> str:
    """HTML with the form."""
    otherwise = "".join(
        f'<button class="link" name="deed" value="{escape(deed)}">{escape(words)}</button>'
        for deed, words in page.deeds
    )
    return _template("pay-approve.html").substitute(
        _facts(page), action=escape(page.action), verb=escape(page.verb), otherwise=otherwise
    )


def closed_page(page: Page, title: str, text: str, back: str) -> str:
    """HTML of a page that nobody can pay on."""
    link = f'<a class="button" href="{escape(back)}">Back to the shop</a>' if back else ""
    return _template("pay-closed.html").substitute(_facts(page), title=escape(title), text=escape(text), back=link)


def _facts(page: Page) -> dict[str, str]:
    lines = "".join(
        f"<li><span><b>{escape(what)}</b></span><span>{escape(much)}</span></li>" for what, much in page.lines
    )
    return {
        "provider": escape(page.provider),
        "shop": escape(page.shop),
        "initial": escape(page.provider[:1]),
        "total": escape(page.total),
        "lines": lines,
        "notice": f'<p class="notice" role="alert">{escape(page.notice)}</p>' if page.notice else "",
    }


def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))
