"""What the shop taught its assistant and what it could not answer, as the portal shows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Window
from django.db.models.functions import RowNumber

from leadnurturebot.assistant.models import Asking, Entry, Example, Unanswered
from leadnurturebot.platform.encryption import ShopKey

MOST_SHOWN = 200
_SAMPLES, _LOOKED_AT = 3, 10
"""Other wordings shown, and the newest askings among which they are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One way to ask, with its language."""

    language: str
    text: str
    from_customer: bool = False
    """A customer's own words, which go when the customer asks to be forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An answer with everything it is found by."""

    id: UUID
    questions: tuple[QuestionView, ...]
    answers: Mapping[str, str]
    """By language."""
    keywords: tuple[str, ...]
    is_active: bool
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A message that is read as an intent in this shop."""

    id: UUID
    text: str
    language: str
    intent: str
    from_customer: bool
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredView:
    """What was asked and had no answer, with how often and by how many."""

    id: UUID
    text: str
    """The newest asking's words."""
    language: str
    others: tuple[str, ...]
    """A few other wordings of the same."""
    thread_id: UUID
    reason: str
    state: str
    count: int
    people: int
    first_at: datetime
    last_at: datetime


def list_entries(shop_id: UUID, key: ShopKey) -> list[EntryView]:
    """Every answer, the one changed last first."""
    wordings = Prefetch("wordings", Example.objects.filter(shop_id=shop_id).order_by("position", "id"))
    rows = Entry.objects.filter(shop_id=shop_id).prefetch_related(wordings).order_by("-updated_at", "-id")
    return [_entry(row, key) for row in rows]


def get_entry(shop_id: UUID, key: ShopKey, entry_id: UUID) -> EntryView | None:
    """One answer, None when there is no such."""
    row = Entry.objects.filter(shop_id=shop_id, id=entry_id).first()
    return _entry(row, key) if row else None


def _entry(row: Entry, key: ShopKey) -> EntryView:
    wordings: Iterable[Example] = sorted(row.wordings.all(), key=lambda wording: (wording.position, wording.id))
    return EntryView(
        id=row.id,
        questions=tuple(
            QuestionView(language=w.language, text=key.open_text(w.text_sealed), from_customer=w.lead_id is not None)
            for w in wordings
        ),
        answers=row.answers,
        keywords=tuple(row.keywords),
        is_active=row.is_active,
        version=row.version,
        updated_at=row.updated_at,
    )


def list_examples(shop_id: UUID, key: ShopKey) -> list[ExampleView]:
    """Every example of an intent, newest first."""
    rows = Example.objects.filter(shop_id=shop_id, entry__isnull=True).order_by("-created_at", "-id")
    return [
        ExampleView(
            id=row.id, text=key.open_text(row.text_sealed), language=row.language, intent=row.intent,
            from_customer=row.lead_id is not None, created_at=row.created_at,
        )
        for row in rows
    ]  # fmt: skip


def list_unanswered(shop_id: UUID, key: ShopKey, state: str) -> list[UnansweredView]:
    """What is in a state, most asked first, at most `MOST_SHOWN`."""
    counted = Unanswered.objects.filter(shop_id=shop_id, state=state).annotate(
        askings_count=Count("askings"), people=Count("askings__lead_id", distinct=True)
    )
    rows = list(counted.order_by("-askings_count", "-last_at", "id")[:MOST_SHOWN])
    newest = _newest(shop_id, [row.id for row in rows])
    return [_unanswered(row, newest[row.id], key) for row in rows if row.id in newest]


def count_open(shop_id: UUID) -> int:
    """How many different questions wait for an answer."""
    return Unanswered.objects.filter(shop_id=shop_id, state="open").count()


def _newest(shop_id: UUID, ids: Sequence[UUID]) -> dict[UUID, list[Asking]]:
    found: dict[UUID, list[Asking]] = {}
    place = Window(RowNumber(), partition_by="unanswered_id", order_by=("-at", "-id"))
    askings = Asking.objects.filter(shop_id=shop_id, unanswered_id__in=ids).annotate(place=place)
    for asking in askings.filter(place__lte=_LOOKED_AT).order_by("-at", "-id"):
        found.setdefault(asking.unanswered_id, []).append(asking)
    return found


def _unanswered(row: Any, askings: Sequence[Asking], key: ShopKey) -> UnansweredView:
    texts = list(dict.fromkeys(_opened(askings, key)))
    return UnansweredView(
        id=row.id, text=texts[0], language=askings[0].language, others=tuple(texts[1 : _SAMPLES + 1]),
        thread_id=askings[0].thread_id, reason=row.reason, state=row.state, count=row.askings_count,
        people=row.people, first_at=row.first_at, last_at=row.last_at,
    )  # fmt: skip


def _opened(askings: Sequence[Asking], key: ShopKey) -> Iterator[str]:
    return (key.open_text(asking.text_sealed) for asking in askings)
