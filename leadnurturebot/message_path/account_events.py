"""Events of the messaging account: reviews of templates, and everything else kept for the integration's log."""

from collections.abc import Sequence

import structlog

from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection

log = structlog.get_logger("account")


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Apply what is known; fields of no concern are logged and acknowledged."""
    for event in events:
        field, value = event.payload["field"], event.payload["value"]
        if field == "message_template_status_update":
            connection.execute(
                "UPDATE nurture_messagetemplate SET status = %s, reason = %s, updated_at = %s"
                " WHERE shop_id = %s AND name = %s AND language = %s",
                [
                    value.get("event", "PENDING"), value.get("reason") or "", times.now, event.shop_id,
                    value.get("message_template_name"), value.get("message_template_language"),
                ],
            )  # fmt: skip
            notify(connection, event.shop_id, "status")
        else:
            log.info("account event", field=field)
    inbox.remove(connection, events)
    return list(events)
