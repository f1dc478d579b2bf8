"""Tells languages apart by words and pieces of words: a small linear model that also reads a message of one word."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.assistant.understanding.cleaning import Token

FILE = Path(__file__).parent / "letters.npz"
BUCKETS = 1 << 14
_LONGEST = 4
_MOST_WORDS = 24
"""Words that are looked at; more tell nothing new."""

Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Weights of every piece for every language."""

    languages: tuple[str, ...]
    weights: Floats
    """One row per bucket, one column per language; int8 with a scale per column in the file."""
    prior: Floats

    def likeliness(self, words: Sequence[str]) -> dict[str, float]:
        """The logarithm of each language's share, by code; `words` are as typed, in lower case, at least one."""
        buckets, amounts = pieces(words)
        scores = amounts @ self.weights[buckets] + self.prior
        scores -= scores.max()
        whole = log(sum(exp(score) for score in scores.tolist()))
        return {code: score - whole for code, score in zip(self.languages, scores.tolist(), strict=True)}

    def save(self, path: Path) -> None:
        """Writes the file."""
        scale = (np.abs(self.weights).max(axis=0) / 127 + 1e-12).astype(np.float32)
        np.savez_compressed(
            path, weights=np.round(self.weights / scale).astype(np.int8), scale=scale, prior=self.prior,
            languages=np.array(self.languages),
        )  # fmt: skip


@cache
def load(path: Path = FILE) -> Letters:
    """The model of a file, read once per process."""
    with np.load(path, allow_pickle=False) as data:
        weights = data["weights"].astype(np.float32) * data["scale"]
        return Letters(tuple(str(code) for code in data["languages"]), weights, data["prior"])


def typed_words(tokens: Sequence[Token]) -> list[str]:
    """The words among the tokens as typed, in lower case."""
    return [token.raw.lower() for token in tokens if token.raw[0].isalpha()]


def pieces(words: Sequence[str]) -> tuple[NDArray[np.int64], Floats]:
    """The buckets of the words, their pieces and their pairs, with how much of each; the row has length one."""
    counts: Counter[int] = Counter()
    previous = "^"
    for word in words[:_MOST_WORDS]:
        counts.update(_of_word(word))
        counts[_bucket(f"p {previous} {word}")] += 1
        previous = word
    amounts = np.sqrt(np.fromiter(counts.values(), np.float32, len(counts)))
    return np.fromiter(counts, np.int64, len(counts)), amounts / (np.linalg.norm(amounts) + 1e-9)


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[int, ...]:
    edged = f"<{word}>"
    sizes = range(1, min(_LONGEST, len(edged)) + 1)
    found = [edged[start : start + size] for size in sizes for start in range(len(edged) - size + 1)]
    return (_bucket(f"w {word}"), *(_bucket(piece) for piece in found if piece not in "<>"))


def _bucket(feature: str) -> int:
    return crc32(feature.encode("utf-8", "replace")) % BUCKETS
