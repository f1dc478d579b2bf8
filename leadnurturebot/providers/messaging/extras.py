"""What some messaging providers need or can do beyond `MessagingProvider`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, cast, runtime_checkable

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.providers.base import OutgoingRequest, WebhookRequest
from leadnurturebot.providers.messaging.base import Account, Delivery


@dataclass(frozen=True, slots=True)
class Preparation:
    """A request that has to be answered once before messages of some shape can be sent; its result is kept by `key`."""

    key: str
    request: OutgoingRequest


class Prepares(Protocol):
    """A provider that wants the shape of a message made known first.

    The sender asks `prepare`, makes the request, keeps what `read_preparation` returns, and builds the message with it in
    `Account.remembered`. A preparation sends nothing to anybody, so it may be repeated; when it fails, `build_request`
    says the message in a simpler way.
    """

    stale_codes: ClassVar[frozenset[int]]
    """Codes of refusals that mean: what was prepared is gone, prepare again."""

    def prepare(self, content: MessageContent, *, account: Account) -> Preparation | None:
        """What is still missing for this message, None when nothing is."""
        ...

    def read_preparation(self, key: str, status: int, body: bytes) -> str:
        """The value to remember, empty when there is none."""
        ...


class ReadsRequests(Protocol):
    """A provider whose events cannot be read from the body alone: the address or the time of arrival is part of them."""

    acknowledgement: ClassVar[bytes]
    """The body of our 200."""

    def parse_request(self, request: WebhookRequest, now: datetime) -> Delivery:
        """As `parse`. Raises AnomalousPayload."""
        ...


@runtime_checkable
class SetsUpWebhook(Protocol):
    """A provider that is told by its API where its events go."""

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest: ...

    def read_setup(self, status: int, body: bytes) -> None:
        """Raises ProviderError when it was refused."""
        ...


@dataclass(frozen=True, slots=True)
class NewTemplate:
    """A template to be made; `body` has positional variables. `quick_replies`: labels of buttons that answer."""

    name: str
    language: str
    category: str
    body: str
    quick_replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateState:
    """What a provider says of a template. `status` in the Cloud API's words, and `UNSUBMITTED` for one that was made and not
    handed in; empty fields say nothing."""

    id: str = ""
    status: str = "PENDING"
    category: str = ""
    reason: str = ""


class MakesTemplates(Protocol):
    """A provider that makes templates in a way of its own."""

    def build_template(self, template: NewTemplate, *, account: Account) -> OutgoingRequest: ...

    def read_template(self, status: int, body: bytes) -> TemplateState: ...


class TellsReviewsWhenAsked(Protocol):
    """A provider whose templates are handed in for review by a call of their own, and that tells of it only when asked."""

    def build_review(self, template: NewTemplate, template_id: str, *, account: Account) -> OutgoingRequest: ...

    def build_state(self, template_id: str, *, account: Account) -> OutgoingRequest: ...

    def read_state(self, status: int, body: bytes) -> TemplateState | None:
        """The state of the review, from the answer to either request; None when it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class NumberIdentity:
    """How a provider's events name the number and its account, and the number as people write it."""

    phone_number_id: str
    waba_id: str
    display_number: str


@runtime_checkable
class NamesNumber(Protocol):
    """A provider whose settings name the number in words of their own."""

    def number(self, config: Mapping[str, Any]) -> NumberIdentity: ...


def identity_of(provider: object, config: Mapping[str, Any]) -> NumberIdentity:
    """The number of a connection, by its settings."""
    if isinstance(provider, NamesNumber):
        return provider.number(config)
    return NumberIdentity(
        str(config["phone_number_id"]), str(config["waba_id"]), str(config.get("display_number") or "").lstrip("+")
    )


# Asked for every message. `isinstance` with a protocol takes longer than reading a small webhook, so one name decides.
def reads_requests(provider: object) -> ReadsRequests | None:
    """The provider as one whose events are more than their body, None for most."""
    return cast(ReadsRequests, provider) if hasattr(provider, "parse_request") else None


def prepares(provider: object) -> Prepares | None:
    """The provider as one that wants shapes prepared, None for most."""
    return cast(Prepares, provider) if hasattr(provider, "prepare") else None


def makes_templates(provider: object) -> MakesTemplates | None:
    """The provider as one that makes templates in a way of its own."""
    return cast(MakesTemplates, provider) if hasattr(provider, "build_template") else None


def tells_when_asked(provider: object) -> TellsReviewsWhenAsked | None:
    """The provider as one that has to be asked about reviews."""
    return cast(TellsReviewsWhenAsked, provider) if hasattr(provider, "build_review") else None
