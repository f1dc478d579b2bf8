"""Catalogue and order messages in the Cloud API's wire format."""

from collections.abc import Callable, Sequence
from typing import Any

from leadnurturebot.domain.message_content import (
    CatalogMessage,
    Header,
    OrderDetails,
    OrderItem,
    OrderStatus,
    PaymentSetting,
    ProductCarousel,
    ProductList,
    ProductMessage,
    ProductSection,
)
from leadnurturebot.providers.messaging.cloud_parts import Json, filled, header, interactive

OFFSET = 100


def product_sections(sections: Sequence[ProductSection]) -> list[Json]:
    """Sections of items by their `product_retailer_id`."""
    return [
        {"title": section.title, "product_items": [{"product_retailer_id": item} for item in section.items]}
        for section in sections
    ]


def _product(content: ProductMessage) -> Json:
    action = {"catalog_id": content.catalog_id, "product_retailer_id": content.item}
    return interactive("product", content.body, action, footer=content.footer)


def _product_list(content: ProductList) -> Json:
    action = {"catalog_id": content.catalog_id, "sections": product_sections(content.sections)}
    top = header(Header(type="text", text=content.header))
    return interactive("product_list", content.body, action, top=top, footer=content.footer)


def _catalog(content: CatalogMessage) -> Json:
    thumbnail = filled(thumbnail_product_retailer_id=content.thumbnail_item)
    action = {"name": "catalog_message"} | filled(parameters=thumbnail)
    return interactive("catalog_message", content.body, action, footer=content.footer)


def _product_carousel(content: ProductCarousel) -> Json:
    cards = [
        {
            "card_index": index,
            "type": "product",
            "action": {"product_retailer_id": item, "catalog_id": content.catalog_id},
        }
        for index, item in enumerate(content.items)
    ]
    return interactive("carousel", content.body, {"cards": cards})


def _amount(value: int) -> Json:
    return {"value": value, "offset": OFFSET}


def _order_details(content: OrderDetails) -> Json:
    parameters = {
        "reference_id": content.reference_id,
        "type": content.goods,
        "payment_type": content.payment_type,
        "payment_settings": [_payment(setting) for setting in content.payment_settings],
        "currency": content.currency,
        "total_amount": _amount(content.total),
        "order": _order(content),
    }
    action = {"name": "review_and_pay", "parameters": parameters}
    return interactive("order_details", content.body, action, top=header(content.header), footer=content.footer)


def _payment(setting: PaymentSetting) -> Json:
    return {"type": setting.type, setting.type: dict(setting.values)}


def _order(content: OrderDetails) -> Json:
    order: Json = {
        "status": "pending",
        "items": [_item(item) for item in content.items],
        "subtotal": _amount(content.subtotal),
        "tax": _amount(content.tax),
    } | filled(catalog_id=content.catalog_id)
    if content.shipping:
        order["shipping"] = _amount(content.shipping)
    if content.discount:
        order["discount"] = _amount(content.discount)
    if content.expires_at is not None:
        order["expiration"] = {"timestamp": str(content.expires_at)}
    return order


def _item(item: OrderItem) -> Json:
    line = {"retailer_id": item.item, "name": item.name, "amount": _amount(item.amount), "quantity": item.quantity}
    return line if item.sale_amount is None else line | {"sale_amount": _amount(item.sale_amount)}


def _order_status(content: OrderStatus) -> Json:
    order = {"status": content.status} | filled(description=content.description)
    parameters: Json = {"reference_id": content.reference_id, "order": order}
    if content.payment_status:
        parameters["payment"] = {"status": content.payment_status, "timestamp": content.paid_at}
    return interactive("order_status", content.body, {"name": "review_order", "parameters": parameters})


WRITERS: dict[type, Callable[[Any], Json]] = {
    ProductMessage: _product,
    ProductList: _product_list,
    CatalogMessage: _catalog,
    ProductCarousel: _product_carousel,
    OrderDetails: _order_details,
    OrderStatus: _order_status,
}
