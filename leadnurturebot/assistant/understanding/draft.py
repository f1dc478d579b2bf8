"""A message while its entities are being found: which tokens are taken, and by what."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.cleaning import Token, readable, tokens
from leadnurturebot.assistant.understanding.doubling import without_doubling
from leadnurturebot.assistant.understanding.numerals import multiples, with_numerals
from leadnurturebot.domain.values import value


@value
class Span:
    """An entity and the tokens that name it, from `start` up to but not including `end`."""

    start: int
    end: int
    kind: str
    value: object
    negated: bool = False


@dataclass(slots=True)
class Draft:
    """One message, tokenised, with the entities found so far."""

    text: str
    tokens: Sequence[Token]
    words: list[str]
    flat: str
    """The words joined by single spaces, for patterns over words."""
    offsets: list[int]
    spans: list[Span] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    has_number: bool = False

    def is_free(self, start: int, end: int) -> bool:
        """Whether no entity holds a token of the range."""
        return not any(index in self.taken for index in range(start, end))

    def add(self, kind: str, value: object, start: int, end: int) -> bool:
        """Takes the tokens for an entity unless one of them is taken."""
        if start >= end or not self.is_free(start, end):
            return False
        self.spans.append(Span(start, end, kind, value))
        self.taken.update(range(start, end))
        return True

    def add_match(self, kind: str, value: object, match: re.Match[str], group: int | str = 0) -> bool:
        """Takes the tokens under a match over `flat`."""
        start, end = match.span(group)
        return self.add(kind, value, self.index(start), self.index(end - 1) + 1)

    def index(self, offset: int) -> int:
        """The token at a character offset of `flat`."""
        return bisect_right(self.offsets, offset) - 1

    def part(self, start: int, end: int) -> "Draft":
        """The tokens from `start` to `end` as a draft of their own, with the entities that lie inside."""
        words, offset = self.words[start:end], self.offsets[start] if start < len(self.offsets) else 0
        inside = [span for span in self.spans if start <= span.start and span.end <= end]
        moved = [Span(span.start - start, span.end - start, span.kind, span.value, span.negated) for span in inside]
        held = self.tokens[start:end]
        return Draft(
            self.text[held[0].start : held[-1].end] if held else "", held, words, " ".join(words),
            [value - offset for value in self.offsets[start:end]], moved,
            {index - start for index in self.taken if start <= index < end}, self.has_number,
        )  # fmt: skip

    def word(self, index: int) -> str:
        """The word at `index`, empty outside the message."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_glued(self, index: int) -> bool:
        """Whether the token follows the one before without a space (`2xl`, `W32`)."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def at(self, index: int) -> Span | None:
        """The entity that starts at the token."""
        return next((span for span in self.spans if span.start == index), None)


def draft(text: str, language: Language) -> Draft:
    """`text` tokenised with the language's chat spellings and number words."""
    plain = readable(text)
    found = with_numerals(without_doubling(tokens(plain, language.spellings), language), language)
    words = [token.word for token in found]
    offsets, offset = [], 0
    for word in words:
        offsets.append(offset)
        offset += len(word) + 1
    has_number = any(word[0].isdigit() for word in words if word) or not multiples(language).keys().isdisjoint(words)
    return Draft(plain, found, words, " ".join(words), offsets, has_number=has_number)
