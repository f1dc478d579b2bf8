"""What the past adds to the ledger beside payments: arrivals, engagement, choices, carts, orders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.seed.arrivals import QUALIFIED
from leadnurturebot.demo_shop.seed.sales_done import Sale
from leadnurturebot.demo_shop.seed.script import Line, Script
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.seed.talks import Session
from leadnurturebot.domain.money import Money
from leadnurturebot.leads.arrivals import TouchSeen
from leadnurturebot.ledger.batch import LedgerFact


def arrived(
    stage: Stage, touches: Sequence[TouchSeen], sessions: Mapping[int, Session], script: Script
) -> Iterator[LedgerFact]:
    """One fact a touch."""
    conversation = {lines[0].id: sessions[number].conversation_id for number, lines in script.items()}
    for touch in touches:
        assert touch.message_id is not None
        yield LedgerFact(
            shop_id=stage.shop_id, kind="touch.recorded", at=touch.at, dedupe_key=f"touch.recorded:{touch.message_id}",
            lead_id=touch.lead_id, conversation_id=conversation[touch.message_id], subject=("touch", str(touch.id)),
            data={"source": touch.source, "ad_id": str(touch.ad_id) if touch.ad_id else None, "is_first": True},
        )  # fmt: skip


def talked(
    stage: Stage, sessions: Mapping[int, Session], script: Script, carts: Mapping[int, datetime]
) -> Iterator[LedgerFact]:
    """Engagement of every conversation, choice and cart where there was one."""
    for number, lines in script.items():
        session, talk = sessions[number], stage.past.conversations[number]
        said = [line.message.at for line in lines if line.message.is_inbound]
        yield _fact(stage, session, "lead.engaged", said[0], f"lead.engaged:{session.conversation_id}")
        yield _looked_at(stage, session, talk.product, said[0])
        if talk.outcome in QUALIFIED:
            chosen_at = carts.get(number) or said[min(1, len(said) - 1)]
            yield _fact(stage, session, "lead.qualified", chosen_at, f"lead.qualified:{session.conversation_id}")
        if number in carts:
            yield _cart(stage, session, lines, carts[number])


def _looked_at(stage: Stage, session: Session, external_id: str, at: datetime) -> LedgerFact:
    product_id = stage.goods.products[external_id]
    key = f"product.viewed:{session.conversation_id}:{product_id}"
    fact = _fact(stage, session, "product.viewed", at, key)
    return replace(fact, subject=("product", str(product_id)))


def _cart(stage: Stage, session: Session, lines: Sequence[Line], at: datetime) -> LedgerFact:
    talk = stage.past.conversations[lines[0].talk]
    order = next((each for each in stage.past.orders if each.number == talk.order_number), None)
    put = [(line.sku, line.quantity) for line in order.lines] if order else [(sku, 1) for sku in talk.cart_skus]
    changes = [
        {"variant": str(stage.goods.variants[sku]), "quantity": count, "price": by_sku()[sku][1].price_minor}
        for sku, count in put
    ]
    return _fact(stage, session, "cart.changed", at, f"cart.changed:{lines[0].id}", {"lines": changes})


def ordered(stage: Stage, sales: Sequence[Sale]) -> Iterator[LedgerFact]:
    """One fact an order."""
    for sale in sales:
        yield LedgerFact(
            shop_id=stage.shop_id, kind="order.placed", at=sale.order.placed_at,
            dedupe_key=f"order.placed:{sale.order_id}", lead_id=sale.session.lead_id,
            conversation_id=sale.session.conversation_id, subject=("order", str(sale.order_id)),
            amount_micros=Money(sale.order.total_minor, stage.currency).micros, currency=stage.currency,
        )  # fmt: skip


def _fact(
    stage: Stage, session: Session, kind: str, at: datetime, key: str, data: Mapping[str, object] | None = None
) -> LedgerFact:
    return LedgerFact(
        shop_id=stage.shop_id, kind=kind, at=at, dedupe_key=key, lead_id=session.lead_id,
        conversation_id=session.conversation_id, data=data or {},
    )  # fmt: skip
