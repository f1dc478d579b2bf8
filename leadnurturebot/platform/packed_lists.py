"""Lists as PostgreSQL arrays in binary form.

The message path sends whole batches as one array a column. psycopg writes such arrays as text, element by element in
Python, quoted and escaped, bytes as hexadecimal digits: a sixth of a worker's time, and PostgreSQL reads it all back.
The binary form (`array_recv` and the types' own receive functions in PostgreSQL's source) needs neither.

A `Column` says its type. That also keeps a statement one prepared statement: psycopg prepares by the types of the
parameters, and a list of nothing but None has none to tell.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from struct import pack
from typing import Any
from uuid import UUID

from psycopg.abc import AdaptContext, Buffer, DumperKey
from psycopg.adapt import Dumper, PyFormat
from psycopg.pq import Format
from psycopg.types.array import ListDumper

_NULL = b"\xff\xff\xff\xff"
_YEAR_2000 = datetime(2000, 1, 1, tzinfo=UTC)
_DAY_2000 = date(2000, 1, 1).toordinal()
_FALSE, _TRUE = b"\0\0\0\1\0", b"\0\0\0\1\1"
_LENGTH_16 = pack("!i", 16)


def _boolean(value: bool) -> bytes:
    return _TRUE if value else _FALSE


def _bytea(value: bytes) -> bytes:
    return pack("!i", len(value)) + value


def _text(value: str) -> bytes:
    written = value.encode()
    return pack("!i", len(written)) + written


def _jsonb(value: str) -> bytes:
    written = value.encode()
    return pack("!ib", len(written) + 1, 1) + written


def _timestamptz(value: datetime) -> bytes:
    since = value - _YEAR_2000
    return pack("!iq", 8, (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds)


def _uuid(value: UUID) -> bytes:
    return _LENGTH_16 + value.int.to_bytes(16)


Write = Callable[[Any], bytes]

# Name -> oid of the type, oid of its array (pg_type.dat), length and value of one element.
_TYPES: dict[str, tuple[int, int, Write]] = {
    "bigint": (20, 1016, lambda value: pack("!iq", 8, value)),
    "boolean": (16, 1000, _boolean),
    "bytea": (17, 1001, _bytea),
    "date": (1082, 1182, lambda value: pack("!ii", 4, value.toordinal() - _DAY_2000)),
    "double precision": (701, 1022, lambda value: pack("!id", 8, value)),
    "int": (23, 1007, lambda value: pack("!ii", 4, value)),
    "jsonb": (3802, 3807, _jsonb),
    "smallint": (21, 1005, lambda value: pack("!ih", 2, value)),
    "text": (25, 1009, _text),
    "timestamptz": (1184, 1185, _timestamptz),
    "uuid": (2950, 2951, _uuid),
}
_NAMES: dict[type, str] = {
    bool: "boolean",
    bytes: "bytea",
    datetime: "timestamptz",
    int: "bigint",
    str: "text",
    UUID: "uuid",
}


class Column(list[Any]):
    """The values of a column of a PostgreSQL type by its name, as listed above; None is null. JSON comes as text."""

    __slots__ = ("kind",)

    def __init__(self, kind: str, values: Iterable[Any]) -> None:
        super().__init__(values)
        self.kind = kind


class _Packed(Dumper):
    """Writes lists whose elements are all of one known type."""

    format = Format.BINARY

    def __init__(self, cls: type, kind: str) -> None:
        super().__init__(cls)
        self._element, self.oid, self._write = _TYPES[kind]

    def dump(self, obj: list[Any]) -> Buffer:
        """One dimension from 1 on, with its length; whether there are nulls; each element's length and value."""
        write = self._write
        values = [_NULL if value is None else write(value) for value in obj]
        # Asked of the written values: bytes compare faster than UUIDs, and no value is written as a null is.
        return pack("!iiIii", 1, _NULL in values, self._element, len(obj), 1) + b"".join(values)


class _ColumnDumper(Dumper):
    def get_key(self, obj: Column, format: PyFormat) -> DumperKey:  # noqa: A002  # psycopg's name
        return self.cls, obj.kind  # type: ignore[return-value]  # psycopg wants types in it and takes anything

    def upgrade(self, obj: Column, format: PyFormat) -> Dumper:  # noqa: A002  # as above
        return _Packed(self.cls, obj.kind)

    def dump(self, obj: Column) -> Buffer | None:
        return _Packed(self.cls, obj.kind).dump(obj)


class _PlainListDumper(ListDumper):
    """Lists of one known type are packed; all others go psycopg's way."""

    def get_key(self, obj: list[Any], format: PyFormat) -> DumperKey:  # noqa: A002  # psycopg's name
        kind = _kind(obj)
        return super().get_key(obj, format) if kind is None else (self.cls, kind)  # type: ignore[return-value]  # as above

    def upgrade(self, obj: list[Any], format: PyFormat) -> Dumper:  # type: ignore[override]  # noqa: A002  # as above
        kind = _kind(obj)
        return super().upgrade(obj, format) if kind is None else _Packed(self.cls, kind)


def _kind(values: list[Any]) -> str | None:
    """The type that the elements have in common, None apart."""
    found = set(map(type, values)) - {type(None)}
    if len(found) == 1:
        return _NAMES.get(next(iter(found)))
    return None


def register(context: AdaptContext) -> None:
    """Have a connection or a cursor write its lists this way."""
    context.adapters.register_dumper(Column, _ColumnDumper)
    context.adapters.register_dumper(list, _PlainListDumper)
