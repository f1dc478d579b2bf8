"""Which goods an answer may name: searched before anything is decided, so that their offers are loaded in one go."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Hit, Product, Wish
from leadnurturebot.domain.dialogue.audience import implied_audience
from leadnurturebot.domain.dialogue.everything import PAGE_ITEMS, wants_all, whole_catalogue, without_all
from leadnurturebot.domain.dialogue.pointing import is_kind
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.suggesting import best_first, bought_with, suggested
from leadnurturebot.domain.dialogue.turn import Turn
from leadnurturebot.domain.dialogue.understanding import Entities
from leadnurturebot.domain.dialogue.wishes import gather, is_empty, started_over
from leadnurturebot.domain.product_record import has_detail, lacks_detail
from leadnurturebot.domain.recommending import Why

SEARCHED = 10
ALTERNATIVES = 4
WORTH_OF_BEST = 0.75
"""Found by words alone, what is worth less than this share of the best is not meant."""
KIND_LOOKED_AT = 20
"""How many of a kind are looked at to find the cheaper ones."""
ASIDE_WORDS = 3
"""A message this short goes on with what was wished: "for men"."""
SUGGESTED = 15
"""So many suggestions are looked at: some may be sold out in the customer's size."""
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
        "cart_put_back",
    }
)
"""Requests whose answer may offer starting points."""
_LOOKED_FOR = frozenset(
    {"browse", "recommendation", "keep_looking", "similar", "cheaper", "cheapest", "with_detail", "sale", "catalogue"}
)


def with_goods(scene: Scene, request: Request) -> Request:
    """The request with the wish it leaves and the products that its answer may name, best first."""
    found = _found(scene, request)
    if request.route not in _LOOKED_FOR:
        return found
    return replace(found, start=tuple(dict.fromkeys(hit.product.category for hit in _starting_points(scene))))


def _found(scene: Scene, request: Request) -> Request:
    match request.route:
        case "browse":
            return _browse(scene, without_all(request))
        case "catalogue":
            wish, hits = whole_catalogue(scene, _starting_points(scene))
            return replace(request, wish=wish, hits=hits)
        case "recommendation" if request.is_best:
            return replace(request, wish=started_over(scene.wish), hits=_starting_points(scene))
        case "recommendation" | "keep_looking":
            return _recommend(scene, request)
        case "similar":
            sized = replace(request, size=request.size or _size_in_focus(scene, request))
            return replace(sized, hits=_similar(scene, sized, SEARCHED))
        case "cart_sent":
            found = (scene.turn.catalogue.by_sku(line.sku) for line in request.cart)
            return replace(request, hits=tuple(Hit(product=pair[0], score=0.0) for pair in found if pair))
        case "sale":
            return _on_sale(scene, request)
        case "cheaper":
            return replace(request, size=_size_in_focus(scene, request), hits=_of_kind(scene, request.options))
        case "cheapest" if not request.hits:
            return _cheapest(scene, request)
        case "with_detail":
            return replace(request, hits=_with_detail(scene, request, request.entities.details))
        case route if route in _WITH_ALTERNATIVES:
            return _with_alternatives(scene, request)
    is_open = request.product is None and not request.options
    if request.route in _WITH_START and is_open and not scene.turn.cart:
        return replace(request, hits=_starting_points(scene))
    return request


def _browse(scene: Scene, request: Request) -> Request:
    exclude = (*scene.turn.state.refused, *(line.product_id for line in scene.turn.cart))
    if request.is_more:
        exclude = (*exclude, *scene.turn.state.listed, *scene.turn.state.seen)
    is_narrowed = request.is_more or request.is_narrowed
    is_aside = len(request.text.split()) <= ASIDE_WORDS
    text = "" if is_narrowed else request.text
    wish = gather(scene.wish, request.entities, text=text, exclude=exclude, is_aside=is_aside)
    if is_empty(wish) and not wish.text:
        return replace(request, wish=wish, hits=_starting_points(scene))
    if request.entities.audience and not request.entities.categories and not request.is_more:
        wish = _of_any_kind_if_none(scene, wish)
    if request.is_narrowed and wish.text:
        # Found by words alone: narrowed among what was shown.
        hits = tuple(hit for hit in _searched(scene, wish) if hit.product.id in scene.shown)
        return replace(request, wish=wish, hits=hits)
    partners = _partners_of_kind(scene, request.partner_of, wish)
    if not request.kin or partners:
        limit = PAGE_ITEMS if wants_all(request) else SEARCHED
        return replace(request, wish=wish, hits=partners or _searched(scene, wish, limit))
    kin = replace(wish, categories=(request.kin,), text="")
    found = (*_searched(scene, kin), *_other_kinds(scene, wish, request.kin))
    return replace(request, wish=kin, hits=_unique(found))


def _of_any_kind_if_none(scene: Scene, wish: Wish) -> Wish:
    """ "And for my husband?" after dresses: the kind is kept only where there is something of it."""
    is_any = any(not hit.missed for hit in scene.turn.catalogue.search(wish, limit=1))
    return wish if is_any or not wish.categories else replace(wish, categories=(), colors=(), fits=())


def _searched(scene: Scene, wish: Wish, limit: int = SEARCHED) -> tuple[Hit, ...]:
    """What meets the wish, for whom the goods looked at are for; for others only when that finds nothing."""
    implied = "" if wish.audience else implied_audience(scene.turn)
    found = tuple(scene.turn.catalogue.search(replace(wish, audience=wish.audience or implied), limit=limit))
    if wish.text and found:
        found = tuple(hit for hit in found if hit.score >= WORTH_OF_BEST * found[0].score)
    if not implied or any(not hit.missed for hit in found):
        return found
    others = tuple(scene.turn.catalogue.search(wish, limit=limit))
    return others if any(not hit.missed for hit in others) else found


def _other_kinds(scene: Scene, wish: Wish, kin: str) -> list[Hit]:
    """What meets the wish without being of the kind talked about."""
    found = _searched(scene, replace(wish, categories=(), text=""))
    return [
        replace(hit, missed=("categories",)) for hit in found if not hit.missed and not is_kind(hit.product, (kin,))
    ]


def _of_kind(scene: Scene, products: tuple[Product, ...]) -> tuple[Hit, ...]:
    """Goods of the kind of these, those like the first of them first."""
    near = scene.turn.catalogue.similar(products[0].id, limit=KIND_LOOKED_AT) if products else ()
    return tuple(hit for hit in near if any(is_kind(hit.product, (product.category,)) for product in products))


def _on_sale(scene: Scene, request: Request) -> Request:
    wish = replace(gather(started_over(scene.wish), request.entities, text=""), on_sale=True)
    return replace(request, wish=wish, hits=_searched(scene, wish))


def _cheapest(scene: Scene, request: Request) -> Request:
    """Goods of the kind said, else of the kind talked about."""
    kind = (request.product.category,) if request.product else ()
    wish = gather(scene.wish, replace(request.entities, categories=request.entities.categories or kind), text="")
    hits = tuple(hit for hit in scene.turn.catalogue.search(wish, limit=KIND_LOOKED_AT) if not hit.missed)
    return replace(request, wish=wish, hits=hits)


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
    is_asked = request.route == "similar"
    in_cart = tuple(line.product_id for line in scene.turn.cart) if is_asked else ()
    shown = scene.turn.state.listed if request.is_more else ()
    wish = Wish(
        colors=(request.color,) if request.color and is_color else (),
        sizes=(request.size,) if request.size else (),
        price_min=request.entities.price_min if is_asked else None,
        price_max=request.entities.price_max if is_asked else None,
        not_colors=request.entities.not_colors if is_asked else (),
        exclude=(*scene.turn.state.refused, *in_cart, *shown),
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


def _recommend(scene: Scene, request: Request) -> Request:
    """Near what was looked at and what goes with the cart; with neither, what meets the wishes or sells best."""
    turn, before = scene.turn, scene.wish
    is_asked_anew = request.kind == "text" and request.question is None and bool(turn.state.seen)
    if is_asked_anew and request.entities == Entities():
        before = started_over(before)
    wish = gather(before, request.entities, text="")
    known = {*turn.state.seen, *turn.state.listed, *_never_again(turn)}
    if is_empty(wish):
        found = suggested(scene, known, limit=SUGGESTED)
        fresh = {hit.product.id for hit in found} - known
        fillers = [hit for hit in _starting_points(scene) if hit.product.id not in known | fresh]
        found += fillers[: max(0, FEWEST - len(fresh))]
    else:
        searched = _searched(scene, replace(wish, exclude=tuple(known)))
        if all(hit.missed for hit in searched):
            # Better what was seen before than nothing that meets the wish.
            searched = _searched(scene, replace(wish, exclude=turn.state.refused))
            known = _never_again(turn)
        found = best_first(scene, _unique((*_near_seen(scene, wish), *searched)))
    hits = tuple(hit for hit in found if hit.product.id not in known)
    return replace(request, wish=wish, hits=_unique(hits)[:SUGGESTED])


def _never_again(turn: Turn) -> set[UUID]:
    """What is not suggested even where nothing else is left: refused, in the cart, bought."""
    return {*turn.state.refused, *turn.bought, *(line.product_id for line in turn.cart)}


def _partners_of_kind(scene: Scene, product: Product | None, wish: Wish) -> tuple[Hit, ...]:
    """What goes with a product by its record and is of the kind wished."""
    found = [*_partners((product,), scene), *bought_with(scene.turn, product.id)] if product is not None else []
    return _unique(hit for hit in found if not wish.categories or is_kind(hit.product, wish.categories))


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
        return tuple(Hit(product=product, score=0.0, why=Why.BEST) for product in products)
    return tuple(turn.catalogue.search(Wish(), limit=SEARCHED))


def _unique(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    by_id: dict[UUID, Hit] = {}
    for hit in hits:
        by_id.setdefault(hit.product.id, hit)
    return tuple(by_id.values())
