"""Cuts a message into what may be requests of their own: sentences, and clauses at joints ("and", "also")."""

from itertools import pairwise

from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.domain.values import value

MOST_PARTS = 12
_ENDS = frozenset(".!?\n;")
_FEWEST_WORDS = 2


@value
class Part:
    """A range of tokens that may be a request of its own."""

    start: int
    end: int


def sentences(message: Draft) -> list[Part]:
    """The sentences of a message, at most `MOST_PARTS`; the last takes what is left."""
    parts: list[Part] = []
    start = 0
    for index in range(len(message.words)):
        if _ends_sentence(message, index) and index + 1 - start > 1 and len(parts) < MOST_PARTS - 1:
            parts.append(Part(start, index + 1))
            start = index + 1
    if start < len(message.words):
        parts.append(Part(start, len(message.words)))
    return [part for part in parts if _has_word(message, part)]


def _ends_sentence(message: Draft, index: int) -> bool:
    return message.words[index] in _ENDS and index not in message.taken and message.word(index + 1) not in _ENDS


def _has_word(message: Draft, part: Part) -> bool:
    return any(word[0].isalnum() for word in message.words[part.start : part.end])


def clauses(message: Draft, part: Part, joints: frozenset[str]) -> list[Part]:
    """A sentence cut at its joints; alone when it has none."""
    cuts = [i for i in range(part.start + 1, part.end) if message.words[i] in joints and i not in message.taken]
    edges = [part.start, *cuts[: MOST_PARTS - 1], part.end]
    found = [Part(_after_joints(message, start, end, joints), end) for start, end in pairwise(edges)]
    found = [piece for piece in found if _word_count(message, piece, joints) >= _FEWEST_WORDS]
    return found if len(found) > 1 else []


def _after_joints(message: Draft, start: int, end: int, joints: frozenset[str]) -> int:
    while start < end and message.words[start] in joints and start not in message.taken:
        start += 1
    return start


def _word_count(message: Draft, part: Part, joints: frozenset[str]) -> int:
    words = message.words[part.start : part.end]
    return sum(1 for word in words if (word[0].isalnum() or word[0] == "_") and word not in joints)
