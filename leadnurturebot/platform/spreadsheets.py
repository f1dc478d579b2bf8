"""Files for spreadsheets: CSV that opens as it is meant, and runs nothing."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so; an apostrophe before it keeps it a text, and is no part of it."""


def harmless(cell: str) -> str:
    """A text that a spreadsheet would run is kept a text (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows in UTF-8 with the mark by which a spreadsheet knows it. The cells are harmless already."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")
