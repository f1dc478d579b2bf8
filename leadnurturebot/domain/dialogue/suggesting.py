"""Suggestions for this customer: the scorer of `domain.recommending` on what the turn knows."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Hit, Product
from leadnurturebot.domain.dialogue.audience import implied_audience
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Turn
from leadnurturebot.domain.recommending import BUYERS_LEAST, Anchor, Deed, Goods, Suggestion, Why, suggest

_NO_OCCASION = frozenset({"casual", "everyday"})


def suggested(scene: Scene, without: Collection[UUID], *, limit: int) -> list[Hit]:
    """What suits what the customer has in the cart, looked at and bought, each with where it comes from; empty for
    somebody of whom nothing is known."""
    if not _anchors(scene.turn):
        return []
    audience = implied_audience(scene.turn)
    hits: list[Hit] = []
    for suggestion in _suggestions(scene.turn, without):
        product = scene.product(suggestion.product_id)
        if product is not None and _has_tie(scene, product, suggestion) and _is_for(product, audience):
            hits.append(Hit(product=product, score=suggestion.score, why=suggestion.why, anchor=suggestion.anchor))
            if len(hits) == limit:
                break
    return hits


def common(product: Product, other: Product) -> Term | None:
    """What two goods of different kinds share that can be said in a word: the material, else an occasion worth a name."""
    if product.material and product.material.casefold() == other.material.casefold():
        return Term("material", product.material)
    shared = [name for name in product.occasions if name in other.occasions and name not in _NO_OCCASION]
    return Term("occasion", shared[0]) if shared else None


def best_first(scene: Scene, hits: Iterable[Hit]) -> list[Hit]:
    """Goods found by a wish, those first that suit the customer, with where that comes from."""
    known = {suggestion.product_id: suggestion for suggestion in _suggestions(scene.turn, ())}
    told = [_told(hit, known.get(hit.product.id)) for hit in hits]
    return sorted(told, key=lambda hit: -known[hit.product.id].score if hit.product.id in known else 0.0)


def bought_with(turn: Turn, product_id: UUID) -> list[Hit]:
    """What people bought together with a product and is of another kind: two dresses are no outfit."""
    product = turn.catalogue.product(product_id)
    found: list[Hit] = []
    for companion in turn.habits.companions.get(product_id, ()):
        other = turn.catalogue.product(companion.product_id)
        if other is None or product is None or companion.buyers < BUYERS_LEAST:
            continue
        if other.category != product.category and other.audience in (product.audience, "unisex"):
            found.append(Hit(product=other, score=companion.closeness, why=Why.BOUGHT_WITH, anchor=product_id))
    return found


def _is_for(product: Product, audience: str) -> bool:
    return not audience or product.audience in (audience, "unisex")


def _has_tie(scene: Scene, product: Product, suggestion: Suggestion) -> bool:
    """Whether it can be said why: nobody is shown something that is somehow like something."""
    anchor = scene.product(suggestion.anchor)
    if suggestion.why is not Why.ALIKE or anchor is None or anchor.category == product.category:
        return True
    return common(product, anchor) is not None


def _told(hit: Hit, suggestion: Suggestion | None) -> Hit:
    return replace(hit, why=suggestion.why, anchor=suggestion.anchor) if suggestion else hit


def _suggestions(turn: Turn, without: Collection[UUID]) -> list[Suggestion]:
    goods = Goods(alike=turn.catalogue.likeness, partners=lambda product_id: _partners(turn, product_id))
    return suggest(_anchors(turn), turn.habits, goods, without=without)


def _partners(turn: Turn, product_id: UUID) -> tuple[UUID, ...]:
    product = turn.catalogue.product(product_id)
    return product.goes_with if product else ()


def _anchors(turn: Turn) -> list[Anchor]:
    """The cart first, then what was looked at, newest first, then what was bought."""
    cart = [Anchor(line.product_id, Deed.CART) for line in reversed(turn.cart)]
    seen = [Anchor(product_id, Deed.SEEN) for product_id in reversed(turn.state.seen)]
    return [*cart, *seen, *(Anchor(product_id, Deed.BOUGHT) for product_id in turn.bought)]
