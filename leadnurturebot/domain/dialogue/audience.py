"""For whom somebody is looking, as far as what they looked at tells."""

from collections.abc import Iterator

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.turn import Turn


def implied_audience(turn: Turn) -> str:
    """Whom the product in focus, the cart and the goods looked at are for; empty while nothing tells."""
    return next((product.audience for product in _at_hand(turn) if product.audience in ("women", "men", "kids")), "")


def _at_hand(turn: Turn) -> Iterator[Product]:
    focus = [turn.state.focus.product_id] if turn.state.focus else []
    for product_id in (*focus, *(line.product_id for line in reversed(turn.cart)), *reversed(turn.state.seen)):
        product = turn.catalogue.product(product_id)
        if product is not None:
            yield product
