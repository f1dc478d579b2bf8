"""A shop's knowledge in memory: finds the answer or the example that is meant by a message."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from leadnurturebot.assistant.knowledge.topics import PARTICULAR, Meant, meant
from leadnurturebot.domain.dialogue.understanding import ShopAnswer
from leadnurturebot.domain.values import record, value

ANSWERS, SURELY, ALIKE = 0.72, 0.86, 0.84
"""Least likeness for an answer, for one that replaces what our own records say, and for an example."""
_MARGIN = 0.04
"""Two answers as near as this are both none: the customer would get one by chance."""
_NARROWS = 0.9
"""A topic of this weight tells what is asked, as does a word that no list has; without one in common nothing is alike."""


@record
class Entry:
    """An answer of the shop with everything it may be asked by."""

    id: UUID
    wordings: tuple[tuple[str, str], ...]
    """Language and text of each question; the first is its name."""
    keywords: tuple[str, ...] = ()
    answers: Mapping[str, str]
    """By language."""


@record
class Example:
    """A message of this shop's customers, and what it means here."""

    text: str
    language: str
    intent: str


@value
class Found:
    """The best of something, and how alike it is, 0 to 1."""

    place: int
    likeness: float
    is_particular: bool = False
    """They have a particular thing in common, of which our own records hold nothing."""


@dataclass(slots=True)
class _Texts:
    """Texts by what they mean, each pointing at what it stands for."""

    postings: dict[str, list[int]]
    sums: list[float]
    weights: list[Mapping[str, float]]
    owners: list[int]

    @classmethod
    def of(cls, texts: Sequence[tuple[int, Mapping[str, float]]]) -> "_Texts":
        postings: dict[str, list[int]] = defaultdict(list)
        for place, (_, names) in enumerate(texts):
            for name in names:
                postings[name].append(place)
        weights = [names for _, names in texts]
        return cls(dict(postings), [sum(names.values()) for names in weights], weights, [owner for owner, _ in texts])

    def ranked(self, names: Mapping[str, float], *, is_any: bool = False) -> list[Found]:
        """The owners whose texts share something that narrows (with `is_any`: anything at all), likest first by Dice's
        coefficient over the weights."""
        common: dict[int, float] = {}
        narrowed: dict[int, float] = {}
        for name, weight in names.items():
            for place in self.postings.get(name, ()):
                common[place] = common.get(place, 0.0) + weight
                if is_any or weight >= _NARROWS or name.startswith("w:"):
                    narrowed[place] = max(weight, narrowed.get(place, 0.0))
        own = sum(names.values())
        best: dict[int, Found] = {}
        for place, weight in narrowed.items():
            owner, likeness = self.owners[place], 2 * common[place] / (own + self.sums[place])
            if owner not in best or best[owner].likeness < likeness:
                best[owner] = Found(owner, likeness, weight >= PARTICULAR)
        return sorted(best.values(), key=lambda found: -found.likeness)


class KnowledgeIndex:
    """The active answers and the examples of one shop."""

    def __init__(self, entries: Sequence[Entry] = (), examples: Sequence[Example] = ()) -> None:
        self.entries, self.examples = tuple(entries), tuple(examples)
        self._questions = _Texts.of([
            (place, names)
            for place, entry in enumerate(self.entries)
            for language, text in (*entry.wordings, *(("en", keyword) for keyword in entry.keywords))
            if (names := meant(text, language).names)
        ])  # fmt: skip
        self._said = _Texts.of([
            (place, _everything(meant(example.text, example.language, is_alike=True)))
            for place, example in enumerate(self.examples)
        ])  # fmt: skip

    @property
    def knows(self) -> bool:
        """Whether there is anything to find."""
        return bool(self.entries or self.examples)

    def answer(self, asked: Meant) -> ShopAnswer | None:
        """The answer that is meant; None when none is near enough, or two are."""
        ranked = self._questions.ranked(asked.names)
        if not ranked or ranked[0].likeness < ANSWERS:
            return None
        if len(ranked) > 1 and ranked[0].likeness - ranked[1].likeness < _MARGIN:
            return None
        entry, likeness = self.entries[ranked[0].place], ranked[0].likeness
        return ShopAnswer(
            entry_id=entry.id,
            question=entry.wordings[0][1] if entry.wordings else "",
            texts=tuple(entry.answers.items()),
            likeness=round(likeness, 3),
            is_sure=likeness >= SURELY or ranked[0].is_particular,
        )

    def example(self, text: str, language: str) -> tuple[Example, float] | None:
        """The example that a message is like."""
        if not self.examples:
            return None
        ranked = self._said.ranked(_everything(meant(text, language, is_alike=True)), is_any=True)
        if not ranked or ranked[0].likeness < ALIKE:
            return None
        return self.examples[ranked[0].place], round(ranked[0].likeness, 3)


def _everything(found: Meant) -> Mapping[str, float]:
    return {**found.empties, **found.names}
