"""Payment providers: a session asked for, and what its events say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from leadnurturebot.domain.money import Money
from leadnurturebot.providers.base import Config, OutgoingRequest, WebhookRequest


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A line on the provider's page."""

    name: str
    unit_price: int
    quantity: int
    image_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRequest:
    """A payment page that is wanted. `reference` (≤ 40 characters) comes back in every event."""

    reference: str
    idempotency_key: str
    amount: Money
    lines: tuple[SessionLine, ...]
    shipping: int
    success_url: str
    cancel_url: str
    expires_at: datetime
    language: str = "en"
    ship_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A live payment page."""

    id: str
    url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEvent:
    """What a webhook says of one payment.

    `kind`: `paid`, `pending`, `failed`, `expired`, `refunded`, `disputed`, or `ignored` for events of no concern.
    """

    event_id: str
    kind: str
    at: datetime
    reference: str = ""
    session_id: str = ""
    charge_id: str = ""
    amount: int | None = None
    currency: str = ""
    refund_id: str = ""
    refund_state: str = ""
    address: str = ""
    reason: str = ""


class PaymentProvider(Protocol):
    """A payment provider, without I/O. One without a hosted page (cash on delivery) has `is_hosted` False."""

    slug: ClassVar[str]
    address_setting: ClassVar[str]
    default_address: ClassVar[str]
    label: ClassVar[str]
    kind: ClassVar[str]
    methods: ClassVar[tuple[str, ...]]
    """Ways to pay that a customer may name: `card`, `wallet`, `cash_on_delivery`…"""
    is_hosted: ClassVar[bool]
    Config: ClassVar[type[Config]]

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest:
        """Raises ProviderError when the provider has no page of its own."""
        ...

    def read_session(self, status: int, body: bytes) -> Session:
        """Raises ProviderError."""
        ...

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest | None:
        """The call that makes the webhook endpoint, None where nothing has to be called."""
        ...

    def read_setup(self, status: int, body: bytes) -> Mapping[str, str]:
        """Secrets that the set-up returned. Raises ProviderError."""
        ...

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None: ...

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None: ...

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]: ...
