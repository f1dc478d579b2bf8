"""Garment measures of a size: the middle of the body it is cut for, plus the room the cut leaves."""

from collections.abc import Mapping

# Room in centimetres beyond the body, for (chest, waist, hip). A knitted or elastic garment is cut closer: see STRETCH.
_DRESS = {"slim": (3, 3, 5), "regular": (4, 4, 18), "loose": (12, 20, 22)}
_UPPER = {"slim": (3, 6, 4), "regular": (8, 14, 8), "loose": (16, 24, 16)}
_OUTER = {"slim": (7, 10, 8), "regular": (12, 18, 12), "loose": (20, 28, 20)}
_LOWER = {"slim": (0, 1, 2), "regular": (0, 1, 5), "loose": (0, 2, 14)}
_SKIRT = {"slim": (0, 1, 3), "regular": (0, 1, 10), "loose": (0, 2, 24)}
_ROOM = {
    "dress": _DRESS, "top": _UPPER, "blouse": _UPPER, "t-shirt": _UPPER, "shirt": _UPPER, "knitwear": _UPPER,
    "jacket": _OUTER, "blazer": _OUTER, "coat": _OUTER,
    "jeans": _LOWER, "trousers": _LOWER, "shorts": _LOWER, "skirt": _SKIRT,
}  # fmt: skip
_NAMES = ("chest", "waist", "hip")
STRETCH = {"high": -6, "medium": -2}


def measures(
    category: str,
    fit: str,
    stretch: str,
    body: Mapping[str, tuple[float, float]],
    lengths: Mapping[str, str],
    step: int,
) -> dict[str, float]:
    """Measures in cm of one size; `step` is its place in the product's row of sizes, from 0.

    `lengths` holds "first +growth" by name, as in the data ("94 +1").
    """
    grown = {name: _grown(rule, step) for name, rule in lengths.items()}
    if category not in _ROOM:
        return {**{name: high for name, (_low, high) in body.items() if name == "foot_length"}, **grown}
    room = dict(zip(_NAMES, _ROOM[category][fit], strict=True))
    give = STRETCH.get(stretch, 0)
    around = {
        name: float(round((low + high) / 2 + room[name] + give))
        for name, (low, high) in body.items()
        if not (category in ("jeans", "trousers", "shorts", "skirt") and name == "chest")
    }
    return {**around, **grown}


def _grown(rule: str, step: int) -> float:
    first, growth = rule.split(" +")
    return float(first) + float(growth) * step
