"""Forgetting a person. What stays is money: orders, payments and ledger, pointing at a number of ours."""

from dataclasses import dataclass
from datetime import datetime
from itertools import product
from uuid import UUID

from leadnurturebot.leads.lookup import require_lead
from leadnurturebot.ledger.aliases import family_of
from leadnurturebot.orders.erasing import addresses_kept
from leadnurturebot.platform import audit
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.privacy.holdings import holdings


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure left for later."""

    addresses_kept: int
    """Orders still to be sent, which keep their address until they are, and for 30 days at most."""


def erase_lead(
    connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime, actor: str = audit.SYSTEM
) -> Erased:
    """Forget a lead in the caller's transaction: messages, name, addresses, profile, decisions, follow-ups, queues;
    and with it every lead that was merged into it.

    Doing it again is safe. `now` is business time. Raises LeadUnknown.
    """
    require_lead(connection, shop_id, lead_id)
    doers = [holding.shut for holding in holdings()] + [holding.erase for holding in holdings()]
    everybody = [*family_of(connection, shop_id, lead_id), lead_id]
    for do, each in product(filter(None, doers), everybody):
        do(connection, shop_id=shop_id, lead_id=each, now=now)
    audit.append(connection, shop_id=shop_id, actor=actor, action="lead.erased", subject=str(lead_id), now=now)
    notify(connection, shop_id, "conversation")
    return Erased(addresses_kept(connection, shop_id=shop_id, lead_id=lead_id, now=now))
