"""What the ledger keeps of messages that were written from a personal catalogue."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leadnurturebot.catalog.personal.batch import AskedItem
from leadnurturebot.ledger.batch import LedgerFact
from leadnurturebot.message_path.visits import Visit


def asked_facts(visit: Visit) -> list[LedgerFact]:
    """That somebody asked from a page, once for each of its items. Whoever got the page from somebody else was shown, of
    all its goods, this one."""
    facts: list[LedgerFact] = []
    for event in visit.events:
        item = visit.asked.get(event.id)
        if item is None:
            continue
        place = {"slot": item.slot, "why": item.why}
        if item.lead_id != visit.lead.id:
            shown = {"slots": [{**place, "product": str(item.product_id)}]}
            facts.append(_fact(visit, item, "recommendation.shown", event.at, shown))
        facts.append(_fact(visit, item, "recommendation.asked", event.at, place))
    return facts


def _fact(visit: Visit, item: AskedItem, kind: str, at: datetime, data: Mapping[str, Any]) -> LedgerFact:
    subject = ("product", str(item.product_id)) if kind == "recommendation.asked" else ("", "")
    return LedgerFact(
        shop_id=visit.shop.id, kind=kind, at=at, lead_id=visit.lead.id, conversation_id=visit.conversation_id,
        dedupe_key=f"{kind}:page:{item.page_id}:{visit.lead.id}:{item.slot}", subject=subject,
        data={"source": "page", "page": str(item.page_id), **data},
    )  # fmt: skip
