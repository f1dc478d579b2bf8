"""Marketing stopped, resumed or signed up for inside WhatsApp; also when a send fails because it was stopped there."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.leads.arrivals import ConsentGiven, newest_of_kind, record_consents
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Visit
from leadnurturebot.platform.sql import Connection

BY_PROVIDER = "provider_marketing"


def record_preferences(connection: Connection, said: Sequence[tuple[Visit, InboxEvent]]) -> None:
    """Record them in the order in which they were said; one that comes late changes nothing that holds.

    Signing up is agreeing to marketing. Resuming only lifts the messenger's own stop.
    """
    if not said:
        return
    leads = [(visit.shop.id, visit.lead.id) for visit, _ in said]
    known = newest_of_kind(connection, leads, BY_PROVIDER)
    for visit, event in sorted(said, key=lambda each: each[1].at):
        newest = known.get(visit.lead.id)
        if newest is None or event.at > newest:
            record_consents(connection, _consents(visit, event))


def _consents(visit: Visit, event: InboxEvent) -> list[ConsentGiven]:
    value = event.payload["content"].get("value")
    kinds = {"stop": [(BY_PROVIDER, False)], "resume": [(BY_PROVIDER, True)]}
    kinds["signup"] = [(BY_PROVIDER, True), ("marketing", True)]
    return [
        ConsentGiven(shop_id=visit.shop.id, lead_id=visit.lead.id, kind=kind, is_granted=granted, at=event.at)
        for kind, granted in kinds.get(str(value), [])
    ]


def stop_marketing(connection: Connection, shop_id: UUID, lead_id: UUID, *, now: datetime) -> None:
    """A send failed because its reader had stopped marketing: nothing of the kind goes to them until they resume."""
    stopped = ConsentGiven(shop_id=shop_id, lead_id=lead_id, kind=BY_PROVIDER, is_granted=False, at=now)
    record_consents(connection, [stopped])
