"""Which of many patterns are found in a text, without trying each: most name letters that the text does not hold.

Every pattern is searched for two or three letters that each of its matches must contain; only patterns whose letters
occur in the text are tried. A pattern without such letters is always tried. The same idea serves code search (Russ Cox,
"Regular Expression Matching with a Trigram Index", 2012).
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from re import _parser  # type: ignore[attr-defined]  # the standard library's own parser has no public name
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
_LEAST, _MOST = 2, 3


class PatternTable(Generic[Name]):
    """Patterns by name, matched without regard to case."""

    def __init__(self, patterns: Mapping[Name, str]) -> None:
        self._patterns = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in patterns.items())
        self._always: set[int] = set()
        self._by_letters: dict[str, list[int]] = {}
        for place, pattern in enumerate(patterns.values()):
            needed = _needed(_parser.parse(pattern, re.IGNORECASE))
            if needed is None:
                self._always.add(place)
            for letters in needed or ():
                self._by_letters.setdefault(letters, []).append(place)

    def found_in(self, text: str) -> tuple[Name, ...]:
        """The names of the patterns found in `text`, in the table's order."""
        plain = text.lower()
        candidates = set(self._always)
        letters = {plain[i : i + _LEAST] for i in range(len(plain))} | {plain[i : i + _MOST] for i in range(len(plain))}
        for known in letters & self._by_letters.keys():
            candidates.update(self._by_letters[known])
        tried = (self._patterns[place] for place in sorted(candidates))
        return tuple(name for name, own in tried if own.search(text))


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
    found = [{run[:_MOST]} for run in runs if len(run) >= _LEAST] + [other for other in others if other]
    return min(found, key=len, default=None)


def _of_part(kind: str, value: Any) -> set[str] | None:
    if kind == "SUBPATTERN":
        return _needed(value[-1])
    if kind == "MAX_REPEAT" and value[0] >= 1:
        return _needed(value[-1])
    if kind == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        return None if any(branch is None for branch in branches) else set().union(*(b for b in branches if b))
    return None
