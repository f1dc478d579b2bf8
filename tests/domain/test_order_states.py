import itertools

import pytest

from leadnurturebot.domain.order_states import CANCELLABLE_BY_CUSTOMER, IllegalTransition, OrderState, move_order

ALLOWED = """
awaiting_payment: confirmed paid cancelled expired
confirmed: paid packed cancelled
paid: packed shipped delivered cancelled refunded
packed: shipped delivered cancelled refunded
shipped: delivered cancelled refunded
delivered: refunded
cancelled: paid refunded
expired: paid cancelled
refunded:
"""


def test_an_order_moves_only_as_the_table_says() -> None:
    table = {line.split(":")[0]: set(line.split(":")[1].split()) for line in ALLOWED.strip().splitlines()}
    moves: dict[str, set[str]] = {state: set() for state in OrderState}
    for origin, target in itertools.permutations(OrderState, 2):
        try:
            moves[origin].add(move_order(origin, target))
        except IllegalTransition:
            continue
    assert moves == table


def test_a_forbidden_move_says_from_where_to_where() -> None:
    with pytest.raises(IllegalTransition, match="an order that is delivered cannot become packed") as caught:
        move_order(OrderState.DELIVERED, OrderState.PACKED)
    assert (caught.value.origin, caught.value.target) == (OrderState.DELIVERED, OrderState.PACKED)


def test_staying_is_no_move() -> None:
    assert move_order(OrderState.REFUNDED, OrderState.REFUNDED) is OrderState.REFUNDED


def test_a_customer_cannot_cancel_what_is_packed() -> None:
    assert {"awaiting_payment", "confirmed", "paid"} == CANCELLABLE_BY_CUSTOMER
