"""Cash on delivery: nothing to call, money counts when the parcel is handed over."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from leadnurturebot.providers.base import Config, OutgoingRequest, ProviderError, SignatureMismatch, WebhookRequest
from leadnurturebot.providers.payments.base import ProviderEvent, Session, SessionRequest


class CashOnDeliveryConfig(Config):
    """Nothing to set."""


class CashOnDelivery:
    """A way to pay without a page of its own."""

    slug: ClassVar[str] = "cash_on_delivery"
    address_setting: ClassVar[str] = ""
    default_address: ClassVar[str] = ""
    label: ClassVar[str] = "Cash on delivery"
    kind: ClassVar[str] = "payments"
    methods: ClassVar[tuple[str, ...]] = ("cash_on_delivery",)
    is_hosted: ClassVar[bool] = False
    Config: ClassVar[type[Config]] = CashOnDeliveryConfig

    def build_session(self, request: SessionRequest, *, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest:
        raise ProviderError("cash on delivery has no payment page")

    def read_session(self, status: int, body: bytes) -> Session:
        raise ProviderError("cash on delivery has no payment page")

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest | None:
        return None

    def read_setup(self, status: int, body: bytes) -> Mapping[str, str]:
        return {}

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None:
        return None

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None:
        raise SignatureMismatch("cash on delivery sends no events")

    def parse(self, body: bytes) -> tuple[ProviderEvent, ...]:
        return ()


PROVIDER = CashOnDelivery()
