"""An order from its creation over the payer's approval to the capture."""

import re
from decimal import Decimal, InvalidOperation

from simulator.jsontypes import Json
from simulator.paypal.events import emit, now_text
from simulator.paypal.store import PayPalError, captures, new_id, orders, public, unprocessable
from simulator.world import World

LIVES_SECONDS = 3 * 3600
WHOLE_ONLY = ("HUF", "JPY", "TWD")
PAYER_ADDRESS = {
    "name": {"full_name": "Practice Payer"},
    "address": {"address_line_1": "12 Elm Road", "admin_area_2": "Bristol", "postal_code": "BS1 4DJ", "country_code": "GB"},
}  # fmt: skip


_LOCALE = re.compile("[a-z]{2}-[A-Z]{2}")


def create_order(world: World, account: str, body: Json, base_url: str) -> Json:
    """Raises PayPalError when the request is not one PayPal would take."""
    if body.get("intent") != "CAPTURE":
        raise PayPalError(400, "INVALID_REQUEST", "MISSING_REQUIRED_PARAMETER", "intent is required.")
    units = body.get("purchase_units") or []
    if len(units) != 1:
        raise PayPalError(400, "INVALID_REQUEST", "INVALID_ARRAY_MIN_ITEMS", "The practice page takes one unit.")
    _check_amount(units[0].get("amount") or {})
    context = ((body.get("payment_source") or {}).get("paypal") or {}).get("experience_context") or {}
    if not _LOCALE.fullmatch(str(context.get("locale", "en-US"))):
        raise PayPalError(400, "INVALID_REQUEST", "INVALID_PARAMETER_SYNTAX", "locale is a five-character code.")
    order_id = new_id()
    page = f"{base_url}/paypal/checkoutnow/{order_id}"
    order: Json = {
        "id": order_id, "intent": "CAPTURE", "status": "PAYER_ACTION_REQUIRED", "purchase_units": units,
        "payment_source": {"paypal": {}}, "create_time": now_text(world),
        "links": [{"href": page, "rel": "payer-action", "method": "GET"}],
        "_account": account, "_return": context.get("return_url") or "", "_cancel": context.get("cancel_url") or "",
        "_ends": world.clock.now_unix() + LIVES_SECONDS, "_declines": False,
    }  # fmt: skip
    keep(world, order)
    return public(order)


def _check_amount(amount: Json) -> None:
    """A decimal string with the currency's own decimals, equal to the sum of its parts."""
    parts = amount.get("breakdown") or {}
    try:
        total = _value(amount)
        added = sum(
            (_value(parts[name]) for name in ("item_total", "tax_total", "shipping", "handling") if name in parts),
            Decimal(),
        )
        added -= _value(parts["discount"]) if "discount" in parts else 0
    except (KeyError, InvalidOperation) as error:
        raise PayPalError(400, "INVALID_REQUEST", "INVALID_PARAMETER_SYNTAX", "amount") from error
    if parts and added != total:
        raise unprocessable("AMOUNT_MISMATCH", "The amount is not the sum of its parts.")


def _value(amount: Json) -> Decimal:
    value, currency = str(amount["value"]), str(amount["currency_code"])
    decimals = len(value.partition(".")[2])
    if decimals not in ((0,) if currency in WHOLE_ONLY else (0, 2)):
        raise unprocessable("DECIMALS_NOT_SUPPORTED", f"{value} {currency}")
    return Decimal(value)


def keep(world: World, order: Json) -> None:
    orders(world).put(order["id"], order, order["_account"])


def approve(world: World, order: Json, *, declines: bool = False) -> Json:
    """The payer agrees; no money moves. With `declines` their bank will say no at the capture."""
    if order["status"] not in ("PAYER_ACTION_REQUIRED", "APPROVED"):
        raise unprocessable("ORDER_CANNOT_BE_APPROVED", f"The order is {order['status']}.")
    unit = {**order["purchase_units"][0], "shipping": PAYER_ADDRESS}
    changed = {**order, "status": "APPROVED", "purchase_units": [unit], "_declines": declines}
    keep(world, changed)
    emit(world, order["_account"], "CHECKOUT.ORDER.APPROVED", "checkout-order", public(changed), order["id"])
    return changed


def expire(world: World, order: Json) -> Json:
    """Time is up; money that was approved and not taken is let go."""
    if order["status"] == "APPROVED":
        resource = {"order_id": order["id"], "purchase_units": order["purchase_units"]}
        emit(world, order["_account"], "CHECKOUT.PAYMENT-APPROVAL.REVERSED", "checkout-order", resource, order["id"])
    changed = {**order, "_ends": 0}
    keep(world, changed)
    return changed


def is_over(world: World, order: Json) -> bool:
    return order["status"] != "COMPLETED" and bool(world.clock.now_unix() >= order["_ends"])


def capture(world: World, order: Json, base_url: str) -> Json:
    """Take the money. Raises PayPalError."""
    if order["status"] == "COMPLETED":
        raise unprocessable("ORDER_ALREADY_CAPTURED", "Order already captured.")
    if is_over(world, order):
        raise unprocessable("ORDER_EXPIRED", "The order has expired.")
    if order["status"] != "APPROVED":
        raise unprocessable("ORDER_NOT_APPROVED", "Payer has not yet approved the Order for payment.")
    if order["_declines"]:
        keep(world, {**order, "status": "PAYER_ACTION_REQUIRED", "_declines": False})
        raise unprocessable("INSTRUMENT_DECLINED", "The instrument presented was declined.")
    unit = order["purchase_units"][0]
    taken = {
        "id": new_id(), "status": "COMPLETED", "amount": _plain(unit["amount"]), "final_capture": True,
        "custom_id": unit.get("custom_id"), "invoice_id": unit.get("invoice_id"), "create_time": now_text(world),
    }  # fmt: skip
    changed = {**order, "status": "COMPLETED", "purchase_units": [{**unit, "payments": {"captures": [taken]}}]}
    keep(world, changed)
    captures(world).put(taken["id"], {"id": taken["id"], "order": order["id"]}, order["_account"])
    resource = {**taken, "supplementary_data": {"related_ids": {"order_id": order["id"]}}}
    emit(world, order["_account"], "PAYMENT.CAPTURE.COMPLETED", "capture", resource, order["id"])
    world.live.publish("payment", {"session": order["id"], "status": "COMPLETED"})
    return public(changed)


def _plain(amount: Json) -> Json:
    return {name: amount[name] for name in ("currency_code", "value")}


def dispute(world: World, order: Json) -> Json:
    """The payer complains at PayPal."""
    if order["status"] != "COMPLETED":
        raise unprocessable("TRANSACTION_NOT_FOUND", "Nothing was paid.")
    taken = order["purchase_units"][0]["payments"]["captures"][0]
    resource = {
        "dispute_id": f"PP-D-{new_id(6)}", "reason": "MERCHANDISE_OR_SERVICE_NOT_RECEIVED", "status": "OPEN",
        "disputed_transactions": [{"seller_transaction_id": taken["id"], "custom": taken.get("custom_id")}],
        "dispute_amount": taken["amount"],
    }  # fmt: skip
    emit(world, order["_account"], "CUSTOMER.DISPUTE.CREATED", "dispute", resource, order["id"])
    return order
