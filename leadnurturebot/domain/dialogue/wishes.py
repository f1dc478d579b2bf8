"""What the customer looks for, gathered over several messages."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from leadnurturebot.domain.catalogue import Wish
from leadnurturebot.domain.dialogue.understanding import Entities

_REPLACED = ("categories", "colors", "sizes", "materials", "occasions", "fits", "lengths")
_WORN = frozenset({"pockets", "lining", "sleeves", "hood", "slit", "stretch"})
"""Details that a garment has or has not; others are asked about, not wished for."""
_REMEMBERED = tuple(field.name for field in fields(Wish) if field.name not in ("exclude", "on_sale"))
_KEPT_FOR_A_NEW_SEARCH = ("sizes", "not_colors", "not_materials", "audience")


def gather(before: Wish, said: Entities, *, text: str, exclude: tuple[UUID, ...] = (), is_aside: bool = False) -> Wish:
    """The wish after a message: what is said anew replaces, refusals add up, and another kind of garment starts over
    with only the size, the audience and the refusals kept. For somebody else the size is not kept either, and the rest
    only when no more was said than that ("for men": `is_aside`).
    """
    base = before
    is_other_kind = said.categories and before.categories and set(said.categories) != set(before.categories)
    if said.audience and said.audience != before.audience:
        base = replace(before if is_aside and not is_other_kind else started_over(before), sizes=(), text="")
    elif is_other_kind:
        base = started_over(before)
    changes: dict[str, Any] = {name: getattr(said, name) for name in _REPLACED if getattr(said, name)}
    if worn := tuple(detail for detail in said.details if detail in _WORN):
        changes["details"] = worn
    if said.audience:
        changes["audience"] = said.audience
    for name in ("price_min", "price_max"):
        if getattr(said, name) is not None:
            changes[name] = getattr(said, name)
    not_colors = tuple(dict.fromkeys((*base.not_colors, *said.not_colors)))
    not_materials = tuple(dict.fromkeys((*base.not_materials, *said.not_materials)))
    colors = tuple(color for color in changes.get("colors", base.colors) if color not in said.not_colors)
    wish = replace(base, **{**changes, "colors": colors}, not_colors=not_colors, not_materials=not_materials)
    return replace(wish, text="" if is_specific(wish) else text or before.text, exclude=exclude)


def wish_of(said: Entities) -> Wish:
    """What one message says of a wish, without its words."""
    return replace(gather(Wish(), said, text=""), text="")


def started_over(wish: Wish) -> Wish:
    """What lasts when something else is looked for."""
    return Wish(**{name: getattr(wish, name) for name in _KEPT_FOR_A_NEW_SEARCH})


def is_vague(wish: Wish) -> bool:
    """Whether only an occasion is known, so that one question about the kind of garment helps most."""
    said = (wish.categories, wish.colors, wish.materials, wish.fits, wish.lengths, wish.details)
    return not any(said) and not (wish.price_max or wish.price_min) and not wish.text


def is_specific(wish: Wish) -> bool:
    """Whether the wish can be searched for by its fields alone, without the customer's raw words."""
    return bool(
        wish.categories
        or wish.occasions
        or wish.materials
        or wish.colors
        or wish.fits
        or wish.lengths
        or wish.audience
        or wish.details
    )


def is_empty(wish: Wish) -> bool:
    """Whether nothing was wished that narrows the choice."""
    return not is_specific(wish) and wish.price_max is None and wish.price_min is None


def to_memory(wish: Wish) -> dict[str, Any]:
    """The lasting part of a wish as JSON values; exclusions belong to one message only, words to a wish without more."""
    is_worded = not is_specific(wish)
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name in _REMEMBERED
        if (value := getattr(wish, name)) not in ((), "", None) and (is_worded or name != "text")
    }


def from_memory(memory: Mapping[str, Any]) -> Wish:
    """The wish of `to_memory`; unknown keys are dropped."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in memory.items() if key in _REMEMBERED
    }
    return Wish(**values)
