"""States of an order and the moves between them. Money is judged in `payment_states`."""

from enum import StrEnum


class OrderState(StrEnum):
    """Where an order is. A part refund is a fact of its payment: the parcel travels on."""

    AWAITING_PAYMENT = "awaiting_payment"
    CONFIRMED = "confirmed"
    """Cash on delivery agreed; the money comes at the door."""
    PAID = "paid"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    """Never paid in time."""
    REFUNDED = "refunded"
    """All of its money went back."""


_S = OrderState
ORDER_MOVES: dict[OrderState, frozenset[OrderState]] = {
    _S.AWAITING_PAYMENT: frozenset({_S.CONFIRMED, _S.PAID, _S.CANCELLED, _S.EXPIRED}),
    _S.CONFIRMED: frozenset({_S.PAID, _S.PACKED, _S.CANCELLED}),
    _S.PAID: frozenset({_S.PACKED, _S.SHIPPED, _S.DELIVERED, _S.CANCELLED, _S.REFUNDED}),
    _S.PACKED: frozenset({_S.SHIPPED, _S.DELIVERED, _S.CANCELLED, _S.REFUNDED}),
    # Refused at the door, or lost: the goods come back.
    _S.SHIPPED: frozenset({_S.DELIVERED, _S.CANCELLED, _S.REFUNDED}),
    _S.DELIVERED: frozenset({_S.REFUNDED}),
    # Late money revives an order whose goods can be held again.
    _S.CANCELLED: frozenset({_S.PAID, _S.REFUNDED}),
    _S.EXPIRED: frozenset({_S.PAID, _S.CANCELLED}),
    _S.REFUNDED: frozenset(),
}
CANCELLABLE_BY_CUSTOMER = frozenset({_S.AWAITING_PAYMENT, _S.CONFIRMED, _S.PAID})
"""A customer cancels until the parcel is packed; after that it is a return."""


class IllegalTransition(ValueError):
    """An order cannot go from `origin` to `target`."""

    def __init__(self, origin: OrderState, target: OrderState) -> None:
        super().__init__(f"an order that is {origin} cannot become {target}")
        self.origin = origin
        self.target = target


def move_order(state: OrderState, target: OrderState) -> OrderState:
    """`target`, when the table allows it (staying is allowed). Raises IllegalTransition."""
    if target != state and target not in ORDER_MOVES[state]:
        raise IllegalTransition(state, target)
    return target


DEEDS: dict[str, OrderState] = {
    "pack": _S.PACKED,
    "ship": _S.SHIPPED,
    "deliver": _S.DELIVERED,
    "cancel": _S.CANCELLED,
}
"""What a shop does with an order, and where it leads."""
HAS_LEFT_SHELF = frozenset({_S.CONFIRMED, _S.PAID, _S.PACKED, _S.SHIPPED})
"""States in which the goods are no longer counted as stock, and may be counted again when the order is cancelled."""


def deeds_of(state: OrderState) -> tuple[str, ...]:
    """What a shop may do with an order in `state`, likeliest first."""
    return tuple(deed for deed, target in DEEDS.items() if target in ORDER_MOVES[state] and state is not _S.EXPIRED)
