"""What every provider is made of: requests in and out as values, so that a provider does no I/O of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel


class ProviderError(Exception):
    """An outside system refused or failed. `retry_after` is seconds to wait, None when trying again cannot help."""

    def __init__(self, message: str, *, code: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.retry_after = retry_after


class SignatureMismatch(ProviderError):
    """The signature is missing or wrong: nothing of the body may be believed."""


class AnomalousPayload(ProviderError):
    """The body is signed but is not what this provider sends."""


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """A webhook as it arrived. `url` is the public address it was sent to; header names are lower case."""

    method: str
    url: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    """A request to a provider, ready to be sent."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Config(BaseModel):
    """Settings of a connection. Fields of type SecretStr are kept sealed; titles are shown on the settings page,
    `json_schema_extra={"labels": {"es": …}}` gives them in other languages."""


def labels(**by_language: str) -> dict[str, Any]:
    """Names of a setting in other languages, for `Field(json_schema_extra=…)`."""
    return {"labels": by_language}


class Provider(Protocol):
    """What the registry knows of every provider."""

    slug: ClassVar[str]
    address_setting: ClassVar[str]
    """Name of the setting that holds the address of its API, empty for one that is never called."""
    default_address: ClassVar[str]
    """What that setting is when nobody set it; empty for a setting that is made in the settings themselves."""
    label: ClassVar[str]
    kind: ClassVar[str]
    Config: ClassVar[type[Config]]


class WebhookProvider(Provider, Protocol):
    """A provider that sends webhooks."""

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None:
        """The answer to a GET that proves the address is ours, None when it must be refused."""
        ...

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None:
        """Raises SignatureMismatch."""
        ...

    def parse(self, body: bytes) -> Any:
        """The body as events. Raises AnomalousPayload."""
        ...
