"""Plays a transcript against the dialogue and the phrasing in memory: a fixed clock, hand-written goods."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from leadnurturebot.assistant.knowledge.reading import with_knowledge
from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.assistant.phrasing.values import Speech
from leadnurturebot.domain.address_forms import read_form
from leadnurturebot.domain.delivery_places import read_place, split_parcel
from leadnurturebot.domain.dialogue.decision import Decision, MoveTicket, OpenTicket, Outcome, Plan
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
    Facts,
    Heard,
    Turn,
)
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.sizing.learning import Fits
from leadnurturebot.domain.totals import totals
from tests.conversations.goods import id_of
from tests.conversations.readings import stated, understand
from tests.conversations.stage import Stage

CART_KEPT = timedelta(days=7)


@dataclass(slots=True)
class Exchange:
    """What one turn came to."""

    replies: tuple[Reply, ...]
    contents: tuple[MessageContent, ...]
    decision: Decision | None = None


@dataclass(slots=True)
class Phone(Stage):
    """The phone of a transcript: it writes, the dialogue answers, and what follows from it is done."""

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

    def _outcomes(self, decision: Decision) -> list[Outcome]:
        cart = [self._fresh(line) for line in self.cart.values()]
        return [
            self.tickets.attempt(attempt, self.book.orders, self.shop, self.now)
            if isinstance(attempt, OpenTicket | MoveTicket)
            else self.book.attempt(attempt, cart, self.shop, self.now)
            for attempt in decision.attempts
        ]

    def _apply(self, decision: Decision) -> None:
        self.state = decision.state
        self.missed += (missed.text for missed in decision.effects.unanswered)
        for change in decision.effects.cart:
            self.change_cart(change)
        known = {name: value for name, value in decision.effects.customer.items() if hasattr(self.customer, name)}
        self.customer = replace(self.customer, **known)
        for consent in decision.effects.consent:
            if consent.kind == "all":
                self.customer = replace(self.customer, opted_out=not consent.granted)
            if consent.kind == "marketing":
                self.customer = replace(self.customer, opted_out=False, marketing_consent=consent.granted)

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
