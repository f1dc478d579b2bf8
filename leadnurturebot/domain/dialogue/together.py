"""Wishes strewn over the parts of one message, taken as one: "I wear S. Not wool. At most 80. What would you suggest?" """

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from leadnurturebot.domain.dialogue.counting import counts_by_word
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.open_choice import is_adding
from leadnurturebot.domain.dialogue.pointing import chosen_color
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_ASKS = frozenset({"recommendation", "product_search"})
_TELLS = frozenset({"size_help", "price", "availability", "product_details", "discount", "deny"}) | _ASKS


def told_together(scene: Scene, units: Sequence[Understanding]) -> tuple[Understanding, ...]:
    """The units with all that wishes for goods in one, at the place of the first; those about a known product stay."""
    if _asks_size_only(units):
        sizes = tuple(size for unit in units for size in unit.entities.sizes)
        units = (replace(units[0], entities=replace(units[0].entities, sizes=sizes)),)
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


def _asks_size_only(units: Sequence[Understanding]) -> bool:
    """ "I'm between S and M, which should I get?" asks for the size, not for other goods."""
    if [unit.intent for unit in units] != ["size_help", "recommendation"]:
        return False
    return replace(units[1].entities, sizes=()) == Entities() and not units[0].entities.categories


def each_color(scene: Scene, heard: Heard, unit: Understanding) -> Iterator[Request]:
    """ "2 black 1 white in M": a count for each colour of the product named, or of the one in focus, all to be added; in
    answer to which colour, in the size that was chosen."""
    said = unit.entities
    product = scene.product(said.products[0]) if len(said.products) == 1 else scene.focus_product
    is_answer = is_adding(scene.question) and "?" not in heard.text
    if not (unit.intent == "add_to_cart" or is_answer) or len(said.colors) < 2 or product is None:
        return
    counts = counts_by_word(heard.text, said.written_colors, unit.language)
    size = next((own for word in said.sizes if (own := match_size(product, word))), "")
    if not size and scene.question is not None and is_answer:
        size = str(scene.question.about.get("size", ""))
    if len(counts) == len(said.colors) and (size or len(product.sizes) == 1 or is_answer):
        for word, (_, count) in zip(said.colors, counts, strict=True):
            yield Request(
                route="add_to_cart", intent="add_to_cart", text=heard.text, product=product, named=True,
                color=chosen_color(product, (word,)), size=size, quantity=count,
            )  # fmt: skip


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
