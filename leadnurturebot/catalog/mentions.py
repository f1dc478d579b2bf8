"""Finds a shop's products by name in a customer's words: whole names, distinctive parts, and names with a slip."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from uuid import UUID

import ahocorasick

from leadnurturebot.domain.catalogue import Product

_MOST_CANDIDATES = 3
"""A part of a name that fits more products than this points at none of them."""
_LEAST_SLIP = 5
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_EMPTY = frozenset(
    ["the", "a", "an", "and", "or", "of", "in", "with", "for", "to", "my", "your", "this", "that", "one", "ones", "new"]
)
_AT_NO_EDGE = _EMPTY | {
    *("de", "del", "la", "el", "los", "las", "con", "sin", "para", "en", "y", "o", "un", "una"),
    *("do", "da", "dos", "das", "com", "sem", "em", "e", "no", "na", "os", "as", "um", "uma"),
    *("ka", "ki", "ke", "aur", "ko", "wala", "wali", "dan", "dengan", "untuk", "di", "yang"),
}
"""Little words of the five languages: "blusa de tricô" names a blouse, "de tricô" only what it is made of."""
_HYPHEN = frozenset(["-"])
_LITTLE = frozenset(["de", "del", "da", "do"])
"""What a name may be written with or without: "vestido midi de lunares" is the "Vestido Midi Lunares"."""

Mention = tuple[int, int, tuple[UUID, ...]]


def name_words(name: str) -> list[str]:
    """A product name as comparable words: lower case, no accents, no plural s."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return [singular(word) for word in _WORD.findall(plain)]


def singular(word: str) -> str:
    """`word` without a plural s; crude, and the same on both sides."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class ProductMentions:
    """An automaton over the names of a shop's products.

    `generic` holds words that name no product by themselves (colours, categories, materials, occasions); parts of names
    made only of such words are left to the search. `spelled` writes a name as customers' words are given.
    """

    def __init__(
        self, products: Sequence[Product], generic: Iterable[str] = (), spelled: Callable[[str], str] = str
    ) -> None:
        self._generic = frozenset(singular(word) for word in generic) | _EMPTY
        names = {product.id: name_words(spelled(product.name)) for product in products}
        bare = {id_: [word for word in words if word not in _LITTLE] or words for id_, words in names.items()}
        parts = self._parts(bare) | self._parts(names)
        self._automaton = ahocorasick.Automaton()
        for part, owners in parts.items():
            self._automaton.add_word(f" {part} ", (part.count(" ") + 1, owners))
        self._automaton.make_automaton()
        self._words = {word for part in parts for word in part.split(" ")}
        self._slips = self._slip_table()
        self._is_empty = not parts

    def _parts(self, names: Mapping[UUID, Sequence[str]]) -> dict[str, tuple[UUID, ...]]:
        owners: dict[str, list[UUID]] = defaultdict(list)
        for product_id, words in names.items():
            for part in {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}:
                owners[part].append(product_id)
            for part in self._with_gaps(words):
                owners[part].append(product_id)
        whole = Counter(" ".join(words) for words in names.values())
        return {
            part: tuple(ids) for part, ids in owners.items() if part in whole or self._is_distinctive(part, ids)
        } | {part: tuple(ids for ids in owners[part] if " ".join(names[ids]) == part) for part in whole if part}

    def _with_gaps(self, words: Sequence[str]) -> set[str]:
        """The kind with a telling word further on: "vestido floral" is the "Vestido Midi Floral"."""
        return {
            f"{kind} {telling}"
            for place, kind in enumerate(words)
            for telling in words[place + 2 :]
            if kind in self._generic and kind not in _AT_NO_EDGE and telling not in self._generic
        } - {" ".join(pair) for pair in pairwise(words)}

    def _is_distinctive(self, part: str, owners: Sequence[UUID]) -> bool:
        telling = [word for word in part.split(" ") if word not in self._generic]
        if not telling or len(owners) > _MOST_CANDIDATES:
            return False
        return " " in part and _AT_NO_EDGE.isdisjoint((part.split(" ")[0], part.split(" ")[-1]))

    def _slip_table(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for word in sorted(self._words):
            if len(word) >= _LEAST_SLIP:
                for index in range(1, len(word)):
                    table.setdefault(word[:index] + word[index + 1 :], word)
        return table

    def find(self, words: Sequence[str]) -> list[Mention]:
        """Mentions as (first word, word after the last, products), longest first, none overlapping."""
        if self._is_empty:
            return []
        plain = [singular(word) for word in words]
        return self._scanned(plain) or self._scanned([self._corrected(word) for word in plain])

    def _scanned(self, words: Sequence[str]) -> list[Mention]:
        """Mentions in these words, also across the little words between them; the longest win."""
        found = self._scan(words, _HYPHEN)
        return found if _LITTLE.isdisjoint(words) else _longest([*found, *self._scan(words, _HYPHEN | _LITTLE)])

    def _corrected(self, word: str) -> str:
        if word in self._words or word in self._generic or len(word) < _LEAST_SLIP:
            return word
        if word in self._slips:
            return self._slips[word]
        near = (word[:index] + word[index + 1 :] for index in range(1, len(word)))
        return next((self._slips.get(slip, slip) for slip in near if slip in self._words or slip in self._slips), word)

    def _scan(self, words: Sequence[str], skipped: frozenset[str]) -> list[Mention]:
        # Hyphens were cut into tokens of their own: "wide-leg" must meet "wide leg".
        kept = [index for index, word in enumerate(words) if word not in skipped]
        text, ends = " ", {}
        for position, index in enumerate(kept):
            text += words[index] + " "
            ends[len(text) - 1] = position
        found = []
        for offset, (count, owners) in self._automaton.iter(text):
            if offset in ends and ends[offset] - count + 1 >= 0:
                found.append((ends[offset] - count + 1, ends[offset] + 1, owners))
        return [(kept[start], kept[end - 1] + 1, owners) for start, end, owners in _longest(found)]


def _longest(found: Iterable[Mention]) -> list[Mention]:
    chosen: list[Mention] = []
    for start, end, owners in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in chosen):
            chosen.append((start, end, owners))
    return sorted(chosen)
