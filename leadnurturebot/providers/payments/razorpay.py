"""Razorpay Payment Links: one link for an order with an expiry, signed events, refunds. Amounts are paise."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, ClassVar
from urllib.parse import quote

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
from leadnurturebot.providers.payments.razorpay_config import RazorpayConfig
from leadnurturebot.providers.payments.razorpay_events import REFUND_STATES, link_events, read_event


class Razorpay:
    """Razorpay without I/O. A link's `reference_id` may be used once, so it holds the attempt: that is what keeps one
    attempt from making two links."""

    slug: ClassVar[str] = "razorpay"
    address_setting: ClassVar[str] = "RAZORPAY_API_URL"
    default_address: ClassVar[str] = "https://api.razorpay.com"
    label: ClassVar[str] = "Razorpay"
    kind: ClassVar[str] = "payments"
    methods: ClassVar[tuple[str, ...]] = ("upi", "card", "netbanking", "wallet")
    currencies: ClassVar[frozenset[str]] = frozenset(("INR",))
    is_hosted: ClassVar[bool] = True
    collects_address: ClassVar[bool] = False
    acknowledgement: ClassVar[bytes] = b"ok"
    Config: ClassVar[type[Config]] = RazorpayConfig

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        """`POST /v1/payment_links`, the whole amount in one payment."""
        link = {
            "amount": request.amount.minor, "currency": request.amount.currency, "accept_partial": False,
            "reference_id": request.idempotency_key, "description": _description(request),
            "expire_by": int(request.expires_at.timestamp()), "notify": {"sms": False, "email": False},
            "reminder_enable": False, "notes": {"reference": request.reference}, "callback_url": request.success_url,
            "callback_method": "get",
        }  # fmt: skip
        return OutgoingRequest("POST", f"{base_url}/v1/payment_links", _headers(secrets), orjson.dumps(link))

    def read_session(self, status: int, body: bytes) -> Session:
        link = _answer(status, body)
        return Session(link["id"], link["short_url"], datetime.fromtimestamp(link["expire_by"], UTC))

    def build_look(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v1/payment_links/{quote(session_id)}", _headers(secrets))

    def read_look(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        return link_events(_answer(status, body), now)

    def build_cancel(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest | None:
        return OutgoingRequest(
            "POST", f"{base_url}/v1/payment_links/{quote(session_id)}/cancel", _headers(secrets), b"{}"
        )

    def build_refund(self, request: RefundRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        body = {
            "amount": request.amount.minor, "speed": "normal", "receipt": request.reference,
            "notes": {"refund": request.reference},
        }  # fmt: skip
        headers = {**_headers(secrets), "X-Refund-Idempotency": request.reference}
        url = f"{base_url}/v1/payments/{quote(request.charge_id)}/refund"
        return OutgoingRequest("POST", url, headers, orjson.dumps(body))

    def build_refund_look(self, refund_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v1/refunds/{quote(refund_id)}", _headers(secrets))

    def read_refund(self, status: int, body: bytes) -> RefundAnswer:
        refund = _answer(status, body)
        return RefundAnswer(refund["id"], REFUND_STATES.get(refund.get("status", ""), "pending"))

    def handshake(self, query: Mapping[str, str], secrets: Settings) -> str | None:
        return None

    def verify(self, request: WebhookRequest, secrets: Settings, now: datetime) -> None:
        """`X-Razorpay-Signature`: HMAC-SHA-256 of the body with the webhook's secret. It carries no time."""
        secret = secrets.get("webhook_secret", "")
        signed = hmac.digest(secret.encode(), request.body, "sha256").hex()
        given = request.headers.get("x-razorpay-signature", "")
        if not secret or not hmac.compare_digest(given.encode(), signed.encode()):
            raise SignatureMismatch("X-Razorpay-Signature is missing or wrong")

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]:
        """The event's id is in a header: by the body alone its digest stands in."""
        try:
            return (read_event(orjson.loads(body), hashlib.sha256(body).hexdigest()),)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise AnomalousPayload("the body is no Razorpay event") from error

    def parse_request(self, request: WebhookRequest, now: datetime) -> tuple[ProviderEvent, ...]:
        event_id = request.headers.get("x-razorpay-event-id", "")
        return tuple(replace(event, event_id=event_id or event.event_id) for event in self.parse(request.body))

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """The key; webhooks of a plain account can be seen in its dashboard only."""
        url = f"{connected.base_url}/v1/payment_links?count=1"
        return (Check("account", "", OutgoingRequest("GET", url, _headers(connected.secrets))),)

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        try:
            _answer(status, body)
        except ProviderError as error:
            reason = {401: "key_refused", 403: "not_allowed", 429: "provider_busy"}.get(status, "provider_failing")
            field = "key_secret" if status in (401, 403) else ""
            return Finding("failed", reason, detail=str(error), field=field)
        is_test = connected.secrets.get("key_id", "").startswith("rzp_test_")
        return Finding("works", facts={"mode": "test"} if is_test else {})


def _headers(secrets: Settings) -> dict[str, str]:
    pair = f"{secrets.get('key_id', '')}:{secrets.get('key_secret', '')}"
    encoded = base64.b64encode(pair.encode()).decode()
    return {"Authorization": f"Basic {encoded}", "Content-Type": "application/json"}


def _description(request: SessionRequest) -> str:
    lines = ", ".join(f"{line.quantity} × {line.name}" for line in request.lines)
    return ": ".join(part for part in (request.title, lines) if part)[:2048]


def _answer(status: int, body: bytes) -> Any:
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        data = None
    if status == 200 and isinstance(data, dict):
        return data
    error = (data.get("error") if isinstance(data, dict) else None) or {}
    again = 2.0 if status in {200, 408, 409, 429} or status >= 500 else None
    raise ProviderError(
        str(error.get("description") or f"Razorpay answered {status}"), code=str(error.get("code") or status),
        retry_after=again,
    )  # fmt: skip


PROVIDER = Razorpay()
