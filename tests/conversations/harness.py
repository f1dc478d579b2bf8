"""Plays a transcript against the dialogue and the phrasing in memory: a fixed clock, hand-written goods."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.assistant.knowledge.index import Entry, Example, KnowledgeIndex
from leadnurturebot.assistant.knowledge.reading import with_knowledge
from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.assistant.phrasing.values import Speech
from leadnurturebot.domain.address_forms import read_form
from leadnurturebot.domain.delivery_places import read_place, split_parcel
from leadnurturebot.domain.dialogue.decision import CartChange, Decision, MoveTicket, OpenTicket, Outcome, Plan
from leadnurturebot.domain.dialogue.delivery import KEEP_QUESTION, asks_to_keep
from leadnurturebot.domain.dialogue.engine import conclude, decide, plan
from leadnurturebot.domain.dialogue.events import Item
from leadnurturebot.domain.dialogue.fit_choices import after_asking, fit_asked
from leadnurturebot.domain.dialogue.reply import Picture, Reply
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.dialogue.turn import (
    AdTap,
    CartLine,
    CartRequest,
    Customer,
    Facts,
    Heard,
    OrderItem,
    Piece,
    Shop,
    Turn,
)
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.recommending import Companion, Habits, best_of
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Fits, Verdicts
from leadnurturebot.domain.totals import totals
from tests.conversations.goods import Goods, id_of
from tests.conversations.order_book import OrderBook
from tests.conversations.readings import stated, understand
from tests.conversations.shipping_rules import taxes_written, zone_written
from tests.conversations.ticket_book import TicketBook

CART_KEPT = timedelta(days=7)
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
class Exchange:
    """What one turn came to."""

    replies: tuple[Reply, ...]
    contents: tuple[MessageContent, ...]
    decision: Decision | None = None


@dataclass(slots=True)
class Phone:
    """One customer's thread with the shop."""

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

    def turn(self, messages: Sequence[Mapping[str, Any]]) -> Turn:
        """What the dialogue gets to see of these messages."""
        self._lapse()
        return Turn(
            now=self.now,
            shop=self.shop,
            customer=self.customer,
            state=ThreadState.from_json(self.state.to_json()),
            heard=tuple(self._heard(message) for message in messages),
            catalogue=self.goods.index,
            cart=tuple(self._fresh(line) for line in self.cart.values()),
            lapsed=tuple(self._fresh(line) for line in self.lapsed.values()),
            sales=self.sales,
            fits=Fits(self.fits),
            habits=self.habits,
            bought=self.bought,
            languages=languages(),
        )

    def had(self, record: Mapping[str, Any]) -> None:
        """Something bought before: `product`, `size`, and how it was `felt` where that was not right."""
        product = self.goods.products[id_of(record["product"])]
        felt = Felt(record.get("felt", "right"))
        self.pieces.append(Piece(product_id=product.id, name=product.name, size=record["size"], felt=felt))

    def hear(self, messages: Sequence[Mapping[str, Any]]) -> Exchange:
        """Answer the messages of one turn and apply what follows."""
        turn = self.turn(messages)
        planned = plan(turn)
        decision = decide(turn, planned, self._facts(planned))
        if decision.attempts:
            decision = conclude(turn, decision, self._outcomes(decision))
        self._apply(decision)
        return self._said(decision.replies, decision)

    def receive(self, reply: Reply) -> Exchange:
        """A message of ours that no customer message caused."""
        return self._said((reply,), None)

    def _said(self, replies: tuple[Reply, ...], decision: Decision | None) -> Exchange:
        language = (decision.language if decision else "") or self.state.language or self.shop.language
        contents = tuple(
            render(reply, Speech(language, self.shop.country), products=self.goods.products.get) for reply in replies
        )
        self.sent.extend(contents)
        return Exchange(replies, contents, decision)

    def _facts(self, planned: Plan) -> Facts:
        bought = [item.product_id for order in self.book.orders for item in order.items] if planned.order_goods else []
        wanted = [self.goods.products[product_id] for product_id in dict.fromkeys([*planned.products, *bought])]
        offers = {variant.id: self.goods.offers[variant.id] for product in wanted for variant in product.variants}
        return Facts(
            offers=offers,
            orders=tuple(reversed(self.book.orders)) if planned.orders else (),
            coupons=tuple(each for each in self.book.coupons if each.is_told or each.code in planned.coupons),
            pieces=tuple(self.pieces) if planned.pieces else (),
            tickets=tuple(self.tickets.tickets) if planned.tickets else (),
            parcel=self.book.parcel if planned.parcel else "",
        )

    def _lapse(self) -> None:
        """A cart left alone for as long as the shop keeps one is none any more."""
        if self.now - self.touched > CART_KEPT:
            self.lapsed, self.cart = {**self.lapsed, **self.cart}, {}

    def _fresh(self, line: CartLine) -> CartLine:
        offer = self.goods.offers[line.variant_id]
        return replace(line, unit_price=offer.price, unit_compare_at=offer.compare_at, available=offer.available)

    def _heard(self, message: Mapping[str, Any]) -> Heard:
        kind = message.get("kind", "text")
        ad = (
            AdTap(
                source=message["ad"].get("source", "instagram_ad"),
                product_id=id_of(message["ad"]["product"]) if "product" in message["ad"] else None,
                color=message["ad"].get("color", ""),
            )
            if "ad" in message
            else None
        )
        text = message.get("say", "")
        place = read_place(message["place"]) if "place" in message else None
        form = read_form(json.dumps({"values": message["form"]})) if "form" in message else None
        kind = "location" if place else "form" if form else kind
        return Heard(
            id=UUID(int=next(self.ids)),
            at=self.now,
            place=place,
            form=form,
            kind="tap" if "action" in message else kind,
            text=text,
            action=message.get("action", ""),
            ad=ad,
            quoted_products=tuple(id_of(slug) for slug in message.get("quote", ())),
            cart=tuple(self._requested(line) for line in message.get("cart", ())),
            understanding=self._understood(message) if text and "action" not in message else None,
        )

    def _requested(self, line: Mapping[str, Any]) -> CartRequest:
        found = self.goods.index.by_sku(line["sku"])
        return CartRequest(
            sku=line["sku"],
            quantity=line["quantity"],
            quoted_price=line.get("price"),
            variant_id=found[1].id if found else None,
        )

    def _understood(self, message: Mapping[str, Any]) -> Understanding:
        if "read" in message:
            reading = stated(message["read"])
        else:
            language = base_language(self.state.language or self.customer.language)
            reading = understand(message["say"], language, self.goods, home=base_language(self.shop.language))
        return with_knowledge([reading], [message["say"]], [self.knowledge])[0]

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

    def _outcomes(self, decision: Decision) -> list[Outcome]:
        cart = [self._fresh(line) for line in self.cart.values()]
        return [
            self.tickets.attempt(attempt, self.book.orders, self.shop, self.now)
            if isinstance(attempt, OpenTicket | MoveTicket)
            else self.book.attempt(attempt, cart, self.shop, self.now)
            for attempt in decision.attempts
        ]

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

    def _apply(self, decision: Decision) -> None:
        self.state = decision.state
        self.missed += (missed.text for missed in decision.effects.unanswered)
        for change in decision.effects.cart:
            self._change_cart(change)
        known = {name: value for name, value in decision.effects.customer.items() if hasattr(self.customer, name)}
        self.customer = replace(self.customer, **known)
        for consent in decision.effects.consent:
            if consent.kind == "all":
                self.customer = replace(self.customer, opted_out=not consent.granted)
            if consent.kind == "marketing":
                self.customer = replace(self.customer, opted_out=False, marketing_consent=consent.granted)

    def _change_cart(self, change: CartChange) -> None:
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
        self._change_cart(
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

    def action_of(self, title: str) -> str:
        """The action of the newest button, row or card with this title (a card by its product's name)."""
        for content in reversed(self.sent):
            for card in getattr(content, "cards", ()):
                if title in card.body:
                    return str(card.buttons[0].id)
            for choice in (*getattr(content, "buttons", ()), *getattr(content, "rows", ())):
                if choice.title.replace("\u00a0", " ") == title:
                    return str(choice.id)
        raise LookupError(title)

    def picture_of(self, url: str | None) -> str:
        """The product a picture shows, as `slug` or `slug/colour` when it has several."""
        if not url:
            return ""
        slug, color = url.removeprefix("https://shop.test/").removesuffix(".png").split("/")
        return f"{slug}/{color}" if len(self.goods.products[id_of(slug)].colors) > 1 else slug

    def items(self) -> list[Item]:
        """The cart as events name it."""
        found = []
        for line in self.cart.values():
            product = self.goods.products[line.product_id]
            found.append(
                Item(
                    name=line.name,
                    color=line.color if len(product.colors) > 1 else "",
                    size=line.size if len(product.sizes) > 1 else "",
                    quantity=line.quantity,
                    amount=line.total,
                    picture=Picture(product.id, line.color),
                    product_code=product.code,
                )
            )
        return found

    def fit_question(self) -> Reply:
        """We ask how the pieces of the newest order fit."""
        order = self.book.orders[-1]
        pieces = []
        for item in order.items:
            product = self.goods.products[item.product_id]
            pieces.append((product, next(own for own in product.variants if own.id == item.variant_id)))
        self.state = after_asking(self.state, pieces)
        first = Item(name=order.items[0].name, size=order.items[0].size)
        return fit_asked(first, order.number, pieces[0][1].code)

    def total(self) -> int:
        """The cart with shipping."""
        subtotal = sum(line.total for line in self.cart.values())
        return totals(subtotal, self.shop.all_zones[0].options[0]).total

    def pay(self) -> None:
        """The newest order is paid: stock falls, the cart is done."""
        self.book.pay_newest(self.now)
        for line in self.cart.values():
            offer = self.goods.offers[line.variant_id]
            self.goods.offers[line.variant_id] = replace(offer, available=offer.available - line.quantity)
        self.cart.clear()

    def asks_after_payment(self) -> bool:
        """Whether the newest order's address may be kept is asked with its receipt, as the message path does it."""
        address, _ = split_parcel(self.book.parcel)
        asks = asks_to_keep(address, self.customer.kept_address, is_asked=self.customer.address_asked)
        changes = {"question": KEEP_QUESTION} if asks else {}
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # one field by name
        self.customer = replace(
            self.customer, address="", address_note="", address_asked=asks or self.customer.address_asked
        )
        return asks

    def wait(self, hours: float) -> None:
        self.now += timedelta(hours=hours)

    def change_offer(self, slug: str, color: str, size: str, **changes: Any) -> None:
        """The shop changes a price or stock."""
        _, variant = self.goods.variant(slug, color, size)
        self.goods.offers[variant.id] = replace(self.goods.offers[variant.id], **changes)
