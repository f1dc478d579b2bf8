"""Ordered logistic regression, the usual yardstick for labels in a row, by gradient steps on numpy."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS, _RATE, _FADE, _PENALTY = 600, 0.05, (0.9, 0.999), 1e-4
_SAME = 1e-6
"""A feature that spreads less is the same in every row."""
_MOST = 40_000
"""Rows that are learned from; more change nothing that shows."""


class Ordered:
    """P(label <= k) = logistic(border k - slopes x features)."""

    def __init__(self, features: Floats, labels: NDArray[np.int64], count: int) -> None:
        """Learns from rows of `features` and their labels, from 0 to `count` - 1."""
        if len(features) > _MOST:
            some = np.random.default_rng(0).choice(len(features), _MOST, replace=False)
            features, labels = features[some], labels[some]
        self._mean, self._spread = features.mean(axis=0), features.std(axis=0)
        self._spread[self._spread < _SAME] = 1.0
        shares = np.bincount(labels, minlength=count).cumsum()[:-1] / len(labels)
        borders = np.log(np.clip(shares, 1e-4, 1 - 1e-4) / (1 - np.clip(shares, 1e-4, 1 - 1e-4)))
        gaps = np.log(np.maximum(np.diff(borders), 1e-3))
        self._slopes = np.zeros(features.shape[1])
        self._borders = np.concatenate([borders[:1], gaps])
        self._learn((features - self._mean) / self._spread, labels)

    def _ends(self) -> Floats:
        inner = self._borders[0] + np.concatenate([[0.0], np.exp(self._borders[1:]).cumsum()])
        return np.concatenate([[-50.0], inner, [50.0]])

    def _learn(self, features: Floats, labels: NDArray[np.int64]) -> None:
        size = len(self._slopes)
        first, second = np.zeros(size + len(self._borders)), np.zeros(size + len(self._borders))
        for step in range(1, _STEPS + 1):
            slope = self._slope(features, labels)
            first = _FADE[0] * first + (1 - _FADE[0]) * slope
            second = _FADE[1] * second + (1 - _FADE[1]) * slope**2
            moved = first / (1 - _FADE[0] ** step) / (np.sqrt(second / (1 - _FADE[1] ** step)) + 1e-8)
            rate = _RATE * (1 - step / (_STEPS + 1))
            self._slopes = self._slopes - rate * moved[:size]
            self._borders = self._borders - rate * moved[size:]

    def _slope(self, features: Floats, labels: NDArray[np.int64]) -> Floats:
        """Of the mean negative log likelihood."""
        ends, at = self._ends(), features @ self._slopes
        high, low = _logistic(ends[labels + 1] - at), _logistic(ends[labels] - at)
        chance = np.maximum(high - low, 1e-9)
        by_high, by_low = high * (1 - high) / chance, low * (1 - low) / chance
        slopes = features.T @ (by_high - by_low) / len(labels) + _PENALTY * self._slopes
        inner = len(ends) - 2
        by_border = np.array([by_low[labels == k + 1].sum() - by_high[labels == k].sum() for k in range(inner)])
        later = by_border[::-1].cumsum()[::-1] / len(labels)
        return np.concatenate([slopes, later[:1], later[1:] * np.exp(self._borders[1:])])

    def chances(self, features: Floats) -> Floats:
        """A row of probabilities, by label, for each row of features."""
        at = ((features - self._mean) / self._spread) @ self._slopes
        return np.asarray(np.diff(_logistic(self._ends()[None, :] - at[:, None]), axis=1))


def _logistic(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -40, 40))))


def features_of(bodies: Sequence[dict[str, float]], kinds: Sequence[str], middle: dict[str, float]) -> Floats:
    """Measures, their squares and products; a measure that is missing is the usual one, and said to be missing."""
    base = np.array([[body.get(kind, middle[kind]) / middle[kind] - 1 for kind in kinds] for body in bodies])
    missing = np.array([[float(kind not in body) for kind in kinds] for body in bodies])
    pairs = [base[:, i] * base[:, j] for i in range(len(kinds)) for j in range(i, len(kinds))]
    return np.column_stack([base, *pairs, missing])
