"""The contract every registered provider keeps. A new provider is tested here before it has a test of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from leadnurturebot.domain.message_content import (
    Button,
    Buttons,
    Carousel,
    ContentCard,
    Image,
    LinkButton,
    ListMessage,
    Row,
    Template,
    Text,
)
from leadnurturebot.domain.money import Money
from leadnurturebot.providers.base import AnomalousPayload, Provider, ProviderError, SignatureMismatch, WebhookRequest
from leadnurturebot.providers.messaging.base import Accepted, Account, MessagingProvider, Recipient, Refused
from leadnurturebot.providers.payments.base import SessionLine, SessionRequest
from leadnurturebot.providers.registry import KINDS, messaging_provider, payment_provider, providers

PAYLOADS = Path(__file__).parent / "payloads"
NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)
EVERY = [(kind, slug) for kind in KINDS for slug in sorted(providers(kind))]
MESSAGING = sorted(providers("messaging"))
PAYMENTS = sorted(providers("payments"))
LANGUAGES = {"es", "pt", "hi", "id"}


@pytest.mark.parametrize(("kind", "slug"), EVERY)
def test_it_is_found_under_its_own_kind_and_slug(kind: str, slug: str) -> None:
    found: Provider = providers(kind)[slug]
    assert (found.kind, found.slug) == (kind, slug)
    assert found.label


@pytest.mark.parametrize(("kind", "slug"), EVERY)
def test_its_settings_screen_has_names_in_five_languages(kind: str, slug: str) -> None:
    for name, field in providers(kind)[slug].Config.model_fields.items():
        extra = field.json_schema_extra
        assert field.title, name
        assert isinstance(extra, dict)
        assert set(extra["labels"]) == LANGUAGES  # type: ignore[arg-type]  # our own mapping


@pytest.mark.parametrize(("kind", "slug"), EVERY)
def test_keys_and_tokens_are_kept_sealed(kind: str, slug: str) -> None:
    for name, field in providers(kind)[slug].Config.model_fields.items():
        looks_secret = any(word in name for word in ("secret", "token", "key", "password"))
        assert (field.annotation is SecretStr) == looks_secret, name


def unsigned(body: bytes = b"{}") -> WebhookRequest:
    return WebhookRequest("POST", "https://shop.example/hooks/x/y/z/", {}, {}, body)


@pytest.mark.parametrize(("kind", "slug"), EVERY)
def test_an_unsigned_webhook_is_refused(kind: str, slug: str) -> None:
    with pytest.raises(SignatureMismatch):
        providers(kind)[slug].verify(unsigned(), {}, NOW)  # type: ignore[attr-defined]  # every provider so far receives webhooks


VECTORS = [
    (
        "messaging", "dialog360", {"platform_secret": "platform-secret"}, b'{"object":"whatsapp_business_account"}',
        {"x-360dialog-signature": "261bf19fd92b805ba8c854ae1dff4d63e9ef658908c2cfd9c30c9b720631c4ec"}, NOW,
    ),
    (
        "messaging", "whatsapp_cloud", {"app_secret": "app_secret"}, b'{"id":1001,"name":"#1001"}',
        {"x-hub-signature-256": "sha256=ea62ffae339e4605388e81904eb7c8661beb6238f81e1bbb458b73e7292586c4"}, NOW,
    ),
    (
        "payments", "stripe", {"webhook_secret": "whsec_test_secret"},
        b'{"id":"evt_test_1","object":"event","type":"checkout.session.completed"}',
        {"stripe-signature": "t=1790000000,v1=5cce3a0ec564f3cd83d33b15f716dca10a58cad9c8bcd43ffa04158329787dc6"},
        datetime.fromtimestamp(1790000000, UTC),
    ),
    (
        "payments", "razorpay", {"webhook_secret": "rzp_whsec"}, b'{"id":1001,"name":"#1001"}',
        {"x-razorpay-signature": "a4b03b1d77839bfceb8c3b1082276914bc15a04c352c590110ccd3afdcce0c71"}, NOW,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "slug", "secrets", "body", "headers", "at"), VECTORS)
def test_the_published_signature_vector_is_right_and_one_byte_more_is_wrong(
    kind: str, slug: str, secrets: dict[str, str], body: bytes, headers: dict[str, str], at: datetime
) -> None:
    verify = providers(kind)[slug].verify  # type: ignore[attr-defined]  # as above
    verify(WebhookRequest("POST", "", {}, headers, body), secrets, at)
    with pytest.raises(SignatureMismatch):
        verify(WebhookRequest("POST", "", {}, headers, body + b" "), secrets, at)


def test_an_old_stripe_signature_is_refused() -> None:
    _, slug, secrets, body, headers, _ = next(vector for vector in VECTORS if vector[1] == "stripe")
    with pytest.raises(SignatureMismatch):
        payment_provider(slug).verify(WebhookRequest("POST", "", {}, headers, body), secrets, NOW)


CAPTURED = [(folder.name, file) for folder in sorted(PAYLOADS.iterdir()) for file in sorted(folder.iterdir())]


@pytest.mark.parametrize(("slug", "file"), CAPTURED, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_captured_payloads_are_read(slug: str, file: Path) -> None:
    found = next(providers(kind)[slug] for kind in KINDS if slug in providers(kind))
    assert found.parse(file.read_bytes())  # type: ignore[attr-defined]  # as above


def test_every_provider_with_webhooks_has_captured_payloads() -> None:
    assert {slug for slug, _ in CAPTURED} == {slug for _, slug in EVERY} - {"cash_on_delivery"}


@pytest.mark.parametrize("slug", [slug for _, slug in EVERY if slug != "cash_on_delivery"])
@pytest.mark.parametrize("body", [b"", b"[", b"[]", b"null", b'"x"', b"\xff"])
def test_a_body_of_something_else_is_named_as_such(slug: str, body: bytes) -> None:
    found = next(providers(kind)[slug] for kind in KINDS if slug in providers(kind))
    with pytest.raises(AnomalousPayload):
        found.parse(body)  # type: ignore[attr-defined]  # as above


CONTENTS = [
    Text("hi"),
    Buttons("b", (Button("1", "One"),), "https://shop.example/i.png", "foot"),
    ListMessage("b", "Open", (Row("r", "Row", "why"),)),
    LinkButton("b", "Pay", "https://shop.example/p"), Image("https://shop.example/i.png", "c"),
    Carousel("b", tuple(ContentCard("https://shop.example/i.png", f"c{n}", (Button(str(n), "More"),)) for n in range(2))),
    Template("cart_reminder", "en", ("Emma", "Dress", "$54.00")),
]  # fmt: skip


@pytest.mark.parametrize("slug", MESSAGING)
@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.kind)
@pytest.mark.parametrize(
    "to", [Recipient(wa_id="447700900142"), Recipient(user_id="GB.1234")], ids=["number", "user id"]
)
def test_every_kind_of_message_becomes_a_request(slug: str, content: Text, to: Recipient) -> None:
    provider: MessagingProvider = messaging_provider(slug)
    account = Account(
        base_url="https://api.example/v1",
        phone_number_id="1065",
        waba_id="1022",
        secrets={"access_token": "EAAtest"},
        webhook_url="https://shop.example/hooks/messaging/x/y/",
    )
    request = provider.build_request(content, to=to, account=account, callback_data="our-id")
    assert request.url.startswith("https://api.example/v1")
    assert b"our-id" in request.body
    assert (to.wa_id or to.user_id).encode() in request.body


@pytest.mark.parametrize("slug", MESSAGING)
@pytest.mark.parametrize(
    ("status", "body"), [(500, b""), (200, b"<html>"), (429, b'{"error":{"code":130429,"message":"x"}}')]
)
def test_whatever_is_answered_is_read(slug: str, status: int, body: bytes) -> None:
    assert isinstance(messaging_provider(slug).read_response(status, body), Accepted | Refused)


SESSION = SessionRequest(
    reference="lnb_1", idempotency_key="lnb_1-1", amount=Money(5400, "USD"), lines=(SessionLine("Dress, M", 4900, 1),),
    shipping=500, success_url="https://shop.example/p/x/done", cancel_url="https://shop.example/p/x", expires_at=NOW,
)  # fmt: skip


@pytest.mark.parametrize("slug", PAYMENTS)
def test_a_hosted_provider_asks_for_the_whole_amount_and_one_without_a_page_says_so(slug: str) -> None:
    provider = payment_provider(slug)
    if not provider.is_hosted:
        with pytest.raises(ProviderError):
            provider.build_session(SESSION, base_url="https://api.example", secrets={})
        return
    request = provider.build_session(SESSION, base_url="https://api.example", secrets={"api_key": "sk_test_x"})
    assert b"lnb_1" in request.body
    assert b"5400" in request.body or b"54.00" in request.body or b"4900" in request.body


@pytest.mark.parametrize("slug", [slug for slug in PAYMENTS if payment_provider(slug).is_hosted])
@pytest.mark.parametrize(("status", "again"), [(402, False), (429, True), (500, True)])
def test_a_refused_session_says_whether_trying_again_can_help(slug: str, status: int, again: bool) -> None:
    with pytest.raises(ProviderError) as caught:
        payment_provider(slug).read_session(status, b'{"error":{"message":"no"}}')
    assert (caught.value.retry_after is not None) == again
