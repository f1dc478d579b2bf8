"""What a transcript begins with: the shop, its goods, the customer and what happened before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.assistant.knowledge.index import Entry, Example, KnowledgeIndex
from leadnurturebot.domain.dialogue.decision import CartChange
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.dialogue.turn import (
    CartLine,
    Customer,
    OrderItem,
    Piece,
    Shop,
)
from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.recommending import Companion, Habits, best_of
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Verdicts
from tests.conversations.goods import Goods, id_of
from tests.conversations.order_book import OrderBook
from tests.conversations.shipping_rules import taxes_written, zone_written
from tests.conversations.ticket_book import TicketBook

START = datetime(2026, 6, 9, 14, 0, tzinfo=UTC)

SHOP: Mapping[str, Any] = {
    "name": "TrendyThreads",
    "currency": "USD",
    "country": "US",
    "timezone": "America/New_York",
    "shipping_flat": 500,
    "shipping_free_from": 8000,
    "shipping_days": (3, 5),
    "dispatch_days": (1, 2),
    "return_days": 30,
    "exchange_free": True,
    "hours": "Mon-Fri 09:00-18:00",
    "team_name": "Sarah's team",
    "payment_methods": ("card", "wallet"),
    "is_open": True,
}


@dataclass(slots=True)
class Stage:
    """One customer's thread with the shop, and what a transcript sets in it."""

    goods: Goods = field(default_factory=Goods.load)
    shop: Shop = field(default_factory=lambda: Shop(**SHOP))
    customer: Customer = field(default_factory=lambda: Customer(name="Emma Wilson", country="US"))
    now: datetime = START
    state: ThreadState = field(default_factory=ThreadState)
    cart: dict[UUID, CartLine] = field(default_factory=dict)
    lapsed: dict[UUID, CartLine] = field(default_factory=dict)
    touched: datetime = START
    """When the cart was last changed."""
    book: OrderBook = field(default_factory=OrderBook)
    tickets: TicketBook = field(default_factory=TicketBook)
    sales: dict[UUID, int] = field(default_factory=dict)
    fits: dict[UUID, Verdicts] = field(default_factory=dict)
    """How products fitted others."""
    pieces: list[Piece] = field(default_factory=list)
    """What the customer had before."""
    habits: Habits = field(default_factory=Habits)
    bought: tuple[UUID, ...] = ()
    sent: list[MessageContent] = field(default_factory=list)
    ids: Any = field(default_factory=lambda: count(1))
    knowledge: KnowledgeIndex = field(default_factory=KnowledgeIndex)
    missed: list[str] = field(default_factory=list)
    """What could not be answered, newest last."""

    def had(self, record: Mapping[str, Any]) -> None:
        """Something bought before: `product`, `size`, and how it was `felt` where that was not right."""
        product = self.goods.products[id_of(record["product"])]
        felt = Felt(record.get("felt", "right"))
        self.pieces.append(Piece(product_id=product.id, name=product.name, size=record["size"], felt=felt))

    def teach(self, lesson: Mapping[str, Any]) -> None:
        """The shop writes an answer (`answers` by language) or gives an example (`intent`), for questions of its own
        or, with none, for the message that was last missed: one click."""
        language = lesson.get("language", "en")
        asked = tuple((language, text) for text in lesson.get("asked", self.missed[-1:]))
        entries, examples = self.knowledge.entries, self.knowledge.examples
        if "answers" in lesson:
            entries = (*entries, Entry(id=UUID(int=900 + len(entries)), wordings=asked, answers=lesson["answers"]))
        else:
            examples = (
                *examples,
                *(Example(text=text, language=code, intent=lesson["intent"]) for code, text in asked),
            )
        self.knowledge = KnowledgeIndex(entries, examples)

    def had_ordered(self, record: Mapping[str, Any]) -> None:
        """An order of the past; `pieces` as `slug / colour / size`, and ` / quantity` where it is more than one."""
        items = tuple(self._sold(line) for line in record.get("pieces", ()))
        lines = [", ".join(part for part in (item.name, item.size) if part != "One size") for item in items]
        self.book.add({"lines": lines, **record}, self.now, items)

    def _sold(self, line: str) -> OrderItem:
        slug, color, size, quantity = (*line.split(" / "), "1")[:4]
        product, variant = self.goods.variant(slug, color, size)
        return OrderItem(
            line_id=UUID(int=next(self.ids) + 500_000), variant_id=variant.id, product_id=product.id, name=product.name,
            color=variant.color, size=variant.size, quantity=int(quantity),
            unit_price=self.goods.offers[variant.id].price,
        )  # fmt: skip

    def change_cart(self, change: CartChange) -> None:
        self.touched = self.now
        self.lapsed.pop(change.variant_id, None)
        if change.quantity == 0:
            self.cart.pop(change.variant_id, None)
            return
        product = self.goods.products[change.product_id]
        variant = next(own for own in product.variants if own.id == change.variant_id)
        self.cart[change.variant_id] = CartLine(
            product_id=product.id,
            variant_id=variant.id,
            name=product.name,
            color=variant.color,
            size=variant.size,
            quantity=change.quantity,
            unit_price=change.unit_price,
            added_price=change.unit_price,
        )

    def cart_lines(self) -> list[str]:
        """The cart in words: `2 × Ribbed Tank, black, M`."""
        lines = []
        for line in self.cart.values():
            product = self.goods.products[line.product_id]
            color = [line.color] if len(product.colors) > 1 else []
            size = [line.size] if len(product.sizes) > 1 else []
            lines.append(f"{line.quantity} × {', '.join([line.name, *color, *size])}")
        return lines

    def set_shop(self, changes: Mapping[str, Any]) -> None:
        """Settings by name, lists as tuples."""
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in changes.items()
        }
        if "zones" in values:
            values["zones"] = tuple(zone_written(zone) for zone in values["zones"])
        if "taxes" in values:
            values["taxes"] = taxes_written(values["taxes"])
        if "opens_at" in values:
            values["opens_at"] = datetime.fromisoformat(values["opens_at"]).replace(tzinfo=ZoneInfo(self.shop.timezone))
        self.shop = replace(self.shop, **values)

    def set_customer(self, changes: Mapping[str, Any]) -> None:
        self.customer = replace(self.customer, **changes)

    def fill_cart(self, line: str) -> None:
        """`slug / colour / size / quantity` put in earlier at today's price."""
        slug, color, size, quantity = (*line.split(" / "), "1")[:4]
        product, variant = self.goods.variant(slug, color, size)
        price = self.goods.offers[variant.id].price
        self.change_cart(
            CartChange(variant_id=variant.id, product_id=product.id, quantity=int(quantity), unit_price=price)
        )

    def remember(self, slugs: Sequence[str]) -> None:
        """Products looked at before."""
        self.state = replace(self.state, seen=tuple(id_of(slug) for slug in slugs))

    def know(self, together: Sequence[Sequence[Any]], best: Sequence[str], new: Sequence[str]) -> None:
        """What the shop's customers do: goods taken together (one, the other, how close, how many bought both)."""
        companions: dict[UUID, list[Companion]] = {}
        for one, other, closeness, buyers in together:
            for own, its in ((one, other), (other, one)):
                companions.setdefault(id_of(own), []).append(Companion(id_of(its), closeness, buyers))
        sold = {id_of(slug): float(len(best) - place) for place, slug in enumerate(best)}
        self.sales = {product_id: int(pieces) for product_id, pieces in sold.items()} or self.sales
        closest = {own: tuple(sorted(found, key=lambda each: -each.closeness)) for own, found in companions.items()}
        self.habits = Habits(companions=closest, best=best_of(sold), new=frozenset(map(id_of, new)))

    def wait(self, hours: float) -> None:
        self.now += timedelta(hours=hours)

    def change_offer(self, slug: str, color: str, size: str, **changes: Any) -> None:
        """The shop changes a price or stock."""
        _, variant = self.goods.variant(slug, color, size)
        self.goods.offers[variant.id] = replace(self.goods.offers[variant.id], **changes)
