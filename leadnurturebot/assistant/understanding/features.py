"""Hashed features of a message: words, groups of like words, pairs, pieces of words. Training and run time share it."""

from collections.abc import Sequence
from functools import lru_cache
from math import log
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.assistant.language.folders import meanings
from leadnurturebot.domain.values import value

BUCKETS = 1 << 15
_SHORTEST, _LONGEST = 2, 5
_MOST_WORDS = 120
"""Words of one request that are read; the rest of a very long sentence adds nothing but time."""


@value
class Batch:
    """Messages as rows of a sparse matrix: `indices[starts[i]:starts[i+1]]` are the buckets of message i."""

    indices: NDArray[np.int32]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]
    """First entry of each message; every message has at least one."""

    def __len__(self) -> int:
        return len(self.starts)


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[int, ...]:
    """Buckets of a word and of the pieces in it, its edges marked."""
    buckets = [_bucket(f"w {word}"), *(_bucket(f"g {group}") for group in meanings().get(word, ()))]
    if word[0] != "_":
        edged = f"<{word}>"
        for size in range(_SHORTEST, min(_LONGEST, len(edged)) + 1):
            buckets += [_bucket(edged[i : i + size]) for i in range(len(edged) - size + 1)]
    return tuple(buckets)


def _bucket(feature: str) -> int:
    return crc32(feature.encode("utf-8", "replace")) % BUCKETS


@lru_cache(maxsize=100_000)
def _pairs(first: str, second: str) -> tuple[int, ...]:
    """Buckets of two neighbours, and of each with the other's groups."""
    known = meanings()
    mixed = [f"h {group} {second}" for group in known.get(first, ())] + [
        f"t {first} {group}" for group in known.get(second, ())
    ]
    return (_bucket(f"p {first} {second}"), *map(_bucket, mixed))


@lru_cache(maxsize=256)
def _damped(count: int) -> float:
    return 1.0 + log(count)


def count_features(words: Sequence[str]) -> dict[int, int]:
    """How often each bucket occurs."""
    counts: dict[int, int] = {}
    previous = "^"
    for word in [*words[:_MOST_WORDS], "$"]:
        if word != "$":
            for bucket in _pieces(word):
                counts[bucket] = counts.get(bucket, 0) + 1
        for pair in _pairs(previous, word):
            counts[pair] = counts.get(pair, 0) + 1
        previous = word
    return counts


def batch(messages: Sequence[Sequence[str]], idf: NDArray[np.float32]) -> Batch:
    """The messages as one sparse matrix: damped counts times `idf`, each row of length one."""
    buckets: list[int] = []
    weights: list[float] = []
    starts = np.zeros(len(messages), np.int64)
    for row, words in enumerate(messages):
        counts = count_features(words)
        starts[row] = len(buckets)
        buckets += counts
        weights += map(_damped, counts.values())
    indices = np.array(buckets, np.int32)
    values = np.array(weights, np.float32) * idf[indices]
    if len(messages):
        lengths = np.sqrt(np.add.reduceat(values * values, starts))
        values /= np.repeat(lengths, np.diff([*starts, len(buckets)]))
    return Batch(indices, values, starts)
