"""Limits of messages that sell: products, catalogs, order details and order status."""

import re

from simulator.graph.carousel import CARDS_LEAST, CARDS_MOST
from simulator.graph.errors import invalid, missing
from simulator.graph.fields import Fields
from simulator.jsontypes import Json

ITEMS_MOST = 30
STATUSES = ("pending", "processing", "partially-shipped", "shipped", "completed", "canceled")
PAYMENT_STATUSES = ("pending", "captured", "failed")
REFERENCE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def check_product_action(action: Fields) -> None:
    action.text("catalog_id", 100)
    action.text("product_retailer_id", 100)


def check_product_sections(action: Fields) -> None:
    """Up to 30 items over up to 10 sections. Raises GraphError."""
    action.text("catalog_id", 100)
    sections = action.objects("sections", 1, 10)
    items = [item for section in sections for item in _items_of(section, needs_title=len(sections) > 1)]
    if len(items) > ITEMS_MOST:
        raise action.refuse("sections", f"must have at most {ITEMS_MOST} items in total, has {len(items)}.")
    for item in items:
        item.text("product_retailer_id", 100)


def _items_of(section: Fields, needs_title: bool) -> list[Fields]:
    if needs_title:
        section.text("title", 24)
    section.optional_text("title", 24)
    return section.objects("product_items", 1, 10_000)


def check_product_cards(action: Fields) -> None:
    """2 to 10 cards of products, all of one catalog. Raises GraphError."""
    cards = action.objects("cards", CARDS_LEAST, CARDS_MOST)
    catalogs = set()
    for index, card in enumerate(cards):
        if card.raw("card_index") != index:
            raise card.refuse("card_index", f"must be {index}: cards are numbered from 0 in order.")
        card.forbid("header", "body", "footer")
        inner = card.object("action")
        inner.text("product_retailer_id", 100)
        catalogs.add(inner.text("catalog_id", 100))
    if len(catalogs) > 1:
        raise invalid(action.at("cards"), "all cards must name the same catalog.")


def check_order_details(action: Fields) -> None:
    """The sum must hold: subtotal + tax + shipping - discount. Raises GraphError."""
    action.one_of("name", ("review_and_pay",))
    parameters = action.object("parameters")
    _check_reference(parameters)
    parameters.one_of("type", ("digital-goods", "physical-goods"))
    parameters.text("currency", 3)
    parameters.objects("payment_settings", 1, 10)
    order = parameters.object("order")
    for item in order.objects("items", 1, 999):
        item.text("name", 60)
        _amount(item, "amount")
    parts = {name: _amount(order, name) for name in ("tax", "shipping", "discount") if order.has(name)}
    total = _amount(order, "subtotal") + parts.get("tax", 0) + parts.get("shipping", 0) - parts.get("discount", 0)
    if _amount(parameters, "total_amount") != total:
        raise parameters.refuse("total_amount", f"must be subtotal + tax + shipping - discount, {total}.")


def check_order_status(action: Fields) -> None:
    action.one_of("name", ("review_order",))
    parameters = action.object("parameters")
    _check_reference(parameters)
    order = parameters.object("order")
    order.one_of("status", STATUSES)
    order.optional_text("description", 120)
    payment = parameters.optional_object("payment")
    if payment is not None:
        payment.one_of("status", PAYMENT_STATUSES)


def _check_reference(parameters: Fields) -> None:
    if not REFERENCE.fullmatch(parameters.text("reference_id", 60)):
        raise parameters.refuse("reference_id", "must be letters, digits, _, . and - only.")


def _amount(holder: Fields, name: str) -> int:
    amount: Json | None = holder.raw(name)
    if amount is None:
        raise missing(holder.at(name))
    if not isinstance(amount, dict) or not isinstance(amount.get("value"), int) or amount.get("offset") != 100:
        raise holder.refuse(name, "must have a whole value and the offset 100.")
    return int(amount["value"])
