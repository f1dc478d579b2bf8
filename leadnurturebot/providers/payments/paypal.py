"""PayPal, Orders v2: the payer approves on PayPal's page, we capture, events are signed by certificate, refunds."""

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import quote

import orjson

from leadnurturebot.domain.money import Money
from leadnurturebot.providers.base import (
    AccessToken,
    AnomalousPayload,
    Check,
    Config,
    Connected,
    Finding,
    OutgoingRequest,
    ProviderError,
    WebhookRequest,
)
from leadnurturebot.providers.payments import paypal_signature
from leadnurturebot.providers.payments.base import (
    ProviderEvent,
    RefundAnswer,
    RefundRequest,
    Session,
    SessionRequest,
    Settings,
)
from leadnurturebot.providers.payments.paypal_checks import paypal_checks, read_paypal_check
from leadnurturebot.providers.payments.paypal_config import PayPalConfig
from leadnurturebot.providers.payments.paypal_events import (
    EVENTS,
    REFUND_STATES,
    captured_events,
    order_events,
    read_event,
)
from leadnurturebot.providers.payments.paypal_money import CURRENCIES, amount_json

# PayPal takes five letters of the languages that it has (developer.paypal.com, Locale codes): no Hindi.
_LOCALES = {"en": "en-US", "es": "es-ES", "pt": "pt-BR", "id": "id-ID"}


class PayPal:
    """PayPal without I/O. It knows no call that ends an order nobody approved: such an order is not captured."""

    slug: ClassVar[str] = "paypal"
    address_setting: ClassVar[str] = "PAYPAL_API_URL"
    default_address: ClassVar[str] = "https://api-m.paypal.com"
    label: ClassVar[str] = "PayPal"
    kind: ClassVar[str] = "payments"
    methods: ClassVar[tuple[str, ...]] = ("paypal",)
    currencies: ClassVar[frozenset[str]] = CURRENCIES
    is_hosted: ClassVar[bool] = True
    collects_address: ClassVar[bool] = True
    captured_codes: ClassVar[frozenset[str]] = frozenset(("ORDER_ALREADY_CAPTURED",))
    Config: ClassVar[type[Config]] = PayPalConfig

    def build_token(self, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        pair = f"{secrets.get('client_id', '')}:{secrets.get('client_secret', '')}"
        headers = {
            "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return OutgoingRequest("POST", f"{base_url}/v1/oauth2/token", headers, b"grant_type=client_credentials")

    def read_token(self, status: int, body: bytes) -> AccessToken:
        data = _answer(status, body)
        return AccessToken(data["access_token"], int(data["expires_in"]))

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        """`POST /v2/checkout/orders`. Raises ProviderError for an amount that the currency has no coins for at PayPal."""
        context = {
            "return_url": request.success_url, "cancel_url": request.cancel_url, "user_action": "PAY_NOW",
            "shipping_preference": "NO_SHIPPING" if request.has_address else "GET_FROM_FILE",
        }  # fmt: skip
        if locale := _LOCALES.get(request.language):
            context["locale"] = locale
        unit = {
            "reference_id": "default", "custom_id": request.reference, "invoice_id": request.idempotency_key,
            "description": request.title[:127], **_amounts(request),
        }  # fmt: skip
        order = {
            "intent": "CAPTURE",
            "purchase_units": [unit],
            "payment_source": {"paypal": {"experience_context": context}},
        }
        headers = {**_headers(secrets, request.idempotency_key), "Prefer": "return=representation"}
        return OutgoingRequest("POST", f"{base_url}/v2/checkout/orders", headers, orjson.dumps(order))

    def read_session(self, status: int, body: bytes) -> Session:
        order = _answer(status, body)
        links = {link["rel"]: link["href"] for link in order.get("links") or ()}
        url = links.get("payer-action") or links.get("approve")
        if not url:
            raise ProviderError("PayPal gave no page to pay on")
        return Session(order["id"], url, None)

    def build_look(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v2/checkout/orders/{quote(session_id)}", _headers(secrets))

    def read_look(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        return order_events(_answer(status, body), now)

    def build_capture(self, session_id: str, *, key: str, base_url: str, secrets: Settings) -> OutgoingRequest:
        url = f"{base_url}/v2/checkout/orders/{quote(session_id)}/capture"
        return OutgoingRequest("POST", url, {**_headers(secrets, key), "Prefer": "return=representation"}, b"{}")

    def read_capture(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        return captured_events(_answer(status, body), now)

    def build_cancel(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest | None:
        return None

    def build_refund(self, request: RefundRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        url = f"{base_url}/v2/payments/captures/{quote(request.charge_id)}/refund"
        body = {"amount": amount_json(request.amount), "invoice_id": request.reference}
        headers = {**_headers(secrets, request.reference), "Prefer": "return=representation"}
        return OutgoingRequest("POST", url, headers, orjson.dumps(body))

    def build_refund_look(self, refund_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        return OutgoingRequest("GET", f"{base_url}/v2/payments/refunds/{quote(refund_id)}", _headers(secrets))

    def read_refund(self, status: int, body: bytes) -> RefundAnswer:
        refund = _answer(status, body)
        reason = str((refund.get("status_details") or {}).get("reason") or "")
        return RefundAnswer(refund["id"], REFUND_STATES.get(refund.get("status", ""), "pending"), reason)

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Settings) -> OutgoingRequest:
        wanted = {"url": webhook_url, "event_types": [{"name": name} for name in EVENTS]}
        url = f"{base_url}/v1/notifications/webhooks"
        return OutgoingRequest("POST", url, _headers(secrets), orjson.dumps(wanted))

    def read_setup(self, status: int, body: bytes) -> Mapping[str, str]:
        return {"webhook_id": _answer(status, body)["id"]}

    def handshake(self, query: Mapping[str, str], secrets: Settings) -> str | None:
        return None

    def certificate_url(self, request: WebhookRequest, base_url: str) -> str:
        return paypal_signature.certificate_url(request, base_url)

    def verify(self, request: WebhookRequest, secrets: Settings, now: datetime) -> None:
        paypal_signature.check_signature(request, secrets.get("webhook_id", ""), now)

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]:
        try:
            return (read_event(orjson.loads(body)),)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise AnomalousPayload("the body is no PayPal event") from error

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """The app, and the webhooks in it."""
        token = self.build_token(base_url=connected.base_url, secrets={**connected.config, **connected.secrets})
        return paypal_checks(connected, token, _headers(connected.secrets))

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        return read_paypal_check(check, connected, status, body)


def _headers(secrets: Settings, key: str = "") -> dict[str, str]:
    headers = {"Authorization": f"Bearer {secrets.get('access_token', '')}", "Content-Type": "application/json"}
    return {**headers, "PayPal-Request-Id": key} if key else headers


def _amounts(request: SessionRequest) -> dict[str, Any]:
    """The total with what it is made of; PayPal refuses a breakdown that does not add up to it. The tax is that of the whole:
    by item it would have to be sent for each piece, where it need not come out even."""
    currency = request.amount.currency
    goods = sum(line.unit_price * line.quantity for line in request.lines)
    rest = request.amount.minor - goods - request.shipping - request.tax
    parts = {
        "item_total": goods,
        "shipping": request.shipping,
        "tax_total": request.tax,
        "handling": max(rest, 0),
        "discount": max(-rest, 0),
    }
    breakdown = {name: amount_json(Money(minor, currency)) for name, minor in parts.items() if minor}
    items = [
        {"name": line.name[:127], "quantity": str(line.quantity), "unit_amount": amount_json(Money(line.unit_price, currency))}
        for line in request.lines
    ]  # fmt: skip
    return {"amount": {**amount_json(request.amount), "breakdown": breakdown}, "items": items}


def _answer(status: int, body: bytes) -> Any:
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        data = None
    if status in (200, 201) and isinstance(data, dict):
        return data
    error = data if isinstance(data, dict) else {}
    details = error.get("details")
    detail: Mapping[str, Any] = next(iter(details), {}) if isinstance(details, list) else {}
    words = detail.get("description") or error.get("message") or error.get("error_description")
    again = 2.0 if status in {200, 201, 408, 409, 429} or status >= 500 else None
    code = detail.get("issue") or error.get("name") or error.get("error") or status
    raise ProviderError(str(words or f"PayPal answered {status}"), code=str(code), retry_after=again)


PROVIDER = PayPal()
