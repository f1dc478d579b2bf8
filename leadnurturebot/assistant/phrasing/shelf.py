"""The one place that chooses how several goods are shown: from the channel's own catalogue, or as our own cards.

The catalogue shows what it knows, live, with a basket that comes back as an order. It is used when the number's
connection names one and every product has an id in it. A list is sent rather than native cards: items that the
catalogue does not know (or has sold out) fall away from a list, while one bad card fails the whole message.
"""

from collections.abc import Sequence

from leadnurturebot.domain.dialogue.reply import Card
from leadnurturebot.domain.message_content import (
    BODY_MAX,
    HEADER_MAX,
    SECTION_TITLE_MAX,
    ProductList,
    ProductSection,
)
from leadnurturebot.domain.messages.fitting import shorten, title
from leadnurturebot.domain.values import value


@value
class Shelf:
    """A catalogue at the channel, and the shop's name to stand above what is shown of it."""

    catalog_id: str
    shop_name: str


def from_shelf(
    shelf: Shelf | None, body: str, cards: Sequence[Card], lines: Sequence[Sequence[str]]
) -> ProductList | None:
    """The cards as a list of the catalogue's products, None where it cannot show them all.

    What would have stood on each card follows the body, so that price and reason are still said.
    """
    items = tuple(dict.fromkeys(card.sku for card in cards))
    if shelf is None or not all(items) or len(items) != len(cards):
        return None
    said = "\n".join([body, *(" – ".join(own) for own in lines)])
    section = ProductSection(title(shelf.shop_name, SECTION_TITLE_MAX), items)
    return ProductList(
        header=title(shelf.shop_name, HEADER_MAX), body=shorten(said, BODY_MAX), catalog_id=shelf.catalog_id,
        sections=(section,),
    )  # fmt: skip
