"""Opening the payment link and paying, by the pages' own forms and nothing else."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

import aiohttp

PAGES_MOST = 6
CARD_REFUSED = "4000 0000 0000 0002"
ADDRESS = {
    "name": "{name}",
    "email": "{first}@example.com",
    "line1": "12 Elm Road",
    "street": "12 Elm Road",
    "address": "12 Elm Road",
    "city": "Bristol",
    "postal": "BS1 4DJ",
    "zip": "BS1 4DJ",
    "state": "Avon",
    "country": "GB",
    "phone": "+44 7700 900999",
}


class PageTrouble(Exception):
    """The payment could not be made; the text says where it stuck."""


@dataclass
class Form:
    """A form of a page: where it goes, what its fields hold, which buttons it has (name, value, words)."""

    action: str = ""
    method: str = "get"
    fields: dict[str, str] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._is_open = False
        self._button: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(known.get("action", ""), known.get("method", "get").lower()))
            self._is_open = True
        elif self._is_open and tag in ("input", "select", "textarea") and known.get("name"):
            self._field(known)
        elif self._is_open and tag == "button":
            self._button = (known.get("name", ""), known.get("value", ""))
            self.forms[-1].buttons.append((*self._button, ""))

    def _field(self, known: dict[str, str]) -> None:
        form, name = self.forms[-1], known["name"]
        is_choice = known.get("type") in ("radio", "checkbox")
        if is_choice and "checked" not in known and name in form.fields:
            return
        form.fields[name] = known.get("value", "")
        if not form.fields[name]:
            form.empty.append(name)

    def handle_data(self, data: str) -> None:
        if self._button is not None and self.forms[-1].buttons:
            name, value, words = self.forms[-1].buttons[-1]
            self.forms[-1].buttons[-1] = (name, value, f"{words}{data}".strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._button = None
        if tag == "form":
            self._is_open = False


def forms_of(page: str) -> list[Form]:
    parser = _Forms()
    parser.feed(page)
    return parser.forms


async def pay(session: aiohttp.ClientSession, url: str, payer: str, card: str = "") -> str:
    """Walk from the link to the paid page; returns what the pages said on the way. With `card` that number is used.

    Raises PageTrouble when no form leads on.
    """
    address, page, has_pressed = *await _fetch(session, "GET", url, {}), False
    seen = page
    for _ in range(PAGES_MOST):
        form = next((each for each in forms_of(page) if each.method == "post"), None)
        if form is None:
            if has_pressed:
                return words_on(seen)
            raise PageTrouble(f"nothing to press on {address}")
        target = urljoin(address, form.action) if form.action else address
        address, page = await _fetch(session, "POST", target, _filled(form, payer, card))
        has_pressed, seen = True, seen + page
        if card and "declined" in page:
            return words_on(seen)
    raise PageTrouble(f"still not paid after {PAGES_MOST} pages, at {address}")


def words_on(page: str) -> str:
    """The text of a page without its marks, styles and scripts."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", bare))


def _filled(form: Form, payer: str, card: str) -> dict[str, str]:
    first = payer.split()[0].lower()
    filled = dict(form.fields)
    for name in form.empty:
        wanted = next((value for part, value in ADDRESS.items() if part in name.lower()), "")
        filled[name] = wanted.format(name=payer, first=first)
    if card and "card_number" in filled:
        filled["card_number"] = card
    button = next(
        (each for each in form.buttons if "pay" in each[2].lower()), form.buttons[0] if form.buttons else None
    )
    return filled | ({button[0]: button[1]} if button and button[0] else {})


async def _fetch(session: aiohttp.ClientSession, method: str, url: str, form: dict[str, str]) -> tuple[str, str]:
    try:
        async with session.request(method, url, data=form if method == "POST" else None) as response:
            text = await response.text()
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise PageTrouble(f"{url} does not open: {type(error).__name__}") from error
    if response.status >= 400:
        raise PageTrouble(f"{url} answered {response.status}")
    return str(response.url), text
