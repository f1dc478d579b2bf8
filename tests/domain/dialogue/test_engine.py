from dataclasses import replace

import pytest

from leadnurturebot.domain.coupons import Coupon
from leadnurturebot.domain.dialogue.decision import OrderRefused, PlaceOrder
from leadnurturebot.domain.dialogue.engine import conclude, decide, plan
from leadnurturebot.domain.dialogue.routes import NEEDS_ORDERS, SKILLS
from leadnurturebot.domain.dialogue.taps import _ROUTES
from leadnurturebot.domain.dialogue.turn import Facts, Turn
from leadnurturebot.domain.dialogue.understanding import INTENTS
from leadnurturebot.domain.places import Place
from tests.conversations.harness import Phone


def paying() -> Turn:
    """Emma taps [Pay now] with a sundress in her cart."""
    phone = Phone()
    phone.fill_cart("blue-floral-sundress / blue floral / M / 1")
    return phone.turn([{"action": "pay:card", "say": "Pay now"}])


def test_every_intent_and_every_button_has_a_skill() -> None:
    assert set(INTENTS) - {"deny"} <= set(SKILLS)
    assert set(_ROUTES.values()) <= set(SKILLS)
    assert set(SKILLS) >= NEEDS_ORDERS


def test_a_plan_wants_the_offers_of_the_cart() -> None:
    turn = paying()
    assert plan(turn).products == (turn.cart[0].product_id,)


def test_paying_is_an_attempt_at_the_total_that_was_shown() -> None:
    turn = paying()
    decision = decide(turn, plan(turn), Facts())
    assert decision.attempts == (PlaceOrder(payment_method="card", expected_total=5400, place=Place("US")),)
    assert decision.replies == ()


def test_a_refused_order_is_said_and_leaves_the_cart_alone() -> None:
    turn = paying()
    decision = decide(turn, plan(turn), Facts())
    refused = OrderRefused(reason="sold_out", variant_id=turn.cart[0].variant_id)
    concluded = conclude(turn, decision, [refused])
    assert [phrase.key for phrase in concluded.replies[0].say] == ["pay.sold_out"]
    assert concluded.effects.cart == ()
    assert concluded.attempts == ()


def test_a_code_whose_last_use_went_meanwhile_is_dropped_and_said() -> None:
    turn = paying()
    turn = replace(turn, state=replace(turn.state, coupon="WELCOME10"))
    facts = Facts(coupons=(Coupon(code="WELCOME10", percent=10, left=1),))
    decision = decide(turn, plan(turn), facts)
    assert decision.attempts == (
        PlaceOrder(payment_method="card", expected_total=4910, coupon="WELCOME10", place=Place("US")),
    )
    concluded = conclude(turn, decision, [OrderRefused(reason="coupon_gone")])
    assert [phrase.key for phrase in concluded.replies[0].say] == ["coupon.gone"]
    assert concluded.state.coupon == ""


def test_every_attempt_needs_its_outcome() -> None:
    turn = paying()
    decision = decide(turn, plan(turn), Facts())
    with pytest.raises(ValueError, match="1 attempts have 0 outcomes"):
        conclude(turn, decision, [])


def test_deciding_twice_gives_the_same_and_changes_nothing() -> None:
    turn = paying()
    planned = plan(turn)
    first, second = decide(turn, planned, Facts()), decide(turn, planned, Facts())
    assert replace(first, pending=None) == replace(second, pending=None)
