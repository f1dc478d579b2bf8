"""What every provider is made of: requests in and out as values, so that a provider does no I/O of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol

import orjson
from pydantic import BaseModel

from leadnurturebot.domain.values import value


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


@value
class WebhookRequest:
    """A webhook as it arrived. `url` is the public address it was sent to; header names are lower case."""

    method: str
    url: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    certificate: bytes = b""
    """What `certificate_url` of a CertifiedProvider led to, PEM."""


@value
class OutgoingRequest:
    """A request to a provider, ready to be sent."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Config(BaseModel):
    """Settings of a connection. Fields of type SecretStr are kept sealed. Title and description are shown on the settings
    page; `json_schema_extra={"labels": {"es": …}, "helps": {"es": …}}` gives them in other languages.

    `filled_by` in there says who fills a setting that people need not type: `us` (made up here and pasted at the
    provider, so it is shown again), or `setup` (learned when the provider was connected)."""


def labels(**by_language: str) -> dict[str, Any]:
    """Names of a setting in other languages, for `Field(json_schema_extra=…)`."""
    return {"labels": by_language}


def helps(**by_language: str) -> dict[str, Any]:
    """Where to find a setting, in other languages, for `Field(json_schema_extra=…)`."""
    return {"helps": by_language}


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


@dataclass(frozen=True, slots=True)
class AccessToken:
    """What opens a provider's API for a while: seconds from when it was asked for."""

    value: str
    seconds: int


class TokenProvider(Provider, Protocol):
    """A provider whose calls carry a short-lived token that another call gives; they find it as `access_token`."""

    def build_token(self, *, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest: ...

    def read_token(self, status: int, body: bytes) -> AccessToken:
        """Raises ProviderError."""
        ...


class CertifiedProvider(WebhookProvider, Protocol):
    """A provider that signs with a certificate which lies at an address of its own."""

    def certificate_url(self, request: WebhookRequest, base_url: str) -> str:
        """Where the certificate is. Raises SignatureMismatch for an address that is not the provider's."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """A shop's connection as a provider's test calls need it."""

    base_url: str
    webhook_url: str
    config: Mapping[str, Any]
    secrets: Mapping[str, str]
    numbers: tuple[tuple[str, str], ...] = ()
    """(phone number id, account id) of every number of a messaging connection."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a test asks: `number`, `account` or `events`, of what, and the call."""

    name: str
    subject: str
    request: OutgoingRequest


@dataclass(frozen=True, slots=True)
class Finding:
    """What a test call showed.

    `verdict`: `works`, `look` (it answers, and something needs a person) or `failed`. `reason` is a stable word for
    people's languages, empty where all is well; `facts` are the provider's own values by name.
    """

    verdict: str
    reason: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""
    """The provider's own words."""
    field: str = ""
    """The setting to mend, where one is to blame."""


class CheckedProvider(Provider, Protocol):
    """A provider whose connection can be tested by calls that change nothing."""

    def build_checks(self, connected: Connected) -> tuple[Check, ...]: ...

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding: ...


def read_object(body: bytes) -> dict[str, Any] | None:
    """The JSON object of an answer, None when it is none."""
    try:
        read = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return read if isinstance(read, dict) else None
