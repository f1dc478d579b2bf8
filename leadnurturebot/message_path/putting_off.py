"""Claimed messages that do not go now: back into the queue with the time and the reason, shown where the reason is news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_PUT_OFF = """
UPDATE message_path_outbox o SET state = 'due', lease_until = NULL, due_at = g.due_at, slot_at = g.slot_at, reason = g.reason,
  attempts = o.attempts - 1
FROM unnest(%s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[]) AS g(id, due_at, slot_at, reason)
WHERE o.id = g.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """A message that waits. `slot_at`: the number's rate has a place for it then. `reason` is a text code, or ""."""

    id: UUID
    due_at: datetime
    slot_at: datetime | None = None
    reason: str = ""


def put_off(connection: Connection, waiting: Sequence[PutOff]) -> None:
    """Let messages wait; a try that did not happen is not counted."""
    if not waiting:
        return
    connection.execute(
        _PUT_OFF,
        [
            [each.id for each in waiting], [each.due_at for each in waiting], [each.slot_at for each in waiting],
            [each.reason for each in waiting],
        ],
    )  # fmt: skip
    show_held(connection, [(each.id, each.reason) for each in waiting if each.reason])


def show_held(connection: Connection, held: Sequence[tuple[UUID, str]]) -> None:
    """A follow-up whose (message, reason) waits is shown as held."""
    if held:
        connection.execute(
            "UPDATE nurture_followup f SET state = 'held', reason = g.reason"
            " FROM unnest(%s::uuid[], %s::text[]) AS g(message_id, reason) WHERE f.message_id = g.message_id",
            [[message_id for message_id, _ in held], [reason for _, reason in held]],
        )


def show_sent(connection: Connection, message_ids: Sequence[UUID]) -> None:
    """A follow-up that was held went after all."""
    if message_ids:
        connection.execute(
            "UPDATE nurture_followup SET state = 'sent', reason = '' WHERE message_id = ANY(%s) AND state = 'held'",
            [list(message_ids)],
        )
