"""Money that comes late, twice, in part, in another currency or before its time: row by row, down to ledger and shelf."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.message_path.driving import Drive
from tests.message_path.test_payments import ordered, paid

STOCK = "SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'"


@dataclass(frozen=True)
class Row:
    """What happened before, what came, and what is true then."""

    before: str
    came: dict[str, Any]
    order: str
    payment: tuple[str, str, str]
    """How it was judged, its state, what the owner must do."""
    revenue: int
    stock: int
    told: int


LATE = ("late", "refund_pending", "")
ROWS = {
    "in time": Row("", {}, "paid", ("paid", "paid", ""), 54, 6, 1),
    "after the hold ended": Row(
        "UPDATE orders_stockhold SET until = until - interval '1 day'", {}, "paid", ("paid", "paid", ""), 54, 6, 1
    ),
    "after the order expired": Row("UPDATE orders_order SET state = 'expired'", {}, "paid", ("paid", "paid", ""), 54, 6, 1),
    "after it was cancelled": Row("UPDATE orders_order SET state = 'cancelled'", {}, "paid", ("paid", "paid", ""), 54, 6, 1),
    "after stock was gone": Row("UPDATE catalog_variant SET stock = 0", {}, "awaiting_payment", LATE, 0, 0, 1),
    "cancelled, and stock gone": Row(
        "WITH gone AS (UPDATE catalog_variant SET stock = 0) UPDATE orders_order SET state = 'cancelled'", {}, "cancelled",
        LATE, 0, 0, 1,
    ),
    "in part": Row("", {"amount": 2700}, "awaiting_payment", ("amount_mismatch", "amount_mismatch", "refund"), 0, 7, 0),
    "too much": Row("", {"amount": 5401}, "awaiting_payment", ("amount_mismatch", "amount_mismatch", "refund"), 0, 7, 0),
    "in another currency": Row(
        "", {"currency": "EUR"}, "awaiting_payment", ("amount_mismatch", "amount_mismatch", "refund"), 0, 7, 0
    ),
    "for an older cart": Row(
        "UPDATE orders_order SET total = 9800", {}, "awaiting_payment", ("amount_mismatch", "amount_mismatch", "refund"), 0, 7, 0
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_money_is_judged(drive: Drive, name: str) -> None:
    row, token = ROWS[name], ordered(drive)
    if row.before:
        drive.connection.execute(row.before)
    drive.receive_payment(paid(drive, token, **row.came))
    drive.work()
    assert drive.rows("SELECT state FROM orders_order") == [(row.order,)]
    assert drive.rows("SELECT arrived_as, state, owner_must FROM payments_payment") == [row.payment]
    assert revenue(drive) == row.revenue
    assert drive.rows(STOCK) == [(row.stock,)]
    assert len(drive.send()) == row.told


def revenue(drive: Drive) -> int:
    ((micros,),) = drive.rows(
        "SELECT coalesce(sum(amount_micros), 0)::bigint FROM ledger_entry WHERE kind IN ('payment.settled', 'refund.settled')"
    )
    return int(micros) // 1_000_000


def given_back(drive: Drive, token: str, amount: int, **values: Any) -> Any:
    event = paid(drive, token, amount=amount, event_id=f"evt_r{amount}")
    return event.__class__(
        event_id=event.event_id, kind="refunded", at=event.at, reference=event.reference, charge_id=event.charge_id,
        amount=amount, currency="USD", refund_id=f"re_{amount}", **{"refund_state": "succeeded", **values},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "order", "left", "stock"), [(1400, "paid", 40, 6), (5400, "refunded", 0, 7)], ids=["a part", "all of it"]
)
@pytest.mark.parametrize("is_early", [False, True], ids=["after the payment", "before the payment"])
def test_a_refund_in_any_order(drive: Drive, is_early: bool, amount: int, order: str, left: int, stock: int) -> None:
    token = ordered(drive)
    news = [paid(drive, token), given_back(drive, token, amount)]
    for event in reversed(news) if is_early else news:
        drive.receive_payment(event)
        drive.work()
    assert drive.rows("SELECT state FROM orders_order") == [(order,)]
    assert (revenue(drive), drive.rows(STOCK)) == (left, [(stock,)])


def test_a_refund_told_thrice_is_told_on_once(drive: Drive) -> None:
    token = ordered(drive)
    drive.receive_payment(paid(drive, token))
    drive.work()
    drive.send()
    for number, state in enumerate(("pending", "succeeded", "pending", "succeeded")):
        event = given_back(drive, token, 1400, refund_state=state)
        drive.receive_payment(event.__class__(**{**_values(event), "event_id": f"evt_{number}"}))
        drive.work()
    (message,) = drive.send()
    assert "$14 of order *#TT12345*" in message.plain_text()
    assert revenue(drive) == 40


def _values(event: Any) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__slots__}


def test_giving_back_wrong_money_takes_no_revenue_away(drive: Drive) -> None:
    token = ordered(drive)
    drive.receive_payment(paid(drive, token, amount=100))
    drive.work()
    drive.receive_payment(given_back(drive, token, 100))
    drive.work()
    assert drive.rows("SELECT state FROM payments_payment") == [("refunded",)]
    assert drive.count("ledger_entry") == len(drive.rows("SELECT 1 FROM ledger_entry WHERE kind NOT LIKE '%%.settled'"))


def test_the_owner_may_keep_late_money_until_looking_at_it(drive: Drive) -> None:
    from leadnurturebot.shops.actions import settings_change

    settings_change(shop=drive.boutique.shop, changes={"refund_automatically": "false"}, now=drive.now)
    token = ordered(drive)
    drive.connection.execute("UPDATE catalog_variant SET stock = 0")
    drive.receive_payment(paid(drive, token))
    drive.work()
    assert drive.rows("SELECT state, owner_must FROM payments_payment") == [("late", "refund")]
    assert drive.count("payments_refund") == 0
