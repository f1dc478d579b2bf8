"""Reads customers' messages: language, intents and entities of a whole batch at once, offline.

A message is read as a whole, sentence by sentence, and clause by clause where both sides of a joint ask something.
Rules decide the few cases of `rules.py`; the network decides the rest. Context (what "that" or a bare "M" answers) is
the dialogue's: a bare size, colour, number or place comes back as `availability`, source `rule`, confidence 0.5, cue
`bare answer`, with its entity filled in; a bare number fills `sizes`, `quantity` and `ordinal` alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding import network
from leadnurturebot.assistant.understanding.cleaning import Token, readable, tokens
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.assistant.understanding.entities import Context, color_words, entities, find_entities, model_words
from leadnurturebot.assistant.understanding.readings import Reading, chosen
from leadnurturebot.assistant.understanding.requests import clauses, sentences
from leadnurturebot.assistant.understanding.rules import BARE_ANSWER, Verdict, asks_for_erasure, rule
from leadnurturebot.assistant.understanding.tongue import language_of
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.values import record

_SEARCHES = frozenset({"product_search", "recommendation", "availability", "discount", "notify_restock"})


@record
class Utterance:
    """A customer's message and what its thread knows."""

    text: str
    language: str = ""
    """The thread's language, empty when unknown."""
    currency: str = "USD"
    mentions: ProductMentions | None = None
    home: str = ""
    """The shop's language: that of a first message without a sign of its own, such as "?" or "ok"."""


@dataclass(slots=True)
class _Part:
    """A range of the message with its reading, once there is one."""

    message: Draft
    row: int = -1
    reading: Reading | None = None


@dataclass(slots=True)
class _Job:
    """One message on its way: the whole, its sentences, and the clauses of each sentence."""

    language: str
    whole: _Part
    sentences: list[_Part] = field(default_factory=list)
    clauses: list[list[_Part]] = field(default_factory=list)

    def parts(self) -> list[_Part]:
        return [self.whole, *self.sentences, *(part for group in self.clauses for part in group)]


class Understander:
    """Understands batches of messages. Holds no state between calls."""

    def __init__(self, model: network.Network) -> None:
        self._model = model
        self._speller = Speller(model.vocabulary)

    @classmethod
    def load(cls) -> "Understander":
        """The understander with the model file of this version."""
        return cls(network.load())

    def understand(self, utterances: Sequence[Utterance]) -> list[Understanding]:
        """One understanding per utterance, in order. Never raises on what a customer typed."""
        jobs = [self._job(utterance) for utterance in utterances]
        self._read([part for job in jobs for part in job.parts()])
        return [_concluded(job) for job in jobs]

    def _job(self, utterance: Utterance) -> _Job:
        words = tokens(readable(utterance.text), languages()[BASE].spellings)
        language = language_of(_spoken(words, utterance.mentions), utterance.language, utterance.home)
        context = Context(language, utterance.currency, self._speller, utterance.mentions)
        message = find_entities(utterance.text, context)
        job = _Job(language, _part(message, language))
        if job.whole.reading is None:
            _cut(job, message)
        return job

    def _read(self, parts: Sequence[_Part]) -> None:
        """Fills the readings that rules left open: one matrix product for all messages."""
        pending = [part for part in parts if part.reading is None]
        shares = self._model.probabilities([model_words(part.message) for part in pending])
        order = np.argsort(shares, axis=1)[:, -2:]
        for part, row, (second, first) in zip(pending, shares, order, strict=True):
            part.reading = Reading(
                part.message, self._model.intents[first], float(row[first]), alternative=self._model.intents[second]
            )


def _spoken(words: Sequence[Token], mentions: ProductMentions | None) -> Sequence[Token]:
    """The words without names of goods: "Little Black Dress, preto" is no English."""
    named = mentions.find([token.word for token in words]) if mentions else []
    taken = {index for start, end, _ in named for index in range(start, end)}
    return [token for index, token in enumerate(words) if index not in taken]


def _part(message: Draft, language: str) -> _Part:
    return _Part(message, reading=_ruled(message, rule(message, languages()[language])))


def _ruled(message: Draft, verdict: Verdict | None) -> Reading | None:
    return Reading(message, verdict.intent, verdict.confidence, cue=verdict.cue) if verdict else None


def _cut(job: _Job, message: Draft) -> None:
    joints = _joints(job.language)
    found = sentences(message)
    if len(found) > 1:
        job.sentences = [_part(message.part(part.start, part.end), job.language) for part in found]
    for part in found:
        job.clauses.append(
            [_part(message.part(piece.start, piece.end), job.language) for piece in clauses(message, part, joints)]
        )


@cache
def _joints(code: str) -> frozenset[str]:
    return frozenset(word for name in (BASE, code) for word in languages()[name].list("joints"))


def _concluded(job: _Job) -> Understanding:
    requests = chosen(
        _reading(job.whole),
        [_reading(part) for part in job.sentences],
        [[_reading(part) for part in group] for group in job.clauses],
    )
    if requests[0].intent == "opt_out" and asks_for_erasure(job.whole.message, languages()[job.language]):
        requests.append(Reading(job.whole.message, "delete_data", requests[0].confidence, cue="asks for erasure"))
    first, *others = [_understanding(request, job.language) for request in requests]
    return replace(first, also=tuple(others)) if others else first


def _reading(part: _Part) -> Reading:
    if part.reading is None:
        raise LookupError("a part was not read")
    return part.reading


def _understanding(reading: Reading, language: str) -> Understanding:
    named = [span for message in reading.messages for span in message.spans]
    found = entities(named, is_search=reading.intent in _SEARCHES)
    if len(found.colors) > 1:
        found = replace(found, color_words=color_words(reading.messages))
    return Understanding(
        language=language,
        intent=reading.intent,
        confidence=round(reading.confidence, 4),
        entities=_with_bare_number(found, reading),
        source="rule" if reading.cue else "model",
        cues=(reading.cue,) if reading.cue else tuple(_said(message) for message in reading.messages),
        alternative=reading.alternative,
        said=" ".join(message.text for message in reading.messages),
    )


def _said(message: Draft) -> str:
    return " ".join(model_words(message)[:12])


def _with_bare_number(found: Entities, reading: Reading) -> Entities:
    if reading.cue != BARE_ANSWER or any(message.spans for message in reading.messages):
        return found
    digits = [word for message in reading.messages for word in message.words if word.isdigit()]
    if len(digits) != 1 or len(digits[0]) > 3:
        return found
    value = int(digits[0])
    return replace(found, sizes=(digits[0],), quantity=value or None, ordinal=value - 1 if 1 <= value <= 10 else None)
