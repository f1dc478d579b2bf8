"""Which of many patterns are found in a text, without trying each: most name letters that the text does not hold.

Every alternative of every pattern is searched for a few letters that each of its matches must contain; only alternatives
whose letters occur in the text are tried. One without such letters is always tried. The same idea serves code search
(Russ Cox, "Regular Expression Matching with a Trigram Index", 2012).
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise
from re import _parser  # type: ignore[attr-defined]  # the standard library's own parser has no public name
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
_LENGTHS = (2, 3, 4, 5)


class PatternTable(Generic[Name]):
    """Patterns by name, matched without regard to case."""

    def __init__(self, patterns: Mapping[Name, str]) -> None:
        self._tried: list[tuple[int, Name, re.Pattern[str]]] = []
        self._always: set[int] = set()
        self._by_letters: dict[str, list[int]] = {}
        for order, (name, pattern) in enumerate(patterns.items()):
            for alternative in alternatives(pattern):
                self._add(order, name, alternative)

    def _add(self, order: int, name: Name, alternative: str) -> None:
        place = len(self._tried)
        self._tried.append((order, name, re.compile(alternative, re.IGNORECASE)))
        needed = _needed(_parser.parse(alternative, re.IGNORECASE))
        if needed is None:
            self._always.add(place)
        for letters in needed or ():
            self._by_letters.setdefault(letters, []).append(place)

    def found_in(self, text: str) -> tuple[Name, ...]:
        """The names of the patterns found in `text`, in the table's order."""
        plain = text.lower()
        letters = {plain[i : i + length] for length in _LENGTHS for i in range(len(plain) - length + 1)}
        candidates = set(self._always)
        for known in letters & self._by_letters.keys():
            candidates.update(self._by_letters[known])
        found: dict[int, Name] = {}
        for place in candidates:
            order, name, alternative = self._tried[place]
            if order not in found and alternative.search(text):
                found[order] = name
        return tuple(found[order] for order in sorted(found))


def alternatives(pattern: str) -> list[str]:
    """The pattern cut at each `|` that stands outside of groups, classes and escapes."""
    cuts, depth, in_class, place = [-1], 0, False, 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        else:
            depth += (letter == "(") - (letter == ")")
            if letter == "|" and depth == 0:
                cuts.append(place)
        place += 1
    return [pattern[start + 1 : end] for start, end in pairwise([*cuts, len(pattern)])]


def _needed(parts: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """Letters of which every match holds at least one of these; None when nothing is certain."""
    runs, others, run = [], [], ""
    for kind, value in [*parts, (None, None)]:
        if str(kind) == "LITERAL":
            run += chr(value).lower()
            continue
        runs.append(run)
        run = ""
        others.append(_of_part(str(kind), value))
    found = [{run[-_LENGTHS[-1] :]} for run in runs if len(run) >= _LENGTHS[0]] + [other for other in others if other]
    return min(found, key=lambda letters: (len(letters), -min(map(len, letters))), default=None)


def _of_part(kind: str, value: Any) -> set[str] | None:
    if kind == "SUBPATTERN":
        return _needed(value[-1])
    if kind == "MAX_REPEAT" and value[0] >= 1:
        return _needed(value[-1])
    if kind == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        return None if any(branch is None for branch in branches) else set().union(*(b for b in branches if b))
    return None
