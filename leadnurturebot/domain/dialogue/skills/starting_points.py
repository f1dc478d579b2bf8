"""Two or three ways to begin, from what the shop truly sells."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.goods import has_sizes, is_here, variants_of
from leadnurturebot.domain.dialogue.request import Request


def categories_of(request: Request) -> tuple[str, ...]:
    """Kinds of garments among the products found for a request, in their order."""
    return tuple(dict.fromkeys(hit.product.category for hit in request.hits))


def offer_start(draft: Draft, request: Request, weight: int = HINT) -> None:
    """Offer starting points as buttons."""
    draft.buttons(weight, *choices.start(draft, request.start or categories_of(request)))


def offer_way_back(draft: Draft, request: Request) -> None:
    """Back to the cart, to the product in focus, or to a beginning."""
    product = draft.turn.catalogue.product(draft.focus.product_id) if draft.focus else None
    if draft.cart:
        draft.buttons(HINT, choices.pay_amount(draft), choices.keep_looking())
    elif product is not None and draft.focus is not None:
        fits = variants_of(product, color=draft.focus.color, size=draft.focus.size)
        variant = fits[0] if len(fits) == 1 and is_here(fits[0], draft.facts.offers) else None
        size = choices.size_help(product) if has_sizes(product) and variant is None else None
        draft.buttons(HINT, choices.add(product, variant), size, choices.similar(product))
    else:
        offer_start(draft, request)
