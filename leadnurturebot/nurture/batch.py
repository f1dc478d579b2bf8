"""Follow-up steps as rows that the portal shows: planned, sent, held with a reason, cancelled."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.follow_up import STEPS
from leadnurturebot.domain.values import record, value
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

CART_REMINDERS = "abandoned_cart"

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "sequence": "text", "round": "int",
    "step": "text", "due_at": "timestamptz", "state": "text", "how": "text", "reason": "text",
}  # fmt: skip


@record
class CartLeft:
    """A cart that was changed at `at` and waits for its buyer."""

    shop_id: UUID
    thread_id: UUID
    lead_id: UUID
    at: datetime


@value
class Step:
    """A step of the running round."""

    round: int
    step: str
    state: str
    due_at: datetime


def steps_of(connection: Connection, threads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, list[Step]]:
    """The steps of the newest round by thread id, for (shop, thread) pairs."""
    if not threads:
        return {}
    rows = connection.execute(
        "SELECT f.thread_id, f.round, f.step, f.state, f.due_at FROM nurture_followup f"
        " JOIN unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, thread_id)"
        " ON f.shop_id = g.shop_id AND f.thread_id = g.thread_id"
        " WHERE f.sequence = %s AND f.round = (SELECT max(n.round) FROM nurture_followup n"
        "   WHERE n.shop_id = f.shop_id AND n.thread_id = f.thread_id AND n.sequence = f.sequence)",
        [[shop for shop, _ in threads], [thread for _, thread in threads], CART_REMINDERS],
    )
    found: dict[UUID, list[Step]] = {}
    for thread_id, *step in rows:
        found.setdefault(thread_id, []).append(Step(*step))
    return found


def plan_reminders(connection: Connection, carts: Sequence[CartLeft]) -> None:
    """Plan the steps of each cart, or move those still planned. A round that was cancelled is followed by a new one."""
    running = steps_of(connection, [(cart.shop_id, cart.thread_id) for cart in carts])
    rows = []
    for cart in carts:
        steps = running.get(cart.thread_id, [])
        over = any(step.state == "cancelled" for step in steps)
        number = (max((step.round for step in steps), default=0)) + (1 if over else 0)
        rows += [
            (uuid7(), cart.shop_id, cart.thread_id, cart.lead_id, CART_REMINDERS, number, name, cart.at + after,
             "planned", "", "")
            for name, after in STEPS.items()
        ]  # fmt: skip
    insert_many(
        connection, "nurture_followup", _COLUMNS, rows,
        tail="ON CONFLICT (shop_id, thread_id, sequence, round, step) DO UPDATE SET due_at = excluded.due_at,"
        " state = 'planned', reason = '' WHERE nurture_followup.state IN ('planned', 'held')",
    )  # fmt: skip


def settle_step(
    connection: Connection, *, shop_id: UUID, thread_id: UUID, step: str, state: str, now: datetime, how: str = "",
    reason: str = "", message_id: UUID | None = None,
) -> None:  # fmt: skip
    """What became of a step of the running round."""
    connection.execute(
        "UPDATE nurture_followup f SET state = %s, how = %s, reason = %s, message_id = coalesce(%s, message_id),"
        " settled_at = %s WHERE f.shop_id = %s AND f.thread_id = %s AND f.sequence = %s AND f.step = %s"
        " AND f.round = (SELECT max(round) FROM nurture_followup n WHERE n.shop_id = f.shop_id"
        "   AND n.thread_id = f.thread_id AND n.sequence = f.sequence)",
        [state, how, reason, message_id, now, shop_id, thread_id, CART_REMINDERS, step],
    )


def cancel_planned(connection: Connection, threads: Sequence[tuple[UUID, UUID, str]], *, now: datetime) -> None:
    """End the cart's sequences of (shop, thread, reason): nothing planned or held of them will go out.

    STOP (`opted_out`) ends notices too, which were asked for apart from any cart.
    """
    if threads:
        connection.execute(
            "UPDATE nurture_followup f SET state = 'cancelled', reason = g.reason, settled_at = %s"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS g(shop_id, thread_id, reason)"
            " WHERE f.shop_id = g.shop_id AND f.thread_id = g.thread_id AND f.state IN ('planned', 'held')"
            " AND (f.sequence = %s OR g.reason = 'opted_out')",
            [now, [t[0] for t in threads], [t[1] for t in threads], [t[2] for t in threads], CART_REMINDERS],
        )


@value
class TemplateRow:
    """An approved template."""

    name: str
    language: str
    category: str
    body: str
    quick_replies: int = 0
    """How many of its buttons send a reply."""


def approved_templates(connection: Connection, shop_ids: Sequence[UUID]) -> dict[tuple[UUID, str, str], TemplateRow]:
    """Approved templates by (shop, name, language)."""
    rows = connection.execute(
        "SELECT shop_id, name, language, category, body,"
        " jsonb_array_length(jsonb_path_query_array(buttons, '$[*] ? (@.type == \"QUICK_REPLY\")'))"
        " FROM nurture_messagetemplate"
        " WHERE shop_id = ANY(%s) AND status = 'APPROVED' AND held_reason = ''",
        [list(set(shop_ids))],
    )
    return {(shop_id, row[0], row[1]): TemplateRow(*row) for shop_id, *row in rows}
