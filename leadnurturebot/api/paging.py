"""Opaque cursors: the place where a page ends, in a form that callers pass back and do not read."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

import orjson
from rest_framework.exceptions import ValidationError

PAGE = 30
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """One page of a list, and the cursor of the next one."""

    results: Sequence[Item]
    next_cursor: str | None


def encode(*parts: datetime | UUID | int) -> str:
    """A place as a cursor."""
    return base64.urlsafe_b64encode(orjson.dumps(parts)).decode().rstrip("=")


def decode_moment(cursor: str, name: str = "cursor") -> tuple[datetime, UUID] | None:
    """The (time, id) of a cursor, None for none. Raises ValidationError for what `encode` did not make."""
    if not cursor:
        return None
    try:
        moment, row_id = _parts(cursor)
        return datetime.fromisoformat(moment), UUID(row_id)
    except (TypeError, ValueError, AttributeError) as error:
        raise _unreadable(name) from error


def decode_count(cursor: str, name: str = "cursor") -> tuple[int, UUID] | None:
    """The (count, id) of a cursor, as `decode_moment`."""
    if not cursor:
        return None
    try:
        count, row_id = _parts(cursor)
        return int(count), UUID(row_id)
    except (TypeError, ValueError, AttributeError) as error:
        raise _unreadable(name) from error


def _parts(cursor: str) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts: list[Any] = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("not a cursor") from error
    return parts


def _unreadable(name: str) -> ValidationError:
    return ValidationError({name: ["This cursor is not one of ours; start again without it."]})
