"""PayPal's objects and events in our words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from leadnurturebot.providers.payments.base import ProviderEvent
from leadnurturebot.providers.payments.paypal_money import read_amount

EVENTS = (
    "CHECKOUT.ORDER.APPROVED", "CHECKOUT.PAYMENT-APPROVAL.REVERSED", "PAYMENT.CAPTURE.COMPLETED",
    "PAYMENT.CAPTURE.PENDING", "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.DECLINED", "PAYMENT.CAPTURE.REFUNDED",
    "PAYMENT.CAPTURE.REVERSED", "PAYMENT.REFUND.PENDING", "PAYMENT.REFUND.FAILED", "CUSTOMER.DISPUTE.CREATED",
    "CUSTOMER.DISPUTE.RESOLVED",
)  # fmt: skip
_CAPTURE_KINDS = {
    "COMPLETED": "paid", "PARTIALLY_REFUNDED": "paid", "REFUNDED": "paid", "PENDING": "pending",
    "DECLINED": "failed", "FAILED": "failed",
}  # fmt: skip
REFUND_STATES = {"COMPLETED": "succeeded", "PENDING": "pending", "FAILED": "failed", "CANCELLED": "canceled"}
_REFUND_EVENTS = {
    "PAYMENT.CAPTURE.REFUNDED": "succeeded", "PAYMENT.CAPTURE.REVERSED": "succeeded",
    "PAYMENT.REFUND.PENDING": "pending", "PAYMENT.REFUND.FAILED": "failed",
}  # fmt: skip
_BUYER_WON = ("RESOLVED_BUYER_FAVOUR", "RESOLVED_WITH_PAYOUT")
OUR_REFUND = "rf_"
"""How our references of refunds begin: `invoice_id` of a refund may be the payment's."""


def read_event(event: Mapping[str, Any]) -> ProviderEvent:
    """One webhook. Raises KeyError, TypeError and ValueError for what is no event."""
    name, subject = str(event["event_type"]), event["resource"]
    at = datetime.fromisoformat(event["create_time"])
    if name == "CHECKOUT.ORDER.APPROVED":
        return ProviderEvent(
            event_id=event["id"], kind="approved", at=at, session_id=subject["id"], reference=_reference(subject)
        )
    if name == "CHECKOUT.PAYMENT-APPROVAL.REVERSED":
        session_id = str(subject.get("order_id") or subject.get("id") or "")
        return ProviderEvent(event_id=event["id"], kind="expired", at=at, session_id=session_id)
    if name in _REFUND_EVENTS:
        return _refund_event(event["id"], subject, at, _REFUND_EVENTS[name])
    if name.startswith("PAYMENT.CAPTURE."):
        return capture_event(event["id"], subject, at)
    if name.startswith("CUSTOMER.DISPUTE."):
        return _dispute_event(event["id"], name, subject, at)
    return ProviderEvent(event_id=event["id"], kind="ignored", at=at)


def order_events(order: Mapping[str, Any], now: datetime) -> tuple[ProviderEvent, ...]:
    """What an order that was read has come to."""
    if order["status"] == "APPROVED":
        event_id = f"look:{order['id']}:approved"
        return (
            ProviderEvent(
                event_id=event_id, kind="approved", at=now, session_id=order["id"], reference=_reference(order)
            ),
        )
    if order["status"] == "VOIDED":
        return (ProviderEvent(event_id=f"look:{order['id']}:voided", kind="expired", at=now, session_id=order["id"]),)
    return captured_events(order, now)


def captured_events(order: Mapping[str, Any], now: datetime) -> tuple[ProviderEvent, ...]:
    """The captures of an order, with the address that the payer chose."""
    found = []
    for unit in order.get("purchase_units") or ():
        for capture in (unit.get("payments") or {}).get("captures") or ():
            event_id = f"look:{capture['id']}:{capture['status']}"
            known = {"custom_id": unit.get("custom_id"), **capture}
            found.append(
                capture_event(event_id, known, now, session_id=order["id"], address=_address(unit.get("shipping")))
            )
    return tuple(found)


def capture_event(
    event_id: str, capture: Mapping[str, Any], at: datetime, *, session_id: str = "", address: str = ""
) -> ProviderEvent:
    """Paid only when the capture is completed: approval alone moves no money."""
    related = (capture.get("supplementary_data") or {}).get("related_ids") or {}
    amount = read_amount(capture["amount"])
    return ProviderEvent(
        event_id=event_id, kind=_CAPTURE_KINDS.get(capture["status"], "ignored"), at=at,
        reference=capture.get("custom_id") or "", session_id=session_id or related.get("order_id") or "",
        charge_id=capture["id"], amount=amount.minor, currency=amount.currency, address=address,
        reason=(capture.get("status_details") or {}).get("reason") or "",
    )  # fmt: skip


def _refund_event(event_id: str, refund: Mapping[str, Any], at: datetime, state: str) -> ProviderEvent:
    amount = read_amount(refund["amount"])
    up = next((link["href"] for link in refund.get("links") or () if link.get("rel") == "up"), "")
    invoice = str(refund.get("invoice_id") or "")
    return ProviderEvent(
        event_id=event_id, kind="refunded", at=at, reference=refund.get("custom_id") or "",
        charge_id=up.rpartition("/")[2], amount=amount.minor, currency=amount.currency, refund_id=refund["id"],
        refund_state=REFUND_STATES.get(refund.get("status") or "", state),
        refund_reference=invoice if invoice.startswith(OUR_REFUND) else "",
        reason=(refund.get("status_details") or {}).get("reason") or "",
    )  # fmt: skip


def _dispute_event(event_id: str, name: str, dispute: Mapping[str, Any], at: datetime) -> ProviderEvent:
    transaction: Mapping[str, Any] = next(iter(dispute.get("disputed_transactions") or ()), {})
    outcome = str((dispute.get("dispute_outcome") or {}).get("outcome_code") or "")
    kind = "disputed" if name.endswith("CREATED") else "dispute_lost" if outcome in _BUYER_WON else "dispute_won"
    return ProviderEvent(
        event_id=event_id, kind=kind, at=at, charge_id=transaction.get("seller_transaction_id") or "",
        reference=transaction.get("custom") or "", reason=dispute.get("reason") or "",
    )  # fmt: skip


def _reference(order: Mapping[str, Any]) -> str:
    units: Sequence[Mapping[str, Any]] = order.get("purchase_units") or ({},)
    return str(units[0].get("custom_id") or "")


def _address(shipping: Mapping[str, Any] | None) -> str:
    parts = (shipping or {}).get("address") or {}
    name = ((shipping or {}).get("name") or {}).get("full_name")
    street = ", ".join(filter(None, (parts.get("address_line_1"), parts.get("address_line_2"))))
    town = " ".join(filter(None, (parts.get("postal_code"), parts.get("admin_area_2"))))
    lines = (name, street, town, parts.get("admin_area_1"), parts.get("country_code"))
    return "\n".join(line for line in lines if line) if street else ""
