"""Lines of orders and carts as the dialogue's events say them."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.events import Item
from leadnurturebot.domain.dialogue.reply import Picture
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.platform.sql import Connection


def order_items(connection: Connection, shop_id: UUID, order_id: UUID, catalogue: CatalogueIndex) -> tuple[Item, ...]:
    """The lines of an order, as they were sold."""
    rows = connection.execute(
        "SELECT product_id, name, color, size, quantity, unit_price FROM orders_orderline"
        " WHERE shop_id = %s AND order_id = %s ORDER BY id",
        [shop_id, order_id],
    )
    return tuple(_item(catalogue, *row) for row in rows)


def days_on_the_way(connection: Connection, shop_id: UUID, order_id: UUID) -> tuple[int, int] | None:
    """Working days that an order's way of shipping takes, None where it tells none."""
    row = connection.execute(
        "SELECT shipping_days_min, shipping_days_max FROM orders_order WHERE shop_id = %s AND id = %s",
        [shop_id, order_id],
    ).fetchone()
    return row if row and None not in row else None


def cart_items(lines: Sequence[CartLine], catalogue: CatalogueIndex) -> tuple[Item, ...]:
    """The lines of a cart, at today's prices."""
    return tuple(
        _item(catalogue, line.product_id, line.name, line.color, line.size, line.quantity, line.unit_price)
        for line in lines
    )


def variant_item(catalogue: CatalogueIndex, product: Product, variant: Variant) -> Item:
    """One piece of a variant, without a price."""
    return _item(catalogue, product.id, product.name, variant.color, variant.size, 1, 0)


def _item(
    catalogue: CatalogueIndex, product_id: UUID, name: str, color: str, size: str, quantity: int, unit_price: int
) -> Item:
    """Colour and size are said where the product has a choice of them."""
    product: Product | None = catalogue.product(product_id)
    has_colors = product is None or len(product.colors) > 1
    has_sizes = product is None or len(product.sizes) > 1
    return Item(
        name=name, color=color if has_colors else "", size=size if has_sizes else "", quantity=quantity,
        amount=unit_price * quantity, picture=Picture(product_id, color) if product else None,
        product_code=product.code if product else None,
    )  # fmt: skip
