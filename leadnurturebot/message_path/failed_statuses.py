"""Failed statuses: a message that was accepted and did not arrive follows the same policy as one that was refused."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson

from leadnurturebot.conversations.statuses import Applied
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.send_errors import ErrorClass, is_worth_waiting
from leadnurturebot.leads import reach
from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.message_path import counters, putting_off, troubles
from leadnurturebot.message_path.troubles import Failure, Moment
from leadnurturebot.message_path.visits import Times
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection, insert_many
from leadnurturebot.providers.messaging.cloud_errors import trouble_of

# Once more, at most: the provider said clearly that it was not delivered, and its failed try is known by its id.
_AGAIN = frozenset({ErrorClass.RETRY, ErrorClass.SLOW_DOWN, ErrorClass.PAIR_RATE, ErrorClass.LATER})

_FAILED = """
SELECT m.id, m.shop_id, m.thread_id, m.lead_id, t.number_id, c.slug, m.error_code, m.kind, m.content_sealed, m.purpose,
  m.category, m.expected_micros, m.at, m.failed_provider_id
FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, id)
JOIN conversations_message m ON m.id = g.id AND m.shop_id = g.shop_id
JOIN conversations_thread t ON t.id = m.thread_id AND t.shop_id = m.shop_id
JOIN shops_businessnumber n ON n.id = t.number_id
JOIN shops_connection c ON c.id = n.connection_id
ORDER BY m.id
"""
_OUTBOX = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "number_id": "uuid", "purpose": "text",
    "state": "text", "due_at": "timestamptz", "attempts": "smallint", "catalogue_version": "bigint",
    "payload_sealed": "bytea", "decided_at": "timestamptz",
}  # fmt: skip


def follow(connection: Connection, applied: Sequence[Applied], times: Times) -> None:
    """What follows from the statuses of a batch: failures by the policy; who was reached counts as reachable."""
    if delivered := [(row.shop_id, row.lead_id) for row in applied if row.was_delivered]:
        reach.reached(connection, delivered)
    failed = [row for row in applied if row.status == "failed"]
    if not failed:
        return
    rows = connection.execute(_FAILED, [[row.shop_id for row in failed], [row.message_id for row in failed]])
    for row in rows.fetchall():
        _follow_one(connection, row, Moment(times.now, times.wall))


def _follow_one(connection: Connection, row: Sequence[Any], moment: Moment) -> None:
    key = ring().of(connection, row[1])
    content = orjson.loads(key.open(row[8]))["content"]
    failure = Failure(
        message_id=row[0], shop_id=row[1], thread_id=row[2], lead_id=row[3], number_id=row[4], code=row[6] or 0,
        trouble=trouble_of(row[6] or 0),
        template=(content["name"], content["language"]) if row[7] == "template" else None,
    )  # fmt: skip
    counters.send_errors.labels(code=str(failure.code)).inc()
    troubles.follow(connection, failure, moment)
    wait = failure.trouble.wait(1)
    is_answer = row[9] in (OutgoingKind.REPLY, OutgoingKind.AGENT)
    comes_again = failure.trouble.kind in _AGAIN and not row[13]
    if comes_again and wait is not None and is_worth_waiting(wait, is_answer=is_answer):
        _once_more(connection, row, content, moment.now, moment.wall + wait)
    else:
        putting_off.show_held(connection, [(failure.message_id, failure.trouble.told)])


def _once_more(
    connection: Connection, row: Sequence[Any], content: dict[str, Any], now: datetime, due_at: datetime
) -> None:
    message_id, shop_id, thread_id, lead_id, number_id = row[:5]
    key = ring().of(connection, shop_id)
    to = addresses_of(connection, [(shop_id, lead_id)], {shop_id: key}).get(lead_id, ("", ""))
    payload = {
        "content": content, "to": to, "category": _category(row[10]), "caused_at": row[12], "cart_changed_at": None,
        "expected_micros": row[11] or 0, "announces_handoff": False,
    }  # fmt: skip
    connection.execute(
        "UPDATE conversations_message SET status = 'queued', status_rank = 0, failed_provider_id = provider_id,"
        " provider_id = '' WHERE shop_id = %s AND id = %s",
        [shop_id, message_id],
    )
    values = (
        message_id, shop_id, thread_id, lead_id, number_id, row[9], "due", due_at, 1, 0,
        key.seal(orjson.dumps(payload)), now,
    )  # fmt: skip
    insert_many(connection, "message_path_outbox", _OUTBOX, [values], tail="ON CONFLICT (id) DO NOTHING")


def _category(name: str) -> str:
    """Our category of what the provider calls it: `marketing_lite` is marketing."""
    return next((category for category in Category if name.startswith(category)), Category.SERVICE)
