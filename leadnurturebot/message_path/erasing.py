"""Forgetting a person who asked for it in the chat, and what the queues hold of anybody."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.leads.lookup import every_address
from leadnurturebot.message_path import inbox, openings, outbox, timers
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.orders.erasing import addresses_kept
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection
from leadnurturebot.privacy.erasing import erase_lead
from leadnurturebot.privacy.holdings import Holding

ERASE_LEAD = "erase_lead"
# The confirmation leaves first. Where it cannot, the person is not kept waiting for it for ever.
AFTER = timedelta(minutes=2)
PATIENCE = timedelta(hours=1)
LOOK_AGAIN = timedelta(days=1)


def after_turns(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """Set the timer for everybody who has just confirmed that their data is to be deleted."""
    leads = [(t.visit.shop.id, t.visit.lead.id) for t in thoughts if t.decision and t.decision.effects.erase]
    data = {"until": times.now + PATIENCE}
    timers.set_many(connection, [_timer(shop, lead, times.now + AFTER, data) for shop, lead in leads])


def _timer(shop_id: UUID, lead_id: UUID, due_at: datetime, data: Mapping[str, object] | None = None) -> TimerRow:
    return TimerRow(
        shop_id=shop_id, kind=ERASE_LEAD, purpose_key=str(lead_id), due_at=due_at, lead_id=lead_id, data=data or {}
    )


def ring_erasure(connection: Connection, world: World, timer: TimerRow, times: Times) -> None:
    """Forget the lead of the timer, once nothing of ours is on its way to them any more."""
    shop_id, lead_id = timer.shop_id, UUID(timer.purpose_key)
    until = timer.data.get("until")
    if until and times.now < datetime.fromisoformat(until) and outbox.is_under_way(connection, shop_id, lead_id):
        timers.set_many(connection, [_timer(shop_id, lead_id, times.now + AFTER, timer.data)])
        return
    erase_lead(connection, shop_id=shop_id, lead_id=lead_id, now=times.now)


def look_again(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Have an erasure finished later: an order of the person keeps its address until it is sent."""
    timers.set_many(connection, [_timer(shop_id, lead_id, now + LOOK_AGAIN)])


def shut(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Take the person's lanes and lock the lead, as a turn does and in the same order; what waits there is dropped."""
    key = ring().of(connection, shop_id)
    inbox.drop_lanes(connection, shop_id, _lanes(connection, key, lead_id))
    load_leads(connection, [lead_id], {shop_id: key})


def _lanes(connection: Connection, key: ShopKey, lead_id: UUID) -> list[bytes]:
    return [key.index("lane", address) for address in every_address(connection, key, lead_id)]


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete what would still be sent to the lead or ring for them."""
    timers.drop(connection, shop_id, lead_id)
    outbox.drop(connection, shop_id, lead_id)
    openings.forget(connection, shop_id, lead_id)
    if addresses_kept(connection, shop_id=shop_id, lead_id=lead_id, now=now):
        look_again(connection, shop_id=shop_id, lead_id=lead_id, now=now)


_PARTS = {
    "waiting_to_be_sent": "SELECT id, purpose, state, decided_at, payload_sealed AS payload_json_sealed"
    " FROM message_path_outbox WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY id",
    "waiting_to_be_handled": "SELECT i.kind, i.occurred_at, i.state, i.payload_sealed AS payload_json_sealed"
    " FROM message_path_inbox i WHERE i.shop_id = %(shop)s AND i.contact = ANY(%(lanes)s) ORDER BY i.occurred_at, i.id",
    "timers": "SELECT kind, due_at, data FROM message_path_timer WHERE shop_id = %(shop)s AND lead_id = %(lead)s"
    " ORDER BY due_at",
}


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """What of the lead waits in the queues, opened."""
    values = {"shop": key.shop_id, "lead": lead_id, "lanes": _lanes(connection, key, lead_id)}
    return {part: opened_records(connection, key, statement, values) for part, statement in _PARTS.items()}


HOLDING = Holding("message_path", export, erase, shut)
