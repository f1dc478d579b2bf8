"""Cash on delivery: nothing to call, money counts when the parcel is handed over."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from leadnurturebot.providers.base import Config, OutgoingRequest, ProviderError, SignatureMismatch, WebhookRequest
from leadnurturebot.providers.payments.base import (
    ProviderEvent,
    RefundAnswer,
    RefundRequest,
    Session,
    SessionRequest,
    Settings,
)

_NOTHING = "cash on delivery has no payment page"
_NO_REFUND = "cash is given back by hand"


class CashOnDeliveryConfig(Config):
    """Nothing to set here: its fee and limit are settings of the shop (`cod_fee`, `cod_limit`)."""


class CashOnDelivery:
    """A way to pay without a page of its own."""

    slug: ClassVar[str] = "cash_on_delivery"
    address_setting: ClassVar[str] = ""
    default_address: ClassVar[str] = ""
    label: ClassVar[str] = "Cash on delivery"
    kind: ClassVar[str] = "payments"
    methods: ClassVar[tuple[str, ...]] = ("cash_on_delivery",)
    currencies: ClassVar[frozenset[str]] = frozenset()
    is_hosted: ClassVar[bool] = False
    collects_address: ClassVar[bool] = False
    Config: ClassVar[type[Config]] = CashOnDeliveryConfig

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        raise ProviderError(_NOTHING)

    def read_session(self, status: int, body: bytes) -> Session:
        raise ProviderError(_NOTHING)

    def build_look(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        raise ProviderError(_NOTHING)

    def read_look(self, status: int, body: bytes, now: datetime) -> tuple[ProviderEvent, ...]:
        raise ProviderError(_NOTHING)

    def build_cancel(self, session_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest | None:
        raise ProviderError(_NOTHING)

    def build_refund(self, request: RefundRequest, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        raise ProviderError(_NO_REFUND)

    def build_refund_look(self, refund_id: str, *, base_url: str, secrets: Settings) -> OutgoingRequest:
        raise ProviderError(_NO_REFUND)

    def read_refund(self, status: int, body: bytes) -> RefundAnswer:
        raise ProviderError(_NO_REFUND)

    def handshake(self, query: Mapping[str, str], secrets: Settings) -> str | None:
        return None

    def verify(self, request: WebhookRequest, secrets: Settings, now: datetime) -> None:
        raise SignatureMismatch("cash on delivery sends no events")

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]:
        return ()


PROVIDER = CashOnDelivery()
