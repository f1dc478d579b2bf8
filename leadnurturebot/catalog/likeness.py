"""How alike all goods are to one, over kinds too: a linen dress and a linen shirt share something. For suggestions.

`search_nearness.py` answers "see similar" and stays within a kind. Here every record is a row of five blocks (kind, occasions,
material, colours, price), each of length 1, so that one product of a matrix compares a product with all others.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.catalog.search_nearness import Portrait

KIND, OCCASIONS, MATERIAL, COLORS, PRICE = 0.45, 0.15, 0.15, 0.1, 0.15
LEAST = 0.2
"""Below this two products have too little in common to say so."""
MOST = 20
_PRICE_STEPS = np.exp(np.linspace(np.log(300), np.log(300_000), 24))
"""Points along the scale of prices; a price lies between two or three of them. In minor units: what counts are ratios."""
_PRICE_WIDTH = 0.3

Matrix = NDArray[np.float32]


class Likeness:
    """Likeness of the goods of one catalogue, by row; each row is compared once."""

    def __init__(self, ids: Sequence[UUID], portraits: Sequence[Portrait]) -> None:
        blocks = [
            (KIND, _words([item.own_kinds or item.kinds for item in portraits])),
            (OCCASIONS, _words([item.occasions for item in portraits])),
            (MATERIAL, _words([item.materials for item in portraits])),
            (COLORS, _words([item.colors for item in portraits])),
            (PRICE, _prices([item.price for item in portraits])),
        ]
        self._matrix = np.hstack([np.float32(np.sqrt(weight)) * _of_length_1(block) for weight, block in blocks])
        self._ids = ids
        self._found: dict[int, tuple[tuple[UUID, float], ...]] = {}
        audiences = [item.audience for item in portraits]
        names = {name: number for number, name in enumerate(dict.fromkeys(audiences))}
        self._audience = np.array([names[name] for name in audiences], np.int64)

    def to(self, row: int) -> tuple[tuple[UUID, float], ...]:
        """Goods like the one in this row and for the same people, with how alike they are (0 to 1), most alike first."""
        if row not in self._found:
            self._found[row] = self._compared(row)
        return self._found[row]

    def _compared(self, row: int) -> tuple[tuple[UUID, float], ...]:
        alike = self._matrix @ self._matrix[row]
        alike[self._audience != self._audience[row]] = 0
        alike[row] = 0
        order = np.argsort(-alike, kind="stable")[:MOST]
        return tuple((self._ids[other], float(alike[other])) for other in order if alike[other] >= LEAST)


def _words(sets: Sequence[Collection[str]]) -> Matrix:
    """A column for each word that any set has."""
    columns = {
        word: number for number, word in enumerate(dict.fromkeys(word for words in sets for word in sorted(words)))
    }
    block = np.zeros((len(sets), len(columns)), np.float32)
    for row, words in enumerate(sets):
        block[row, [columns[word] for word in words]] = 1
    return block


def _prices(prices: Sequence[int]) -> Matrix:
    """Prices as bumps on a scale of ratios; an unknown price is like none."""
    known = np.array(prices, np.float64)
    apart = np.log(np.maximum(known, 1))[:, None] - np.log(_PRICE_STEPS)[None, :]
    return (np.exp(-0.5 * (apart / _PRICE_WIDTH) ** 2) * (known > 0)[:, None]).astype(np.float32)


def _of_length_1(block: Matrix) -> Matrix:
    length = np.linalg.norm(block, axis=1, keepdims=True) if block.shape[1] else np.ones((len(block), 1), np.float32)
    return (block / np.where(length > 0, length, 1)).astype(np.float32)
