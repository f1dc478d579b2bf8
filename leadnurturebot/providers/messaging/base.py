"""Messaging providers: the neutral shape of what comes in and of what a send was answered. Cloud-API-shaped."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any, ClassVar, Protocol, runtime_checkable

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.send_errors import ErrorClass, Trouble, usual
from leadnurturebot.domain.values import record, value
from leadnurturebot.providers.base import Config, OutgoingRequest, WebhookRequest


@record
class Contact:
    """Who wrote. Any of the ids may be absent, never all of them."""

    user_id: str = ""
    """Business-scoped user id."""
    parent_user_id: str = ""
    wa_id: str = ""
    username: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        """The id that names the contact's lane."""
        return self.user_id or self.wa_id or self.parent_user_id


@record
class InboundMessage:
    """One message of a customer, or one event that concerns one contact.

    `kind` of messages: `text tap form order image audio video document sticker location contacts unsupported`; of events:
    `echo standby history` (said elsewhere; `content["kind"]` says what it is), `reaction edit revoke system preference
    call_permission handover app_contact click group`. `content` holds the kind's own fields, plain JSON values; beside
    them `forwarded` (`once`, `often`), `errors`, and `sku` of a product page that a message came from.
    """

    phone_number_id: str
    waba_id: str
    contact: Contact
    event_id: str
    at: datetime
    kind: str
    content: Mapping[str, Any] = field(default_factory=dict)
    quoted_id: str = ""
    referral: Mapping[str, Any] | None = None


@record
class StatusUpdate:
    """What became of a message we sent. `message_id` is our own id when the provider echoes it."""

    phone_number_id: str
    provider_id: str
    message_id: str
    status: str
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    """`pricing`, `conversation`, `error` as far as given."""
    recipient: Contact = field(default_factory=Contact)
    """Whom it went to, as far as told."""


@record
class AccountEvent:
    """An event about the account, a template or a number rather than a customer."""

    waba_id: str
    field: str
    """The provider's own name."""
    kind: str
    """`template_status template_quality template_components template_category number_quality business_limit number_name
    account alert review security flow username detected errors history_refused`, or `other`."""
    data: Mapping[str, Any]
    at: datetime | None = None
    """When the provider sent it first; None when it does not say."""


@value
class Delivery:
    """Everything one webhook body carried."""

    messages: tuple[InboundMessage, ...] = ()
    statuses: tuple[StatusUpdate, ...] = ()
    account: tuple[AccountEvent, ...] = ()


@record
class Account:
    """Where and as whom to send."""

    base_url: str
    phone_number_id: str
    waba_id: str
    secrets: Mapping[str, str]
    webhook_url: str = ""
    """Our public address for this connection's events."""
    remembered: Mapping[str, str] = field(default_factory=dict)
    """What was prepared for this connection before, by key (see `preparing`)."""
    marketing_path: bool = False
    """Send this over the provider's own path for marketing, where it has one."""


@value
class Recipient:
    """To whom: the number when there is one, else the business-scoped id."""

    wa_id: str = ""
    user_id: str = ""


@value
class Accepted:
    """The provider took the message."""

    provider_id: str


@value
class Refused:
    """The provider did not take it. `verdict` is a class of the error policy (`domain.send_errors.ErrorClass`)."""

    code: int
    text: str
    verdict: str
    retry_after: float | None = None
    """Seconds before the first further try, None when the class says it."""
    told: str = ""
    """The owner's text code; empty for the class's own."""
    waits: tuple[float, ...] = ()

    @property
    def trouble(self) -> Trouble:
        """The policy's row."""
        row = usual(ErrorClass(self.verdict))
        waits = self.waits or row.waits
        if not self.waits and self.retry_after is not None:
            waits = tuple(self.retry_after * 2**n for n in range(max(len(row.waits), 1)))
        return Trouble(row.kind, self.told or row.told, waits)


@record
class MediaAddress:
    """Where a file can be fetched for a few minutes."""

    url: str
    mime_type: str = ""
    sha256: str = ""
    size: int = 0


@value
class MediaGone:
    """The provider no longer has the file."""


class MediaProvider(Protocol):
    """A messaging provider from which customers' files are fetched in two steps."""

    def media_lookup(self, media_id: str, account: Account) -> OutgoingRequest: ...

    def read_media_lookup(self, status: int, body: bytes) -> MediaAddress | MediaGone | Refused: ...

    def media_download(self, address: MediaAddress, account: Account) -> OutgoingRequest: ...


class MessagingProvider(Protocol):
    """A messaging provider, without I/O."""

    slug: ClassVar[str]
    address_setting: ClassVar[str]
    default_address: ClassVar[str]
    label: ClassVar[str]
    kind: ClassVar[str]
    Config: ClassVar[type[Config]]

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None: ...

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None: ...

    def parse(self, body: bytes) -> Delivery: ...

    def build_request(
        self, content: MessageContent, *, to: Recipient, account: Account, callback_data: str, quoted: str = ""
    ) -> OutgoingRequest:
        """The request that sends the message. `quoted`: the provider's id of the message it is an answer to."""
        ...

    def read_response(self, status: int, body: bytes) -> Accepted | Refused: ...


@runtime_checkable
class MarksRead(Protocol):
    """What a provider adds that knows read receipts."""

    def build_read(self, message_id: str, *, account: Account, typing: bool) -> OutgoingRequest:
        """Marks a customer's message and all before it as read; `typing` shows that an answer is being written."""
        ...


@runtime_checkable
class BlocksUsers(Protocol):
    """What a provider adds that can keep somebody from writing to the shop."""

    def build_block(self, user: Recipient, *, account: Account, is_blocked: bool) -> OutgoingRequest: ...

    def read_block(self, status: int, body: bytes) -> Refused | None:
        """None when it was done."""
        ...


@runtime_checkable
class UploadsMedia(Protocol):
    """What a provider adds that takes files before they are sent by id."""

    def build_upload(self, data: bytes, *, mime_type: str, filename: str, account: Account) -> OutgoingRequest: ...

    def read_upload(self, status: int, body: bytes) -> str | Refused:
        """The media id."""
        ...
