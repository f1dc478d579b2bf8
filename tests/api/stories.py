"""Rows that tests of screens need, written through the rooms' own batches where there is one."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.assistant.models import DecisionRecord
from leadnurturebot.catalog.models import Product, ProductImage, Variant
from leadnurturebot.conversations.batch import MessageRow, insert_messages, load_threads
from leadnurturebot.conversations.models import Thread
from leadnurturebot.domain.message_content import Button, Buttons, to_json
from leadnurturebot.leads.batch import ContactSeen, resolve_many
from leadnurturebot.leads.models import Ad, Lead, Touch
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.orders.models import Cart, CartLine, Order, OrderEvent, OrderLine
from leadnurturebot.payments.models import Payment
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import BusinessNumber, Shop
from tests.people import Cast


def key_of(shop: Shop) -> ShopKey:
    """The shop's data key."""
    return ring().of(borrowed(), shop.id)


def make_lead(shop: Shop, name: str, wa_id: str, now: datetime, **changes: Any) -> UUID:
    """A person who has written once."""
    seen = ContactSeen(shop_id=shop.id, wa_id=wa_id, user_id=f"US.{wa_id}", name=name)
    lead = resolve_many(borrowed(), [seen], {shop.id: key_of(shop)}, now=now)[0]
    with system_scope():
        Lead.objects.filter(id=lead.id).update(**changes)
    return lead.id


def make_thread(
    shop: Shop, number: BusinessNumber, lead_id: UUID, at: datetime, *, preview: str = "Hi!", **changes: Any
) -> UUID:
    """A conversation whose customer wrote at `at`."""
    place = (shop.id, lead_id, number.id)
    thread = load_threads(borrowed(), [place], now=at)[place]
    values = {"last_message_at": at, "last_inbound_at": at, "preview_sealed": key_of(shop).seal_text(preview)}
    with system_scope():
        Thread.objects.filter(id=thread.id).update(**{**values, **changes})
    return thread.id


def make_product(
    shop: Shop, name: str, now: datetime, *, code: int = 1, price: int = 4900, stock: Mapping[str, int] | None = None,
    color: str = "blue",
) -> Product:  # fmt: skip
    """A product in one colour with a picture; `stock` by size."""
    with system_scope():
        product: Product = Product.objects.create(
            shop_id=shop.id, external_id=name.lower(), code=code, name=name, category="dress", created_at=now
        )
        for position, (size, pieces) in enumerate((stock or {"S": 9, "M": 7}).items()):
            Variant.objects.create(
                shop_id=shop.id, product=product, code=code * 100 + position, sku=f"{code}-{size}", color=color,
                size=size, position=position, price=price, stock=pieces,
            )  # fmt: skip
        ProductImage.objects.create(shop_id=shop.id, product=product, color=color, file=f"products/{code}.png")
    return product


def variant_of(product: Product, size: str) -> Variant:
    """One size of a product."""
    with system_scope():
        variant: Variant = Variant.objects.get(product=product, size=size)
    return variant


def put_in_cart(shop: Shop, thread_id: UUID, lead_id: UUID, variant: Variant, quantity: int, now: datetime) -> None:
    """The customer's cart."""
    with system_scope():
        cart = Cart.objects.create(shop_id=shop.id, thread_id=thread_id, lead_id=lead_id, version=1, changed_at=now)
        CartLine.objects.create(
            shop_id=shop.id, cart=cart, variant_id=variant.id, product_id=variant.product_id, quantity=quantity,
            added_price=variant.price, added_at=now,
        )  # fmt: skip


def make_order(
    shop: Shop, lead_id: UUID, thread_id: UUID, number: str, at: datetime, *, variant: Variant, name: str,
    state: str = "paid", quantity: int = 1, **changes: Any,
) -> UUID:  # fmt: skip
    """An order of one line with $5 shipping."""
    with system_scope():
        values = {
            "payment_method": "card", "currency": "USD", "subtotal": variant.price * quantity, "shipping": 500,
            "total": variant.price * quantity + 500, "state_at": at,
        }  # fmt: skip
        order: Order = Order.objects.create(
            shop_id=shop.id, number=number, lead_id=lead_id, thread_id=thread_id, state=state, placed_at=at,
            **{**values, **changes},
        )  # fmt: skip
        OrderLine.objects.create(
            shop_id=shop.id, order=order, variant_id=variant.id, product_id=variant.product_id, name=name,
            color=variant.color, size=variant.size, quantity=quantity, unit_price=variant.price,
        )  # fmt: skip
        OrderEvent.objects.create(shop_id=shop.id, order=order, kind="placed", at=at)
    return order.id


def make_ad(shop: Shop, name: str, external_id: str, now: datetime) -> UUID:
    """An Instagram ad."""
    with system_scope():
        ad = Ad.objects.create(
            shop_id=shop.id, external_id=external_id, source="instagram_ad", name=name, headline=name, created_at=now
        )
    ad_id: UUID = ad.id
    return ad_id


def customer_says(shop: Shop, thread_id: UUID, lead_id: UUID, text: str, at: datetime) -> UUID:
    """A text message of the customer."""
    stored: dict[str, Any] = {"kind": "text", "text": text, "content": {}, "referral": None}
    return _message(shop, thread_id, lead_id, "in", "customer", "text", stored, at, status="received")


def bot_says(shop: Shop, thread_id: UUID, lead_id: UUID, body: str, at: datetime, **values: Any) -> UUID:
    """A message of the bot with one button, delivered free of charge."""
    content = to_json(Buttons(body=body, buttons=(Button("add", "Add to cart"),)))
    stored: dict[str, Any] = {"content": content, "products": values.pop("products", [])}
    cost = {"category": "service", "pricing_type": "free_entry_point", "expected_micros": 0, "cost_currency": "USD"}
    return _message(
        shop, thread_id, lead_id, "out", "bot", "buttons", stored, at, **{"status": "delivered", **cost, **values}
    )


def _message(
    shop: Shop, thread_id: UUID, lead_id: UUID, direction: str, sender: str, kind: str, stored: Any, at: datetime,
    **values: Any,
) -> UUID:  # fmt: skip
    message_id = uuid7()
    row = MessageRow(
        id=message_id, shop_id=shop.id, thread_id=thread_id, conversation_id=None, lead_id=lead_id,
        direction=direction, sender=sender, kind=kind, content_sealed=key_of(shop).seal(orjson.dumps(stored)), at=at,
        **values,
    )  # fmt: skip
    insert_messages(borrowed(), [row], now=at)
    return message_id


def make_decision(shop: Shop, thread_id: UUID, at: datetime) -> UUID:
    """Why the bot said that M is in stock."""
    trace = {
        "skill": "product", "intents": [["availability", 0.97]], "read_as": ["\"the blue one\" = product in the ad"],
        "rule": "answer stock", "facts": [{"kind": "stock", "subject": "1-M", "value": "7", "at": None}],
    }  # fmt: skip
    with system_scope():
        record = DecisionRecord.objects.create(
            shop_id=shop.id,
            thread_id=thread_id,
            trace_sealed=key_of(shop).seal(orjson.dumps(trace)),
            took_us=400,
            at=at,
        )
    decision_id: UUID = record.id
    return decision_id


def touch(shop: Shop, lead_id: UUID, at: datetime, ad_id: UUID | None = None, message_id: UUID | None = None) -> None:
    """An arrival by an ad."""
    with system_scope():
        Touch.objects.create(
            shop_id=shop.id, lead_id=lead_id, source="instagram_ad" if ad_id else "direct", ad_id=ad_id,
            headline="Summer", occurred_at=at, message_id=message_id,
        )  # fmt: skip


def fact(shop: Shop, kind: str, at: datetime, *, lead_id: UUID | None = None, cents: int = 0, **first: Any) -> None:
    """A ledger row; `first` is the first touch (`source`, `ad_id`)."""
    data = {"first": {"source": "direct", "ad_id": None, **first}} if kind.endswith("settled") else {}
    append(
        borrowed(),
        [
            LedgerFact(
                shop_id=shop.id, kind=kind, at=at, dedupe_key=str(uuid7()), lead_id=lead_id,
                amount_micros=cents * 10_000, currency="USD", data=data,
            )
        ],
        now=at + timedelta(seconds=1),
    )  # fmt: skip


def make_paid_order(cast: Cast, now: datetime) -> UUID:
    """Emma's order of a dress, paid with $54 by Stripe."""
    variant = variant_of(make_product(cast.shop, "Dress", now), "M")
    lead_id = make_lead(cast.shop, "Emma Wilson", "447700900142", now)
    thread_id = make_thread(cast.shop, cast.number, lead_id, now)
    order_id = make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=variant, name="Dress")
    with system_scope():
        Payment.objects.create(
            shop_id=cast.shop.id, order_id=order_id, provider="stripe", state="paid", amount=5400, currency="USD",
            reference="lnb_1", connection_id=uuid7(), arrived_as="paid", received_amount=5400, received_currency="USD",
            charge_id="pi_1", created_at=now, settled_at=now,
        )  # fmt: skip
    return order_id
