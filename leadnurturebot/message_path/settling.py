"""What became of each send is stored, in sets: accepted, refused, or unknown when no answer came."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.send_errors import ErrorClass
from leadnurturebot.message_path.putting_off import show_sent
from leadnurturebot.message_path.refusals import refused
from leadnurturebot.message_path.sends import Send
from leadnurturebot.message_path.troubles import Moment
from leadnurturebot.platform.sql import Connection, kinds, typed
from leadnurturebot.providers.messaging.base import Accepted, Refused

# A send whose answer never came is settled by a status; without one it is given up as unknown after this long.
UNKNOWN_DEADLINE = timedelta(minutes=30)

Answer = Accepted | Refused | None

# A status may have been here first: never set a message back. A conversation's first answer is timed from the customer's
# words reaching us to our words leaving.
_ACCEPT = """
WITH given AS (
  SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS g(shop_id, id, provider_id)
), gone AS (
  DELETE FROM message_path_outbox o USING given WHERE o.id = given.id AND o.shop_id = given.shop_id
), moved AS (
  UPDATE conversations_message m SET provider_id = given.provider_id,
    status = CASE WHEN m.status_rank = 0 THEN 'accepted' ELSE m.status END
  FROM given WHERE m.shop_id = given.shop_id AND m.id = given.id
  RETURNING m.shop_id, m.conversation_id, m.answers[1] AS answered_id
)
UPDATE conversations_conversation c
SET first_reply_ms = greatest(0, round(1000 * extract(epoch FROM %s - i.recorded_at)))
FROM moved JOIN conversations_message i ON i.id = moved.answered_id AND i.shop_id = moved.shop_id
WHERE c.id = moved.conversation_id AND c.shop_id = moved.shop_id AND c.first_reply_ms IS NULL
"""


def settle(
    connection: Connection, answers: Sequence[tuple[Send, Answer]], *, wall: datetime, now: datetime | None = None
) -> None:
    """Store what the provider answered, in one transaction of the caller. None: no answer came after bytes were sent.

    `now` is business time, and wall time where none is given.
    """
    accepted = [(send, answer) for send, answer in answers if isinstance(answer, Accepted)]
    if accepted:
        rows = [(send.shop_id, send.id, answer.provider_id) for send, answer in accepted]
        connection.execute(_ACCEPT, [*typed(kinds(_ACCEPT), rows), wall])
        show_sent(connection, [send.id for send, _ in accepted if send.reason])
    unknown = [send for send, answer in answers if _is_unknown(answer) and _is_ours(connection, send)]
    if unknown:
        mark_unknown(connection, [send.id for send in unknown], deadline=wall + UNKNOWN_DEADLINE)
    for send, answer in answers:
        if isinstance(answer, Refused) and not _is_unknown(answer) and _is_ours(connection, send):
            refused(
                connection, send.failure(answer), Moment(now or wall, wall), purpose=send.purpose,
                attempts=send.attempts, text=answer.text,
            )  # fmt: skip


def _is_unknown(answer: Answer) -> bool:
    """Whether no answer came, or none that can be read: the message may have left."""
    return answer is None or (isinstance(answer, Refused) and answer.verdict == ErrorClass.UNKNOWN)


def _is_ours(connection: Connection, send: Send) -> bool:
    """Whether the row still is as this send claimed it. Settling may be repeated after its commit got no answer; by then
    a message that was put back may be on its way again, and must not be put back a second time."""
    row = connection.execute(
        "SELECT 1 FROM message_path_outbox WHERE shop_id = %s AND id = %s AND attempts = %s"
        " AND state IN ('sending', 'unknown') FOR NO KEY UPDATE",
        [send.shop_id, send.id, send.attempts],
    ).fetchone()
    return row is not None


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
