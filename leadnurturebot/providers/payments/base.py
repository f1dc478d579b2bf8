"""Payment providers: a page asked for, what its events say, money confirmed and given back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol, cast

from leadnurturebot.domain.money import Money
from leadnurturebot.providers.base import Config, OutgoingRequest, WebhookRequest

Settings = Mapping[str, str]
"""A connection's settings, open and secret; with `access_token` for a provider that hands out tokens."""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A line on the provider's page."""

    name: str
    unit_price: int
    quantity: int
    image_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRequest:
    """A payment page that is wanted. `reference` (at most 36 characters) comes back in every event; `idempotency_key` is
    the reference with the number of the attempt (at most 40 characters)."""

    reference: str
    idempotency_key: str
    amount: Money
    lines: tuple[SessionLine, ...]
    shipping: int
    success_url: str
    cancel_url: str
    expires_at: datetime
    language: str = "en"
    tax: int = 0
    """Added to lines and shipping; 0 where prices contain it."""
    tax_name: str = ""
    ship_to: tuple[str, ...] = ()
    """Countries that an address may be in, where the page asks for one; empty: it does not ask, or any will do."""
    has_address: bool = False
    """Where the goods go is known: the page need not ask, and nothing it says changes it."""
    title: str = ""
    """What is paid for, in a few words: shop and order number."""


@dataclass(frozen=True, slots=True)
class Session:
    """A live payment page. `expires_at` None: the provider names no end, ours counts."""

    id: str
    url: str
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRequest:
    """Money to give back of one charge. `reference` is the refund's own: key against doing it twice, and comes back in
    its events."""

    reference: str
    charge_id: str
    amount: Money
    reason: str = ""
    """`duplicate`, or `requested_by_customer`."""


@dataclass(frozen=True, slots=True)
class RefundAnswer:
    """What the provider made of a refund. `state`: `pending`, `succeeded`, `failed` or `canceled`; `reason`: why it went
    wrong, in the provider's words."""

    id: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEvent:
    """What a webhook, or the provider when asked, says of one payment.

    `kind`: `approved` (the payer agreed, the money has to be captured), `paid`, `pending`, `declined` (one try failed),
    `failed`, `expired`, `refunded`, `disputed`, `dispute_won`, `dispute_lost`, or `ignored` for events of no concern.
    `refund_reference` is ours, empty for a refund that was made at the provider's own pages.
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
    refund_reference: str = ""
    address: str = ""
    reason: str = ""


class PaymentProvider(Protocol):
    """A payment provider, without I/O. One without a hosted page (cash on delivery) has `is_hosted` False, and every
    `build_…` of it raises ProviderError. Errors of `read_…` say by `retry_after` whether trying again can help."""

    slug: ClassVar[str]
    address_setting: ClassVar[str]
    default_address: ClassVar[str]
    label: ClassVar[str]
    kind: ClassVar[str]
    methods: ClassVar[tuple[str, ...]]
    """Ways to pay that a customer may name: `card`, `wallet`, `cash_on_delivery`…"""
    currencies: ClassVar[frozenset[str]]
    """ISO 4217 codes that it takes; empty: any."""
    is_hosted: ClassVar[bool]
    collects_address: ClassVar[bool]
    """Its page asks for the address that the goods go to."""
    Config: ClassVar[type[Config]]

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest: ...

    def read_session(self, status: int, body: bytes) -> Session: ...

    def build_look(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        """Reading a session."""
        ...

    def read_look(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        """What the session has come to, as events whose ids are the same each time; none while it is just open."""
        ...

    def build_cancel(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest | None:
        """Ends a session that nobody paid. None where the provider knows no such call: it is then not captured."""
        ...

    def build_refund(self, request: RefundRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest: ...

    def build_refund_look(self, refund_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        """Reading a refund by the provider's id; `read_refund` reads the answer."""
        ...

    def read_refund(self, status: int, body: bytes) -> RefundAnswer: ...

    def handshake(self, query: Mapping[str, str], secrets: Settings) -> str | None: ...

    def verify(self, request: WebhookRequest, secrets: Settings, now: datetime) -> None: ...

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]: ...


class SetUpProvider(PaymentProvider, Protocol):
    """A provider that is told by its API where its events go."""

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Settings) -> OutgoingRequest: ...

    def read_setup(self, status: int, body: bytes) -> Mapping[str, str]:
        """Settings that the set-up returned. Raises ProviderError."""
        ...


class CapturingProvider(PaymentProvider, Protocol):
    """A provider where the payer's approval moves no money: we take it."""

    captured_codes: ClassVar[frozenset[str]]
    """Codes of refusals that mean: the money was taken already, look at the session."""

    def build_capture(self, session_id: str, *, key: str, base_url: str, secrets: Settings) -> OutgoingRequest: ...

    def read_capture(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]: ...


def set_up_provider(provider: PaymentProvider) -> SetUpProvider | None:
    """The provider where it sets up its own webhook, else None."""
    return cast(SetUpProvider, provider) if hasattr(provider, "build_setup") else None


def capturing_provider(provider: PaymentProvider) -> CapturingProvider | None:
    """The provider where approved money has to be captured, else None."""
    return cast(CapturingProvider, provider) if hasattr(provider, "build_capture") else None
