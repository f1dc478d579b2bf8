"""The limits of what can be sent, and the checks that keep them.

They are WhatsApp's (characters, not bytes). Breaking one is a mistake in the program, so it raises and names the field:
words that come from data are made to fit before (`fitting`).
"""

import re
from collections.abc import Sequence

BODY_MAX = 1024
TEXT_MAX = 4096
TITLE_MAX = 20
HEADER_MAX = 60
FOOTER_MAX = 60
SECTION_TITLE_MAX = 24
SECTIONS_MAX = 10
ROW_TITLE_MAX = 24
ROW_DESCRIPTION_MAX = 72
ROWS_MAX = 10
CARD_MAX = 160
CARD_LINE_BREAKS_MAX = 2
BUTTON_ID_MAX = 256
ROW_ID_MAX = 200
CARD_BUTTON_ID_MAX = 20
PRODUCT_ID_MAX = 100
URL_MAX = 2000

_MARKED = re.compile(r"(?<!\w)([*_~`])\S(?:[^\n]*?\S)?\1(?!\w)")
_WEB = re.compile(r"https?://\S+")


def check(text: str, limit: int, field: str, *, may_be_empty: bool = False) -> None:
    """Raises ValueError for a text that is empty or longer than `limit`."""
    if len(text) > limit or not (text.strip() or may_be_empty):
        raise ValueError(f"{field} has {len(text)} characters; one to {limit} are allowed")


def check_title(text: str, limit: int, field: str) -> None:
    """A title also has no marks for bold and the like: they would be shown as they stand. Emoji are fine."""
    check(text, limit, field)
    if _MARKED.search(text):
        raise ValueError(f"{field} has marks for bold, italic or struck words, which titles do not know")


def check_count(items: Sequence[object], least: int, most: int, what: str) -> None:
    """Raises ValueError outside `least` to `most`."""
    if not least <= len(items) <= most:
        words = {0: "no", 1: "one", 2: "two", 3: "three", 10: "ten", 30: "thirty"}
        raise ValueError(f"{what} has {words.get(least, least)} to {words.get(most, most)}; this one has {len(items)}")


def check_distinct(values: Sequence[str], field: str) -> None:
    """Raises ValueError when two are equal."""
    if len(set(values)) != len(values):
        raise ValueError(f"two choices of one message have the same {field}")


def check_url(url: str, field: str) -> None:
    """An address of the web. Plain http is for a simulator on this machine; Meta wants https."""
    check(url, URL_MAX, field)
    if not _WEB.fullmatch(url):
        raise ValueError(f"{field} must be an address that starts with https:// and has no spaces")


def check_source(url: str, media_id: str, field: str) -> None:
    """A file comes from an address or was uploaded, never both."""
    if bool(url) == bool(media_id):
        raise ValueError(f"{field} has an address or a media id, and not both")
    if url:
        check_url(url, f"{field} address")


def has_marks(text: str) -> bool:
    """Whether a messenger would draw part of the text bold, italic, struck or as code."""
    return _MARKED.search(text) is not None


def without_marks(text: str) -> str:
    """The text without its marks for bold, italic, struck and code."""
    while found := _MARKED.search(text):
        text = text[: found.start()] + found.group()[1:-1] + text[found.end() :]
    return text
