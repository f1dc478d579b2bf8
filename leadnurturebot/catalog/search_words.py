"""Free words against product records: names weigh most, then category, then description; slips forgiven."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.garment_terms import plain_materials

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = """
a an the and or of in on at to for with without from by is are be do does have has had i im me my you your u it its this
that these those any some can could would will want need like looking look show see find get buy one ones please pls hi
hello hey thanks what which who where when how much many so very really just also too there here not no but if something
anything nice good sell got
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LEAST_FUZZY = 4
_SLIP = 0.6


def record_words(text: str) -> list[str]:
    """Comparable words of a record or a wish: lower case, no accents, no plural s, no empty words."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return [_stem(word) for word in _WORD.findall(plain) if word not in _EMPTY]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class WordIndex:
    """Which products a word speaks of, and how strongly."""

    def __init__(self, products: Sequence[Product], synonyms: Mapping[str, str]) -> None:
        self._count = len(products)
        self._synonyms = {_stem(word): _stem(base) for word, base in synonyms.items() if " " not in word}
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for row, product in enumerate(products):
            for weight, words in _fields(product):
                for word in words:
                    postings[word][row] = max(weight, postings[word].get(row, 0.0))
        self._postings = {word: _arrays(rows, self._count) for word, rows in postings.items()}
        self._vocabulary = sorted(word for word in self._postings if len(word) >= _LEAST_FUZZY)

    def scores(self, text: str) -> NDArray[np.float32]:
        """One score per product, 1 when every word that any record knows is in the product's name."""
        total = np.zeros(self._count, np.float32)
        possible = 0.0
        for word in dict.fromkeys(record_words(text)):
            found, share = self._lookup(word)
            if found is not None:
                rows, weights, telling = found
                total[rows] += weights * share
                possible += telling
        return total / possible if possible else total

    def knows(self, text: str) -> bool:
        """Whether any record holds a word of the text."""
        return any(self._lookup(word)[0] is not None for word in record_words(text))

    def _lookup(self, word: str) -> tuple["_Posting | None", float]:
        for known in (word, self._synonyms.get(word, word)):
            if known in self._postings:
                return self._postings[known], 1.0
        near = self._near(word) if len(word) >= _LEAST_FUZZY else None
        return (self._postings[near], _SLIP) if near else (None, 0.0)

    def _near(self, word: str) -> str | None:
        most = 1 if len(word) < 7 else 2
        best = process.extractOne(word, self._vocabulary, scorer=OSA.distance, score_cutoff=most)
        # A first letter is seldom mistyped and tells "press" from "dress".
        return best[0] if best and best[0][0] == word[0] else None


_Posting = tuple[NDArray[np.int64], NDArray[np.float32], float]


def _arrays(rows: Mapping[int, float], count: int) -> _Posting:
    telling = log(1 + count / len(rows))
    return np.fromiter(rows, np.int64), np.fromiter((w * telling for w in rows.values()), np.float32), telling


def _fields(product: Product) -> Iterable[tuple[float, list[str]]]:
    yield 1.0, record_words(product.name)
    yield 0.8, record_words(f"{product.category} {product.collection}")
    yield 0.6, record_words(f"{product.material} {product.fit} {' '.join(product.occasions)}")
    yield 0.3, record_words(f"{product.description} {' '.join(product.details.values())} {' '.join(product.details)}")


def materials_of(product: Product) -> set[str]:
    """Words of the material, with the plain one where the record names a kind of it: lambswool is wool."""
    words = record_words(f"{product.material} {product.details.get('material', '')}")
    return {*words, *(plain for word in words for plain in plain_materials(word))}


def worn_by(audience: str) -> tuple[str, ...]:
    """Audiences whose goods somebody can wear: unisex pieces are for adults."""
    return (audience,) if audience == "kids" else (audience, "unisex")
