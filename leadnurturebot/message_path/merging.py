"""Making one lead of two, and two of one again: composed here, because every room holds a part of a person."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.merging import join_pages, part_pages
from leadnurturebot.conversations.merging import join_threads, part_threads
from leadnurturebot.leads.batch import load_many
from leadnurturebot.leads.merging import join_people, note_merge, part_people, take_merge
from leadnurturebot.ledger.aliases import add_alias, drop_alias
from leadnurturebot.message_path import cart_reminders
from leadnurturebot.nurture.batch import CartLeft
from leadnurturebot.orders.merging import join_orders, part_orders
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


class CannotMerge(ValueError):
    """The leads are the same, or one is not there (any more)."""


class NothingToUndo(LookupError):
    """There is no such merge, it was undone already, or its lead was merged on since."""


def merge(connection: Connection, *, shop_id: UUID, kept_id: UUID, merged_id: UUID, reason: str, now: datetime) -> UUID:
    """Make `merged_id` part of `kept_id` in the caller's transaction; the merge's id, by which it is undone.

    Refusals of either hold for both; agreements of the merged one are not taken over. `now` is business time.
    Raises CannotMerge.
    """
    _lock_both(connection, shop_id, kept_id, merged_id)
    moved: dict[str, object] = {"people": join_people(connection, shop_id, kept_id=kept_id, merged_id=merged_id)}
    moved["talk"], pairs = join_threads(connection, shop_id, kept_id=kept_id, merged_id=merged_id)
    moved["orders"], with_cart = join_orders(connection, shop_id, kept_id=kept_id, merged_id=merged_id, threads=pairs)
    moved["pages"] = join_pages(connection, shop_id, kept_id=kept_id, merged_id=merged_id)
    _lead_on(connection, shop_id, kept_id, merged_id, pairs)
    _plan_again(connection, shop_id, kept_id, pairs, with_cart, now)
    family = add_alias(connection, shop_id=shop_id, lead_id=merged_id, stands_for=kept_id, now=now)
    moved["family"] = [str(lead_id) for lead_id in family]
    notify(connection, shop_id, "conversation")
    return note_merge(connection, shop_id, kept_id=kept_id, merged_id=merged_id, reason=reason, moved=moved, now=now)


def _lock_both(connection: Connection, shop_id: UUID, kept_id: UUID, merged_id: UUID) -> None:
    rows = connection.execute(
        "SELECT id FROM leads_lead WHERE shop_id = %s AND id = ANY(%s)", [shop_id, [kept_id, merged_id]]
    ).fetchall()
    leads = load_many(connection, [row[0] for row in rows], {shop_id: ring().of(connection, shop_id)})
    if len(leads) < 2 or any(lead.erased_at or lead.merged_into_id for lead in leads.values()):
        raise CannotMerge("both must be leads of the shop, and not the same one")


def _lead_on(
    connection: Connection, shop_id: UUID, kept_id: UUID, merged_id: UUID, pairs: list[tuple[UUID, UUID]]
) -> None:
    """What waits to be sent or to ring goes on under the kept lead; an erasure that was asked for means both."""
    for other, kept in pairs:
        connection.execute(
            "UPDATE message_path_outbox SET thread_id = %s, lead_id = %s WHERE shop_id = %s AND thread_id = %s"
            " AND state = 'due'",
            [kept, kept_id, shop_id, other],
        )
    connection.execute(
        "UPDATE message_path_timer t SET lead_id = %(kept)s, purpose_key = CASE WHEN t.purpose_key = %(merged)s::text"
        " THEN %(kept)s::text ELSE t.purpose_key END WHERE t.shop_id = %(shop)s AND t.lead_id = %(merged)s"
        " AND NOT EXISTS (SELECT 1 FROM message_path_timer k WHERE k.shop_id = t.shop_id AND k.kind = t.kind"
        "   AND k.purpose_key = %(kept)s::text AND t.purpose_key = %(merged)s::text)",
        {"kept": kept_id, "merged": merged_id, "shop": shop_id},
    )


def _plan_again(
    connection: Connection, shop_id: UUID, kept_id: UUID, pairs: list[tuple[UUID, UUID]], with_cart: list[UUID],
    now: datetime,
) -> None:  # fmt: skip
    """Reminders of a thread that is no more end; a cart that moved is reminded of where it is now."""
    cart_reminders.end(connection, [(shop_id, other, "merged") for other, _ in pairs], now=now)
    left = [CartLeft(shop_id=shop_id, thread_id=thread, lead_id=kept_id, at=now) for thread in with_cart]
    cart_reminders.plan(connection, left)


def undo_merge(connection: Connection, *, shop_id: UUID, merge_id: UUID, now: datetime) -> tuple[UUID, UUID]:
    """Take two leads apart again in the caller's transaction; (kept, the other). What came since stays with the kept.

    Raises NothingToUndo.
    """
    taken = take_merge(connection, shop_id, merge_id, now=now)
    if taken is None:
        raise NothingToUndo("this merge cannot be undone")
    kept_id, merged_id, moved = taken
    load_many(connection, [kept_id, merged_id], {shop_id: ring().of(connection, shop_id)})
    family = [UUID(lead_id) for lead_id in moved["family"]]
    # A merge of before there were pages moved none.
    part_pages(connection, shop_id, kept_id=kept_id, merged_id=merged_id, moved=moved.get("pages", {}))
    part_orders(connection, shop_id, kept_id=kept_id, merged_id=merged_id, moved=moved["orders"])
    part_threads(connection, shop_id, kept_id=kept_id, merged_id=merged_id, family=family, moved=moved["talk"])
    part_people(connection, shop_id, kept_id=kept_id, merged_id=merged_id, moved=moved["people"])
    others = [lead_id for lead_id in family if lead_id != merged_id]
    drop_alias(connection, shop_id=shop_id, lead_id=merged_id, others=others)
    notify(connection, shop_id, "conversation")
    return kept_id, merged_id
