"""Figures of a classifier: intervals, F1, what may be answered at 3 % wrong, recall of strangers, calibration."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

import numpy as np

OUT = "out_of_scope"
FALSE_ALARMS = 0.03
_Z = 1.96
_BINS = 10


def wilson(right: int, count: int) -> tuple[float, float]:
    """The interval that holds the true share in 95 of 100 samples (Wilson 1927)."""
    if not count:
        return 0.0, 1.0
    share, square = right / count, _Z * _Z
    centre, spread = share + square / (2 * count), _Z * sqrt(share * (1 - share) / count + square / (4 * count * count))
    return (centre - spread) / (1 + square / count), (centre + spread) / (1 + square / count)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean over labels of the harmonic mean of precision and recall; pairs are (label, guess)."""
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for label, guess in pairs:
        meant[label] += 1
        said[guess] += 1
        right[label] += label == guess
    return sum(2 * right[label] / (meant[label] + said[label]) for label in meant) / max(1, len(meant))


def weakest(pairs: Sequence[tuple[str, str]], most: int = 8) -> dict[str, float]:
    """The labels read worst, with the share read rightly."""
    by_label: dict[str, list[bool]] = defaultdict(list)
    for label, guess in pairs:
        by_label[label].append(label == guess)
    shares = {label: sum(hits) / len(hits) for label, hits in by_label.items()}
    return dict(sorted(shares.items(), key=lambda item: item[1])[:most])


def answered_at_3_percent_wrong(found: Sequence[tuple[float, bool]]) -> float:
    """Share of messages that may be answered, surest first, with at most 3 % of them wrong; (confidence, is right)."""
    best, wrong = 0, 0
    for count, (_, is_right) in enumerate(sorted(found, reverse=True), start=1):
        wrong += not is_right
        best = count if wrong <= FALSE_ALARMS * count else best
    return best / max(1, len(found))


def recall_of_strangers(inside: Sequence[float], outside: Sequence[float]) -> float | None:
    """Share of foreign messages that a limit on their strangeness finds when 3 % of our own lie above it."""
    if not inside or not outside:
        return None
    limit = float(np.quantile(np.array(inside), 1 - FALSE_ALARMS))
    return float((np.array(outside) > limit).mean())


def calibration_error(found: Sequence[tuple[float, bool]]) -> float:
    """Mean distance between confidence and share right over ten bins (expected calibration error, Guo et al. 2017)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, is_right in found:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, is_right))
    gaps = [
        len(own) * abs(sum(confidence for confidence, _ in own) - sum(is_right for _, is_right in own)) / len(own)
        for own in bins.values()
    ]
    return sum(gaps) / max(1, len(found))
