"""Money back, whole or in parts, never more than was paid."""

from simulator.jsontypes import Json
from simulator.stripe.errors import StripeError, missing, not_found
from simulator.stripe.events import emit
from simulator.stripe.form import metadata, whole
from simulator.stripe.store import new_id, page_of, public, refunds, session_of_intent
from simulator.world import World

REASONS = ("duplicate", "fraudulent", "requested_by_customer")
FAILS_AFTER_SECONDS = 1.0


def create_refund(world: World, account: str, form: Json) -> Json:
    """Raises StripeError when the payment is unknown, unpaid or already given back."""
    intent = form.get("payment_intent")
    if not intent:
        raise missing("payment_intent")
    session = _paid_session(world, account, str(intent))
    left = session["amount_total"] - refunded(world, account, str(intent))
    amount = whole(form, "amount", "amount", least=1) if "amount" in form else left
    if left == 0:
        raise StripeError(f"Charge {_charge_id(session)} has already been refunded.", None, "charge_already_refunded")
    if amount > left:
        raise StripeError(f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount")
    if form.get("reason") not in (None, *REASONS):
        raise StripeError(f"Invalid reason: must be one of {', '.join(REASONS)}", "reason")
    fails = world.faults.strikes("refunds_fail", world.dice)
    refund = {
        "id": new_id("re"),
        "object": "refund",
        "amount": amount,
        "currency": session["currency"],
        "payment_intent": intent,
        "charge": _charge_id(session),
        "reason": form.get("reason"),
        "metadata": metadata(form),
        "created": world.clock.now_unix(),
        "status": "pending" if fails else "succeeded",
        "_account": account,
    }
    refunds(world).put(refund["id"], refund, account)
    emit(world, account, "refund.created", public(refund), session["id"])
    if fails:
        world.scheduler.later(FAILS_AFTER_SECONDS, lambda: _fail(world, refund, session["id"]))
    else:
        emit(world, account, "charge.refunded", _charge(world, session), session["id"])
    return public(refund)


def stored_refund(world: World, account: str, refund_id: str) -> Json:
    refund = refunds(world).get(refund_id)
    if refund is None or refund["_account"] != account:
        raise not_found("refund", refund_id)
    return refund


def list_refunds(world: World, account: str, query: dict[str, str]) -> Json:
    intent = query.get("payment_intent")
    found = [each for each in refunds(world).all(account) if intent in (None, each["payment_intent"])]
    return page_of(found, "/v1/refunds", query)


def refunded(world: World, account: str, intent: str) -> int:
    """Minor units given back or on the way back."""
    given = [each for each in refunds(world).all(account) if each["payment_intent"] == intent]
    return sum(each["amount"] for each in given if each["status"] != "failed")


async def _fail(world: World, refund: Json, lane: str) -> None:
    failed = {**refund, "status": "failed", "failure_reason": "expired_or_canceled_card"}
    refunds(world).put(refund["id"], failed, refund["_account"])
    emit(world, refund["_account"], "refund.updated", public(failed), lane)
    emit(world, refund["_account"], "refund.failed", public(failed), lane)


def _paid_session(world: World, account: str, intent: str) -> Json:
    found = session_of_intent(world, account, intent)
    if found is None:
        raise not_found("payment_intent", intent)
    if found["payment_status"] != "paid":
        raise StripeError("This PaymentIntent does not have a successful charge to refund.", "payment_intent")
    return found


def _charge_id(session: Json) -> str:
    return "ch_" + str(session["payment_intent"]).removeprefix("pi_")


def _charge(world: World, session: Json) -> Json:
    given = refunded(world, session["_account"], session["payment_intent"])
    return {
        "id": _charge_id(session),
        "object": "charge",
        "amount": session["amount_total"],
        "amount_refunded": given,
        "refunded": given == session["amount_total"],
        "currency": session["currency"],
        "payment_intent": session["payment_intent"],
        "status": "succeeded",
        "metadata": session["_intent_metadata"],
    }
