"""What buyers of the past said of a fit, and what they sent back: by the same actions as in a chat or the portal."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.catalog.actions import set_stock
from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.people.shapes import PastReturn
from leadnurturebot.demo_shop.seed.sales_done import PastDisagrees, Sale
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.domain.dialogue.decision import AskReturn
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.returns import Reason, ReturnState, Wanted
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.message_path.returning import ask_return
from leadnurturebot.orders.exchanges import make_exchange
from leadnurturebot.orders.fits import record_fit_verdict
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.orders.returns import ReturnRow, lock_return, set_state
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops

_FELT = {"fits_well": Felt.RIGHT, "too_small": Felt.SMALL, "too_big": Felt.LARGE}
_REASONS = {
    "too_small": Reason.SIZE_SMALL, "too_big": Reason.SIZE_LARGE, "damaged": Reason.DAMAGED,
    "changed_mind": Reason.CHANGED_MIND,
}  # fmt: skip
_ON_ITS_WAY, _ARRIVED = timedelta(days=3), timedelta(days=6)
_SENT, _CAME = timedelta(days=1), timedelta(days=4)
_SOME = 3
"""Pieces of what is wanted instead that are on the shelf while the past is played; the shelf is counted afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """A return of the past and the line it is of."""

    sale: Sale
    wish: PastReturn
    line_id: UUID
    quantity: int
    instead: str
    """The SKU wanted instead."""


def judge_and_send_back(stage: Stage, sales: list[Sale]) -> None:
    """Verdicts in order of time, then returns in order of time, each as far as it has come by now.

    An exchange is an order with a number of its own. The past's own orders end at the shop's next number, so exchanges take
    the numbers before the first one.
    """
    lines = _lines(stage, sales)
    for sale in sales:
        for fit in sale.order.fits:
            record_fit_verdict(
                stage.connection, shop_id=stage.shop_id, line_id=lines[sale.order_id, fit.sku][0], felt=_FELT[fit.verdict],
                source="asked", at=fit.said_at,
            )  # fmt: skip
    sent = [_sent(sale, wish, lines) for sale in sales for wish in sale.order.returns]
    exchanged = [each for each in sent if each.wish.wants == "exchange"]
    set_stock(
        connection=stage.connection, shop_id=stage.shop_id, levels={each.instead: _SOME for each in exchanged}, now=stage.now
    )  # fmt: skip
    shop = load_shops(stage.connection, [stage.shop_id])[stage.shop_id]
    _count_from(stage, SHOP.next_order_number - len(stage.past.orders) - len(exchanged))
    for each in sorted(sent, key=lambda own: own.wish.asked_at):
        _play(stage, shop, each)
    _count_from(stage, SHOP.next_order_number)


def _count_from(stage: Stage, number: int) -> None:
    stage.connection.execute("UPDATE shops_shop SET next_order_number = %s WHERE id = %s", [number, stage.shop_id])


def _lines(stage: Stage, sales: list[Sale]) -> dict[tuple[UUID, str], tuple[UUID, int]]:
    """Line and its pieces by order and SKU."""
    rows = stage.connection.execute(
        "SELECT l.order_id, v.sku, l.id, l.quantity FROM orders_orderline l JOIN catalog_variant v ON v.id = l.variant_id"
        " AND v.shop_id = l.shop_id WHERE l.shop_id = %s AND l.order_id = ANY(%s)",
        [stage.shop_id, [sale.order_id for sale in sales]],
    )
    return {(order_id, sku): (line_id, quantity) for order_id, sku, line_id, quantity in rows}


def _sent(sale: Sale, wish: PastReturn, lines: dict[tuple[UUID, str], tuple[UUID, int]]) -> _Sent:
    line_id, quantity = lines[sale.order_id, wish.sku]
    return _Sent(sale=sale, wish=wish, line_id=line_id, quantity=quantity, instead=_instead(wish))


def _instead(wish: PastReturn) -> str:
    """The next size of the same colour in the direction that was missing; the same again at the end, or when it was broken."""
    product, variant = by_sku()[wish.sku]
    step = {"too_small": 1, "too_big": -1}.get(wish.reason, 0)
    at = product.sizes.index(variant.size) + step
    size = product.sizes[at] if 0 <= at < len(product.sizes) else variant.size
    return next((own.sku for own in product.variants if (own.color, own.size) == (variant.color, size)), wish.sku)


def _play(stage: Stage, shop: ShopRow, sent: _Sent) -> None:
    wish, connection = sent.wish, stage.connection
    is_exchange = wish.wants == "exchange"
    asked = AskReturn(
        order_id=sent.sale.order_id, line_id=sent.line_id, quantity=sent.quantity, reason=_REASONS[wish.reason],
        wanted=Wanted.EXCHANGE if is_exchange else Wanted.REFUND,
        wanted_variant_id=stage.goods.variants[sent.instead] if is_exchange else None,
    )  # fmt: skip
    if ask_return(connection, shop, stage.key, asked, now=wish.asked_at).outcome == "refused":
        raise PastDisagrees(f"the return of {wish.sku} in {sent.sale.order.number} was refused")
    found = connection.execute(
        "SELECT id FROM orders_return WHERE shop_id = %s AND line_id = %s", [shop.id, sent.line_id]
    )
    return_id = found.fetchone()[0]  # type: ignore[index]  # it was written a line ago
    for to, at in _steps(wish, stage.now):
        row = lock_return(connection, shop.id, return_id)
        if row is not None and (row.state, to) != (ReturnState.APPROVED, ReturnState.APPROVED):
            _move(stage, row, to, at, wish)
    _deliver_exchange(stage, return_id, wish)


def _steps(wish: PastReturn, now: datetime) -> list[tuple[ReturnState, datetime]]:
    """How far it has come: settled, or by the days since it was asked for; what is broken waits for a person's word."""
    approved = (ReturnState.APPROVED, wish.asked_at + timedelta(hours=2))
    if wish.settled_at is not None:
        return [
            approved,
            (ReturnState.RECEIVED, wish.settled_at - timedelta(hours=3)),
            (ReturnState.SETTLED, wish.settled_at),
        ]
    if wish.reason == "damaged":
        return []
    waited = now - wish.asked_at
    on_its_way = [(ReturnState.IN_TRANSIT, wish.asked_at + _ON_ITS_WAY)] if waited > _ON_ITS_WAY else []
    return [*on_its_way, *([(ReturnState.RECEIVED, wish.asked_at + _ARRIVED)] if waited > _ARRIVED else [])]


def _move(stage: Stage, row: ReturnRow, to: ReturnState, at: datetime, wish: PastReturn) -> None:
    """As the portal moves it, but without telling the customer of what is long past."""
    set_state(stage.connection, row, to, now=at)
    if to is ReturnState.APPROVED and row.wanted is Wanted.EXCHANGE:
        make_exchange(stage.connection, row, now=at)
    if to is ReturnState.SETTLED and wish.wants == "refund":
        stage.connection.execute(
            "UPDATE orders_return SET refund_amount = %s WHERE shop_id = %s AND id = %s",
            [row.amount, row.shop_id, row.id],
        )


def _deliver_exchange(stage: Stage, return_id: UUID, wish: PastReturn) -> None:
    """The order that came of a settled exchange has been sent, and by now it has come."""
    row = lock_return(stage.connection, stage.shop_id, return_id)
    if row is None or row.exchange_order_id is None or wish.settled_at is None:
        return
    moves = [(OrderState.SHIPPED, wish.asked_at + _SENT), (OrderState.DELIVERED, wish.asked_at + _CAME)]
    for to, at in moves:
        if at <= stage.now:
            move_many(stage.connection, [Move(shop_id=stage.shop_id, order_id=row.exchange_order_id, to=to, at=at)])
