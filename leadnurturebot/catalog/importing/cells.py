"""What a cell says: amounts, counts, yes and no, texts without markup."""

import html
import re
from decimal import Decimal, InvalidOperation

from leadnurturebot.catalog.drafts import STOCK_MAX
from leadnurturebot.catalog.importing.currencies import is_foreign
from leadnurturebot.catalog.row_problems import UnusableRow

LONGEST_TEXT = 4000
_NUMBER = re.compile(r"-?[\d.,'’\s\u00a0\u202f]*\d")
_BLOCK_END = re.compile(r"<\s*(?:br|/p|/li|/div|/h[1-6]|/tr|/ul|/ol)\b[^>]*>", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"<\s*(script|style)\b.*?<\s*/\s*\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)
_YES = frozenset({"1", "true", "yes", "y", "active", "published"})


def price(text: str, currency: str, row: int, column: str) -> Decimal:
    """An amount of the shop's currency, which may stand beside it. Raises UnusableRow, also for another currency's."""
    if is_foreign(text, currency):
        raise UnusableRow(row, column, "other_currency", text=text, currency=currency)
    return amount(text, row, column)


def amount(text: str, row: int, column: str) -> Decimal:
    """ "49", "$1,299.00" and "1.299,00 $" in major units. Raises UnusableRow for what is no amount."""
    found = _NUMBER.search(text)
    if found is None or sum(character.isdigit() for character in text) != sum(map(str.isdigit, found[0])):
        raise UnusableRow(row, column, "no_price" if text else "price_missing", text=text)
    try:
        return Decimal(_plain(re.sub(r"[\s'’\u00a0\u202f]", "", found[0])))
    except InvalidOperation as error:
        raise UnusableRow(row, column, "no_price", text=text) from error


def _plain(digits: str) -> str:
    """One decimal point and nothing else. A lone comma before three digits parts thousands, a lone point never does."""
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > point:
        is_decimal = digits.count(",") == 1 and (point >= 0 or len(digits) - comma - 1 != 3)
        whole = digits.replace(".", "")
        return whole.replace(",", ".") if is_decimal else whole.replace(",", "")
    digits = digits.replace(",", "")
    return digits.replace(".", "") if digits.count(".") > 1 else digits


def count(text: str, row: int, column: str) -> int:
    """A number of pieces; "" is 0. Raises UnusableRow for what is no whole number."""
    try:
        number = Decimal(text or 0)
    except InvalidOperation as error:
        raise UnusableRow(row, column, "no_count", text=text) from error
    if not number.is_finite() or abs(number) > STOCK_MAX or number != number.to_integral_value():
        raise UnusableRow(row, column, "no_whole_count", text=text)
    return int(number)


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.casefold() in _YES


def plain_text(markup: str) -> str:
    """HTML as text: a line for each paragraph or list item, no tags, characters instead of entities."""
    lines = _TAG.sub("", _BLOCK_END.sub("\n", _NOT_SHOWN.sub("", markup)))
    shown = (" ".join(line.split()) for line in html.unescape(lines).splitlines())
    return "\n".join(line for line in shown if line)[:LONGEST_TEXT]


def picture(address: str, row: int, column: str) -> str:
    """A picture's address as it is. Raises UnusableRow for one that phones could not load."""
    if not address.startswith("https://") or any(character.isspace() for character in address):
        raise UnusableRow(row, column, "picture_address", text=address[:60])
    return address
