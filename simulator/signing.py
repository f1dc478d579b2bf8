"""The headers of an event by who sends it, and apart from them what proves the sender."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl

from simulator.event import Delivery
from simulator.paypal import certificate
from simulator.signatures import hex_signature, meta_signature, stripe_signature, twilio_signature

Headers = dict[str, str]
JSON = {"Content-Type": "application/json; charset=utf-8"}


def signed_headers(delivery: Delivery, secret: str, body: bytes, now: int) -> tuple[Headers, Headers]:
    """Plain headers and proving ones. `secret` may differ from the delivery's when it is to be wrong."""
    if delivery.sender == "stripe":
        agent = {"User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)"}
        return JSON | agent, {"Stripe-Signature": stripe_signature(secret, now, body)}
    if delivery.sender == "paypal":
        sent_at, known = datetime.fromtimestamp(now, UTC), delivery.headers
        return JSON, certificate.headers(secret, known["transmission"], sent_at, body, known["base"])
    if delivery.sender == "razorpay":
        return JSON | delivery.headers, {"X-Razorpay-Signature": hex_signature(secret, body)}
    if delivery.sender == "twilio":
        form = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", "User-Agent": "TwilioProxy/1.1"}
        fields = parse_qsl(body.decode(), keep_blank_values=True)
        address = delivery.url.partition("#")[0]
        return form, {"X-Twilio-Signature": twilio_signature(secret, address, fields)}
    if delivery.sender == "dialog360":
        return JSON | {"User-Agent": "360dialog"}, _partner(delivery, secret, body)
    return JSON | {"User-Agent": "facebookexternalua"}, {"X-Hub-Signature-256": meta_signature(secret, body)}


def _partner(delivery: Delivery, secret: str, body: bytes) -> Headers:
    """The chosen headers; a partner with a platform secret signs as well."""
    own = delivery.headers if secret == delivery.secret else dict.fromkeys(delivery.headers, "wrong")
    return own | ({"x-360dialog-signature": hex_signature(secret, body)} if delivery.secret else {})
