"""A message that the provider did not take: tried again when that can help and is still worth it, else failed."""

from datetime import timedelta

from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.send_errors import STOPPING, is_worth_waiting
from leadnurturebot.message_path import channel, putting_off, troubles
from leadnurturebot.message_path.troubles import Failure, Moment
from leadnurturebot.platform.sql import Connection

SHOWN_FROM = timedelta(minutes=2)
"""A wait this long is shown with its reason."""


def refused(
    connection: Connection, failure: Failure, moment: Moment, *, purpose: OutgoingKind, attempts: int, text: str
) -> None:
    """Apply the policy to a refused send. `attempts`: tries so far; `text`: the provider's own words."""
    troubles.follow(connection, failure, moment)
    if failure.trouble.kind in STOPPING:
        waiting = putting_off.PutOff(id=failure.message_id, due_at=channel.UNTIL_RESUMED, reason=channel.STOPPED)
        putting_off.put_off(connection, [waiting])
        return
    wait = failure.trouble.wait(attempts)
    if wait is not None and is_worth_waiting(wait, is_answer=purpose in _ANSWERS):
        _try_again(connection, failure, moment, wait)
        return
    connection.execute("DELETE FROM message_path_outbox WHERE id = %s", [failure.message_id])
    connection.execute(
        "UPDATE conversations_message SET status = 'failed', status_rank = 3, error_code = %s, error_text = %s"
        " WHERE shop_id = %s AND id = %s AND status_rank < 3",
        [failure.code, text[:300], failure.shop_id, failure.message_id],
    )
    putting_off.show_held(connection, [(failure.message_id, failure.trouble.told)])


_ANSWERS = frozenset({OutgoingKind.REPLY, OutgoingKind.AGENT})


def _try_again(connection: Connection, failure: Failure, moment: Moment, wait: timedelta) -> None:
    reason = failure.trouble.told if wait >= SHOWN_FROM else ""
    connection.execute(
        "UPDATE message_path_outbox SET state = 'due', due_at = %s, slot_at = NULL, lease_until = NULL, reason = %s WHERE id = %s",
        [moment.wall + wait, reason, failure.message_id],
    )
    if reason:
        putting_off.show_held(connection, [(failure.message_id, reason)])
