"""Precision, recall and F1 of what messages name, by kind and over all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

LISTS = {
    "category": "categories", "color": "colors", "size": "sizes", "material": "materials", "occasion": "occasions",
    "fit": "fits", "detail": "details", "not_color": "not_colors", "not_material": "not_materials", "product": "products",
}  # fmt: skip
_CLOSE = 0.02
"""How far, relatively, a measure may lie from the truth: five feet four are 162.56 cm."""
_MEASURES = ("height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm")

Named = set[tuple[str, str]]


def named(entities: Mapping[str, Any], kinds: Iterable[str]) -> Named:
    """(kind, value) pairs of an entities object, lists spread out."""
    found: Named = set()
    for kind in kinds:
        values = entities.get(LISTS.get(kind, ""), [entities[kind]] if kind in entities else [])
        found |= {(kind, _comparable(kind, value)) for value in values}
    return found


def _comparable(kind: str, value: Any) -> str:
    if isinstance(value, int | float) or (kind in _MEASURES):
        return f"{float(value):g}"
    return str(value).lower()


def entity_figures(pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Any]:
    """Figures over (wanted, found) pairs. Kinds that no wanted object ever names are not judged."""
    kinds = sorted(
        {kind for wanted, _ in pairs for kind in wanted if kind not in LISTS.values() and kind != "size_system"}
    )
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for wanted, found in pairs:
        truth, guess = named(wanted, kinds), named(found, kinds)
        meant.update(kind for kind, _ in truth)
        said.update(kind for kind, _ in guess)
        right.update(kind for kind, value in guess if (kind, value) in truth or _is_near(kind, value, truth))
    by_kind = {kind: _of(right[kind], said[kind], meant[kind]) for kind in kinds}
    return {**_of(right.total(), said.total(), meant.total()), "by_kind": by_kind}


def _is_near(kind: str, value: str, truth: Named) -> bool:
    own = [float(other) for name, other in truth if name == kind] if kind in _MEASURES else []
    return any(abs(float(value) - other) <= _CLOSE * other for other in own)


def _of(right: int, said: int, meant: int) -> dict[str, float]:
    return {
        "precision": right / said if said else 1.0,
        "recall": right / meant if meant else 1.0,
        "f1": 2 * right / (said + meant) if said + meant else 1.0,
        "named": meant,
    }
