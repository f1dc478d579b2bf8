from dataclasses import replace
from itertools import permutations

import pytest

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.payment_states import (
    PaymentEvent,
    PaymentEventKind,
    PaymentOutcome,
    PaymentState,
    PaymentVerdict,
    PaymentView,
    apply_payment_event,
    needs_stock,
)

ASKED = Money(5400, "USD")
LINK = PaymentView(
    state=PaymentState.OPEN, asked=ASKED, order_total=ASKED, order_state=OrderState.AWAITING_PAYMENT, our_ref="pay-1"
)


def event(kind: str, minor: int | None = None, currency: str = "USD") -> PaymentEvent:
    amount = None if minor is None else Money(minor, currency)
    return PaymentEvent(kind=PaymentEventKind(kind), amount=amount, our_ref="pay-1")


PAID = event("paid", 5400)


def after(payment: PaymentView, *events: PaymentEvent) -> PaymentView:
    for one in events:
        verdict = apply_payment_event(payment, one)
        payment = replace(
            payment, state=verdict.state, order_state=verdict.order_state, arrived_as=verdict.arrived_as,
            received=verdict.received, refunded=verdict.refunded, owner_must=verdict.owner_must,
        )  # fmt: skip
    return payment


def told(verdict: PaymentVerdict) -> tuple[str, str, str, str]:
    return verdict.outcome.value, verdict.state.value, verdict.order_state.value, verdict.owner_must


SETTLED = after(LINK, PAID)


def test_the_exact_amount_settles_the_order() -> None:
    assert apply_payment_event(LINK, PAID) == PaymentVerdict(
        outcome=PaymentOutcome.SETTLED, state=PaymentState.PAID, order_state=OrderState.PAID,
        arrived_as=PaymentState.PAID, received=ASKED, refunded=0,
    )  # fmt: skip


def test_the_same_event_again_changes_nothing() -> None:
    again = apply_payment_event(SETTLED, PAID)
    assert again.outcome is PaymentOutcome.ALREADY_SETTLED
    assert after(SETTLED, PAID) == SETTLED


MISMATCHES = {
    "too little": (LINK, event("paid", 5300)),
    "too much": (LINK, event("paid", 5500)),
    "other currency": (LINK, event("paid", 5400, "EUR")),
    "no amount": (LINK, event("paid")),
    "other reference": (LINK, replace(PAID, our_ref="pay-2")),
    "test money": (LINK, replace(PAID, live=False)),
    "cart changed since the link": (replace(LINK, order_total=Money(4100, "USD")), PAID),
}


@pytest.mark.parametrize("case", MISMATCHES)
def test_anything_but_the_asked_money_never_settles(case: str) -> None:
    verdict = apply_payment_event(*MISMATCHES[case])
    assert told(verdict) == ("amount_mismatch", "amount_mismatch", "awaiting_payment", "refund")


@pytest.mark.parametrize("order_state", ["paid", "packed", "shipped", "delivered", "refunded", "cancelled"])
def test_second_money_for_an_order_goes_back(order_state: str) -> None:
    second = replace(LINK, order_state=OrderState(order_state), other_payment_settled=True)
    assert told(apply_payment_event(second, PAID)) == ("duplicate", "duplicate", order_state, "refund")


@pytest.mark.parametrize(
    ("session", "order_state", "held", "outcome", "order_after"),
    [
        ("open", "awaiting_payment", True, "settled", "paid"),
        ("expired", "awaiting_payment", True, "settled", "paid"),
        ("open", "awaiting_payment", False, "late", "awaiting_payment"),
        ("expired", "expired", True, "revived", "paid"),
        ("expired", "expired", False, "late", "expired"),
        ("cancelled", "cancelled", True, "revived", "paid"),
        ("cancelled", "cancelled", False, "late", "cancelled"),
    ],
)
def test_late_money_counts_only_when_the_goods_can_be_held(
    session: str, order_state: str, held: bool, outcome: str, order_after: str
) -> None:
    payment = replace(
        LINK, state=PaymentState(session), order_state=OrderState(order_state), stock_held=held
    )  # fmt: skip
    verdict = apply_payment_event(payment, PAID)
    assert (verdict.outcome, verdict.order_state) == (outcome, order_after)
    assert verdict.owner_must == ("refund" if outcome == "late" else "")


def test_stock_is_wanted_only_for_money_that_would_settle() -> None:
    loose = replace(LINK, stock_held=False)
    assert needs_stock(loose, PAID)
    assert not needs_stock(LINK, PAID)
    assert not needs_stock(loose, event("paid", 1))
    assert not needs_stock(loose, event("expired"))
    assert not needs_stock(replace(loose, other_payment_settled=True), PAID)
    assert not needs_stock(replace(SETTLED, stock_held=False), PAID)


@pytest.mark.parametrize("order_state", ["packed", "shipped", "delivered"])
def test_cash_collected_leaves_the_parcel_where_it_is(order_state: str) -> None:
    cash = replace(LINK, order_state=OrderState(order_state), stock_held=False)
    assert told(apply_payment_event(cash, PAID)) == ("settled", "paid", order_state, "")


BEFORE_MONEY = [
    ("created", "opened", "opened", "open"),
    ("open", "opened", "nothing", "open"),
    ("open", "declined", "declined", "open"),
    ("open", "pending", "pending", "pending"),
    ("open", "expired", "expired", "expired"),
    ("open", "cancelled", "cancelled", "cancelled"),
    ("expired", "opened", "nothing", "expired"),
    ("expired", "cancelled", "nothing", "expired"),
    ("expired", "pending", "pending", "pending"),
    ("pending", "expired", "nothing", "pending"),
    ("pending", "failed", "failed", "failed"),
    ("failed", "pending", "nothing", "failed"),
    ("expired", "declined", "nothing", "expired"),
]


@pytest.mark.parametrize(("state", "kind", "outcome", "state_after"), BEFORE_MONEY)
def test_before_the_money_a_payment_never_goes_back(state: str, kind: str, outcome: str, state_after: str) -> None:
    verdict = apply_payment_event(replace(LINK, state=PaymentState(state)), event(kind))
    assert told(verdict) == (outcome, state_after, "awaiting_payment", "")


@pytest.mark.parametrize("kind", ["opened", "pending", "declined", "failed", "expired", "cancelled"])
def test_news_older_than_the_money_is_ignored(kind: str) -> None:
    assert apply_payment_event(SETTLED, event(kind)).outcome is PaymentOutcome.NOTHING
    assert after(SETTLED, event(kind)) == SETTLED


def test_a_part_refund_leaves_the_order_and_a_full_one_ends_it() -> None:
    part = apply_payment_event(SETTLED, event("refunded", 1400))
    assert (*told(part), part.refunded) == ("partially_refunded", "partially_refunded", "paid", "", 1400)
    full = apply_payment_event(after(SETTLED, event("refunded", 1400)), event("refunded", 5400))
    assert (*told(full), full.refunded) == ("refunded", "refunded", "refunded", "", 5400)


def test_refunds_never_shrink() -> None:
    refunded = after(SETTLED, event("refunded", 5400))
    assert after(refunded, event("refunded", 1400), event("refund_pending", 5400), event("refund_failed")) == refunded


def test_a_failed_refund_falls_back_to_the_facts() -> None:
    waiting = after(SETTLED, event("refunded", 1400), event("refund_pending", 5400))
    assert waiting.state is PaymentState.REFUND_PENDING
    assert told(apply_payment_event(waiting, event("refund_failed"))) == (
        "refund_failed", "partially_refunded", "paid", "retry_refund",
    )  # fmt: skip


@pytest.mark.parametrize("refund", [1400, 5400])
def test_the_order_of_events_does_not_matter(refund: int) -> None:
    news = [event("opened"), PAID, event("refunded", refund), event("expired"), PAID]
    ends = {after(replace(LINK, state=PaymentState.CREATED), *order) for order in permutations(news)}
    assert len(ends) == 1
    assert ends.pop().refunded == refund


def test_giving_back_double_money_leaves_the_paid_order_alone() -> None:
    double = after(replace(LINK, order_state=OrderState.PACKED, other_payment_settled=True), PAID)
    assert told(apply_payment_event(double, event("refunded", 400))) == (
        "partially_refunded",
        "duplicate",
        "packed",
        "refund",
    )
    assert told(apply_payment_event(double, event("refunded", 5400))) == ("refunded", "refunded", "packed", "")


def test_a_dispute_is_won_back_or_lost() -> None:
    shipped = replace(SETTLED, order_state=OrderState.SHIPPED)
    assert told(apply_payment_event(shipped, event("disputed"))) == (
        "disputed", "disputed", "shipped", "answer_dispute",
    )  # fmt: skip
    disputed = after(shipped, event("disputed"))
    assert told(apply_payment_event(disputed, event("disputed"))) == (
        "nothing", "disputed", "shipped", "answer_dispute",
    )  # fmt: skip
    assert told(apply_payment_event(disputed, event("dispute_won"))) == ("dispute_won", "paid", "shipped", "")
    assert told(apply_payment_event(disputed, event("dispute_lost"))) == ("refunded", "refunded", "refunded", "")
    assert after(disputed, event("refunded", 400)).state is PaymentState.DISPUTED


def test_a_cancelled_paid_order_can_be_refunded() -> None:
    cancelled = replace(SETTLED, order_state=OrderState.CANCELLED)
    assert told(apply_payment_event(cancelled, event("refunded", 5400))) == ("refunded", "refunded", "refunded", "")


@pytest.mark.parametrize("case", [case for case, (_, paid) in MISMATCHES.items() if paid.amount])
def test_what_waits_for_a_person_outlives_repeated_news(case: str) -> None:
    payment, paid = MISMATCHES[case]
    wrong = after(payment, paid)
    assert after(wrong, paid, event("expired"), event("opened")) == wrong
    assert wrong.owner_must == "refund"
    assert wrong.received is not None
    given_back = after(wrong, event("refunded", wrong.received.minor, wrong.received.currency))
    assert (given_back.state, given_back.owner_must) == (PaymentState.REFUNDED, "")


def test_a_failed_refund_waits_until_another_goes_through() -> None:
    failed = after(SETTLED, event("refund_pending", 1400), event("refund_failed"))
    assert after(failed, event("refund_failed"), PAID) == failed
    assert failed.owner_must == "retry_refund"
    assert after(failed, event("refund_pending", 1400)).owner_must == ""
    assert after(failed, event("refunded", 1400)).owner_must == ""


def test_a_refund_of_everything_that_overtook_its_payment_ends_the_order() -> None:
    early = after(LINK, event("refunded", 5400))
    assert (early.state, early.refunded) == (PaymentState.OPEN, 5400)
    assert told(apply_payment_event(early, PAID)) == ("refunded", "refunded", "refunded", "")


def test_disputes_and_pending_refunds_need_money() -> None:
    for kind in ("disputed", "dispute_won", "dispute_lost"):
        assert after(LINK, event(kind)) == LINK
    assert after(LINK, event("refund_pending", 5400)) == LINK
