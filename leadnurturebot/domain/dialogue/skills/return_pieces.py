"""Which piece of an order comes back, and how it is said."""

from leadnurturebot.domain.catalogue import Variant
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import has_sizes, size_term
from leadnurturebot.domain.dialogue.pointing import is_kind
from leadnurturebot.domain.dialogue.reply import Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.turn import OrderItem


def piece_meant(draft: Draft, request: Request, left: list[OrderItem]) -> OrderItem | None:
    """The only piece, or the one that was named or tapped."""
    if len(left) == 1:
        return left[0]
    named = [request.product.id] if request.product else list(request.entities.products)
    fits = [item for item in left if item.product_id in named or _is_of_kind(draft, item, request)]
    code = request.action.variant_code if request.action else None
    tapped = [item for item in fits if code is not None and code_of(draft, item) == code]
    found = tapped or fits
    return found[0] if len(found) == 1 else None


def _is_of_kind(draft: Draft, item: OrderItem, request: Request) -> bool:
    """ "I want to return the bag": a kind that was said, where no piece is named."""
    product, said = draft.turn.catalogue.product(item.product_id), request.entities
    return product is not None and request.product is None and not said.products and is_kind(product, said.categories)


def code_of(draft: Draft, item: OrderItem) -> int | None:
    """The code of a line's variant, None when it is no longer sold."""
    product = draft.turn.catalogue.product(item.product_id)
    variants: tuple[Variant, ...] = product.variants if product else ()
    return next((variant.code for variant in variants if variant.id == item.variant_id), None)


def item_words(draft: Draft, item: OrderItem) -> tuple[Value, ...]:
    """Name and size; no size of what is made in one."""
    return (item.name, *((size_term(item.size),) if item.size and not is_one_size(draft, item) else ()))


def is_one_size(draft: Draft, item: OrderItem) -> bool:
    product = draft.turn.catalogue.product(item.product_id)
    return product is not None and not has_sizes(product)
