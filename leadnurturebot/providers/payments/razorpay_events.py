"""Razorpay's objects and events in our words."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from leadnurturebot.providers.payments.base import ProviderEvent

REFUND_STATES = {"pending": "pending", "processed": "succeeded", "failed": "failed"}
_LINK_KINDS = {
    # A part that came is money that is not what was asked: it is judged like any other amount.
    "payment_link.paid": "paid", "payment_link.partially_paid": "paid", "payment_link.expired": "expired",
}  # fmt: skip
_PAYMENT_KINDS = {"payment.captured": "paid", "payment.failed": "declined"}


def read_event(event: Mapping[str, Any], event_id: str) -> ProviderEvent:
    """One webhook. Raises KeyError, TypeError and AttributeError for what is no event."""
    name, at = str(event["event"]), datetime.fromtimestamp(event["created_at"], UTC)
    payload = event["payload"]
    if name.startswith("refund."):
        return _refund_event(event_id, payload["refund"]["entity"], at)
    payment = (payload.get("payment") or {}).get("entity") or {}
    if name in _LINK_KINDS:
        link = payload["payment_link"]["entity"]
        return _link_event(event_id, _LINK_KINDS[name], link, payment, at)
    reference = str(_notes(payment).get("reference") or "")
    # Without the notes of its link a payment cannot be told from one of the shop's other business.
    kind = _PAYMENT_KINDS.get(name, "ignored") if reference else "ignored"
    return _payment_event(event_id, kind, payment, at, reference=reference)


def _link_event(
    event_id: str, kind: str, link: Mapping[str, Any], payment: Mapping[str, Any], at: datetime
) -> ProviderEvent:
    return _payment_event(
        event_id, kind, payment if kind == "paid" else {}, at, reference=_reference(link), session_id=link["id"]
    )


def _payment_event(
    event_id: str, kind: str, payment: Mapping[str, Any], at: datetime, *, reference: str, session_id: str = ""
) -> ProviderEvent:
    return ProviderEvent(
        event_id=event_id, kind=kind, at=at, reference=reference, session_id=session_id,
        charge_id=str(payment.get("id") or ""), amount=payment.get("amount"), currency=payment.get("currency") or "",
        reason=str(payment.get("error_code") or ""),
    )  # fmt: skip


def _refund_event(event_id: str, refund: Mapping[str, Any], at: datetime) -> ProviderEvent:
    return ProviderEvent(
        event_id=event_id, kind="refunded", at=at, charge_id=refund["payment_id"], amount=refund["amount"],
        currency=refund["currency"], refund_id=refund["id"],
        refund_state=REFUND_STATES.get(refund.get("status") or "", "pending"),
        refund_reference=str(_notes(refund).get("refund") or ""),
    )  # fmt: skip


def link_events(link: Mapping[str, Any], now: datetime) -> tuple[ProviderEvent, ...]:
    """What a link that was read has come to. Only the payments that went through count."""
    if link["status"] == "expired":
        event_id = f"look:{link['id']}:expired"
        return (_payment_event(event_id, "expired", {}, now, reference=_reference(link), session_id=link["id"]),)
    found = []
    for each in link.get("payments") or ():
        if each.get("status") == "captured":
            payment = {"id": each["payment_id"], "amount": each["amount"], "currency": link["currency"]}
            event_id = f"look:{each['payment_id']}:captured"
            found.append(
                _payment_event(event_id, "paid", payment, now, reference=_reference(link), session_id=link["id"])
            )
    return tuple(found)


def _reference(link: Mapping[str, Any]) -> str:
    """Ours, out of the notes, else the `reference_id` without its attempt."""
    return str(_notes(link).get("reference") or str(link.get("reference_id") or "").rpartition("-")[0])


def _notes(entity: Mapping[str, Any]) -> Mapping[str, Any]:
    # Without any notes Razorpay writes an empty list.
    notes = entity.get("notes")
    return notes if isinstance(notes, Mapping) else {}
