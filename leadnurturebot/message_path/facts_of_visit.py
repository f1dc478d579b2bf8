"""What a visit adds to the ledger: arrivals, engagement, choices, carts, orders. The funnel and attribution count these."""

from collections.abc import Sequence
from datetime import datetime

from leadnurturebot.domain.dialogue.decision import Effects
from leadnurturebot.domain.money import Money
from leadnurturebot.leads.arrivals import TouchSeen
from leadnurturebot.ledger.batch import LedgerFact
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.listening import source_of
from leadnurturebot.message_path.page_facts import asked_facts
from leadnurturebot.message_path.visits import Visit
from leadnurturebot.platform.ids import uuid7


def touches(visit: Visit) -> list[TouchSeen]:
    """The arrivals of a visit: an ad tap or link each, and "direct" for somebody new who came without one."""
    found: list[TouchSeen] = []
    for event in visit.events:
        ad, referral = visit.ads.get(event.id), event.payload["referral"]
        if ad is None and referral is None and not (visit.lead.is_new and event is visit.events[0]):
            continue
        click = str((referral or {}).get("ctwa_clid") or "")
        found.append(
            TouchSeen(
                id=uuid7(), shop_id=visit.shop.id, lead_id=visit.lead.id, source=_source(visit, event),
                at=event.at, ad_id=ad.id if ad else None,
                headline=ad.headline if ad else str((referral or {}).get("headline") or ""),
                click_sealed=visit.key.seal_text(click) if click else b"",
                message_id=visit.message_ids[event.id], is_first=visit.lead.is_new and not found,
            )
        )  # fmt: skip
    return found


def _source(visit: Visit, event: InboxEvent) -> str:
    """A page that somebody passed on is a link like any other."""
    ad, referral = visit.ads.get(event.id), event.payload["referral"]
    return "link" if ad is None and referral is None and event.id in visit.asked else source_of(ad, referral)


def lead_status(visit: Visit, thought: Thought | None) -> str:
    """The status a visit gives: engaged by writing, qualified by a product with size or a cart."""
    decision = thought.decision if thought else None
    if decision is None:
        return "engaged"
    focus = decision.state.focus
    has_chosen = focus is not None and bool(focus.size)
    return "qualified" if has_chosen or decision.effects.cart else "engaged"


def ledger_facts(
    visit: Visit, thought: Thought | None, arrived: Sequence[TouchSeen], now: datetime
) -> list[LedgerFact]:
    """The visit's facts, its arrivals among them. Keys make each count once, however often the visit is handled."""
    facts = [_touch(visit, touch) for touch in arrived]
    facts += asked_facts(visit)
    facts.append(_fact(visit, "lead.engaged", visit.newest, f"lead.engaged:{visit.conversation_id}"))
    if thought is None or thought.decision is None:
        return facts
    if lead_status(visit, thought) == "qualified":
        facts.append(_fact(visit, "lead.qualified", now, f"lead.qualified:{visit.conversation_id}"))
    cart = thought.decision.effects.cart
    if cart:
        changes = [
            {"variant": str(c.variant_id), "product": str(c.product_id), "quantity": c.quantity, "price": c.unit_price}
            for c in cart
        ]
        key = f"cart.changed:{next(iter(visit.message_ids.values()))}"
        facts.append(_fact(visit, "cart.changed", now, key, data={"lines": changes}))
    facts += _interest(visit, thought.decision.effects, now)
    if thought.placed is not None and thought.placed.is_new:
        placed = thought.placed
        facts.append(
            LedgerFact(
                shop_id=visit.shop.id, kind="order.placed", at=now, dedupe_key=f"order.placed:{placed.order_id}",
                lead_id=visit.lead.id, conversation_id=visit.conversation_id, subject=("order", str(placed.order_id)),
                amount_micros=Money(placed.total, visit.shop.currency).micros, currency=visit.shop.currency,
                data={"shipping": placed.shipping, "tax": placed.tax} if placed.tax else {"shipping": placed.shipping},
            )
        )  # fmt: skip
    return facts


def _interest(visit: Visit, effects: Effects, now: datetime) -> list[LedgerFact]:
    """Products looked at, once a conversation; suggestions shown, and those that were opened, with their place."""
    about, first = visit.conversation_id, next(iter(visit.message_ids.values()))
    facts = [
        _fact(
            visit, "product.viewed", now, f"product.viewed:{about}:{product_id}", subject=("product", str(product_id))
        )
        for product_id in effects.viewed
    ]
    if effects.offered:
        slots = [{"product": str(each.product_id), "why": each.why} for each in effects.offered]
        key = f"recommendation.shown:{first}"
        facts.append(_fact(visit, "recommendation.shown", now, key, data={"slots": slots}))
    for each in effects.followed:
        key = f"recommendation.clicked:{first}:{each.slot}"
        subject = ("product", str(each.product_id))
        facts.append(_fact(visit, "recommendation.clicked", now, key, data={"slot": each.slot}, subject=subject))
    return facts


def _touch(visit: Visit, touch: TouchSeen) -> LedgerFact:
    data = {"source": touch.source, "ad_id": str(touch.ad_id) if touch.ad_id else None, "is_first": touch.is_first}
    return LedgerFact(
        shop_id=visit.shop.id, kind="touch.recorded", at=touch.at, dedupe_key=f"touch.recorded:{touch.message_id}",
        lead_id=visit.lead.id, conversation_id=visit.conversation_id, subject=("touch", str(touch.id)), data=data,
    )  # fmt: skip


def _fact(
    visit: Visit, kind: str, at: datetime, key: str, data: dict[str, object] | None = None,
    subject: tuple[str, str] = ("", ""),
) -> LedgerFact:  # fmt: skip
    return LedgerFact(
        shop_id=visit.shop.id, kind=kind, at=at, dedupe_key=key, lead_id=visit.lead.id,
        conversation_id=visit.conversation_id, subject=subject, data=data or {},
    )  # fmt: skip
