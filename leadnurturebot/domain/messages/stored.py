"""Messages as JSON and back, field by field of their types."""

import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


def read(kind: Any, data: Mapping[str, Any]) -> Any:
    """A dataclass (`kind`) out of the JSON of its fields. Raises TypeError or ValueError for a shape that is not its own."""
    values = dict(data)
    for name, reader in _readers(kind):
        if name in values:
            values[name] = reader(values[name])
    return kind(**values)


@cache
def _readers(kind: Any) -> tuple[tuple[str, Reader], ...]:
    """The fields whose JSON is not yet their value."""
    hints = get_type_hints(kind)
    found = ((name, _reader(hint)) for name, hint in hints.items())
    return tuple((name, reader) for name, reader in found if reader is not None)


def _reader(hint: Any) -> Reader | None:
    if get_origin(hint) is tuple:
        return _reader_of_tuple(_reader(get_args(hint)[0]))
    if get_origin(hint) in (Union, types.UnionType):
        return next((_unless_none(reader) for reader in map(_reader, get_args(hint)) if reader), None)
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: read(hint, data)
    return None


def _reader_of_tuple(inner: Reader | None) -> Reader:
    return tuple if inner is None else lambda items: tuple(inner(item) for item in items)


def _unless_none(inner: Reader) -> Reader:
    return lambda value: None if value is None else inner(value)
