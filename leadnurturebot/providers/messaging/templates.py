"""Message templates as providers have them, and what a provider adds that manages them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from leadnurturebot.domain.template_rules import TemplateText
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Account, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSeen:
    """A template as the provider has it."""

    provider_id: str
    name: str
    language: str
    category: str
    status: str
    previous_category: str = ""
    correct_category: str = ""
    quality: str = ""
    reason: str = ""
    body: str = ""
    header: str = ""
    footer: str = ""
    buttons: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """One page of the list. `after`: where the next begins, "" at the end."""

    templates: tuple[TemplateSeen, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """The provider took a template for review. The category may be another than asked for."""

    provider_id: str
    status: str
    category: str


class TemplateCalls(Protocol):
    """A provider's template calls, without I/O."""

    def build_create(self, template: TemplateText, account: Account) -> OutgoingRequest: ...

    def build_edit(
        self, provider_id: str, template: TemplateText, account: Account, *, with_category: bool
    ) -> OutgoingRequest: ...

    def build_list(self, account: Account, *, after: str = "") -> OutgoingRequest: ...

    def build_delete(self, provider_id: str, name: str, account: Account) -> OutgoingRequest: ...

    def read_submitted(self, status: int, body: bytes) -> Submitted | Refused: ...

    def read_done(self, status: int, body: bytes) -> Refused | None: ...

    def read_list(self, status: int, body: bytes) -> TemplatePage | Refused: ...


@runtime_checkable
class ManagesTemplates(Protocol):
    """A provider whose templates can be written here."""

    @property
    def templates(self) -> TemplateCalls: ...
