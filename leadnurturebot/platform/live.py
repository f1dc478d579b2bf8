"""Telling open browser windows that something changed. The news carries ids only; whoever reads it fetches again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.platform.sql import Connection

CHANNEL = "leadnurturebot_live"
KINDS = frozenset({"assistant", "conversation", "order", "dashboard", "product", "import", "status", "ticket"})


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: a kind of thing, and which one ("" for the whole list)."""

    kind: str
    id: str = ""


def notify(connection: Connection, shop_id: UUID, kind: str, id: UUID | str = "") -> None:  # noqa: A002  # the word of the live stream
    """Announce a change when the caller's transaction commits; equal news of one transaction is sent once.

    Raises ValueError for a kind that no window knows.
    """
    notify_many(connection, kind, [(shop_id, id)])


def notify_many(connection: Connection, kind: str, things: Iterable[tuple[UUID, UUID | str]]) -> None:
    """`notify` for (shop, thing) pairs of one kind, by one statement."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of live news; use {', '.join(sorted(KINDS))}")
    news = [
        orjson.dumps({"shop": str(shop_id), "kind": kind, "id": str(thing)}).decode()
        for shop_id, thing in dict.fromkeys(things)
    ]
    if news:
        connection.execute("SELECT pg_notify(%s, news) FROM unnest(%s::text[]) AS given(news)", [CHANNEL, news])


def read(payload: str) -> tuple[UUID, Change]:
    """Shop and change of a payload. Raises ValueError for what `notify` did not write."""
    try:
        news: dict[str, Any] = orjson.loads(payload)
        return UUID(news["shop"]), Change(news["kind"], news["id"])
    except (KeyError, TypeError) as error:
        raise ValueError("live news without shop, kind or id") from error
