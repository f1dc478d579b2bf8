"""The texts of a language as a shop finds them: ours, its own, and what stands in them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.assistant.own_words.checking import forms, known_names, longest, needed_names, ours, plain
from leadnurturebot.assistant.own_words.loading import load
from leadnurturebot.assistant.own_words.samples import Shown, samples
from leadnurturebot.assistant.own_words.sections import section_of
from leadnurturebot.assistant.phrasing.texts import FALLBACK, Wording, texts
from leadnurturebot.assistant.phrasing.values import PARAMETER, Speech, value
from leadnurturebot.domain.dialogue.reply import Value
from leadnurturebot.domain.values import record
from leadnurturebot.platform.sql import borrowed

MOST = 200
"""Texts that one answer holds; a search is narrowed rather than paged."""


@record
class NameView:
    """A parameter: what may stand for it in a sentence, and whether the sentence needs it."""

    name: str
    sample: str
    is_needed: bool


@record
class TextView:
    """A text with its wordings by plural category; `own` is empty while ours are said."""

    key: str
    section: str
    ours: tuple[Mapping[str, str], ...]
    own: tuple[Mapping[str, str], ...]
    names: tuple[NameView, ...]
    longest: int


def list_texts(
    shop_id: UUID, language: str, shown: Shown, *, section: str = "", words: str = "", only_own: bool = False
) -> list[TextView]:
    """The texts of a heading, those that hold some words, those that the shop words itself; in the order of our files."""
    own, told = load(borrowed(), shop_id).get(language, {}), samples(shown)
    speech = Speech(language, shown.country)
    views = (
        _view(key, own.get(key, ()), speech, told)
        for key in texts(FALLBACK)
        if section_of(key) and section in ("", section_of(key)) and (not only_own or key in own)
    )
    return [view for view in views if _holds(view, words.casefold().strip())][:MOST]


def get_text(shop_id: UUID, key: str, language: str, shown: Shown) -> TextView:
    """One text. Raises NoSuchText."""
    ours(key, language)
    own = load(borrowed(), shop_id).get(language, {})
    return _view(key, own.get(key, ()), Speech(language, shown.country), samples(shown))


def _view(key: str, own: Sequence[Wording], speech: Speech, told: Mapping[str, Value]) -> TextView:
    needed = needed_names(key, speech.language)
    names = tuple(
        NameView(name=name, sample=value(told[name], speech, way), is_needed=name in needed)
        for name, way in known_names(key, speech.language).items()
    )
    return TextView(
        key=key, section=section_of(key), ours=_plain(ours(key, speech.language)), own=_plain(own), names=names,
        longest=longest(key),
    )  # fmt: skip


def _plain(wordings: Sequence[Wording]) -> tuple[dict[str, str], ...]:
    return tuple({form: plain(text) for form, text in forms(wording).items()} for wording in wordings)


def _holds(view: TextView, words: str) -> bool:
    """Whether a wording of it has the words, as it is said or as it is written."""
    told = {name.name: name.sample for name in view.names}
    written = [text for wording in (*view.own, *view.ours) for text in wording.values()]
    return not words or any(words in text.casefold() or words in _said(text, told).casefold() for text in written)


def _said(text: str, told: Mapping[str, str]) -> str:
    return PARAMETER.sub(lambda match: told.get(match[1], ""), text)
