"""Two or three ways to begin, from what the shop truly sells."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.request import Request


def categories_of(request: Request) -> tuple[str, ...]:
    """Kinds of garments among the products found for a request, most frequent place first."""
    return tuple(dict.fromkeys(hit.product.category for hit in request.hits))


def offer_start(draft: Draft, request: Request, weight: int = HINT) -> None:
    """Offer starting points as buttons."""
    draft.buttons(weight, *choices.start(draft, categories_of(request)))
