"""Which goods an answer may name: searched before anything is decided, so that their offers are loaded in one go."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Hit, Product, Wish
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.understanding import Entities
from leadnurturebot.domain.dialogue.wishes import gather, is_empty, started_over

SEARCHED = 10
ALTERNATIVES = 4
SEEN_LOOKED_AT = 3
FEWEST = 3
"""Suggestions are filled up to this many with best sellers."""

_WITH_ALTERNATIVES = frozenset({"product", "greeting", "add_to_cart", "notify_restock"})
_WITH_START = frozenset(
    {
        "unsure",
        "affirm",
        "out_of_scope",
        "media",
        "gone",
        "view_cart",
        "edit_cart",
        "size_help",
        "declined",
        "pay",
        "checkout",
    }
)
"""Requests whose answer may offer starting points."""
_ABSENT = frozenset({"", "no", "none", "without", "false", "0"})


def with_goods(scene: Scene, request: Request) -> Request:
    """The request with the wish it leaves and the products that its answer may name, best first."""
    match request.route:
        case "browse":
            return _browse(scene, request)
        case "recommendation" | "keep_looking":
            return _recommend(scene, request)
        case "similar":
            sized = replace(request, size=request.size or _size_in_focus(scene, request))
            return replace(sized, hits=_similar(scene, sized, SEARCHED))
        case "cart_sent":
            found = (scene.turn.catalogue.by_sku(line.sku) for line in request.cart)
            return replace(request, hits=tuple(Hit(product=pair[0], score=0.0) for pair in found if pair))
        case "with_detail":
            return replace(request, hits=_with_detail(scene, request, request.entities.details))
        case route if route in _WITH_ALTERNATIVES:
            return _with_alternatives(scene, request)
    if request.route in _WITH_START and request.product is None and not scene.turn.cart:
        return replace(request, hits=_starting_points(scene))
    return request


def _browse(scene: Scene, request: Request) -> Request:
    exclude = (*scene.turn.state.refused, *(line.product_id for line in scene.turn.cart))
    wish = gather(scene.wish, request.entities, text=request.text, exclude=exclude)
    if is_empty(wish) and not wish.text:
        return replace(request, wish=wish, hits=_starting_points(scene))
    return replace(request, wish=wish, hits=tuple(scene.turn.catalogue.search(wish, limit=SEARCHED)))


def _with_alternatives(scene: Scene, request: Request) -> Request:
    if request.product is None:
        return replace(request, hits=_starting_points(scene))
    hits = _similar(scene, request, ALTERNATIVES)
    if request.entities.details:
        hits = (*hits, *_with_detail(scene, request, _missing(request.product, request.entities.details)))
    return replace(request, hits=_unique(hits))


def _size_in_focus(scene: Scene, request: Request) -> str:
    """The size chosen of the product in focus holds for what is similar to it."""
    focus = scene.focus
    is_same = focus is not None and request.product is not None and focus.product_id == request.product.id
    return focus.size if focus is not None and is_same else ""


def _similar(scene: Scene, request: Request, limit: int) -> tuple[Hit, ...]:
    if request.product is None:
        return ()
    is_color = request.route == "similar" or request.color in request.product.colors
    wish = Wish(
        colors=(request.color,) if request.color and is_color else (),
        sizes=(request.size,) if request.size else (),
        exclude=tuple(scene.turn.state.refused),
    )
    return tuple(scene.turn.catalogue.similar(request.product.id, limit=limit, wish=wish))


def _with_detail(scene: Scene, request: Request, details: tuple[str, ...]) -> tuple[Hit, ...]:
    """Near products whose record has what this one lacks."""
    if not details or request.product is None:
        return ()
    near = scene.turn.catalogue.similar(request.product.id, limit=SEARCHED)
    return tuple(hit for hit in near if all(has_detail(hit.product, detail) for detail in details))


def _missing(product: Product, details: Iterable[str]) -> tuple[str, ...]:
    return tuple(detail for detail in details if lacks_detail(product, detail))


def has_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it."""
    return product.details.get(detail, "").strip().casefold() not in _ABSENT


def lacks_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it not; a silent record says nothing."""
    return detail in product.details and not has_detail(product, detail)


def _recommend(scene: Scene, request: Request) -> Request:
    """Near what was looked at and what goes with the cart; with neither, what meets the wishes or sells best."""
    turn, before = scene.turn, scene.wish
    is_asked_anew = request.kind == "text" and request.question is None and bool(turn.state.seen)
    if is_asked_anew and request.entities == Entities():
        before = started_over(before)
    wish = gather(before, request.entities, text="")
    known = {*turn.state.seen, *turn.state.shown, *turn.state.refused, *(line.product_id for line in turn.cart)}
    if is_empty(wish):
        found = [*_partners(scene.cart_products, scene), *_near_seen(scene, wish), *_partners(_seen(scene), scene)]
        fresh = {hit.product.id for hit in found} - known
        fillers = [hit for hit in _starting_points(scene) if hit.product.id not in known | fresh]
        found += fillers[: max(0, FEWEST - len(fresh))]
    else:
        searched = turn.catalogue.search(replace(wish, exclude=tuple(known)), limit=SEARCHED)
        found = [*_near_seen(scene, wish), *searched]
    hits = tuple(hit for hit in found if hit.product.id not in known)
    return replace(request, wish=wish, hits=_unique(hits)[:SEARCHED])


def _partners(products: Iterable[Product], scene: Scene) -> list[Hit]:
    """What goes with some products by their records."""
    partners = (partner for product in products for partner in product.goes_with)
    found = (scene.turn.catalogue.product(partner) for partner in partners)
    return [Hit(product=product, score=1.0) for product in found if product is not None]


def _seen(scene: Scene) -> tuple[Product, ...]:
    """Products looked at last, newest first."""
    newest = tuple(dict.fromkeys(reversed(scene.turn.state.seen)))[:SEEN_LOOKED_AT]
    return tuple(product for product in map(scene.product, newest) if product is not None)


def _near_seen(scene: Scene, wish: Wish) -> list[Hit]:
    """Neighbours of the products looked at last, in turns, so that one of them does not fill the list."""
    neighbours = [scene.turn.catalogue.similar(product.id, limit=5, wish=wish) for product in _seen(scene)]
    longest = max(map(len, neighbours), default=0)
    return [hits[place] for place in range(longest) for hits in neighbours if place < len(hits)]


def _starting_points(scene: Scene) -> tuple[Hit, ...]:
    """Best sellers, or the head of the catalogue while nothing was sold."""
    turn = scene.turn
    best = sorted(turn.sales, key=lambda product_id: -turn.sales[product_id])[:SEARCHED]
    products = tuple(product for product in map(turn.catalogue.product, best) if product is not None)
    if products:
        return tuple(Hit(product=product, score=0.0) for product in products)
    return tuple(turn.catalogue.search(Wish(), limit=SEARCHED))


def _unique(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    by_id: dict[UUID, Hit] = {}
    for hit in hits:
        by_id.setdefault(hit.product.id, hit)
    return tuple(by_id.values())
