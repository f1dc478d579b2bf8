"""Who signed an event of PayPal: RSA over id, time, our webhook id and the body's checksum, with PayPal's certificate.

The certificate is fetched by the receiver from PayPal's own hosts only; that, its dates and its chain make it PayPal's.
"""

import base64
import binascii
import re
import zlib
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest

HOSTS = frozenset((
    "api.paypal.com", "api-m.paypal.com", "api.sandbox.paypal.com", "api-m.sandbox.paypal.com",
))  # fmt: skip
_PATH = re.compile(r"^(/[\w-]+)?/v1/notifications/certs/[\w-]{1,120}$")
# A repeat keeps its first time (it seems), and PayPal repeats for three days.
OLDEST, NEWEST = timedelta(days=3), timedelta(minutes=5)


def certificate_url(request: WebhookRequest, base_url: str) -> str:
    """The address in `PAYPAL-CERT-URL`: https at PayPal, or at the API address that the operator set (a stand-in).

    Raises SignatureMismatch.
    """
    url = request.headers.get("paypal-cert-url", "")
    parts, ours = urlsplit(url), urlsplit(base_url)
    is_theirs = parts.scheme == "https" and parts.netloc in HOSTS
    is_stand_in = (parts.scheme, parts.netloc) == (ours.scheme, ours.netloc)
    if not (is_theirs or is_stand_in) or not _PATH.match(parts.path) or parts.query or parts.fragment:
        raise SignatureMismatch("PAYPAL-CERT-URL is missing or not PayPal's")
    return url


def signed_text(request: WebhookRequest, webhook_id: str) -> bytes:
    """What the signature covers."""
    headers = request.headers
    parts = (headers.get("paypal-transmission-id", ""), headers.get("paypal-transmission-time", ""), webhook_id)
    return "|".join((*parts, str(zlib.crc32(request.body)))).encode()


def check_signature(request: WebhookRequest, webhook_id: str, now: datetime) -> None:
    """Raises SignatureMismatch."""
    if not webhook_id or request.headers.get("paypal-auth-algo") != "SHA256withRSA":
        raise SignatureMismatch("PayPal's signature is missing")
    _check_time(request.headers.get("paypal-transmission-time", ""), now)
    key = _key(request.certificate, now)
    try:
        signature = base64.b64decode(request.headers.get("paypal-transmission-sig", ""), validate=True)
        key.verify(signature, signed_text(request, webhook_id), PKCS1v15(), SHA256())
    except (binascii.Error, InvalidSignature) as error:
        raise SignatureMismatch("PAYPAL-TRANSMISSION-SIG is wrong") from error


def _check_time(text: str, now: datetime) -> None:
    try:
        sent = datetime.fromisoformat(text)
    except ValueError as error:
        raise SignatureMismatch("PAYPAL-TRANSMISSION-TIME is missing") from error
    if sent.tzinfo is None or not now - OLDEST <= sent.astimezone(UTC) <= now + NEWEST:
        raise SignatureMismatch("PAYPAL-TRANSMISSION-TIME is older than three days or newer than five minutes")


def _key(pem: bytes, now: datetime) -> RSAPublicKey:
    """The key of the first certificate; each must be valid now and signed by the next."""
    try:
        chain = x509.load_pem_x509_certificates(pem)
        for certificate, issuer in pairwise(chain):
            certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise SignatureMismatch("PayPal's certificate cannot be read") from error
    if any(not each.not_valid_before_utc <= now <= each.not_valid_after_utc for each in chain):
        raise SignatureMismatch("PayPal's certificate is not valid now")
    key = chain[0].public_key()
    if not isinstance(key, RSAPublicKey):
        raise SignatureMismatch("PayPal's certificate holds no RSA key")
    return key
