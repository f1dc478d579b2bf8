"""Templates at the provider: submitted, edited, deleted and synced. Every call is made outside of a transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import structlog
from django.db import transaction

from leadnurturebot.domain.template_rules import TemplateText
from leadnurturebot.message_path import notices
from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.sending_numbers import load_numbers
from leadnurturebot.nurture import template_actions
from leadnurturebot.nurture.models import MessageTemplate
from leadnurturebot.nurture.template_queries import text_of
from leadnurturebot.platform import audit, http_client
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Account, Refused
from leadnurturebot.providers.messaging.templates import ManagesTemplates, Submitted, TemplateCalls, TemplateSeen
from leadnurturebot.providers.registry import messaging_provider

STALE_CURSOR = 131059
PAGES_MOST = 100
log = structlog.get_logger("templates")
Answer = TypeVar("Answer")


class NotReached(Exception):
    """The provider could not be asked; nothing changed."""


class NoAccount(Exception):
    """The shop has no connected number whose provider manages templates."""


class ProviderRefused(Exception):
    """The provider said no; `text` is its reason."""

    def __init__(self, refusal: Refused) -> None:
        super().__init__(refusal.text)
        self.code, self.told, self.text = refusal.code, refusal.trouble.told, refusal.text


@dataclass(frozen=True, slots=True)
class Office:
    """Where a shop's templates are kept."""

    calls: TemplateCalls
    account: Account


def office_of(shop_id: UUID) -> Office:
    """The provider's template calls for a shop's account. Raises NoAccount."""
    with transaction.atomic():
        connection = borrowed()
        row = connection.execute(
            "SELECT id FROM shops_businessnumber WHERE shop_id = %s ORDER BY id LIMIT 1", [shop_id]
        ).fetchone()
        number = load_numbers(connection, [row[0]]).get(row[0]) if row else None
    provider = messaging_provider(number.slug) if number else None
    if number is None or provider is None or not isinstance(provider, ManagesTemplates):
        raise NoAccount("connect a WhatsApp number first")
    account = account_of(number)
    return Office(provider.templates, account)


def _ask(request: OutgoingRequest, read: Callable[[int, bytes], Answer]) -> Answer:
    try:
        answer = http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
    except http_client.CallFailed as error:
        raise NotReached(str(error)) from error
    return read(answer.status, answer.body)


def submit(shop_id: UUID, template_id: UUID, *, actor: str, now: datetime) -> None:
    """Send a draft to review. Raises NotReached, NoAccount, ProviderRefused, UnusableTemplate."""
    office = office_of(shop_id)
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        text = text_of(row)
        if row.provider_id or row.status not in {"DRAFT", "PENDING", "REJECTED"}:
            raise template_actions.TemplateBusy("submitted_already")
        audit.record(shop_id=shop_id, actor=actor, action="template.submitted", now=now, subject=str(row.id))
        template_actions.check(text)
    answer = _ask(office.calls.build_create(text, office.account), office.calls.read_submitted)
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        if isinstance(answer, Refused):
            _store_refusal(row, answer, now)
        else:
            _store_submitted(row, answer, now)
    if isinstance(answer, Refused):
        raise ProviderRefused(answer)


def _store_refusal(row: MessageTemplate, answer: Refused, now: datetime) -> None:
    """A text that was refused for good waits for its author; a passing trouble leaves it as it is."""
    row.reason, row.updated_at = answer.text[:500], now
    if not answer.trouble.waits:
        row.status = "REJECTED" if row.status == "PENDING" else row.status
    row.save()


def _store_submitted(row: MessageTemplate, answer: Submitted, now: datetime) -> None:
    row.provider_id, row.status, row.reason, row.updated_at = answer.provider_id, answer.status or "PENDING", "", now
    if template_actions.recategorised(row, answer.category):
        notices.tell(borrowed(), row.shop_id, "template_category_changed", subject=row.name, now=now)
    row.save()


def edit(shop_id: UUID, template_id: UUID, text: TemplateText, *, actor: str, now: datetime) -> None:
    """Change a template; what the provider knows goes to review again.

    Raises UnusableTemplate, TemplateBusy, NotReached, NoAccount, ProviderRefused.
    """
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        template_actions.check_edit(row, text, now=now)
        provider_id, with_category = row.provider_id, row.status in template_actions.LOCAL
    if provider_id:
        office = office_of(shop_id)
        request = office.calls.build_edit(provider_id, text, office.account, with_category=with_category)
        if refusal := _ask(request, office.calls.read_done):
            raise ProviderRefused(refusal)
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        template_actions.template_edit(row=row, text=text, actor=actor, now=now)


def delete(shop_id: UUID, template_id: UUID, *, actor: str, now: datetime) -> None:
    """Delete a template, at the provider first. Raises NotReached, NoAccount, ProviderRefused."""
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        provider_id, name = row.provider_id, row.name
    if provider_id:
        office = office_of(shop_id)
        if refusal := _ask(office.calls.build_delete(provider_id, name, office.account), office.calls.read_done):
            raise ProviderRefused(refusal)
    with transaction.atomic():
        row = template_actions.find_template(shop_id, template_id)
        template_actions.template_delete(row=row, actor=actor, now=now)


def sync(shop_id: UUID, *, now: datetime) -> int:
    """Fetch all templates of the account and keep their state; returns how many there are.

    Raises NotReached, NoAccount, ProviderRefused.
    """
    office = office_of(shop_id)
    seen = _all_pages(office)
    with transaction.atomic():
        for template in seen:
            _keep(shop_id, template, now)
        _forget_gone(shop_id, {template.provider_id for template in seen}, now)
    return len(seen)


def _all_pages(office: Office) -> list[TemplateSeen]:
    """Every page; a cursor that went stale on the way begins the list again, once."""
    found: list[TemplateSeen] = []
    after, again = "", True
    for _ in range(PAGES_MOST):
        page = _ask(office.calls.build_list(office.account, after=after), office.calls.read_list)
        if isinstance(page, Refused):
            if page.code != STALE_CURSOR or not again:
                raise ProviderRefused(page)
            found, after, again = [], "", False
            continue
        found += page.templates
        after = page.after
        if not after:
            break
    return found


def _keep(shop_id: UUID, seen: TemplateSeen, now: datetime) -> None:
    row = MessageTemplate.objects.filter(shop_id=shop_id, name=seen.name, language=seen.language).first()
    if row is None:
        row = MessageTemplate(
            shop_id=shop_id, name=seen.name, language=seen.language, category=seen.category, body=seen.body,
            header=seen.header, footer=seen.footer, buttons=[dict(button) for button in seen.buttons], updated_at=now,
        )  # fmt: skip
    if template_actions.recategorised(row, seen.category):
        notices.tell(borrowed(), shop_id, "template_category_changed", subject=seen.name, now=now)
    row.provider_id, row.status, row.quality = seen.provider_id, seen.status, seen.quality
    row.next_category = "" if seen.correct_category == row.category else seen.correct_category
    row.reason, row.synced_at = seen.reason, now
    if seen.status != "PAUSED":
        row.paused_until = None
    row.save()


def _forget_gone(shop_id: UUID, known: set[str], now: datetime) -> None:
    """What was deleted elsewhere is deleted here too."""
    gone = MessageTemplate.objects.filter(shop_id=shop_id).exclude(provider_id="").exclude(provider_id__in=known)
    gone.exclude(status="DELETED").update(status="DELETED", deleted_at=now, updated_at=now)
