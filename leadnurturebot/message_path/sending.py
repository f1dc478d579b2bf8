"""The outbox from the sender's side: claim, ask the gate, and settle what became of each send, in sets."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.contact_policy import OutgoingFacts, OutgoingKind, Refusal, may_send
from leadnurturebot.domain.message_content import MessageContent, from_json
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.values import record, value
from leadnurturebot.message_path import gate
from leadnurturebot.message_path.inbox_again import send_back
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Accepted, Recipient, Refused

LEASE = timedelta(seconds=60)
# A send whose answer never came is settled by a status; without one it is given up as unknown after this long.
UNKNOWN_DEADLINE = timedelta(minutes=30)
MOST_ATTEMPTS = 6


@record
class Send:
    """A message that passed the gate and is about to leave."""

    id: UUID
    shop_id: UUID
    thread_id: UUID
    number_id: UUID
    attempts: int
    content: MessageContent
    to: Recipient


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
RETURNING o.id, o.shop_id, o.thread_id, o.number_id, o.purpose, o.attempts, o.payload_sealed, o.catalogue_version
"""


def claim(connection: Connection, *, wall: datetime, now: datetime, limit: int) -> list[Send]:
    """Claim due messages and ask the gate about each; what may not go is settled at once. The caller commits."""
    rows = connection.execute(_CLAIM, {"wall": wall, "now": now, "limit": limit, "lease": wall + LEASE}).fetchall()
    if not rows:
        return []
    keys = ring().load(connection, [row[1] for row in rows])
    month = now.date().replace(day=1)
    gates = gate.read_many(connection, [row[2] for row in rows], month=month, now=now)
    sends: list[Send] = []
    for row in rows:
        payload = orjson.loads(keys[row[1]].open(row[6]))
        refusal = _ask(row, payload, gates.get(row[2]), now)
        if refusal is Refusal.PRICE_CHANGED:
            send_back(connection, keys[row[1]], row[0], now=now, wall=wall)
        elif refusal is not None:
            _withhold(connection, row[1], row[0], refusal)
        else:
            sends.append(
                Send(
                    id=row[0], shop_id=row[1], thread_id=row[2], number_id=row[3], attempts=row[5],
                    content=from_json(payload["content"]), to=Recipient(*payload["to"]),
                )
            )  # fmt: skip
    return sends


def _ask(row: Sequence[Any], payload: dict[str, Any], found: gate.GateRow | None, now: datetime) -> Refusal | None:
    if found is None:
        return Refusal.LEAD_ERASED
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
    return may_send(message, gate.contact_facts(found, now, address=address, notice_agreed=is_notice), now).reason


def _time(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _withhold(connection: Connection, shop_id: UUID, message_id: UUID, refusal: Refusal) -> None:
    """A message the gate forbids is cancelled, with its reason on it."""
    connection.execute("DELETE FROM message_path_outbox WHERE id = %s", [message_id])
    connection.execute(
        "UPDATE conversations_message SET status = 'cancelled', error_text = %s WHERE shop_id = %s AND id = %s",
        [refusal, shop_id, message_id],
    )
    connection.execute(
        "UPDATE nurture_followup SET state = 'held', reason = %s WHERE shop_id = %s AND message_id = %s",
        [refusal, shop_id, message_id],
    )


Answer = Accepted | Refused | None


def settle(connection: Connection, answers: Sequence[tuple[Send, Answer]], *, wall: datetime) -> None:
    """Store what the provider answered, in one transaction of the caller. None: no answer came after bytes were sent."""
    accepted = [(send, answer) for send, answer in answers if isinstance(answer, Accepted)]
    if accepted:
        # A status may have been here first: never set a message back.
        connection.execute(
            "UPDATE conversations_message m SET provider_id = g.provider_id,"
            " status = CASE WHEN m.status_rank = 0 THEN 'accepted' ELSE m.status END"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS g(shop_id, id, provider_id)"
            " WHERE m.shop_id = g.shop_id AND m.id = g.id",
            [[s.shop_id for s, _ in accepted], [s.id for s, _ in accepted], [a.provider_id for _, a in accepted]],
        )
        connection.execute("DELETE FROM message_path_outbox WHERE id = ANY(%s)", [[s.id for s, _ in accepted]])
        _time_first_replies(connection, [send.id for send, _ in accepted], wall)
    unknown = [send for send, answer in answers if answer is None]
    if unknown:
        mark_unknown(connection, [send.id for send in unknown], deadline=wall + UNKNOWN_DEADLINE)
    for send, answer in answers:
        if isinstance(answer, Refused):
            _refused(connection, send, answer, wall)


def _time_first_replies(connection: Connection, message_ids: Sequence[UUID], wall: datetime) -> None:
    """How long a conversation waited for its first answer: from the customer's words reaching us to our words leaving."""
    connection.execute(
        "UPDATE conversations_conversation c SET first_reply_ms = greatest(0, round(1000 * extract(epoch FROM %s - i.recorded_at)))"
        " FROM conversations_message m JOIN conversations_message i ON i.id = m.answers[1] AND i.shop_id = m.shop_id"
        " WHERE m.id = ANY(%s) AND c.id = m.conversation_id AND c.shop_id = m.shop_id AND c.first_reply_ms IS NULL",
        [wall, list(message_ids)],
    )


def mark_unknown(connection: Connection, message_ids: Sequence[UUID], *, deadline: datetime) -> None:
    """Nobody knows whether these left: shown as such, and never sent again by themselves."""
    connection.execute(
        "UPDATE message_path_outbox SET state = 'unknown', lease_until = %s WHERE id = ANY(%s)",
        [deadline, list(message_ids)],
    )
    connection.execute(
        "UPDATE conversations_message SET status = 'unknown' WHERE id = ANY(%s) AND status_rank = 0",
        [list(message_ids)],
    )


def _refused(connection: Connection, send: Send, answer: Refused, wall: datetime) -> None:
    if answer.verdict == "retry" and send.attempts < MOST_ATTEMPTS:
        pause = timedelta(seconds=(answer.retry_after or 5.0) * 2 ** (send.attempts - 1))
        connection.execute(
            "UPDATE message_path_outbox SET state = 'due', due_at = %s, lease_until = NULL WHERE id = %s",
            [wall + pause, send.id],
        )
        return
    connection.execute("DELETE FROM message_path_outbox WHERE id = %s", [send.id])
    connection.execute(
        "UPDATE conversations_message SET status = 'failed', status_rank = 3, error_code = %s, error_text = %s"
        " WHERE shop_id = %s AND id = %s AND status_rank < 3",
        [answer.code, answer.text[:300], send.shop_id, send.id],
    )
    if answer.verdict == "not_owner":
        connection.execute(
            "UPDATE conversations_thread SET holder = 'person' WHERE shop_id = %s AND id = %s",
            [send.shop_id, send.thread_id],
        )
    if answer.verdict == "suppress_marketing":
        connection.execute(
            "UPDATE leads_lead l SET marketing_stopped_at = %s FROM conversations_thread t"
            " WHERE t.id = %s AND t.shop_id = %s AND l.id = t.lead_id AND l.shop_id = t.shop_id",
            [wall, send.thread_id, send.shop_id],
        )


def expire_leases(connection: Connection, *, wall: datetime) -> tuple[int, int]:
    """Sends of a killed sender become unknown; unknown ones past their deadline leave the queue and stay unknown on
    the message. Returns both counts."""
    lost = connection.execute(
        "SELECT id FROM message_path_outbox WHERE state = 'sending' AND lease_until < %s FOR UPDATE SKIP LOCKED", [wall]
    ).fetchall()
    if lost:
        mark_unknown(connection, [row[0] for row in lost], deadline=wall + UNKNOWN_DEADLINE)
    gone = connection.execute(
        "DELETE FROM message_path_outbox WHERE state = 'unknown' AND lease_until < %s RETURNING id", [wall]
    ).fetchall()
    return len(lost), len(gone)


@value
class NumberRow:
    """A business number and the account that sends for it."""

    number_id: UUID
    phone_number_id: str
    waba_id: str
    slug: str
    secrets: dict[str, str]
    owner: tuple[UUID, UUID]
    """The connection: its shop, and its id."""
    endpoint_key: str
    remembered: dict[str, str]


def load_numbers(connection: Connection, number_ids: Sequence[UUID]) -> dict[UUID, NumberRow]:
    """Numbers with opened secrets by id."""
    rows = connection.execute(
        "SELECT n.id, n.phone_number_id, n.waba_id, c.slug, c.shop_id, c.secrets, c.id, c.endpoint_key, c.remembered"
        " FROM shops_businessnumber n JOIN shops_connection c ON c.id = n.connection_id WHERE n.id = ANY(%s)",
        [list(set(number_ids))],
    ).fetchall()
    keys = ring().load(connection, [row[4] for row in rows])
    return {row[0]: _number_row(row, keys[row[4]]) for row in rows}


def _number_row(row: Sequence[Any], key: ShopKey) -> NumberRow:
    number_id, phone_number_id, waba_id, slug, shop_id, sealed, connection_id, endpoint_key, remembered = row
    return NumberRow(
        number_id, phone_number_id, waba_id, slug, orjson.loads(key.open(sealed)) if sealed else {},
        (shop_id, connection_id), endpoint_key, remembered,
    )  # fmt: skip
