"""How pieces fitted: recorded, counted by product, remembered for the buyer, each shop for itself."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from leadnurturebot.domain.dialogue.turn import Piece
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Verdicts
from leadnurturebot.orders.fits import KEPT_AFTER, fits_of_shop, forget_fits, pieces_of, record_fit_verdict
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop
from tests.orders.test_moving import an_order


def a_line(connection: Connection, shop_id: UUID, product_id: UUID, now: datetime, state: str = "shipped") -> UUID:
    """A line of a new order; the order's number is its lead's too."""
    line_id = uuid7()
    connection.execute(
        "INSERT INTO orders_orderline (id, shop_id, order_id, variant_id, product_id, name, color, size, quantity, unit_price)"
        " VALUES (%s, %s, %s, %s, %s, 'Wrap Dress', 'sage', 'M', 1, 4900)",
        [line_id, shop_id, an_order(connection, shop_id, state, now), uuid7(), product_id],
    )
    return line_id


def lead_of(connection: Connection, line_id: UUID) -> UUID:
    row = connection.execute("SELECT order_id FROM orders_orderline WHERE id = %s", [line_id]).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def test_verdicts_are_counted_by_product(connection: Connection, now: datetime) -> None:
    shop_id, product_id = new_shop(now), uuid7()
    for felt in (Felt.SMALL, Felt.SMALL, Felt.RIGHT):
        line_id = a_line(connection, shop_id, product_id, now)
        assert record_fit_verdict(connection, shop_id=shop_id, line_id=line_id, felt=felt, source="asked", at=now)
    assert fits_of_shop(connection, shop_id).verdicts == {product_id: Verdicts(2, 1, 0)}


def test_the_last_word_on_a_piece_counts_once(connection: Connection, now: datetime) -> None:
    shop_id, product_id = new_shop(now), uuid7()
    line_id, later = a_line(connection, shop_id, product_id, now), now + timedelta(days=1)
    for felt, at in ((Felt.SMALL, later), (Felt.SMALL, later), (Felt.RIGHT, now)):
        record_fit_verdict(connection, shop_id=shop_id, line_id=line_id, felt=felt, source="return", at=at)
    assert fits_of_shop(connection, shop_id).verdicts == {product_id: Verdicts(1, 0, 0)}


def test_another_shops_line_gets_no_verdict(connection: Connection, now: datetime) -> None:
    shop_id, rival_id, product_id = new_shop(now), new_shop(now, slug="rival"), uuid7()
    line_id = a_line(connection, shop_id, product_id, now)
    assert not record_fit_verdict(
        connection, shop_id=rival_id, line_id=line_id, felt=Felt.SMALL, source="asked", at=now
    )
    record_fit_verdict(connection, shop_id=shop_id, line_id=line_id, felt=Felt.RIGHT, source="asked", at=now)
    assert fits_of_shop(connection, rival_id).verdicts == {}
    assert pieces_of(connection, {(rival_id, lead_of(connection, line_id)): None}, now=now) == {}


@pytest.mark.parametrize(
    ("state", "felt", "days", "remembered"),
    [
        ("delivered", None, 14, Felt.RIGHT),
        ("delivered", None, 13, None),
        ("shipped", None, 30, None),
        ("refunded", Felt.LARGE, 1, Felt.LARGE),
        ("delivered", Felt.SMALL, 30, Felt.SMALL),
    ],
)
def test_what_was_judged_or_kept_is_remembered(
    connection: Connection, now: datetime, state: str, felt: Felt | None, days: int, remembered: Felt | None
) -> None:
    shop_id, product_id = new_shop(now), uuid7()
    line_id = a_line(connection, shop_id, product_id, now, state)
    if felt:
        record_fit_verdict(connection, shop_id=shop_id, line_id=line_id, felt=felt, source="asked", at=now)
    lead_id = lead_of(connection, line_id)
    found = pieces_of(connection, {(shop_id, lead_id): None}, now=now + timedelta(days=days))
    piece = Piece(product_id=product_id, name="Wrap Dress", size="M", felt=remembered) if remembered else None
    assert found == ({lead_id: [piece]} if piece else {})
    assert timedelta(days=14) == KEPT_AFTER


def test_forgotten_fits_are_of_nobody_and_still_counted(connection: Connection, now: datetime) -> None:
    shop_id, rival_id, product_id = new_shop(now), new_shop(now, slug="rival"), uuid7()
    line_id, others = a_line(connection, shop_id, product_id, now), a_line(connection, shop_id, product_id, now)
    for each in (line_id, others):
        record_fit_verdict(connection, shop_id=shop_id, line_id=each, felt=Felt.SMALL, source="asked", at=now)
    lead_id = lead_of(connection, line_id)
    forget_fits(connection, [(rival_id, lead_id)])
    assert pieces_of(connection, {(shop_id, lead_id): None}, now=now)[lead_id][0].felt is Felt.SMALL
    forget_fits(connection, [(shop_id, lead_id), (shop_id, lead_id)])
    assert pieces_of(connection, {(shop_id, lead_id): None}, now=now) == {}
    assert fits_of_shop(connection, shop_id).verdicts == {product_id: Verdicts(2, 0, 0)}
    rows = connection.execute("SELECT line_id, at FROM orders_fitverdict ORDER BY line_id").fetchall()
    assert rows == [(others, now), (None, now.replace(day=1, hour=0, minute=0, second=0, microsecond=0))]


def test_what_was_bought_before_the_sizes_were_forgotten_is_not_looked_at(
    connection: Connection, now: datetime
) -> None:
    shop_id, product_id, later = new_shop(now), uuid7(), now + timedelta(days=30)
    lead_id = lead_of(connection, a_line(connection, shop_id, product_id, now, "delivered"))
    assert pieces_of(connection, {(shop_id, lead_id): now}, now=later) == {}
    assert len(pieces_of(connection, {(shop_id, lead_id): now - timedelta(days=1)}, now=later)[lead_id]) == 1
