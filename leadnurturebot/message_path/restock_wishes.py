"""Taking a notice back for somebody: what they said to a person of the shop counts as if they had written it."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.leads.arrivals import ConsentGiven, record_consents
from leadnurturebot.nurture.restock_views import notices_of_lead
from leadnurturebot.platform import audit
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


class NoNotice(LookupError):
    """The lead does not wait for that variant."""


def cancel_notice(
    connection: Connection, *, shop_id: UUID, lead_id: UUID, variant_id: UUID, actor: str, now: datetime
) -> None:
    """Nobody writes to the lead when the variant is back. Raises NoNotice when they do not wait for it (any more)."""
    if all(notice.variant_id != variant_id for notice in notices_of_lead(shop_id, lead_id)):
        raise NoNotice(str(variant_id))
    taken_back = ConsentGiven(
        shop_id=shop_id, lead_id=lead_id, kind="restock", is_granted=False, at=now, variant_id=variant_id
    )
    record_consents(connection, [taken_back])
    audit.append(
        connection, shop_id=shop_id, actor=actor, action="restock.cancelled", now=now, subject=f"{lead_id}:{variant_id}"
    )
    notify(connection, shop_id, "conversation")
