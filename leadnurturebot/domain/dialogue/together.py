"""Wishes strewn over the parts of one message, taken as one: "I wear S. Not wool. At most 80. What would you suggest?" """

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_ASKS = frozenset({"recommendation", "product_search"})
_TELLS = frozenset({"size_help", "price", "availability", "product_details", "discount", "deny"}) | _ASKS


def told_together(scene: Scene, units: Sequence[Understanding]) -> tuple[Understanding, ...]:
    """The units with all that wishes for goods in one, at the place of the first; those about a known product stay."""
    if scene.focus is not None:
        return tuple(unit for unit in units if len(units) == 1 or not _is_stray_number(scene, unit))
    parts = [unit for unit in units if unit.intent in _TELLS and not unit.entities.products]
    asking = next((unit for unit in parts if unit.intent in _ASKS), None)
    if asking is None or len(parts) < 2:
        return tuple(units)
    whole = replace(
        asking, entities=merged([unit.entities for unit in parts]), confidence=max(u.confidence for u in parts)
    )
    kept = [unit for unit in units if unit not in parts or unit is parts[0]]
    return tuple(whole if unit is parts[0] else unit for unit in kept)


def merged(said: Sequence[Entities]) -> Entities:
    """What several parts say as one: lists one after the other, single values as said first."""
    values: dict[str, Any] = {}
    for field in fields(Entities):
        own = [getattr(entities, field.name) for entities in said]
        if isinstance(own[0], tuple):
            values[field.name] = tuple(dict.fromkeys(item for items in own for item in items))
        else:
            values[field.name] = next((value for value in own if value not in (None, "")), own[0])
    return Entities(**values)


def _is_stray_number(scene: Scene, unit: Understanding) -> bool:
    """ "49?? too much": a bare number that is no size of the product talked about."""
    product, sizes = scene.focus_product, unit.entities.sizes
    is_number = (
        unit.source == "rule" and len(sizes) == 1 and sizes[0].isdecimal() and unit.entities.quantity is not None
    )
    return product is not None and is_number and not match_size(product, sizes[0])
