"""Messages out of WhatsApp's own catalogue, and orders to be paid inside the chat where WhatsApp offers that.

An item is named by its `product_retailer_id`, which is our SKU; what is shown of it is the catalogue's, always live.
"""

import re
from collections.abc import Mapping
from typing import ClassVar

from leadnurturebot.domain.messages.interactive import Header
from leadnurturebot.domain.messages.limits import (
    BODY_MAX,
    FOOTER_MAX,
    HEADER_MAX,
    PRODUCT_ID_MAX,
    SECTION_TITLE_MAX,
    SECTIONS_MAX,
    check,
    check_count,
    check_distinct,
)
from leadnurturebot.domain.values import record, value

ITEMS_MAX = 30
ITEM_NAME_MAX = 60
STATUS_NOTE_MAX = 120
ORDER_STATUSES = ("pending", "processing", "partially-shipped", "shipped", "completed", "canceled")
PAYMENT_STATUSES = ("pending", "captured", "failed")
GOODS = ("digital-goods", "physical-goods")
PAYMENT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "pix_dynamic_code": ("code", "merchant_name", "key", "key_type"),
    "payment_link": ("uri",),
    "boleto": ("digitable_line",),
    "payment_gateway": ("type", "configuration_name"),
}
PIX_KEY_TYPES = ("CPF", "CNPJ", "EMAIL", "PHONE", "EVP")
_REFERENCE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def _check_item(catalog_id: str, item: str) -> None:
    check(catalog_id, PRODUCT_ID_MAX, "catalogue id")
    check(item, PRODUCT_ID_MAX, "product id")


@record
class ProductMessage:
    """One product of the catalogue."""

    kind: ClassVar[str] = "product"
    catalog_id: str
    item: str
    body: str = ""
    footer: str = ""

    def __post_init__(self) -> None:
        _check_item(self.catalog_id, self.item)
        check(self.body, BODY_MAX, "body", may_be_empty=True)
        check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)

    def plain_text(self) -> str:
        """The words, else the product's id."""
        return self.body or f"▢ {self.item}"


@value
class ProductSection:
    """Items under one title."""

    title: str
    items: tuple[str, ...]

    def __post_init__(self) -> None:
        check(self.title, SECTION_TITLE_MAX, "section title")
        check_count(self.items, 1, ITEMS_MAX, "a section of products")
        for item in self.items:
            check(item, PRODUCT_ID_MAX, "product id")


@record
class ProductList:
    """Up to thirty products of the catalogue; what the catalogue does not know falls away."""

    kind: ClassVar[str] = "product_list"
    header: str
    body: str
    catalog_id: str
    sections: tuple[ProductSection, ...]
    footer: str = ""

    def __post_init__(self) -> None:
        check(self.header, HEADER_MAX, "header")
        check(self.body, BODY_MAX, "body")
        check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)
        check(self.catalog_id, PRODUCT_ID_MAX, "catalogue id")
        check_count(self.sections, 1, SECTIONS_MAX, "a list of products")
        items = [item for section in self.sections for item in section.items]
        check_count(items, 1, ITEMS_MAX, "a list of products")
        check_distinct(items, "product")

    def plain_text(self) -> str:
        """Header and body; the products themselves are the catalogue's to show."""
        return f"{self.header}\n{self.body}"


@record
class CatalogMessage:
    """A button that opens the whole catalogue, with one product's picture."""

    kind: ClassVar[str] = "catalog"
    body: str
    footer: str = ""
    thumbnail_item: str = ""

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)
        check(self.thumbnail_item, PRODUCT_ID_MAX, "product id", may_be_empty=True)

    def plain_text(self) -> str:
        """The words."""
        return self.body


@record
class ProductCarousel:
    """Two to ten products of one catalogue side by side."""

    kind: ClassVar[str] = "product_carousel"
    body: str
    catalog_id: str
    items: tuple[str, ...]

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        check_count(self.items, 2, 10, "a carousel of products")
        for item in self.items:
            _check_item(self.catalog_id, item)
        check_distinct(self.items, "product")

    def plain_text(self) -> str:
        """The words; the products themselves are the catalogue's to show."""
        return self.body


@record
class OrderItem:
    """A line of an order; amounts in minor units of the order's currency, each."""

    item: str
    name: str
    amount: int
    quantity: int
    sale_amount: int | None = None

    def __post_init__(self) -> None:
        check(self.item, PRODUCT_ID_MAX, "product id")
        check(self.name, ITEM_NAME_MAX, "item name")
        if self.amount < 0 or self.quantity < 1 or (self.sale_amount or 0) < 0:
            raise ValueError("an item's amounts are not negative and its quantity is at least one")

    @property
    def total(self) -> int:
        """What the line comes to."""
        return (self.amount if self.sale_amount is None else self.sale_amount) * self.quantity


@value
class PaymentSetting:
    """A way to pay: its type and that type's values."""

    type: str
    values: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.type not in PAYMENT_FIELDS:
            raise ValueError(f"a way to pay is one of {', '.join(PAYMENT_FIELDS)}")
        if missing := [name for name in PAYMENT_FIELDS[self.type] if not self.values.get(name)]:
            raise ValueError(f"{self.type} lacks {', '.join(missing)}")
        if self.values.get("key_type", "CPF") not in PIX_KEY_TYPES:
            raise ValueError(f"key_type is one of {', '.join(PIX_KEY_TYPES)}")


@record
class OrderDetails:
    """An order to be looked at and paid in the chat. Its total is reckoned, so that it always adds up.

    Amounts in hundredths: WhatsApp offers this in countries whose currency has two decimals.
    """

    kind: ClassVar[str] = "order_details"
    body: str
    reference_id: str
    goods: str
    payment_type: str
    payment_settings: tuple[PaymentSetting, ...]
    currency: str
    items: tuple[OrderItem, ...]
    tax: int = 0
    shipping: int = 0
    discount: int = 0
    catalog_id: str = ""
    expires_at: int | None = None
    """Unix seconds."""
    header: Header | None = None
    footer: str = ""

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)
        _check_reference(self.reference_id)
        if self.goods not in GOODS:
            raise ValueError(f"goods are one of {', '.join(GOODS)}")
        check_count(self.payment_settings, 1, 10, "an order")
        check_count(self.items, 1, 999, "an order")
        if min(self.tax, self.shipping, self.discount) < 0 or self.total < 0:
            raise ValueError("tax, shipping, discount and the total of an order are not negative")

    @property
    def subtotal(self) -> int:
        """What the items come to."""
        return sum(item.total for item in self.items)

    @property
    def total(self) -> int:
        """What is to be paid."""
        return self.subtotal + self.tax + self.shipping - self.discount

    def plain_text(self) -> str:
        """Body and the items."""
        return "\n".join([self.body, *(f"{item.quantity} × {item.name}" for item in self.items)])


@record
class OrderStatus:
    """What became of an order that was sent as `OrderDetails`."""

    kind: ClassVar[str] = "order_status"
    body: str
    reference_id: str
    status: str
    description: str = ""
    payment_status: str = ""
    paid_at: int | None = None
    """Unix seconds."""

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        _check_reference(self.reference_id)
        check(self.description, STATUS_NOTE_MAX, "status description", may_be_empty=True)
        if self.status not in ORDER_STATUSES:
            raise ValueError(f"an order's status is one of {', '.join(ORDER_STATUSES)}")
        if self.payment_status not in ("", *PAYMENT_STATUSES) or bool(self.payment_status) != (
            self.paid_at is not None
        ):
            raise ValueError(f"a payment is one of {', '.join(PAYMENT_STATUSES)} and has its time")
        if self.status == "canceled" and self.payment_status in ("pending", "captured"):
            raise ValueError("an order is not cancelled once its payment is pending or done")

    def plain_text(self) -> str:
        """Body and the note."""
        return "\n".join(part for part in (self.body, self.description) if part)


def _check_reference(reference: str) -> None:
    if not _REFERENCE.fullmatch(reference):
        raise ValueError("a reference id has 1 to 60 letters, digits, dots, dashes or underscores")
