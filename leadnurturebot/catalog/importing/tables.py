"""CSV files as rows: any of the usual encodings and separators, read as they stream in."""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from leadnurturebot.catalog.importing.problems import NothingToImport
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.platform.spreadsheets import FORMULA_SIGNS

_SEPARATORS = (",", ";", "\t", "|")
_LONGEST_CELL = 4_000_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Columns are asked for in lower case."""

    number: int
    cells: Sequence[str]
    places: Mapping[str, int]

    def text(self, *columns: str) -> str:
        """The first of the columns that says something, trimmed; "" when none does."""
        for column in columns:
            place = self.places.get(column)
            if place is not None and place < len(self.cells) and (found := self.cells[place].strip()):
                return found[1:] if found[0] == "'" and found[1:2] in FORMULA_SIGNS else found
        return ""


@dataclass(frozen=True, slots=True)
class Table:
    """An open file. A row that is no row of the table comes as the UnusableRow that says so."""

    columns: tuple[str, ...]
    """In lower case, in the file's order."""
    rows: Iterator[Row | UnusableRow]


@contextmanager
def opened(file: Path) -> Iterator[Table]:
    """The file's table. Raises NothingToImport for what is no CSV file with a line of column names."""
    with file.open(encoding=_encoding(file), newline="", errors="replace") as text:
        header = text.readline()
        separator = max(_SEPARATORS, key=header.count)
        text.seek(0)
        csv.field_size_limit(_LONGEST_CELL)
        records = csv.reader(text, delimiter=separator)
        columns = tuple(" ".join(name.replace("\ufeff", "").casefold().split()) for name in next(records, []))
        if not any(columns):
            raise NothingToImport("empty")
        yield Table(columns, _rows(records, columns))


def _encoding(file: Path) -> str:
    """UTF-16 says so itself; what is valid UTF-8 is UTF-8; the rest comes from an old Windows program."""
    with file.open("rb") as data:
        start = data.read(4)
        if start.startswith(b"PK\x03\x04"):
            raise NothingToImport("spreadsheet")
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        data.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := data.read(_CHUNK):
                if b"\0" in chunk:
                    raise NothingToImport("no_text_file")
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _rows(records: Iterator[list[str]], columns: tuple[str, ...]) -> Iterator[Row | UnusableRow]:
    places = {name: place for place, name in reversed(list(enumerate(columns)))}
    number = 1
    while True:
        number += 1
        try:
            cells = next(records)
        except StopIteration:
            return
        except csv.Error as error:
            yield UnusableRow(number, "", "unreadable", error=str(error))
            continue
        if any("\0" in cell for cell in cells):
            yield UnusableRow(number, "", "no_text")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(columns) :]):
            yield UnusableRow(number, "", "too_many_cells")
        else:
            yield Row(number, cells, places)
