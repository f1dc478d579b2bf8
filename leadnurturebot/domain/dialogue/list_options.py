"""Several goods that a request may be about: offered to choose from, and what the one picked was wanted for."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Hit, Product
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.state import Question


def with_options(base: Request, route: str, options: tuple[Product, ...]) -> Request:
    """The request with these goods as what it may be about."""
    hits = tuple(Hit(product=option, score=0.0) for option in options)
    return replace(base, route=route, options=options, hits=hits)


def picked_for(question: Question | None, request: Request) -> Request:
    """ "The second" below "which piece is it for?" goes on with what was wanted of it: its size, or to have it."""
    about = question.about if question is not None and question.kind == "pick" else {}
    then, product = str(about.get("then", "")), request.product
    if not then or product is None or request.route != "product" or request.entities.details:
        return request
    size = request.size or match_size(product, str(about.get("size") or ""))
    return replace(request, route=then, intent=then, size=size, quantity=request.quantity or about.get("quantity"))
