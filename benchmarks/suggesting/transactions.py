"""Transactions as columns: from a file whose columns are recognised by name, or from the simulated shop."""

import csv
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROWS_MAX = 1_000_000
_NAMES = {
    "customer": ("customer_id", "customerid", "customer", "user_id", "userid", "user", "visitorid", "client_id", "buyer"),
    "item": ("article_id", "stockcode", "item_id", "itemid", "product_id", "productid", "sku", "item", "product", "article"),
    "time": ("t_dat", "invoicedate", "timestamp", "order_date", "orderdate", "datetime", "created_at", "date", "time"),
}  # fmt: skip
_QUANTITY = ("quantity", "qty", "amount_of_items")
_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%Y%m%d")
_SLASHED = {
    True: ("%d/%m/%Y %H:%M", "%d/%m/%Y", "%d/%m/%y %H:%M"),
    False: ("%m/%d/%Y %H:%M", "%m/%d/%Y", "%m/%d/%y %H:%M"),
}


class UnreadableFile(Exception):
    """The file does not hold transactions, with the reason in plain words."""


@dataclass(frozen=True, slots=True)
class Transactions:
    """Rows as columns, in the order of the file."""

    customers: NDArray[np.int32]
    items: NDArray[np.int32]
    times: NDArray[np.float64]
    """Seconds, of any beginning."""
    names: tuple[str, ...]
    """What each item number is called in the file."""
    skipped: int = 0
    """Rows without customer, item or time, and those taken back (a quantity of zero or less)."""
    was_cut: bool = False
    """The file has more rows than were read."""


def read_transactions(path: Path, *, most: int = ROWS_MAX) -> Transactions:
    """The first `most` rows of a CSV file (comma, semicolon or tab) with a customer, an item and a time in each.

    Raises UnreadableFile when the file or one of the three columns is not there, or no row can be read.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig", errors="replace") as file:
            first = file.readline()
            separator = max(",;\t", key=first.count)
            columns = _columns(next(csv.reader([first], delimiter=separator), []))
            is_day_first = _is_day_first(csv.reader(file, delimiter=separator), columns["time"])
            file.seek(0)
            file.readline()
            return _read(csv.reader(file, delimiter=separator), columns, most, is_day_first)
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}") from error
    except csv.Error as error:
        raise UnreadableFile(f"{path}: not a CSV file ({error})") from error


def _is_day_first(rows: Iterator[list[str]], place: int) -> bool:
    """Whether 4/5/2026 is in May: the first number above twelve tells; where none does, the month comes first."""
    for row in rows:
        first, *others = row[place].split("/") if place < len(row) else [""]
        if not (first.isdigit() and len(first) < 3 and others and others[0].isdigit()):
            if others or not first.strip():
                continue
            return False
        if max(int(first), int(others[0])) > 12:
            return int(first) > 12
    return False


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = [name.strip().casefold().replace(" ", "_").replace("-", "_") for name in header]
    plain = [name.replace("_", "") for name in names]
    found = {}
    for wanted, known in {**_NAMES, "quantity": _QUANTITY}.items():
        place = next((names.index(name) for name in known if name in names), None)
        place = place if place is not None else next((plain.index(n) for n in known if n in plain), None)
        if place is not None:
            found[wanted] = place
    missing = [name for name in _NAMES if name not in found]
    if missing:
        raise UnreadableFile(
            f"no column for {', '.join(missing)} among: {', '.join(header) or 'nothing'};"
            f" known names are {'; '.join(', '.join(_NAMES[name]) for name in missing)}"
        )
    return found


def _read(rows: Iterator[list[str]], columns: dict[str, int], most: int, is_day_first: bool) -> Transactions:
    people: dict[str, int] = {}
    goods: dict[str, int] = {}
    customers, items, times = array("i"), array("i"), array("d")
    seconds, skipped, was_cut = _clock(is_day_first), 0, False
    for row in rows:
        if len(customers) >= most:
            was_cut = True
            break
        customer, item, at = _fields(row, columns)
        second = seconds(at) if customer and item and not _is_taken_back(row, columns) else None
        if second is None:
            skipped += 1
            continue
        customers.append(people.setdefault(customer, len(people)))
        items.append(goods.setdefault(item, len(goods)))
        times.append(second)
    if not customers:
        raise UnreadableFile(f"none of {skipped} rows has a customer, an item and a time that can be read")
    return Transactions(
        np.frombuffer(customers, np.int32), np.frombuffer(items, np.int32), np.frombuffer(times, np.float64),
        tuple(goods), skipped, was_cut,
    )  # fmt: skip


def _fields(row: list[str], columns: dict[str, int]) -> tuple[str, str, str]:
    try:
        return row[columns["customer"]].strip(), row[columns["item"]].strip(), row[columns["time"]].strip()
    except IndexError:
        return "", "", ""


def _is_taken_back(row: list[str], columns: dict[str, int]) -> bool:
    place = columns.get("quantity")
    if place is None or place >= len(row):
        return False
    try:
        return float(row[place]) <= 0
    except ValueError:
        return False


def _clock(is_day_first: bool) -> Callable[[str], float | None]:
    """Reads the times of one file, each text once."""
    by_form = (partial(_by_form, form) for form in (*_FORMS, *_SLASHED[is_day_first]))
    readers: tuple[Callable[[str], float], ...] = (float, _by_iso, *by_form)

    @lru_cache(maxsize=100_000)
    def seconds(text: str) -> float | None:
        for reader in readers:
            try:
                return reader(text)
            except ValueError:
                continue
        return None

    return seconds


def _by_iso(text: str) -> float:
    return _stamp(datetime.fromisoformat(text))


def _by_form(form: str, text: str) -> float:
    return _stamp(datetime.strptime(text, form))  # noqa: DTZ007  # a file's times have no zone: taken as UTC


def _stamp(at: datetime) -> float:
    return at.replace(tzinfo=at.tzinfo or UTC).timestamp()
