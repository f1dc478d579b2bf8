"""A shop that is paid at a provider's simulator: our pages, our calls and the provider's events, inside one transaction."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.message_path.endpoints import Endpoint
from leadnurturebot.message_path.intake import STORE, from_payments, parameters
from leadnurturebot.message_path.provider_calls import make
from leadnurturebot.payments import calling, calls
from leadnurturebot.payments.connecting import connect
from leadnurturebot.payments.refunding import RefundWanted, request_refund
from leadnurturebot.platform import http_client
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.providers.base import WebhookRequest
from leadnurturebot.providers.messaging.extras import reads_requests
from leadnurturebot.providers.registry import certified_provider, payment_provider, providers
from leadnurturebot.shops import access_tokens
from leadnurturebot.shops.models import Connection
from tests.message_path.driving import Drive
from tests.message_path.test_payments import ordered
from tests.simulator.world_rig import Rig

SETTINGS = {
    "stripe": {"api_key": "sk_test_tests"},
    "paypal": {"client_id": "app", "client_secret": "a secret"},
    "razorpay": {"key_id": "rzp_test_1", "key_secret": "a secret"},
}
HOSTED = sorted(slug for slug in providers("payments") if payment_provider(slug).is_hosted)
ADDRESS = {"address": "Emma Wilson, 1 High Street, London"}
WORLD = "http://sim.test"
LATER = 24 * 3600


@dataclass
class Till:
    """One shop, one provider."""

    drive: Drive
    rig: Rig
    slug: str
    connection: Connection
    is_away: bool = False
    calls: list[tuple[str, str]] = field(default_factory=list)

    def answer(
        self, method: str, url: str, *, headers: Mapping[str, str] | None = None, body: bytes = b"", is_configured: bool = False
    ) -> http_client.Answer:  # fmt: skip
        """The provider, instead of the network."""
        self.calls.append((method, urlsplit(url).path))
        if self.is_away:
            raise http_client.CallFailed("away")
        found = asyncio.run(self.rig.http.request(method, url, headers=dict(headers or {}), content=body))
        return http_client.Answer(found.status_code, found.headers, found.content)

    def open(self, token: str, **form: str) -> Any:
        """Press [Pay] on our page."""
        return Client().post(f"/p/{token}", form)

    def session_of(self, response: Any) -> str:
        """The provider's session that our page led to."""
        assert response.status_code == 303, response.content
        return str(response["Location"]).rpartition("/")[2]

    def payer(self, session: str, deed: str) -> None:
        """Act as the payer."""
        asyncio.run(self._payer(session, deed))

    async def _payer(self, session: str, deed: str) -> None:
        answer = await self.rig.http.post(f"/{self.slug}/_test/{session}/{deed}")
        assert answer.status_code == 200, answer.text

    def make_calls(self) -> list[str]:
        """Make what is due or will be within a day; returns the kinds."""
        claimed = calls.claim(self.drive.connection, wall=wall_now() + calls.LEASE * (LATER // 60), limit=50)
        for call in claimed:
            make(self.drive.connection, call)
        return sorted(call.kind for call in claimed)

    def bring(self, times: int = 1) -> int:
        """Bring the provider's events to the receiver's intake, each `times` times; returns how many there were."""
        asyncio.run(self.rig.time.run(3))
        received, self.rig.product.received[:] = list(self.rig.product.received), []
        for _ in range(times):
            for url, headers, body in received:
                self._take(url, headers, body)
        return len(received)

    def _take(self, url: str, headers: Mapping[str, str], body: bytes) -> None:
        provider = payment_provider(self.slug)
        request = WebhookRequest("POST", url, {}, {name.lower(): value for name, value in headers.items()}, body)
        endpoint = self.endpoint()
        if certified := certified_provider(provider):
            address = certified.certificate_url(request, f"{WORLD}/{self.slug}")
            request = replace(request, certificate=self.answer("GET", address).body)
        provider.verify(request, endpoint.secrets, self.rig.time.wall)
        reader = reads_requests(provider)
        events: Any = reader.parse_request(request, self.rig.time.wall) if reader else provider.parse(body)
        self.drive.connection.execute(STORE, parameters(from_payments(endpoint, events, self.drive.now)))

    def endpoint(self) -> Endpoint:
        """The connection as the receiver knows it."""
        shop_id = self.drive.boutique.shop.id
        return Endpoint(
            connection_id=self.connection.id, shop_id=shop_id, kind="payments", slug=self.slug,
            secrets=calling.settings_of(self.drive.connection, shop_id, self.connection.id),
            key=ring().of(self.drive.connection, shop_id),
        )  # fmt: skip

    def run(self) -> None:
        """Everything until nothing happens any more: calls, events, work."""
        for _ in range(4):
            self.make_calls()
            self.bring()
            self.drive.work()

    def refund(self, amount: int | None, *, payment_id: UUID | None = None, refund_id: UUID | None = None) -> UUID:
        """Ask for money back as a manager."""
        if payment_id is None:
            ((payment_id,),) = self.drive.rows("SELECT id FROM payments_payment WHERE arrived_as <> ''")
        assert payment_id is not None
        wanted = RefundWanted(
            id=refund_id or uuid7(), shop_id=self.drive.boutique.shop.id, payment_id=payment_id, amount=amount,
            reason="changed her mind", actor="user:sarah",
        )  # fmt: skip
        request_refund(self.drive.connection, wanted, now=self.drive.now)
        return wanted.id


def open_till(drive: Drive, slug: str, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Till:
    """The boutique, paid by this provider alone (and in cash)."""
    rig = Rig()
    rig.time.wall = wall_now()
    shop = drive.boutique.shop
    setattr(settings, payment_provider(slug).address_setting, f"{WORLD}/{slug}")
    till = Till(drive, rig, slug, Connection())
    monkeypatch.setattr(http_client, "call", till.answer)
    access_tokens._kept.clear()
    with system_scope():
        Connection.objects.filter(shop_id=shop.id, slug="stripe").delete()
        if slug == "razorpay":
            shop.currency = "INR"
            shop.save(update_fields=["currency"])
        till.connection = connect(shop=shop, slug=slug, secrets=SETTINGS[slug], now=drive.now)
    if slug == "razorpay":
        _paste_webhook(till)
    return till


def _paste_webhook(till: Till) -> None:
    known = till.endpoint().secrets
    form = {"key_id": known["key_id"], "url": "http://product.test/hooks/r/", "secret": known["webhook_secret"]}
    asyncio.run(till.rig.http.post("/razorpay/dashboard", data=form))


def bought(till: Till) -> str:
    """A paid order; returns the link's token."""
    token = ordered(till.drive)
    till.payer(till.session_of(till.open(token, **ADDRESS)), "pay")
    till.run()
    till.drive.send()
    return token


def orders(till: Till) -> list[str]:
    return [row[0] for row in till.drive.rows("SELECT state FROM orders_order ORDER BY id")]


def money(till: Till) -> list[tuple[str, int]]:
    return till.drive.rows("SELECT kind, amount_micros FROM ledger_entry WHERE kind LIKE '%%.settled' ORDER BY id")
