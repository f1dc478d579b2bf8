"""Teaching the assistant: answers, examples, and what becomes of a message that had no answer. All of it counts from the
next message on: the shop's knowledge gets a new version in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.assistant.knowledge import index
from leadnurturebot.assistant.knowledge.changes import knowledge_changed
from leadnurturebot.assistant.knowledge.topics import meant
from leadnurturebot.assistant.models import Asking, Entry, Example, Unanswered
from leadnurturebot.domain.dialogue.understanding import INTENTS
from leadnurturebot.domain.values import record
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import borrowed

MOST_ENTRIES, MOST_EXAMPLES = 500, 2000
TEACHABLE = tuple(intent for intent in INTENTS if intent != "opt_out")
"""What a message may be an example of. Which words say STOP is not for a shop to change."""


class NotThere(LookupError):
    """There is no such answer, example or unanswered message in this shop."""


class Full(ValueError):
    """The shop has as many answers or examples as it may have."""


@record
class EntryDraft:
    """An answer as the owner writes it. Texts are taken as they are."""

    questions: Sequence[tuple[str, str]]
    """Language and words."""
    answers: Mapping[str, str]
    keywords: Sequence[str] = ()
    is_active: bool = True


def create_entry(key: ShopKey, draft: EntryDraft, *, now: datetime) -> UUID:
    """Write a new answer; open questions that it answers are closed. Raises Full."""
    if Entry.objects.filter(shop_id=key.shop_id).count() >= MOST_ENTRIES:
        raise Full(f"a shop has at most {MOST_ENTRIES} answers")
    entry: Entry = Entry.objects.create(shop_id=key.shop_id, created_at=now, updated_at=now, **_values(draft))
    _write_questions(key, entry, draft, {}, now)
    _close_answered(key, entry, draft)
    knowledge_changed(key)
    return entry.id


def change_entry(key: ShopKey, entry_id: UUID, draft: EntryDraft, *, now: datetime) -> None:
    """Write an answer anew. Raises NotThere."""
    entry = _locked(Entry, key, entry_id)
    kept = {
        key.open_text(wording.text_sealed): wording.lead_id
        for wording in Example.objects.filter(shop_id=key.shop_id, entry=entry)
    }
    for name, value in _values(draft).items():
        setattr(entry, name, value)
    entry.version, entry.updated_at = entry.version + 1, now
    entry.save()
    Example.objects.filter(shop_id=key.shop_id, entry=entry).delete()
    _write_questions(key, entry, draft, kept, now)
    _close_answered(key, entry, draft)
    knowledge_changed(key)


def delete_entry(key: ShopKey, entry_id: UUID) -> None:
    """Take an answer away. Raises NotThere."""
    _locked(Entry, key, entry_id).delete()
    knowledge_changed(key)


def create_example(key: ShopKey, *, text: str, language: str, intent: str, now: datetime) -> UUID:
    """Have messages like this one read as `intent`. Raises Full, and ValueError for what no message may be taught as."""
    return _example(key, text, language, intent, None, now).id


def delete_example(key: ShopKey, example_id: UUID) -> None:
    """Take an example away. Raises NotThere."""
    deleted, _ = Example.objects.filter(shop_id=key.shop_id, id=example_id, entry__isnull=True).delete()
    if not deleted:
        raise NotThere(f"no example {example_id}")
    knowledge_changed(key)


def answer_unanswered(key: ShopKey, unanswered_id: UUID, answer: EntryDraft | UUID, *, now: datetime) -> UUID:
    """Make an unanswered message a question of a new answer, or of one that is there. Returns the answer's id.

    Raises NotThere, Full.
    """
    missed, asking, text = _missed(key, unanswered_id)
    if isinstance(answer, UUID):
        entry: Entry = _locked(Entry, key, answer)
        entry.version, entry.updated_at = entry.version + 1, now
        entry.save(update_fields=["version", "updated_at"])
    else:
        entry = Entry.objects.get(id=create_entry(key, answer, now=now))
    known = Example.objects.filter(shop_id=key.shop_id, entry=entry)
    same = next((wording for wording in known if key.open_text(wording.text_sealed).strip() == text), None)
    if same is None:
        _wording(key, entry, (asking.language, text), asking.lead_id, len(known), now)
    elif same.lead_id is None and not isinstance(answer, UUID):
        Example.objects.filter(shop_id=key.shop_id, id=same.id).update(lead_id=asking.lead_id)
    _settle(missed, "answered")
    knowledge_changed(key)
    return entry.id


def teach_unanswered(key: ShopKey, unanswered_id: UUID, intent: str, *, now: datetime) -> UUID:
    """Make an unanswered message an example of an intent. Returns the example's id. Raises NotThere, Full, ValueError."""
    missed, asking, text = _missed(key, unanswered_id)
    example = _example(key, text, asking.language, intent, asking.lead_id, now)
    _settle(missed, "example")
    return example.id


def dismiss_unanswered(key: ShopKey, unanswered_id: UUID) -> None:
    """Take a message off the list for good. Raises NotThere."""
    _settle(_locked(Unanswered, key, unanswered_id), "dismissed")
    notify(borrowed(), key.shop_id, "assistant")


def _values(draft: EntryDraft) -> dict[str, Any]:
    return {"answers": dict(draft.answers), "keywords": list(draft.keywords), "is_active": draft.is_active}


def _write_questions(
    key: ShopKey, entry: Entry, draft: EntryDraft, kept: Mapping[str, UUID | None], now: datetime
) -> None:
    for position, question in enumerate(draft.questions):
        _wording(key, entry, question, kept.get(question[1]), position, now)


def _wording(
    key: ShopKey, entry: Entry, question: tuple[str, str], lead_id: UUID | None, position: int, now: datetime
) -> None:
    language, text = question
    Example.objects.create(
        shop_id=key.shop_id, entry=entry, language=language, text_sealed=key.seal_text(text), lead_id=lead_id,
        position=position, created_at=now,
    )  # fmt: skip


def _example(key: ShopKey, text: str, language: str, intent: str, lead_id: UUID | None, now: datetime) -> Example:
    if intent not in TEACHABLE:
        raise ValueError(f"{intent!r} is nothing that a message can be an example of")
    if Example.objects.filter(shop_id=key.shop_id, entry__isnull=True).count() >= MOST_EXAMPLES:
        raise Full(f"a shop has at most {MOST_EXAMPLES} examples")
    example: Example = Example.objects.create(
        shop_id=key.shop_id, intent=intent, language=language, text_sealed=key.seal_text(text), lead_id=lead_id,
        created_at=now,
    )  # fmt: skip
    knowledge_changed(key)
    return example


def _missed(key: ShopKey, unanswered_id: UUID) -> tuple[Unanswered, Asking, str]:
    """An unanswered message with its newest asking and the words of it."""
    missed = _locked(Unanswered, key, unanswered_id)
    asking = Asking.objects.filter(shop_id=key.shop_id, unanswered=missed).order_by("-at", "-id").first()
    if asking is None:
        raise NotThere(f"nobody asks {unanswered_id} any more")
    return missed, asking, key.open_text(asking.text_sealed).strip()


def _settle(missed: Unanswered, state: str) -> None:
    missed.state = state
    missed.save(update_fields=["state"])


def _close_answered(key: ShopKey, entry: Entry, draft: EntryDraft) -> None:
    """Open questions that the answer answers by itself need no click of their own."""
    if not draft.is_active:
        return
    known = index.Entry(
        id=entry.id, wordings=tuple(draft.questions), answers=draft.answers, keywords=tuple(draft.keywords)
    )
    alone = index.KnowledgeIndex([known])
    waiting = Asking.objects.filter(shop_id=key.shop_id, unanswered__state="open").order_by("unanswered_id", "-at")
    newest = waiting.distinct("unanswered_id")[:MOST_EXAMPLES]
    answered = [
        asking.unanswered_id
        for asking in newest
        if alone.answer(meant(key.open_text(asking.text_sealed), asking.language)) is not None
    ]
    Unanswered.objects.filter(shop_id=key.shop_id, id__in=answered).update(state="answered")


def _locked(model: Any, key: ShopKey, row_id: UUID) -> Any:
    row = model.objects.select_for_update().filter(shop_id=key.shop_id, id=row_id).first()
    if row is None:
        raise NotThere(f"no {model.__name__.lower()} {row_id}")
    return row
