"""Draws training phrases from the patterns of a language folder.

A pattern is a line of `phrases/<intent>.txt`: `(a|b|)` is a choice, `{name}` a slot. Slots come from `slots.yaml`, else
from a section of `words.yaml`. Drawing is a pure function of the random generator given.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from leadnurturebot.assistant.language.folders import FOLDERS, languages, lines, read_yaml

_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")
_FROM_WORDS = {
    "color": "colors",
    "category": "categories",
    "material": "materials",
    "occasion": "occasions",
    "audience": "audiences",
}
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A drawn phrase; phrases with the same `pattern` were drawn from the same line."""

    text: str
    intent: str
    pattern: str


class PhraseBook:
    """The patterns, slots and wrappers of one language."""

    def __init__(self, code: str) -> None:
        folder = FOLDERS / code
        self.patterns = {path.stem: lines(path) for path in sorted((folder / "phrases").glob("*.txt"))}
        self.wrappers = lines(folder / "wrappers.txt")
        self._slots = _slots(read_yaml(folder / "slots.yaml"), languages()[code].words)

    def draw(self, pattern: str, random: Random) -> str:
        """One phrase of the pattern."""
        text = pattern
        for _ in range(_MOST_ROUNDS):
            chosen = _CHOICE.sub(lambda match: random.choice(match[1].split("|")), text)
            filled = _SLOT.sub(lambda match: random.choice(self._slots[match[1]]), chosen)
            if filled == text:
                break
            text = filled
        return re.sub(r"\s+", " ", text).strip()

    def slot(self, name: str) -> list[str]:
        """The entries of a slot."""
        return self._slots[name]

    def wrap(self, text: str, random: Random) -> str:
        """`text` in a polite, rambling or blunt frame that asks nothing of its own."""
        frame = random.choice(self.wrappers)
        return self.draw(frame.replace("{text}", "\0"), random).replace("\0", text)

    def phrases(self, per_pattern: int, random: Random) -> Iterator[Phrase]:
        """Up to `per_pattern` different phrases of every pattern."""
        for intent, patterns in self.patterns.items():
            for pattern in patterns:
                drawn = {self.draw(pattern, random) for _ in range(per_pattern)}
                yield from (Phrase(text, intent, pattern) for text in sorted(drawn))


def _slots(own: Mapping[str, list[str]], words: Mapping[str, Any]) -> dict[str, list[str]]:
    found = {name: [str(value) for value in values] for name, values in own.items()}
    for name, section in _FROM_WORDS.items():
        terms: Mapping[str, list[str]] = words.get(section, {})
        # Each term as often as any other: half under its first name, half under one of its synonyms.
        pairs = [[values[0], values[index % len(values)]] for index, values in enumerate(terms.values()) if values]
        found.setdefault(name, [word for pair in pairs for word in pair])
    return found
