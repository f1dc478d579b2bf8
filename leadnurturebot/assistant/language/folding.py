"""Chat spellings of a language that is typed by ear: listed ones, its own script in Latin letters, and what sounds alike.

`folding.yaml` in the language's folder holds all of it: `consonants`, `vowels`, `signs` and `others` of the script,
`rules` that make one key of the spellings of a word (`kitnaa`, `qitna` → `kitna`), the `words` that a key leads to, and
words to `keep` as typed, because they are English as well.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

_REMEMBERED = 50_000


class FoldedSpellings(Mapping[str, str]):
    """Plain words by what was typed; `get` answers for any word, iterating gives the listed ones only."""

    def __init__(self, listed: Mapping[str, str], folding: Mapping[str, Any]) -> None:
        self._script = _Script(folding)
        self._listed = {self._script.plain(word): meant for word, meant in listed.items()}
        self._rules = [(re.compile(pattern), plain) for pattern, plain in folding["rules"]]
        self._kept = frozenset(folding["keep"])
        self._words = frozenset(folding["words"])
        self._by_key: dict[str, str] = {}
        for word in folding["words"]:
            self._by_key.setdefault(self.key(word), word)
        self._folded = lru_cache(_REMEMBERED)(self._fold)

    def writes(self, word: str) -> bool:
        """Whether a word is in the language's own script."""
        return self._script.writes(word)

    def key(self, word: str) -> str:
        """What all spellings of `word` have in common."""
        for pattern, plain in self._rules:
            word = pattern.sub(plain, word)
        return word

    def _fold(self, word: str) -> str:
        if (plain := self._script.plain(word)) in self._listed:
            return self._listed[plain]
        if self._script.writes(word):
            latin = self._script.latin(word)
            return self._listed.get(latin) or self._by_key.get(self.key(latin), _short(latin))
        if word in self._kept or word in self._words or not word.isalpha():
            return word
        return self._by_key.get(self.key(word), word)

    def __getitem__(self, word: str) -> str:
        folded = self._folded(word)
        if folded == word and word not in self._listed:
            raise KeyError(word)
        return folded

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def _short(latin: str) -> str:
    """A word that no list knows, with its long vowels as people type them."""
    return re.sub(r"([aiu])\1", r"\1", latin)


class _Script:
    """A script whose consonants carry an unwritten vowel unless a sign replaces or a mark silences it."""

    def __init__(self, folding: Mapping[str, Any]) -> None:
        self._consonants: Mapping[str, str] = folding["consonants"]
        self._signs: Mapping[str, str] = folding["signs"]
        self._others: Mapping[str, str] = {**folding["vowels"], **folding["others"], **self._signs}
        self._inherent = str(folding["inherent"])
        self._ignored = str.maketrans(dict.fromkeys(folding["ignored"]))

    def writes(self, word: str) -> bool:
        """Whether the word is in this script."""
        return any(sign in self._consonants or sign in self._others for sign in word)

    def plain(self, word: str) -> str:
        """The word in single signs, without those that are often left out."""
        return word if word.isascii() else unicodedata.normalize("NFKC", word).translate(self._ignored)

    def latin(self, word: str) -> str:
        """The word in Latin letters; the unwritten vowel at its end is not spoken."""
        word, found = self.plain(word), []
        for index, sign in enumerate(word):
            found.append(self._consonants.get(sign) or self._others.get(sign, sign))
            if sign in self._consonants and word[index + 1 : index + 2] not in {"", *self._signs}:
                found.append(self._inherent)
        return "".join(found)
