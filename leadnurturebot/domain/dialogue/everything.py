"""A wish to see everything: all dresses, or the whole catalogue. More than one message holds goes on a page of its own."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Hit, Wish
from leadnurturebot.domain.dialogue.audience import implied_audience
from leadnurturebot.domain.dialogue.list_talk import LOOKING
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.wishes import is_empty, started_over, wish_of
from leadnurturebot.domain.recommending import Why

PAGE_ITEMS = 30
"""Goods on a page; a shop has more, but nobody looks at more."""
_LOOKED_THROUGH = 300
_BEST_FIRST = 3
_OFTEN_GUESSED = frozenset({"view_cart", "out_of_scope", "discount"})


def asks_catalogue(scene: Scene, unit: Understanding, base: Request, *, is_unsure: bool) -> Request | None:
    """ "Send me your catalogue", with no kind of goods in it. "Show me everything" is not the cart while that is empty."""
    is_meant = unit.intent in LOOKING or is_unsure or (unit.intent in _OFTEN_GUESSED and not scene.turn.cart)
    if "catalogue" not in base.cues or not is_meant or not is_empty(wish_of(unit.entities)):
        return None
    return replace(base, route="catalogue")


def wants_all(request: Request) -> bool:
    """ "All dresses": a few of them are not the answer."""
    return bool({"all_goods", "catalogue"} & set(request.cues)) and not request.is_more


def without_all(request: Request) -> Request:
    """The Hindi "all" of "saari dresses" sounds like a saree."""
    said = request.entities
    if "all_goods" not in request.cues or len(said.categories) < 2 or "saree" not in said.categories:
        return request
    kept = tuple(category for category in said.categories if category != "saree")
    return replace(request, entities=replace(said, categories=kept))


def whole_catalogue(scene: Scene, first: Iterable[Hit]) -> tuple[Wish, tuple[Hit, ...]]:
    """A look through the shop: the best sellers of `first`, then the kinds of goods in turns, for whom the goods looked at
    are for."""
    wish = started_over(scene.wish)
    audience = wish.audience or implied_audience(scene.turn)
    found = scene.turn.catalogue.search(Wish(audience=audience), limit=_LOOKED_THROUGH)
    fitting = [hit for hit in found if not hit.missed]
    best = [hit for hit in first if hit.why is Why.BEST and _is_for(hit, audience)][:_BEST_FIRST]
    chosen: dict[UUID, Hit] = {}
    for hit in (*best, *_in_turns(fitting)):
        chosen.setdefault(hit.product.id, hit)
    return wish, tuple(chosen.values())[:PAGE_ITEMS]


def _is_for(hit: Hit, audience: str) -> bool:
    return not audience or hit.product.audience in (audience, "unisex")


def _in_turns(hits: list[Hit]) -> list[Hit]:
    kinds: dict[str, list[Hit]] = {}
    for hit in hits:
        kinds.setdefault(hit.product.category, []).append(hit)
    longest = max(map(len, kinds.values()), default=0)
    return [group[place] for place in range(longest) for group in kinds.values() if place < len(group)]
