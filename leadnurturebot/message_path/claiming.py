"""The sender's side of the outbox: messages are claimed, asked about at the gate and given their turn, in sets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.contact_policy import STARTED_BY_US, OutgoingFacts, OutgoingKind, Refusal, Verdict, may_send
from leadnurturebot.domain.message_content import MessageContent, from_json
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.send_limits import Want
from leadnurturebot.message_path import channel, gate, number_limits, openings
from leadnurturebot.message_path.inbox_again import send_back
from leadnurturebot.message_path.number_limits import Candidate
from leadnurturebot.message_path.outbox import window_of
from leadnurturebot.message_path.putting_off import PutOff, put_off
from leadnurturebot.message_path.sends import Send
from leadnurturebot.message_path.window_fallback import say_by_template
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient

# A living sender renews its claims every half second; those of a dead one are noticed when this is over.
LEASE = timedelta(seconds=8)

# The first waiting message of each thread only: a later one must not overtake it. Asked row by row until there are enough:
# NOT EXISTS may be planned as an anti-join of the whole outbox, and a backlog then slows every claim down. Claiming
# commits before anything is sent, so a crash from here on leaves the row `sending`, which is never sent again by itself.
# Messages of a number on which nothing may be sent wait; those that we start ourselves are the gate's to refuse.
_CLAIM = """
WITH picked AS (
  SELECT o.id FROM message_path_outbox o
  WHERE o.state = 'due' AND o.due_at <= %(wall)s
    AND o.id = (SELECT e.id FROM message_path_outbox e WHERE e.thread_id = o.thread_id AND e.state IN ('due', 'sending')
                ORDER BY e.id LIMIT 1)
    AND o.number_id <> ALL (ARRAY(SELECT n.id FROM shops_businessnumber n WHERE n.sending_paused = 'all'
                                  AND (n.sending_paused_until IS NULL OR n.sending_paused_until > %(now)s)))
  ORDER BY o.due_at LIMIT %(limit)s FOR UPDATE OF o SKIP LOCKED
)
UPDATE message_path_outbox o SET state = 'sending', lease_until = %(lease)s, attempts = o.attempts + 1
FROM picked WHERE o.id = picked.id
RETURNING o.id, o.shop_id, o.thread_id, o.number_id, o.purpose, o.attempts, o.payload_sealed, o.catalogue_version,
  o.lead_id, o.weight, o.slot_at, o.reason
"""


ROUNDS = 16
"""How often one claim looks for messages when those it took must all wait."""


def claim(connection: Connection, *, wall: datetime, now: datetime, limit: int) -> list[Send]:
    """Claim due messages, ask the gate about each and give it its turn; what may not go is settled at once. The caller
    commits. Empty: nothing is due now."""
    for _ in range(ROUNDS):
        rows = connection.execute(_CLAIM, {"wall": wall, "now": now, "limit": limit, "lease": wall + LEASE}).fetchall()
        sends = _let_go(connection, rows, wall=wall, now=now) if rows else []
        if sends or not rows:
            return sends
    return []


def next_due(connection: Connection, *, wall: datetime) -> datetime | None:
    """When the next message becomes due that is not yet."""
    row = connection.execute(
        "SELECT min(due_at) FROM message_path_outbox WHERE state = 'due' AND due_at > %s", [wall]
    ).fetchone()
    return row[0] if row else None


def _let_go(connection: Connection, rows: Sequence[Any], *, wall: datetime, now: datetime) -> list[Send]:
    keys = ring().load(connection, [row[1] for row in rows])
    month = now.date().replace(day=1)
    gates = gate.read_many(connection, [row[2] for row in rows], month=month, now=now)
    passed: list[tuple[Send, Candidate]] = []
    waiting: list[PutOff] = []
    for row in rows:
        opened = _opened(row[6], keys[row[1]])
        if opened is None:
            _spoilt(connection, row[1], row[0])
            continue
        payload, content = opened
        found = gates.get(row[2])
        verdict = _ask(row, payload, found, now)
        if verdict.reason is Refusal.PRICE_CHANGED:
            send_back(connection, keys[row[1]], row[0], now=now, wall=wall)
        elif verdict.reason is Refusal.MARKETING_PAUSED and verdict.retry_at is not None:
            waiting.append(PutOff(id=row[0], due_at=wall + (verdict.retry_at - now), reason=verdict.reason))
        elif verdict.reason is not None or found is None:
            _withhold(connection, row[1], row[0], verdict.reason or Refusal.LEAD_ERASED, now=now, wall=wall)
        elif until := _held_for_portfolio(connection, row, payload, found, now):
            waiting.append(PutOff(id=row[0], due_at=wall + (until - now), reason=openings.HELD))
        else:
            passed.append((_send(row, payload, content), _candidate(row, found)))
    return _in_turn(connection, passed, waiting, wall)


def renew(connection: Connection, message_ids: Sequence[UUID], *, wall: datetime) -> None:
    """Say of claimed messages that their sender lives and still waits for the answer."""
    connection.execute(
        "UPDATE message_path_outbox SET lease_until = %s WHERE id = ANY(%s) AND state = 'sending'",
        [wall + LEASE, list(message_ids)],
    )


def _opened(sealed: bytes, key: ShopKey) -> tuple[dict[str, Any], MessageContent] | None:
    """A message's payload and content, None when it is damaged: that must not keep all others from being claimed."""
    try:
        payload = orjson.loads(key.open(sealed))
        return payload, from_json(payload["content"])
    except (ValueError, KeyError, TypeError):
        return None


def _spoilt(connection: Connection, shop_id: UUID, message_id: UUID) -> None:
    """A message that cannot be opened has failed, and says so."""
    connection.execute("DELETE FROM message_path_outbox WHERE shop_id = %s AND id = %s", [shop_id, message_id])
    connection.execute(
        "UPDATE conversations_message SET status = 'failed', status_rank = 3, error_text = 'unreadable'"
        " WHERE shop_id = %s AND id = %s",
        [shop_id, message_id],
    )


def _send(row: Sequence[Any], payload: dict[str, Any], content: MessageContent) -> Send:
    return Send(
        id=row[0], shop_id=row[1], thread_id=row[2], number_id=row[3], attempts=row[5],
        content=content, to=Recipient(*payload["to"]), quoted=payload.get("quoted", ""), lead_id=row[8],
        purpose=OutgoingKind(row[4]), category=Category(payload["category"]), reason=row[11],
    )  # fmt: skip


def _candidate(row: Sequence[Any], found: gate.GateRow) -> Candidate:
    is_bulk = row[4] in STARTED_BY_US
    want = Want(weight=row[9], is_bulk=is_bulk, slot_at=row[10])
    return Candidate(id=row[0], number_id=row[3], thread_id=row[2], want=want, pair_full_at=found.pair_full_at)


def _held_for_portfolio(
    connection: Connection, row: Sequence[Any], payload: dict[str, Any], found: gate.GateRow, now: datetime
) -> datetime | None:
    """Only what we start outside the window counts; answers are never held for it."""
    if payload["category"] == Category.SERVICE or window_of(found.thread, now).is_open:
        return None
    if row[4] not in STARTED_BY_US:
        openings.count(connection, row[1], row[8], now=now)
        return None
    return openings.open_to(connection, row[1], row[8], now=now)


def _in_turn(
    connection: Connection, passed: Sequence[tuple[Send, Candidate]], waiting: list[PutOff], wall: datetime
) -> list[Send]:
    """What the limits let go now; the rest waits for its turn."""
    allotted = number_limits.allot(connection, [candidate for _, candidate in passed], wall=wall) if passed else {}
    sends = []
    for send, _ in passed:
        found = allotted[send.id]
        if found.stopped:
            waiting.append(PutOff(id=send.id, due_at=channel.UNTIL_RESUMED, reason=channel.STOPPED))
        elif not found.turn.is_paid:
            waiting.append(PutOff(id=send.id, due_at=found.turn.at, slot_at=found.turn.at, reason=send.reason))
        else:
            sends.append(
                replace(send, wait=(found.turn.at - wall).total_seconds(), marketing_path=found.marketing_path)
            )
    put_off(connection, waiting)
    return sends


def _ask(row: Sequence[Any], payload: dict[str, Any], found: gate.GateRow | None, now: datetime) -> Verdict:
    if found is None:
        return Verdict(allowed=False, reason=Refusal.LEAD_ERASED)
    message = OutgoingFacts(
        kind=OutgoingKind(row[4]),
        category=Category(payload["category"]),
        caused_at=_time(payload["caused_at"]),
        cart_changed_at=_time(payload["cart_changed_at"]),
        expected_micros=payload["expected_micros"],
        # A changed price is a changed catalogue; 0 marks words that quote none.
        prices_hold=row[7] in (0, found.catalogue_version),
        announces_handoff=payload["announces_handoff"],
    )
    address = payload["to"][0] or payload["to"][1]
    # A notice is made for who asked for it; a STOP since then shows by itself.
    is_notice = message.kind is OutgoingKind.NOTICE
    return may_send(message, gate.contact_facts(found, now, address=address, notice_agreed=is_notice), now)


def _time(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _withhold(
    connection: Connection, shop_id: UUID, message_id: UUID, refusal: Refusal, *, now: datetime, wall: datetime
) -> None:
    """A message the gate forbids is cancelled, with its reason on it. An answer too late for the window may go by template."""
    if refusal is Refusal.WINDOW_CLOSED_NEEDS_TEMPLATE:
        say_by_template(connection, shop_id=shop_id, message_id=message_id, now=now, wall=wall)
    connection.execute("DELETE FROM message_path_outbox WHERE id = %s", [message_id])
    connection.execute(
        "UPDATE conversations_message SET status = 'cancelled', error_text = %s WHERE shop_id = %s AND id = %s",
        [refusal, shop_id, message_id],
    )
    connection.execute(
        "UPDATE nurture_followup SET state = 'held', reason = %s WHERE shop_id = %s AND message_id = %s",
        [refusal, shop_id, message_id],
    )
