"""The limits of numbers and pairs at the moment of claiming. The counts are rows, so any number of senders keeps them.

The numbers' rows are locked last in the claim's transaction and in id order, so they are held for moments only.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from leadnurturebot.domain.send_errors import slower
from leadnurturebot.domain.send_limits import (
    LOOK_AHEAD,
    NumberPace,
    Turn,
    Want,
    effective_rate,
    most,
    pair_turn,
    take_turns,
)
from leadnurturebot.platform.sql import Connection

_LOCK = """
SELECT number_id, free_at, bulk_at, rate, slow_until, slow_factor, marketing_path, stopped_at IS NOT NULL
FROM message_path_numberstate WHERE number_id = ANY(%s) ORDER BY number_id FOR NO KEY UPDATE
"""
_MAKE = """
INSERT INTO message_path_numberstate (number_id, shop_id)
SELECT id, shop_id FROM shops_businessnumber WHERE id = ANY(%s) ORDER BY id ON CONFLICT DO NOTHING
"""
_TELL = """
INSERT INTO message_path_numberstate AS s (number_id, shop_id, rate)
SELECT id, shop_id, %s FROM shops_businessnumber WHERE shop_id = %s AND id = ANY(%s) ORDER BY id
ON CONFLICT (number_id) DO UPDATE SET rate = excluded.rate WHERE s.rate IS DISTINCT FROM excluded.rate
"""
_SPEND = """
WITH spent AS (
  UPDATE message_path_numberstate s SET free_at = g.free_at, bulk_at = g.bulk_at
  FROM unnest(%(numbers)s::uuid[], %(free)s::timestamptz[], %(bulk)s::timestamptz[]) AS g(number_id, free_at, bulk_at)
  WHERE s.number_id = g.number_id
)
INSERT INTO message_path_pairpace (thread_id, full_at)
SELECT thread_id, full_at FROM unnest(%(threads)s::uuid[], %(full)s::timestamptz[]) AS g(thread_id, full_at)
ON CONFLICT (thread_id) DO UPDATE SET full_at = excluded.full_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A message that passed the gate and asks for its turn. Of a thread there is one at a time."""

    id: UUID
    number_id: UUID
    thread_id: UUID
    want: Want
    pair_full_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotted:
    """What became of a candidate."""

    turn: Turn
    stopped: bool = False
    marketing_path: bool = False


def allot(connection: Connection, candidates: Sequence[Candidate], *, wall: datetime) -> dict[UUID, Allotted]:
    """A turn for each candidate, by message id; what is paid for is counted when the caller commits."""
    by_number: dict[UUID, list[Candidate]] = {}
    for candidate in candidates:
        by_number.setdefault(candidate.number_id, []).append(candidate)
    states = _locked(connection, by_number)
    found: dict[UUID, Allotted] = {}
    paces: dict[UUID, NumberPace] = {}
    pairs: dict[UUID, datetime] = {}
    for number_id, state in states.items():
        own = by_number[number_id]
        if state[7]:
            found |= {each.id: Allotted(turn=Turn(wall, is_paid=False), stopped=True) for each in own}
            continue
        ready = []
        for candidate in own:
            at, full_at = pair_turn(candidate.pair_full_at, wall)
            if at > wall + LOOK_AHEAD:
                found[candidate.id] = Allotted(turn=Turn(at, is_paid=False))
            else:
                ready.append(candidate)
                pairs[candidate.thread_id] = full_at
        turns, paces[number_id] = take_turns(_pace(state, wall), [each.want for each in ready], wall)
        for candidate, turn in zip(ready, turns, strict=True):
            found[candidate.id] = Allotted(turn=turn, marketing_path=state[6])
            if not turn.is_paid:
                del pairs[candidate.thread_id]
    _spend(connection, paces, pairs)
    return found


def _locked(connection: Connection, numbers: Collection[UUID]) -> dict[UUID, Any]:
    wanted = list(numbers)
    rows = connection.execute(_LOCK, [wanted]).fetchall()
    if len(rows) < len(wanted):
        connection.execute(_MAKE, [wanted])
        rows = connection.execute(_LOCK, [wanted]).fetchall()
    return {row[0]: row for row in rows}


def _pace(state: Any, wall: datetime) -> NumberPace:
    _, free_at, bulk_at, rate, slow_until, slow_factor, _, _ = state
    return NumberPace(
        rate=effective_rate(most(settings.NUMBER_RATE, rate), slow_factor=slow_factor, slow_until=slow_until, now=wall),
        free_at=free_at,
        bulk_at=bulk_at,
    )


def _spend(connection: Connection, paces: dict[UUID, NumberPace], pairs: dict[UUID, datetime]) -> None:
    if paces:
        connection.execute(
            _SPEND,
            {
                "numbers": list(paces), "free": [pace.free_at for pace in paces.values()],
                "bulk": [pace.bulk_at for pace in paces.values()], "threads": list(pairs), "full": list(pairs.values()),
            },
        )  # fmt: skip


def tell_rate(connection: Connection, shop_id: UUID, number_ids: Collection[UUID], rate: int | None) -> None:
    """Keep the rate that the provider told of these numbers (`domain.send_limits.told_rate`)."""
    if number_ids:
        connection.execute(_TELL, [rate, shop_id, list(number_ids)])


def slow_down(connection: Connection, number_id: UUID, *, wall: datetime, until: datetime) -> None:
    """Lower a number's rate until then, further when it is slowed already."""
    row = connection.execute(
        "SELECT slow_until > %s, slow_factor FROM message_path_numberstate WHERE number_id = %s FOR UPDATE",
        [wall, number_id],
    ).fetchone()
    factor = slower(row[1] if row and row[0] else 1)
    connection.execute(
        "UPDATE message_path_numberstate SET slow_factor = %s, slow_until = %s WHERE number_id = %s",
        [factor, until, number_id],
    )


def sweep(connection: Connection, *, wall: datetime) -> None:
    """Forget pairs whose borrowed time is over."""
    connection.execute("DELETE FROM message_path_pairpace WHERE full_at < %s", [wall])
