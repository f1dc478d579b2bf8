"""Replies that no customer message caused: a payment came or failed, a reminder is due, a person hands back.

Pure like the rest of the dialogue: everything said is in the arguments.
"""

from collections.abc import Sequence
from dataclasses import field

from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.choices import choice
from leadnurturebot.domain.dialogue.delivery import keep_buttons
from leadnurturebot.domain.dialogue.goods import size_term
from leadnurturebot.domain.dialogue.reply import Phrase, Picture, Price, Reply, Span, Term, Value
from leadnurturebot.domain.dialogue.turn import Shop
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.values import record


@record
class Item:
    """A line of an order or a cart as it is said."""

    name: str
    color: str = ""
    """Empty when the product has one colour."""
    size: str = ""
    """Empty when the product has one size."""
    quantity: int = 1
    amount: int = 0
    """Price of the line in minor units."""
    picture: Picture | None = None
    product_code: int | None = None

    @property
    def parts(self) -> tuple[Value, ...]:
        """Name, colour and size, to be joined with commas."""
        color: tuple[Value, ...] = (Term("color", self.color),) if self.color else ()
        return (self.name, *color, *((size_term(self.size),) if self.size else ()))


@record
class PaidOrder:
    """An order that was just paid."""

    number: str
    items: tuple[Item, ...]
    received: Money | None = None
    provider: str = ""
    """Slug of who brought the money."""
    asks_address: bool = False
    """Whether its address may be kept is asked."""


@record
class GivenBack:
    """Money that went back."""

    number: str
    amount: Money
    provider: str


@record
class OpenPayment:
    """An order whose payment failed or ran out of time; `pay_url` opens the page again."""

    number: str
    total: Money
    pay_url: str = ""
    takes_cash: bool = False
    """Whether it may be paid at the door instead."""


@record
class WaitingCart:
    """A cart that was left, for a reminder."""

    customer_name: str
    items: tuple[Item, ...]
    total: Money
    recent_replies: tuple[str, ...] = field(default=())


def paid(order: PaidOrder, shop: Shop) -> Reply:
    """Thanks, the order's number and goods, and when it leaves by the shop's rule."""
    say = [Phrase("paid.thanks")]
    if len(order.items) == 1 and order.items[0].quantity == 1:
        say.append(Phrase("paid.order_one", {"number": order.number, "item": order.items[0].parts}))
    else:
        items = tuple(_counted(item) for item in order.items)
        say.append(Phrase("paid.order_many", {"number": order.number, "items": items}))
    if order.received is not None:
        say.append(Phrase("paid.received", {"total": order.received, "method": Term("paid_by", order.provider)}))
    if shop.dispatch_days is not None:
        say.append(Phrase("paid.on_its_way", {"days": Span(*shop.dispatch_days)}))
    else:
        if shop.shipping_days is not None:
            say.append(Phrase("paid.delivery", {"days": Span(*shop.shipping_days)}))
        say.append(Phrase("paid.on_its_way_soon"))
    if order.asks_address:
        return Reply(say=(*say, Phrase("line.consent.keep_address")), buttons=keep_buttons())
    return Reply(say=tuple(say))


def _counted(item: Item) -> Phrase:
    return Phrase("item.counted", {"count": item.quantity, "item": item.parts})


def refunded(back: GivenBack) -> Reply:
    """What went back, of which order, and how."""
    values: dict[str, Value] = {
        "amount": back.amount, "number": back.number, "method": Term("paid_by", back.provider)
    }  # fmt: skip
    return Reply(say=(Phrase("payment.refunded", values),))


def payment_failed(payment: OpenPayment) -> Reply:
    """What happened in plain words, the page again, and the other way to pay."""
    other = (Phrase("line.pay.cash_possible"),) if payment.takes_cash else ()
    say = (Phrase("payment.failed", {"number": payment.number}), *other)
    if not payment.pay_url:
        return Reply(say=say)
    return Reply(say=say, link=(Phrase("button.pay_amount", {"total": payment.total}), payment.pay_url))


def payment_expired(payment: OpenPayment) -> Reply:
    """The page ran out; nothing was charged, the cart is kept and can be paid anew."""
    say = (Phrase("payment.expired", {"number": payment.number}),)
    again = choice(build("pay"), "pay_amount", total=payment.total)
    return Reply(say=say, buttons=(again, choice(build("edit"), "change"), choice(build("look"), "keep_looking")))


def reminder(step: int, cart: WaitingCart) -> Reply:
    """The follow-up of a cart that was left: first the cart, then help with the size, then another choice.

    Raises ValueError for a step beyond the third: follow-ups end there.
    """
    match step:
        case 1:
            return _reminder_of_cart(cart)
        case 2:
            return _reminder_of_size(cart)
        case 3:
            return _reminder_of_others(cart)
    raise ValueError(f"there is no follow-up {step}")


def _opening(cart: WaitingCart, key: str) -> Phrase:
    name = cart.customer_name.split(" ")[0]
    return Phrase(f"{key}_name", {"name": name}) if name else Phrase(key)


def _lines(items: Sequence[Item], currency: str) -> list[Phrase]:
    found: list[Phrase] = []
    for item in items:
        values: dict[str, Value] = {"item": item.parts, "amount": Price(Money(item.amount, currency))}
        if item.quantity > 1:
            values["count"] = item.quantity
        found.append(Phrase("line.cart.item_several" if item.quantity > 1 else "line.cart.item", values))
    return found


def _contents(cart: WaitingCart) -> list[Phrase]:
    """The cart's lines and its total: every reminder says what it reminds of."""
    return [*_lines(cart.items, cart.total.currency), Phrase("line.reminder.total", {"total": cart.total})]


def _reminder_of_cart(cart: WaitingCart) -> Reply:
    say = (_opening(cart, "reminder.cart"), *_contents(cart))
    pay = choice(build("pay"), "pay_amount", total=cart.total)
    change, look = choice(build("edit"), "change"), choice(build("look"), "keep_looking")
    return Reply(say=say, picture=cart.items[0].picture, buttons=(pay, change, look))


def _reminder_of_size(cart: WaitingCart) -> Reply:
    first = cart.items[0]
    offer = Phrase("line.reminder.size_offer", {"product": first.name})
    say = (_opening(cart, "reminder.size"), *_contents(cart), offer)
    buttons = [choice(build("pay"), "pay_now")]
    if first.product_code is not None:
        buttons.insert(0, choice(build("size", product=first.product_code), "size_help"))
    return Reply(say=say, picture=first.picture, buttons=(*buttons, choice(build("human"), "person")))


def _reminder_of_others(cart: WaitingCart) -> Reply:
    first = cart.items[0]
    offer = Phrase("line.reminder.other_offer", {"product": first.name})
    say = (_opening(cart, "reminder.other"), *_contents(cart), offer)
    buttons = [choice(build("any"), "surprise"), choice(build("cart"), "view_cart")]
    if first.product_code is not None:
        buttons.insert(0, choice(build("sim", product=first.product_code), "similar"))
    return Reply(say=say, buttons=tuple(buttons))


def sold_out_after_payment(item: Item, refund: Money) -> Reply:
    """Paid, but the last piece went to somebody else: sorry, and the money goes back in full."""
    say = (Phrase("payment.sold_out", {"item": item.parts, "total": refund}),)
    buttons = [choice(build("human"), "person")]
    if item.product_code is not None:
        buttons.insert(0, choice(build("sim", product=item.product_code), "similar"))
    return Reply(say=say, buttons=tuple(buttons))


def restocked(item: Item, variant_code: int, price: Money) -> Reply:
    """The one notice that was asked for."""
    say = (Phrase("restock.back", {"item": item.parts, "price": price}),)
    return Reply(say=say, picture=item.picture, buttons=(choice(build("add", variant=variant_code), "add"),))


def handed_back(team: str) -> Reply:
    """A person hands back: on without greeting."""
    return Reply(say=(Phrase("handoff.back", {"team": team or Phrase("handoff.team")}),))
