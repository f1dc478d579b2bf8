"""An account that cannot send: all its numbers stop, what waits keeps waiting, and goes on when it is set right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from leadnurturebot.domain.send_errors import Trouble
from leadnurturebot.message_path import notices
from leadnurturebot.platform.sql import Connection

STOPPED = "channel_stopped"
"""Why a message waits."""
UNTIL_RESUMED = datetime(9999, 1, 1, tzinfo=UTC)

_NUMBERS_OF_ACCOUNT = """
SELECT o.id, o.shop_id FROM shops_businessnumber n JOIN shops_businessnumber o ON o.connection_id = n.connection_id
WHERE n.id = %s ORDER BY o.id
"""
_STOP = """
INSERT INTO message_path_numberstate (number_id, shop_id, stopped_at, stopped_code, stopped_told)
SELECT number_id, shop_id, %(now)s, %(code)s, %(told)s FROM unnest(%(numbers)s::uuid[], %(shops)s::uuid[]) AS g(number_id, shop_id)
ON CONFLICT (number_id) DO UPDATE SET stopped_at = coalesce(message_path_numberstate.stopped_at, excluded.stopped_at),
  stopped_code = excluded.stopped_code, stopped_told = excluded.stopped_told
"""
_RESUME = """
UPDATE message_path_numberstate s SET stopped_at = NULL, stopped_code = NULL, stopped_told = ''
FROM (SELECT number_id, stopped_told FROM message_path_numberstate WHERE number_id = ANY(%s) AND stopped_at IS NOT NULL
      ORDER BY number_id FOR UPDATE) AS was
WHERE s.number_id = was.number_id RETURNING s.number_id, s.shop_id, was.stopped_told
"""
_RELEASE = """
UPDATE message_path_outbox SET due_at = %s, slot_at = NULL, reason = ''
WHERE number_id = ANY(%s) AND state = 'due' AND reason = 'channel_stopped'
"""


@dataclass(frozen=True, slots=True)
class StoppedNumber:
    """A number that cannot send, since when and why."""

    number_id: UUID
    shop_id: UUID
    stopped_at: datetime
    code: int
    told: str
    display_number: str


def stop(connection: Connection, number_id: UUID, trouble: Trouble, code: int, *, now: datetime) -> None:
    """Stop every number of the account that `number_id` belongs to, and tell each shop. `now` is business time."""
    rows = connection.execute(_NUMBERS_OF_ACCOUNT, [number_id]).fetchall()
    numbers, shops = [row[0] for row in rows], [row[1] for row in rows]
    connection.execute(_STOP, {"now": now, "code": code, "told": trouble.told, "numbers": numbers, "shops": shops})
    hold(connection, numbers)
    for shop_id in dict.fromkeys(shops):
        notices.tell(connection, shop_id, trouble.told, now=now)


def hold(connection: Connection, numbers: Sequence[UUID]) -> None:
    """Let everything that waits for these numbers wait until they are resumed."""
    connection.execute(
        "UPDATE message_path_outbox SET due_at = %s, reason = %s WHERE number_id = ANY(%s) AND state = 'due'",
        [UNTIL_RESUMED, STOPPED, list(numbers)],
    )


def resume(connection: Connection, shop_id: UUID, *, now: datetime, wall: datetime) -> int:
    """Let the shop's numbers send again: the owner pressed "try again". `now` is business time."""
    numbers = connection.execute("SELECT id FROM shops_businessnumber WHERE shop_id = %s", [shop_id]).fetchall()
    return _resume(connection, [row[0] for row in numbers], now=now, wall=wall)


def resume_account(connection: Connection, connection_id: UUID, *, now: datetime, wall: datetime) -> int:
    """Let an account's numbers send again, whosever they are: a test call was answered well."""
    numbers = connection.execute("SELECT id FROM shops_businessnumber WHERE connection_id = %s", [connection_id])
    return _resume(connection, [row[0] for row in numbers.fetchall()], now=now, wall=wall)


def _resume(connection: Connection, numbers: Sequence[UUID], *, now: datetime, wall: datetime) -> int:
    rows = connection.execute(_RESUME, [list(numbers)]).fetchall()
    connection.execute(_RELEASE, [wall, [row[0] for row in rows]])
    for shop_id, told in {(row[1], row[2]) for row in rows}:
        notices.settle(connection, shop_id, told, now=now)
    connection.execute("SELECT pg_notify('leadnurturebot_outbox', '')")
    return len(rows)


def stopped_numbers(connection: Connection, shop_id: UUID | None = None) -> list[StoppedNumber]:
    """Numbers that cannot send, of one shop or of all."""
    rows = connection.execute(
        "SELECT s.number_id, s.shop_id, s.stopped_at, s.stopped_code, s.stopped_told, n.display_number"
        " FROM message_path_numberstate s JOIN shops_businessnumber n ON n.id = s.number_id"
        " WHERE s.stopped_at IS NOT NULL AND (%s::uuid IS NULL OR s.shop_id = %s) ORDER BY s.number_id",
        [shop_id, shop_id],
    )
    return [StoppedNumber(*row) for row in rows]
