"""How the providers sign what they send."""

import hashlib
import hmac


def meta_signature(app_secret: str, body: bytes) -> str:
    """`X-Hub-Signature-256`: HMAC-SHA256 of the raw body with the app's secret."""
    return "sha256=" + hmac.digest(app_secret.encode(), body, hashlib.sha256).hex()


def stripe_signature(secret: str, timestamp: int, body: bytes) -> str:
    """`Stripe-Signature`: HMAC-SHA256 of `timestamp.body` with the endpoint's secret, which includes its `whsec_`."""
    signed = f"{timestamp}.".encode() + body
    return f"t={timestamp},v1={hmac.digest(secret.encode(), signed, hashlib.sha256).hex()}"
