"""Figures on a file: which size fits a body, and how a size that was taken felt."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np

from benchmarks.reading.figures import macro_f1, wilson
from benchmarks.size_rig.files import Row, load
from benchmarks.size_rig.ordered import Floats, Ordered, features_of
from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.sizing.advice import Garment, NoAdvice, SizeAdvice
from leadnurturebot.domain.sizing.advising import advise
from leadnurturebot.domain.sizing.body import Body
from leadnurturebot.domain.sizing.girths import GIRTHS, estimated_girths
from leadnurturebot.domain.sizing.learning import Verdicts, own_offset, product_offset, product_spread

_FEWEST = 20
"""Rows below which a size of the learning part makes no row of a chart."""
_UNKNOWN_AGE = 35.0
_FIT_NAMES = ("small", "right", "large")


def measured_on(path: Path, audience: str) -> dict[str, Any]:
    """Figures of the file at `path`. Raises `files.Unreadable`."""
    rows, names = load(path)
    found: dict[str, Any] = {"file": path.name, "rows": len(rows), "columns": names}
    fitting = [row for row in rows if row.fit in (None, 0)]
    found["size"] = _size_figures(fitting, audience)
    if any(row.fit for row in rows):
        found["fit"] = _fit_figures([row for row in rows if row.fit is not None])
    return found


def _size_figures(rows: Sequence[Row], audience: str) -> dict[str, Any]:
    learned, tested = [row for row in rows if not row.is_test], [row for row in rows if row.is_test]
    ranks = {row.size: row.rank for row in rows}
    order = sorted(ranks, key=lambda size: ranks[size])
    places = {size: at for at, size in enumerate(order)}
    most = Counter(row.size for row in learned).most_common(1)[0][0]
    said = {
        "majority": [most] * len(tested),
        "weight bands": _by_bands(learned, tested),
        "ours, on a chart read off the learning part": _ours(learned, tested, order, audience),
        "fitted (ordered logistic)": _fitted(learned, tested, order),
    }
    return {"learned_from": len(learned), "tested": len(tested), "sizes": order} | {
        name: _judged([row.size for row in tested], own, places) for name, own in said.items()
    }


def _judged(labels: Sequence[str], guesses: Sequence[str], places: Mapping[str, int]) -> dict[str, Any]:
    pairs = list(zip(labels, guesses, strict=True))
    right = sum(label == guess for label, guess in pairs)
    off = [abs(places[label] - places[guess]) for label, guess in pairs]
    return {
        "accuracy": right / len(pairs), "interval": wilson(right, len(pairs)), "macro_f1": macro_f1(pairs),
        "within_one": mean(own <= 1 for own in off), "mae_sizes": mean(off),
    }  # fmt: skip


def _by_bands(learned: Sequence[Row], tested: Sequence[Row]) -> list[str]:
    """The size whose middle weight (or first girth) is nearest."""
    kind = next(own for own in ("weight", "bust", "waist", "hip") if own in learned[0].body or own != "weight")
    middles = {size: median(values) for size, values in _by_size(learned, kind).items()}
    usual = median(row.body[kind] for row in learned if kind in row.body)
    return [min(middles, key=lambda size: abs(middles[size] - row.body.get(kind, usual))) for row in tested]


def _by_size(rows: Sequence[Row], kind: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if kind in row.body:
            found[row.size].append(row.body[kind])
    return found


def _body(row: Row, audience: str) -> Body:
    return Body(
        height_cm=row.body.get("height"), weight_kg=row.body.get("weight"),
        age_years=row.body.get("age", _UNKNOWN_AGE), audience=audience, bust_cm=row.body.get("bust"),
        waist_cm=row.body.get("waist"), hip_cm=row.body.get("hip"),
    )  # fmt: skip


def _ours(learned: Sequence[Row], tested: Sequence[Row], order: Sequence[str], audience: str) -> list[str]:
    """The adviser as it ships. It needs a chart, and a file has none: the girths that people of a size have."""
    measures = [name for name in GIRTHS if sum(name in row.body for row in learned) > len(learned) / 2] or ["bust"]
    columns = {name: _girths_by_size(learned, name, audience) for name in measures}
    chart = _chart(columns, order)
    garment = Garment(chart=chart, category="dress", fit="regular")
    most = Counter(row.size for row in learned).most_common(1)[0][0]
    found = []
    for row in tested:
        advice = advise(_body(row, audience), garment)
        known = advice.size if isinstance(advice, SizeAdvice) else ""
        found.append(known or (advice.nearest if isinstance(advice, NoAdvice) else "") or most)
    return found


def _girths_by_size(rows: Sequence[Row], name: str, audience: str) -> dict[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        likely = estimated_girths(_body(row, audience))
        if name in row.body:
            values[row.size].append(row.body[name])
        elif name in likely:
            values[row.size].append(likely[name].value)
    return {size: median(own) for size, own in values.items() if len(own) >= _FEWEST}


def _chart(columns: Mapping[str, Mapping[str, float]], order: Sequence[str]) -> tuple[SizeRow, ...]:
    """Sizes whose middles grow, with borders half way between them."""
    kept: list[str] = []
    for size in order:
        if all(size in own and (not kept or own[size] > own[kept[-1]]) for own in columns.values()):
            kept.append(size)
    return tuple(
        SizeRow(size=size, body={name: _span([own[one] for one in kept], at) for name, own in columns.items()})
        for at, size in enumerate(kept)
    )


def _span(middles: Sequence[float], at: int) -> tuple[float, float]:
    steps = [large - small for small, large in pairwise(middles)] or [10.0]
    return middles[at] - steps[max(at - 1, 0)] / 2, middles[at] + steps[min(at, len(steps) - 1)] / 2


def _kinds(rows: Sequence[Row]) -> tuple[list[str], dict[str, float]]:
    """Measures that a tenth of the rows have, and their usual values."""
    counts = Counter(kind for row in rows for kind in row.body)
    kinds = sorted(kind for kind, count in counts.items() if count > len(rows) / 10)
    return kinds, {kind: median(row.body[kind] for row in rows if kind in row.body) for kind in kinds}


def _fitted(learned: Sequence[Row], tested: Sequence[Row], order: Sequence[str]) -> list[str]:
    kinds, middle = _kinds(learned)
    places = {size: at for at, size in enumerate(order)}
    labels = np.array([places[row.size] for row in learned])
    model = Ordered(features_of([dict(row.body) for row in learned], kinds, middle), labels, len(order))
    chances = model.chances(features_of([dict(row.body) for row in tested], kinds, middle))
    return [order[at] for at in chances.argmax(axis=1)]


def _fit_figures(rows: Sequence[Row]) -> dict[str, Any]:
    """Too small, right or too large: from the size taken against the one that such bodies need, what the item's and the
    person's other verdicts say (`domain.sizing.learning`)."""
    learned, tested = [row for row in rows if not row.is_test], [row for row in rows if row.is_test]
    labels = np.array([(row.fit or 0) + 1 for row in learned])
    needs = _needs(learned)
    model = Ordered(_fit_features(learned, learned, needs), labels, 3)
    shares = np.bincount(labels, minlength=3) / len(labels)
    chances = model.chances(_fit_features(tested, learned, needs))
    truth = [_FIT_NAMES[(row.fit or 0) + 1] for row in tested]
    places = {name: at for at, name in enumerate(_FIT_NAMES)}
    guesses = {
        "majority": [_FIT_NAMES[int(shares.argmax())]] * len(tested),
        "ours, likeliest": [_FIT_NAMES[at] for at in chances.argmax(axis=1)],
        "ours, balanced": [_FIT_NAMES[at] for at in (chances / shares).argmax(axis=1)],
    }
    found = {name: _judged(truth, own, places) for name, own in guesses.items()}
    return {"learned_from": len(learned), "tested": len(tested), **found, "auc": _auc(truth, chances)}


def _needs(learned: Sequence[Row]) -> tuple[list[str], dict[str, float], Floats, float]:
    """A line from body to the size that was right, and how far sizes lie off it."""
    right = [row for row in learned if row.fit == 0]
    kinds, middle = _kinds(right)
    features = features_of([dict(row.body) for row in right], kinds, middle)
    whole = np.column_stack([np.ones(len(right)), features])
    ranks = np.array([row.rank for row in right])
    line = np.linalg.lstsq(whole, ranks, rcond=None)[0]
    return kinds, middle, np.asarray(line), float((ranks - whole @ line).std()) or 1.0


def _fit_features(
    rows: Sequence[Row], learned: Sequence[Row], needs: tuple[list[str], dict[str, float], Floats, float]
) -> Floats:
    kinds, middle, line, spread = needs
    features = features_of([dict(row.body) for row in rows], kinds, middle)
    gap = (np.array([row.rank for row in rows]) - np.column_stack([np.ones(len(rows)), features]) @ line) / spread
    items, people = _verdicts(learned, "item"), _verdicts(learned, "person")
    scale = product_spread([(own, "") for own in list(items.values())[:400]])
    by_item = np.array([_without(row, items.get(row.item), "item", learned is rows, scale) for row in rows])
    by_person = np.array([_without(row, people.get(row.person), "person", learned is rows, scale) for row in rows])
    return np.column_stack([gap, gap * gap, by_item, by_person])


def _verdicts(rows: Sequence[Row], kind: str) -> dict[str, Verdicts]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        counts[row.item if kind == "item" else row.person][(row.fit or 0) + 1] += 1
    return {name: Verdicts(*own) for name, own in counts.items() if name}


_SEEN: dict[tuple[Verdicts, float], float] = {}


def _without(row: Row, verdicts: Verdicts | None, kind: str, is_own: bool, spread: float) -> float:
    """The offset that all but the row itself tell: a row that is learned from may not tell its own verdict."""
    if verdicts is None:
        return 0.0
    counts = [verdicts.small, verdicts.right, verdicts.large]
    if is_own:
        counts[(row.fit or 0) + 1] -= 1
    own = Verdicts(*counts)
    key = (own, spread if kind == "item" else -1.0)
    if key not in _SEEN:
        _SEEN[key] = (product_offset(own, spread=spread) if kind == "item" else own_offset(own)).sizes
    return _SEEN[key]


def _auc(truth: Sequence[str], chances: Floats) -> float:
    """Mean over the three verdicts: how often one that is it is given a higher probability than one that is not."""
    found = []
    for at, name in enumerate(_FIT_NAMES):
        is_it = np.array([own == name for own in truth])
        if 0 < is_it.sum() < len(is_it):
            ranks = np.empty(len(is_it))
            ranks[chances[:, at].argsort()] = np.arange(1, len(is_it) + 1)
            hits = is_it.sum()
            found.append((ranks[is_it].sum() - hits * (hits + 1) / 2) / (hits * (len(is_it) - hits)))
    return float(np.mean(found)) if found else 0.5
