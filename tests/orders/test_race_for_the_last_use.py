"""A hundred buyers and one use of a coupon, each on a connection of its own: one order with it, ninety-nine answers."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID

import pytest
from django.db import transaction

from leadnurturebot.catalog.models import Variant
from leadnurturebot.domain.dialogue.decision import OrderRefused
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.orders.batch import CartRow
from leadnurturebot.orders.coupons import NewCoupon, coupon_create
from leadnurturebot.orders.models import Order
from leadnurturebot.orders.placing import PlaceRequest, place
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import borrowed, connect
from leadnurturebot.platform.tenancy import system_scope
from tests.cast import Boutique, open_boutique

BUYERS, AT_ONCE = 100, 10


@pytest.fixture
def shop(transactional_db: None, now: datetime) -> Boutique:
    with transaction.atomic():
        boutique = open_boutique(borrowed(), now)
        coupon_create(boutique.shop.id, NewCoupon(code="LAST1", percent=10, uses=1), now=now)
        return boutique


def request_of(shop: Boutique, thread_id: UUID) -> PlaceRequest:
    return PlaceRequest(
        shop_id=shop.shop.id, lead_id=uuid7(), thread_id=thread_id, conversation_id=None, currency="USD",
        shipping=ShippingOption(500), payment_method="card", is_hosted=True, coupon="LAST1",
        expected_total=4910, address_sealed=b"", source="direct", ad_id=None, last_source="direct", last_ad_id=None,
    )  # fmt: skip


def test_one_of_a_hundred_gets_the_last_use(shop: Boutique, now: datetime) -> None:
    with system_scope():
        variant = Variant.objects.get(sku="DR-BLUE-M")
    line = CartLine(
        product_id=variant.product_id, variant_id=variant.id, name="Dress", color="", size="M", quantity=1,
        unit_price=4900, available=BUYERS, category="dress",
    )  # fmt: skip

    def buy(_: int) -> str:
        thread_id = uuid7()
        cart = CartRow(id=uuid7(), thread_id=thread_id, version=1, changed_at=now, lines=(line,))
        with connect(name="a buyer") as connection, connection.transaction():
            made = place(connection, request_of(shop, thread_id), cart, now=now)
        return made.reason if isinstance(made, OrderRefused) else "placed"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        came_of_it = Counter(pool.map(buy, range(BUYERS)))
    assert came_of_it == {"placed": 1, "coupon_gone": BUYERS - 1}
    with system_scope():
        assert list(Order.objects.values_list("discount", "total")) == [(490, 4910)]
