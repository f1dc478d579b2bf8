"""The key that PayPal's events are signed with in this world, and its certificate. Made anew at every start."""

import base64
import zlib
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 1, 1, tzinfo=UTC)


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def certificate() -> bytes:
    """PEM, signed by itself."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "messageverificationcerts.paypal.test")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(_key().public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(FROM).not_valid_after(UNTIL)
    return builder.sign(_key(), SHA256()).public_bytes(Encoding.PEM)


@cache
def certificate_name() -> str:
    """Another key is found at another address: who remembers an address never has the wrong one."""
    digest = x509.load_pem_x509_certificate(certificate()).fingerprint(SHA256()).hex()
    return f"CERT-{digest[:16]}"


def headers(webhook_id: str, transmission_id: str, sent_at: datetime, body: bytes, base_url: str) -> dict[str, str]:
    """What PayPal sends with an event."""
    time = sent_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    text = f"{transmission_id}|{time}|{webhook_id}|{zlib.crc32(body)}"
    signature = _key().sign(text.encode(), padding.PKCS1v15(), SHA256())
    return {
        "PAYPAL-TRANSMISSION-ID": transmission_id,
        "PAYPAL-TRANSMISSION-TIME": time,
        "PAYPAL-CERT-URL": f"{base_url}/paypal/v1/notifications/certs/{certificate_name()}",
        "PAYPAL-AUTH-ALGO": "SHA256withRSA",
        "PAYPAL-TRANSMISSION-SIG": base64.b64encode(signature).decode(),
    }
