"""A turn's messages and requests as one list without courtesies and doubles, so that one reply answers all."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.together import merged

_COURTESIES = frozenset({"greeting", "thanks", "goodbye", "affirm", "declined", "out_of_scope", "unsure"})
# What is still answered in the turn that says stop: help with what the customer already has, never anything that sells.
_AFTER_STOP = frozenset(
    {
        "opt_out",
        "order_status",
        "cancel_order",
        "return_exchange",
        "complaint",
        "ticket_news",
        "human_agent",
        "delete_data",
    }
)
_SIZED = frozenset({"size_help", "size_advice"})
_PRODUCT_ROUTES = frozenset({"product", "greeting"})


def tidy(requests: Sequence[Request]) -> tuple[Request, ...]:
    """The requests to answer, in order; courtesies are answered only when nothing else is asked."""
    told = _figures_together(_after_stop(list(requests)))
    kept = _without_doubles(_one_return(_one_search(_without_echoes(_merged(told)))))
    substantial = [request for request in kept if not _is_courtesy(request)]
    return tuple(substantial or _strongest_courtesy(kept))


def _figures_together(requests: list[Request]) -> list[Request]:
    """ "157 cm" and "52 kg" in two messages are one answer about one garment."""
    sized = [request for request in requests if request.route in _SIZED]
    same = {request.product.id if request.product else None for request in sized}
    if len(sized) < 2 or len(same) > 1:
        return requests
    told = next((request for request in sized if request.route == "size_advice"), sized[0])
    sizes = [request.entities for request in sized]
    whole = replace(
        told, entities=merged(sizes), cues=tuple(dict.fromkeys(c for request in sized for c in request.cues))
    )
    return [
        whole if request is sized[0] else request for request in requests if request is sized[0] or request not in sized
    ]


def _is_courtesy(request: Request) -> bool:
    if request.route == "unsure":
        # A "bah" beside a wish is no second misunderstanding, whatever is talked about.
        return True
    return request.route in _COURTESIES and request.product is None and request.ad is None and request.kind != "ad"


def _strongest_courtesy(requests: list[Request]) -> list[Request]:
    """Of "hi", "thanks", "haha" in one breath one is answered: what carries a request most likely."""
    order = ("unsure", "declined", "affirm", "greeting", "thanks", "goodbye", "out_of_scope")
    return sorted(requests, key=lambda request: order.index(request.route) if request.route in order else 0)[:1]


def _after_stop(requests: list[Request]) -> list[Request]:
    """Beside STOP only help is given; beside a complaint nothing is sold and nothing recited."""
    routes = {request.route for request in requests}
    if "opt_out" in routes:
        return [request for request in requests if request.route in _AFTER_STOP]
    if "complaint" in routes:
        return [request for request in requests if request.route in ("complaint", "order_status", "human_agent")]
    return requests


def _merged(requests: list[Request]) -> list[Request]:
    """Questions about one product become one: "M. does it have pockets?" is answered in one breath."""
    merged: list[Request] = []
    for request in requests:
        index = _same_product(merged, request)
        if index is None:
            merged.append(request)
        else:
            merged[index] = _joined(merged[index], request)
    return merged


def _without_echoes(requests: list[Request]) -> list[Request]:
    """A sentence that only names the product of another request asks nothing of its own; and while the size is still
    being found, "I'll take it" waits for it."""
    told = [request for request in requests if request.product and request.route != "unsure"]
    asked = {request.product.id for request in told if request.product and not _only_names(request)}
    added = {request.product.id for request in requests if request.product and request.route == "add_to_cart"}
    sized = {request.product.id for request in requests if request.product and request.route == "size_help"}
    return [
        request
        for request in requests
        if request.product is None
        or (
            not (_only_names(request) and request.product.id in asked)
            and not (_only_asks_stock(request) and request.product.id in added)
            and not (request.route == "add_to_cart" and not request.size and request.product.id in sized)
        )
    ]


def _one_search(requests: list[Request]) -> list[Request]:
    """ "Tops. Nothing pink.": of searches for one kind the last holds all wishes."""
    last = {request.wish.categories: request for request in requests if request.route == "browse" and request.wish}
    return [
        request
        for request in requests
        if request.route != "browse" or request.wish is None or last[request.wish.categories] is request
    ]


def _one_return(requests: list[Request]) -> list[Request]:
    """ "The skirt is too small, can I have a bigger one?" sends back once, and looks for no other skirt."""
    returns = [request for request in requests if request.route == "return_exchange"]
    if len(returns) < 2:
        return requests
    whole = replace(returns[0], entities=merged([request.entities for request in returns]))
    return [whole if request is returns[0] else request for request in requests if request not in returns[1:]]


def _only_names(request: Request) -> bool:
    return request.route == "product" and request.aspects == ("details",) and not request.entities.details


def _only_asks_stock(request: Request) -> bool:
    return request.route == "product" and request.aspects == ("availability",) and not request.entities.details


def _same_product(before: list[Request], request: Request) -> int | None:
    if request.route != "product" or request.product is None:
        return None
    for index, earlier in enumerate(before):
        same = earlier.product is not None and earlier.product.id == request.product.id
        if same and earlier.route in _PRODUCT_ROUTES and not _differ(earlier, request):
            return index
    return None


def _differ(earlier: Request, later: Request) -> bool:
    """Two sizes or two colours asked about are two answers."""
    sizes = bool(earlier.entities.sizes and later.entities.sizes and earlier.size != later.size)
    colors = bool(earlier.entities.colors and later.entities.colors and earlier.color != later.color)
    return sizes or colors


def _joined(earlier: Request, later: Request) -> Request:
    details = tuple(dict.fromkeys((*earlier.entities.details, *later.entities.details)))
    return replace(
        earlier,
        entities=replace(earlier.entities, details=details),
        aspects=tuple(dict.fromkeys((*earlier.aspects, *later.aspects))),
        color=later.color or earlier.color,
        size=later.size or earlier.size,
        named=earlier.named or later.named,
        hits=earlier.hits or later.hits,
    )


def _without_doubles(requests: list[Request]) -> list[Request]:
    """The same tap twice, or the same wish in two messages, is answered once."""
    seen: dict[object, Request] = {}
    for request in requests:
        product_id = request.product.id if request.product else None
        key = (
            request.route,
            product_id,
            request.color,
            request.size,
            request.action,
            request.entities,
            request.kind,
            request.answer,
        )
        seen.setdefault(key, request)
    return list(seen.values())
