"""Hit rate and nDCG of lists with one right answer, with intervals by drawing customers again."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FIGURES = ("hit@5", "hit@10", "ndcg@10")
DRAWS = 1000

Row = NDArray[np.float64]


def scores(listed: Sequence[int], hidden: int) -> tuple[float, float, float]:
    """Hit among five, hit among ten, and nDCG among ten, which with one right answer is 1 / log2(1 + its place)."""
    place = next((number for number, item in enumerate(listed[:10], start=1) if item == hidden), 0)
    return float(0 < place <= 5), float(place > 0), float(1 / np.log2(1 + place)) if place else 0.0


def intervals(rows: NDArray[np.float64], *, seed: int, draws: int = DRAWS) -> tuple[Row, Row]:
    """The 95 % interval of each column's mean: of `draws` samples of as many customers, drawn with repetition."""
    if not len(rows):
        return np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    chance = np.random.default_rng(seed)
    means = np.array([rows[chance.integers(len(rows), size=len(rows))].mean(axis=0) for _ in range(draws)])
    low, high = np.quantile(means, [0.025, 0.975], axis=0)
    return low, high
