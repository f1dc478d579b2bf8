"""Stripe Checkout, API version 2026-10-28.endive: hosted page, signed events, refunds."""

import hmac
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

import orjson

from leadnurturebot.providers.base import (
    AnomalousPayload,
    Check,
    Config,
    Connected,
    Finding,
    OutgoingRequest,
    ProviderError,
    SignatureMismatch,
    WebhookRequest,
)
from leadnurturebot.providers.payments.base import (
    ProviderEvent,
    RefundAnswer,
    RefundRequest,
    Session,
    SessionRequest,
    Settings,
)
from leadnurturebot.providers.payments.stripe_checks import read_stripe_check, stripe_checks
from leadnurturebot.providers.payments.stripe_config import StripeConfig

API_VERSION = "2026-10-28.endive"
TOLERANCE_SECONDS = 300
EVENTS = (
    "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
    "checkout.session.expired", "refund.created", "refund.updated", "refund.failed", "charge.dispute.created",
    "charge.dispute.closed",
)  # fmt: skip
_SESSION_KINDS = {
    "checkout.session.async_payment_succeeded": "paid",
    "checkout.session.async_payment_failed": "failed",
    "checkout.session.expired": "expired",
}


# What Checkout calls our languages; in others it asks the browser (docs.stripe.com, Supported locales). It knows no Hindi.
_LOCALES = {"en": "en", "es": "es", "pt": "pt-BR", "id": "id"}


class Stripe:
    """Stripe without I/O."""

    slug: ClassVar[str] = "stripe"
    address_setting: ClassVar[str] = "STRIPE_API_URL"
    default_address: ClassVar[str] = "https://api.stripe.com"
    label: ClassVar[str] = "Stripe"
    kind: ClassVar[str] = "payments"
    methods: ClassVar[tuple[str, ...]] = ("card", "wallet")
    currencies: ClassVar[frozenset[str]] = frozenset()
    is_hosted: ClassVar[bool] = True
    collects_address: ClassVar[bool] = True
    Config: ClassVar[type[Config]] = StripeConfig

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        """`POST /v1/checkout/sessions`, form-encoded. The amount is the sum of the lines, shipping and added tax, which is a line of its
        own: a session takes no tax amount beside Stripe's own reckoning."""
        currency = request.amount.currency.lower()
        form: list[tuple[str, str]] = [
            ("mode", "payment"),
            ("client_reference_id", request.reference),
            ("metadata[reference]", request.reference),
            ("payment_intent_data[metadata][reference]", request.reference),
            ("success_url", request.success_url),
            ("cancel_url", request.cancel_url),
            ("expires_at", str(int(request.expires_at.timestamp()))),
            ("adaptive_pricing[enabled]", "false"),
            ("locale", _LOCALES.get(request.language, "auto")),
            *_lines(request, currency),
        ]
        ship_to = () if request.has_address else request.ship_to
        form += [(f"shipping_address_collection[allowed_countries][{n}]", c) for n, c in enumerate(ship_to)]
        headers = {**_headers(secrets), "Idempotency-Key": request.idempotency_key}
        return OutgoingRequest("POST", f"{base_url}/v1/checkout/sessions", headers, urlencode(form).encode())

    def read_session(self, status: int, body: bytes) -> Session:
        data = _answer(status, body)
        return Session(data["id"], data["url"], datetime.fromtimestamp(data["expires_at"], UTC))

    def build_look(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v1/checkout/sessions/{quote(session_id)}", _headers(secrets))

    def read_look(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        session = _answer(status, body)
        name = {"complete": "completed", "expired": "expired"}.get(session["status"])
        if name is None:
            return ()
        event_id = f"look:{session['id']}:{session['status']}:{session['payment_status']}"
        return (_session_event(event_id, f"checkout.session.{name}", now, session),)

    def build_cancel(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest | None:
        return OutgoingRequest("POST", f"{base_url}/v1/checkout/sessions/{quote(session_id)}/expire", _headers(secrets))

    def build_refund(self, request: RefundRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        form = {
            "payment_intent": request.charge_id, "amount": str(request.amount.minor),
            "metadata[refund]": request.reference, "reason": request.reason or "requested_by_customer",
        }  # fmt: skip
        headers = {**_headers(secrets), "Idempotency-Key": request.reference}
        return OutgoingRequest("POST", f"{base_url}/v1/refunds", headers, urlencode(form).encode())

    def build_refund_look(self, refund_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v1/refunds/{quote(refund_id)}", _headers(secrets))

    def read_refund(self, status: int, body: bytes) -> RefundAnswer:
        refund = _answer(status, body)
        return RefundAnswer(refund["id"], _refund_state(refund), refund.get("failure_reason") or "")

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Settings) -> OutgoingRequest:
        form = [("url", webhook_url), ("api_version", API_VERSION)]
        form += [(f"enabled_events[{index}]", name) for index, name in enumerate(EVENTS)]
        return OutgoingRequest("POST", f"{base_url}/v1/webhook_endpoints", _headers(secrets), urlencode(form).encode())

    def read_setup(self, status: int, body: bytes) -> Mapping[str, str]:
        return {"webhook_secret": _answer(status, body)["secret"]}

    def handshake(self, query: Mapping[str, str], secrets: Settings) -> str | None:
        return None

    def verify(self, request: WebhookRequest, secrets: Settings, now: datetime) -> None:
        """`Stripe-Signature: t=…,v1=…`: HMAC-SHA-256 of `t.body`, not older or newer than five minutes."""
        parts = [part.partition("=") for part in request.headers.get("stripe-signature", "").split(",")]
        stamp = next((value for name, _, value in parts if name == "t"), "")
        signed = hmac.digest(
            secrets.get("webhook_secret", "").encode(), stamp.encode() + b"." + request.body, "sha256"
        ).hex()
        right = any(hmac.compare_digest(value.encode(), signed.encode()) for name, _, value in parts if name == "v1")
        if not right:
            raise SignatureMismatch("Stripe-Signature is missing or wrong")
        if not stamp.isdigit() or abs(now.timestamp() - int(stamp)) > TOLERANCE_SECONDS:
            raise SignatureMismatch("Stripe-Signature is older or newer than five minutes")

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]:
        try:
            event = orjson.loads(body)
            subject = event["data"]["object"]
            return (_event(event, subject),)
        except (orjson.JSONDecodeError, KeyError, TypeError) as error:
            raise AnomalousPayload("the body is no Stripe event") from error

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """The account, and the webhook endpoints in it."""
        return stripe_checks(connected, _headers(connected.secrets))

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        return read_stripe_check(check, connected, status, body)


def _headers(secrets: Settings) -> dict[str, str]:
    return {
        "Authorization": f"Bearer {secrets.get('api_key', '')}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Stripe-Version": API_VERSION,
    }


def _lines(request: SessionRequest, currency: str) -> Iterator[tuple[str, str]]:
    for index, line in enumerate(request.lines):
        prefix = f"line_items[{index}]"
        yield f"{prefix}[quantity]", str(line.quantity)
        yield f"{prefix}[price_data][currency]", currency
        yield f"{prefix}[price_data][unit_amount]", str(line.unit_price)
        yield f"{prefix}[price_data][product_data][name]", line.name
        if line.image_url.startswith("https://"):
            yield f"{prefix}[price_data][product_data][images][0]", line.image_url
    if request.tax:
        prefix = f"line_items[{len(request.lines)}]"
        yield f"{prefix}[quantity]", "1"
        yield f"{prefix}[price_data][currency]", currency
        yield f"{prefix}[price_data][unit_amount]", str(request.tax)
        yield f"{prefix}[price_data][product_data][name]", request.tax_name or "Tax"
    if request.shipping:
        rate = "shipping_options[0][shipping_rate_data]"
        yield f"{rate}[type]", "fixed_amount"
        yield f"{rate}[display_name]", "Shipping"
        yield f"{rate}[fixed_amount][amount]", str(request.shipping)
        yield f"{rate}[fixed_amount][currency]", currency


def _answer(status: int, body: bytes) -> Any:
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        data = {}
    if status == 200:
        return data
    error = data.get("error", {}) if isinstance(data, dict) else {}
    again = 2.0 if status in {408, 409, 429} or status >= 500 else None
    raise ProviderError(
        error.get("message") or f"Stripe answered {status}", code=str(error.get("code") or status), retry_after=again
    )


def _event(event: Mapping[str, Any], subject: Mapping[str, Any]) -> ProviderEvent:
    name, at = event["type"], datetime.fromtimestamp(event["created"], UTC)
    if name.startswith("checkout.session."):
        return _session_event(event["id"], name, at, subject)
    if name.startswith("refund."):
        return ProviderEvent(
            event_id=event["id"], kind="refunded", at=at, charge_id=subject.get("payment_intent") or "",
            amount=subject["amount"], currency=subject["currency"].upper(), refund_id=subject["id"],
            refund_state=_refund_state(subject), reason=subject.get("failure_reason") or "",
            refund_reference=(subject.get("metadata") or {}).get("refund") or "",
        )  # fmt: skip
    kind = "disputed" if name == "charge.dispute.created" else "ignored"
    if name == "charge.dispute.closed":
        kind = {"won": "dispute_won", "lost": "dispute_lost"}.get(subject.get("status") or "", "ignored")
    return ProviderEvent(
        event_id=event["id"], kind=kind, at=at, charge_id=subject.get("payment_intent") or "",
        reason=subject.get("reason") or "",
    )  # fmt: skip


def _refund_state(refund: Mapping[str, Any]) -> str:
    status = str(refund.get("status") or "pending")
    return "pending" if status == "requires_action" else status


def _session_event(event_id: str, name: str, at: datetime, session: Mapping[str, Any]) -> ProviderEvent:
    paid = session.get("payment_status") in {"paid", "no_payment_required"}
    kind = _SESSION_KINDS.get(name) or ("paid" if paid else "pending")
    return ProviderEvent(
        event_id=event_id,
        kind=kind,
        at=at,
        reference=session.get("client_reference_id") or "",
        session_id=session["id"],
        charge_id=session.get("payment_intent") or "",
        amount=session.get("amount_total"),
        currency=(session.get("currency") or "").upper(),
        address=_address(session),
    )


def _address(session: Mapping[str, Any]) -> str:
    collected = (session.get("collected_information") or {}).get("shipping_details") or session.get("shipping_details")
    details = collected or session.get("customer_details") or {}
    parts = details.get("address") or {}
    street = ", ".join(filter(None, (parts.get("line1"), parts.get("line2"))))
    town = " ".join(filter(None, (parts.get("postal_code"), parts.get("city"))))
    lines = (details.get("name"), street, town, parts.get("state"), parts.get("country"))
    return "\n".join(line for line in lines if line) if street else ""


PROVIDER = Stripe()
