"""Money back of a capture, whole or in parts, never more than was taken."""

from decimal import Decimal

from simulator.jsontypes import Json
from simulator.paypal.events import emit, now_text
from simulator.paypal.store import captures, new_id, not_found, public, refunds, stored_order, unprocessable
from simulator.world import World

FAILS_AFTER_SECONDS = 1.0


def create_refund(world: World, account: str, capture_id: str, body: Json, base_url: str) -> Json:
    """Raises PayPalError."""
    pointer = captures(world).get(capture_id)
    if pointer is None:
        raise not_found()
    order = stored_order(world, account, pointer["order"])
    taken = order["purchase_units"][0]["payments"]["captures"][0]
    left = Decimal(taken["amount"]["value"]) - _refunded(world, capture_id)
    amount = body.get("amount") or {**taken["amount"], "value": str(left)}
    if left <= 0:
        raise unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded.")
    if Decimal(amount["value"]) > left or amount["currency_code"] != taken["amount"]["currency_code"]:
        raise unprocessable(
            "REFUND_AMOUNT_EXCEEDED", "The refund amount must be less than or equal to the capture amount."
        )
    fails = world.faults.strikes("refunds_fail", world.dice)
    refund = {
        "id": new_id(), "status": "PENDING" if fails else "COMPLETED", "amount": amount,
        "invoice_id": body.get("invoice_id"), "custom_id": taken.get("custom_id"), "create_time": now_text(world),
        "links": [{"href": f"{base_url}/paypal/v2/payments/captures/{capture_id}", "rel": "up", "method": "GET"}],
        "_capture": capture_id,
    }  # fmt: skip
    refunds(world).put(refund["id"], refund, account)
    if fails:
        emit(world, account, "PAYMENT.REFUND.PENDING", "refund", public(refund), order["id"])
        world.scheduler.later(FAILS_AFTER_SECONDS, lambda: _fail(world, account, refund, order["id"]))
    else:
        emit(world, account, "PAYMENT.CAPTURE.REFUNDED", "refund", public(refund), order["id"])
    return public(refund)


def stored_refund(world: World, account: str, refund_id: str) -> Json:
    """Raises PayPalError."""
    refund = refunds(world).get(refund_id)
    if refund is None:
        raise not_found()
    stored_order(world, account, (captures(world).get(refund["_capture"]) or {}).get("order", ""))
    return public(refund)


async def _fail(world: World, account: str, refund: Json, lane: str) -> None:
    failed = {**refund, "status": "FAILED"}
    refunds(world).put(refund["id"], failed, account)
    emit(world, account, "PAYMENT.REFUND.FAILED", "refund", public(failed), lane)


def _refunded(world: World, capture_id: str) -> Decimal:
    given = [each for each in refunds(world).all() if each["_capture"] == capture_id and each["status"] != "FAILED"]
    return sum((Decimal(each["amount"]["value"]) for each in given), Decimal())
