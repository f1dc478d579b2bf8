"""A hundred buyers and one piece, each on a connection of its own: one sale, ninety-nine clear answers."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from leadnurturebot.catalog.models import Variant
from leadnurturebot.orders.models import Order, OrderLine, StockHold
from leadnurturebot.payments import sessions
from leadnurturebot.payments.events import apply_event
from leadnurturebot.payments.links import find
from leadnurturebot.payments.models import Payment
from leadnurturebot.payments.sessions import CannotPay
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, borrowed, connect
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.providers.payments.base import ProviderEvent
from tests.cast import Boutique, open_boutique

BUYERS = 100
AT_ONCE = 20


@pytest.fixture
def shop(transactional_db: None, now: datetime) -> Boutique:
    with transaction.atomic():
        return open_boutique(borrowed(), now)


@pytest.fixture
def tokens(shop: Boutique, now: datetime) -> list[str]:
    """Links of a hundred orders for the last blue dress in M."""
    with system_scope(), transaction.atomic():
        variant = Variant.objects.get(sku="DR-BLUE-M")
        Variant.objects.filter(id=variant.id).update(stock=1)
        return [_link(shop, variant, number, now) for number in range(BUYERS)]


def _link(shop: Boutique, variant: Variant, number: int, now: datetime) -> str:
    order = Order.objects.create(
        shop_id=shop.shop.id, number=f"R{number}", lead_id=uuid7(), thread_id=uuid7(), state="awaiting_payment",
        state_at=now, payment_method="card", currency="USD", subtotal=4900, shipping=500, total=5400, placed_at=now,
    )  # fmt: skip
    OrderLine.objects.create(
        shop_id=shop.shop.id, order=order, variant_id=variant.id, product_id=variant.product_id, name="Blue dress",
        quantity=1, unit_price=4900,
    )  # fmt: skip
    payment = Payment.objects.create(
        shop_id=shop.shop.id, order=order, provider="stripe", amount=5400, currency="USD",
        reference=f"lnb_race_{number}", created_at=now,
    )  # fmt: skip
    return str(payment.token)


@pytest.fixture
def race() -> Iterator[Callable[[Callable[[Connection, str], str], list[str]], Counter[str]]]:
    """Runs a deed for every token, twenty at a time; counts what came of it."""
    local, opened, start = threading.local(), [], threading.Barrier(AT_ONCE)

    def ready() -> None:
        local.connection = connect(name="a buyer")
        opened.append(local.connection)
        start.wait(timeout=30)

    def run(deed: Callable[[Connection, str], str], tokens: list[str]) -> Counter[str]:
        def one(token: str) -> str:
            with local.connection.transaction():
                return deed(local.connection, token)

        with ThreadPoolExecutor(AT_ONCE, initializer=ready) as pool:
            return Counter(pool.map(one, tokens))

    yield run
    for connection in opened:
        connection.close()


def test_one_buyer_holds_the_last_piece_and_the_others_are_told(tokens: list[str], race: Any, now: datetime) -> None:
    def press_pay(connection: Connection, token: str) -> str:
        try:
            sessions.hold_for_payment(connection, find(connection, token), now=now)
        except CannotPay as error:
            return error.reason
        return "held"

    assert race(press_pay, tokens) == {"held": 1, "sold_out": BUYERS - 1}
    with system_scope():
        assert StockHold.objects.filter(state="held").count() == 1


def test_of_a_hundred_who_paid_one_gets_it_and_the_others_money_goes_back(
    shop: Boutique, tokens: list[str], race: Any, now: datetime
) -> None:
    shop_id: UUID = shop.shop.id

    def pay(connection: Connection, token: str) -> str:
        key = ring().of(connection, shop_id)
        event = ProviderEvent(
            event_id=f"evt_{token}", kind="paid", at=now, reference=find(connection, token).reference,
            charge_id=f"pi_{token}", amount=5400, currency="USD",
        )  # fmt: skip
        changed = apply_event(connection, key, event, now=now)
        assert changed is not None
        return str(changed.outcome)

    assert race(pay, tokens) == {"settled": 1, "late": BUYERS - 1}
    with system_scope():
        assert Variant.objects.get(sku="DR-BLUE-M").stock == 0
        assert Counter(Order.objects.values_list("state", flat=True)) == {"paid": 1, "awaiting_payment": BUYERS - 1}
        assert Payment.objects.filter(owner_must="refund").count() == BUYERS - 1


def test_the_same_event_applied_by_many_at_once_settles_once(
    shop: Boutique, tokens: list[str], race: Any, now: datetime
) -> None:
    shop_id: UUID = shop.shop.id

    def pay(connection: Connection, token: str) -> str:
        reference = find(connection, token).reference
        event = ProviderEvent(
            event_id="evt_1", kind="paid", at=now, reference=reference, charge_id="pi_1", amount=5400, currency="USD"
        )
        changed = apply_event(connection, ring().of(connection, shop_id), event, now=now)
        assert changed is not None
        return str(changed.outcome)

    assert race(pay, [tokens[0]] * BUYERS) == {"settled": 1, "already_settled": BUYERS - 1}
