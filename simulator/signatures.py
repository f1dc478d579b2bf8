"""How the providers sign what they send."""

import base64
import hashlib
import hmac
from collections.abc import Sequence


def meta_signature(app_secret: str, body: bytes) -> str:
    """`X-Hub-Signature-256`: HMAC-SHA256 of the raw body with the app's secret."""
    return "sha256=" + hmac.digest(app_secret.encode(), body, hashlib.sha256).hex()


def stripe_signature(secret: str, timestamp: int, body: bytes) -> str:
    """`Stripe-Signature`: HMAC-SHA256 of `timestamp.body` with the endpoint's secret, which includes its `whsec_`."""
    signed = f"{timestamp}.".encode() + body
    return f"t={timestamp},v1={hmac.digest(secret.encode(), signed, hashlib.sha256).hex()}"


def hex_signature(secret: str, body: bytes) -> str:
    """HMAC-SHA256 of the body in hexadecimal digits, as 360dialog signs for partners."""
    return hmac.digest(secret.encode(), body, hashlib.sha256).hex()


def twilio_signature(auth_token: str, url: str, fields: Sequence[tuple[str, str]]) -> str:
    """`X-Twilio-Signature`: HMAC-SHA1 of the address and, by name, every field's name and value; in base 64."""
    text = url + "".join(name + value for name, value in sorted(fields))
    return base64.b64encode(hmac.digest(auth_token.encode(), text.encode(), hashlib.sha1)).decode()
