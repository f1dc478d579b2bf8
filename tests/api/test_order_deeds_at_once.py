"""Two people press at once: the order moves once, the customer hears once, money goes back once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.message_path import order_deeds
from leadnurturebot.message_path.order_deeds import Cancelling
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.models import OrderEvent
from leadnurturebot.platform.sql import borrowed, connect
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import make_cast

AT_ONCE = 8


@pytest.fixture
def place(transactional_db: None, now: datetime) -> tuple[UUID, UUID]:
    """Shop and paid order."""
    with transaction.atomic():
        cast = make_cast(now)
        variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
        lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900142", now)
        thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
        order_id = stories.make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=variant, name="Dress")
    return cast.shop.id, order_id


@pytest.mark.parametrize("deed", ["ship", "deliver", "cancel"])
def test_a_deed_pressed_eight_times_at_once_is_done_once(place: tuple[UUID, UUID], now: datetime, deed: str) -> None:
    needs: dict[str, list[Any]] = {"ship": [Tracking("UPS", "1Z999")], "cancel": [Cancelling()]}
    more = needs.get(deed, [])

    def press(_: int) -> None:
        connection = connect(name="a presser")
        try:
            with connection.transaction():
                getattr(order_deeds, deed)(
                    connection, *place, *more, actor="user:sarah", times=Times(now=now, wall=now)
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(press, range(AT_ONCE)))
    state = {"ship": "shipped", "deliver": "delivered", "cancel": "cancelled"}[deed]
    with system_scope():
        assert OrderEvent.objects.filter(kind=state).count() == 1
    rows = borrowed().execute("SELECT count(*) FROM message_path_outbox").fetchone()
    stock = borrowed().execute("SELECT stock FROM catalog_variant WHERE size = 'M'").fetchone()
    assert (rows, stock) == ((1,), (8 if deed == "cancel" else 7,))
