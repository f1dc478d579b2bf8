import base64
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from leadnurturebot.domain.money import Money
from leadnurturebot.providers.base import ProviderError, SignatureMismatch, WebhookRequest
from leadnurturebot.providers.payments.paypal import PROVIDER
from leadnurturebot.providers.payments.paypal_money import amount_json, read_amount
from leadnurturebot.providers.payments.paypal_signature import signed_text

NOW = datetime(2026, 11, 22, 9, 0, 30, tzinfo=UTC)
WEBHOOK = {"webhook_id": "1JE4291016473214C"}
PAYLOADS = Path(__file__).parent.parent / "payloads" / "paypal"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate(key: rsa.RSAPrivateKey = KEY, *, until: datetime = NOW + timedelta(days=90)) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "messageverificationcerts.paypal.com")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(NOW - timedelta(days=90)).not_valid_after(until)
    return made.sign(key, SHA256()).public_bytes(Encoding.PEM)


def signed(body: bytes = b'{"id":1001,"name":"#1001"}', *, at: str = "2026-11-22T09:00:00Z") -> WebhookRequest:
    headers = {
        "paypal-transmission-id": "69cd13f0-d67a-11e5-baa3-778b53f4ae55", "paypal-transmission-time": at,
        "paypal-auth-algo": "SHA256withRSA", "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-360caa42",
    }  # fmt: skip
    request = WebhookRequest("POST", "", {}, headers, body, certificate())
    signature = KEY.sign(signed_text(request, WEBHOOK["webhook_id"]), padding.PKCS1v15(), SHA256())
    return replace(request, headers={**headers, "paypal-transmission-sig": base64.b64encode(signature).decode()})


def test_the_signed_text_is_the_published_one() -> None:
    expected = "69cd13f0-d67a-11e5-baa3-778b53f4ae55|2026-11-22T09:00:00Z|1JE4291016473214C|2367174752"
    assert signed_text(signed(), WEBHOOK["webhook_id"]).decode() == expected
    assert zlib.crc32(b'{"id":1001,"name":"#1001"}') == 2367174752


def test_a_genuine_event_is_believed() -> None:
    PROVIDER.verify(signed(), WEBHOOK, NOW)


FORGERIES: dict[str, Callable[[WebhookRequest], WebhookRequest]] = {
    "another body": lambda request: replace(request, body=b"{}"),
    "another key": lambda request: replace(
        request, certificate=certificate(rsa.generate_private_key(public_exponent=65537, key_size=2048))
    ),
    "a certificate out of date": lambda request: replace(
        request, certificate=certificate(until=NOW - timedelta(days=1))
    ),
    "no certificate": lambda request: replace(request, certificate=b"<html>"),
    "another algorithm": lambda request: replace(request, headers={**request.headers, "paypal-auth-algo": "none"}),
    "no base 64": lambda request: replace(request, headers={**request.headers, "paypal-transmission-sig": "!"}),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_event_is_refused(name: str) -> None:
    with pytest.raises(SignatureMismatch):
        PROVIDER.verify(FORGERIES[name](signed()), WEBHOOK, NOW)


@pytest.mark.parametrize("other", ["WEBHOOK_ID", ""])
def test_an_event_for_another_webhook_is_refused(other: str) -> None:
    with pytest.raises(SignatureMismatch):
        PROVIDER.verify(signed(), {"webhook_id": other}, NOW)


@pytest.mark.parametrize(
    ("at", "is_taken"),
    [
        ("2026-11-19T09:01:00Z", True),  # a repeat, almost three days on
        ("2026-11-19T08:59:00Z", False),
        ("2026-11-22T09:06:00Z", False),
        ("yesterday", False),
        ("2026-11-22T09:00:00", False),
    ],
)
def test_the_time_of_sending_may_be_three_days_old(at: str, is_taken: bool) -> None:
    if is_taken:
        PROVIDER.verify(signed(at=at), WEBHOOK, NOW)
        return
    with pytest.raises(SignatureMismatch):
        PROVIDER.verify(signed(at=at), WEBHOOK, NOW)


CERT_URLS = {
    "https://api.paypal.com/v1/notifications/certs/CERT-1": True,
    "https://api-m.sandbox.paypal.com/v1/notifications/certs/CERT-1": True,
    "http://api.paypal.com/v1/notifications/certs/CERT-1": False,
    "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1": False,
    "https://evil.example/v1/notifications/certs/CERT-1": False,
    "https://api.paypal.com@evil.example/v1/notifications/certs/CERT-1": False,
    "https://api.paypal.com:8443/v1/notifications/certs/CERT-1": False,
    "https://api.paypal.com/v1/notifications/certs/../../redirect": False,
    "https://api.paypal.com/v1/notifications/certs/CERT-1?x=1": False,
    "http://127.0.0.1:8001/paypal/v1/notifications/certs/CERT-1": False,
    "": False,
}


@pytest.mark.parametrize("url", CERT_URLS)
def test_certificates_come_from_paypal_only(url: str) -> None:
    request = replace(signed(), headers={"paypal-cert-url": url})
    if CERT_URLS[url]:
        assert PROVIDER.certificate_url(request, "https://api-m.paypal.com") == url
        return
    with pytest.raises(SignatureMismatch):
        PROVIDER.certificate_url(request, "https://api-m.paypal.com")


def test_the_stand_in_that_the_operator_set_may_sign_too() -> None:
    url = "http://127.0.0.1:8001/paypal/v1/notifications/certs/CERT-1"
    request = replace(signed(), headers={"paypal-cert-url": url})
    assert PROVIDER.certificate_url(request, "http://127.0.0.1:8001/paypal") == url


@pytest.mark.parametrize(
    ("file", "kind", "charge", "amount"),
    [
        ("approved", "approved", "", None),
        ("reversed", "expired", "", None),
        ("completed", "paid", "42311647XV020574X", 5400),
        ("pending", "pending", "42311647XV020574X", 5400),
        ("declined", "failed", "42311647XV020574X", 5400),
        ("refunded", "refunded", "42311647XV020574X", 1400),
        ("dispute", "disputed", "42311647XV020574X", None),
        ("dispute_resolved", "dispute_lost", "42311647XV020574X", None),
    ],
)
def test_events_in_our_words(file: str, kind: str, charge: str, amount: int | None) -> None:
    (event,) = PROVIDER.parse((PAYLOADS / f"{file}.json").read_bytes())
    assert (event.kind, event.charge_id, event.amount) == (kind, charge, amount)


def test_a_refund_of_ours_is_told_from_one_made_at_paypal() -> None:
    body = (PAYLOADS / "refunded.json").read_bytes()
    assert PROVIDER.parse(body)[0].refund_reference == "rf_1"
    assert PROVIDER.parse(body.replace(b"rf_1", b"lnb_1-1"))[0].refund_reference == ""


MONEY = [
    (Money(4990, "USD"), "49.90"), (Money(500, "JPY"), "500"), (Money(500, "USD"), "5.00"), (Money(150000, "HUF"), "1500"),
    (Money(120000, "TWD"), "1200"),
]  # fmt: skip


@pytest.mark.parametrize(("money", "value"), MONEY)
def test_amounts_have_paypals_decimals(money: Money, value: str) -> None:
    assert amount_json(money) == {"currency_code": money.currency, "value": value}
    assert read_amount({"currency_code": money.currency, "value": value}) == money


def test_a_fraction_that_paypal_cannot_take_is_refused() -> None:
    with pytest.raises(ProviderError, match="whole HUF"):
        amount_json(Money(150050, "HUF"))
