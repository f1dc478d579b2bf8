"""Columns of the catalogue index: values stored once and spread over rows, and which rows hold a value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.float32]
Postings: TypeAlias = Mapping[str, NDArray[np.int64]]


class Column:
    """A text value per row; a question is asked once per different value."""

    def __init__(self, values: Sequence[str]) -> None:
        self._names = sorted(set(values))
        numbers = {name: number for number, name in enumerate(self._names)}
        self._numbers = np.array([numbers[value] for value in values], np.int64)

    def spread(self, fit: Callable[[str], float]) -> Mask:
        """`fit` of each row's value."""
        found: Mask = np.array([fit(name) for name in self._names] or [0.0], np.float32)[self._numbers]
        return found


def postings(values: Iterable[Iterable[str]]) -> Postings:
    """The rows that hold each value; empty values are left out."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, names in enumerate(values):
        for name in names:
            if name:
                rows[name].append(row)
    return {name: np.array(found, np.int64) for name, found in rows.items()}


def holds_any(rows: Postings, names: Iterable[str], count: int) -> Mask:
    """1 for each of `count` rows that holds one of the values, else 0."""
    fit = np.zeros(count, np.float32)
    for name in names:
        if name.lower() in rows:
            fit[rows[name.lower()]] = 1.0
    return fit


def total(parts: Iterable[tuple[float, Mask]], count: int) -> Mask:
    """The weighted sum of masks over `count` rows."""
    found = np.zeros(count, np.float32)
    for weight, mask in parts:
        found += np.float32(weight) * mask
    return found
