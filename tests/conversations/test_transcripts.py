"""Every transcript, turn by turn: exact words, buttons, effects; and what must hold for any reply at all."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadnurturebot.assistant.phrasing.facts import untraced_numbers
from leadnurturebot.domain.coupons import Coupon
from leadnurturebot.domain.dialogue import events
from leadnurturebot.domain.dialogue.ticket_events import ticket_solved
from leadnurturebot.domain.message_content import (
    AddressRequest,
    Buttons,
    Carousel,
    Image,
    LinkButton,
    ListMessage,
    LocationRequest,
    MessageContent,
    to_json,
)
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.sizing.learning import Verdicts
from tests.conversations.goods import id_of
from tests.conversations.harness import Exchange, Phone
from tests.conversations.local_shops import opened

FOLDER = Path(__file__).parent
TRANSCRIPTS = sorted(
    path for path in FOLDER.rglob("*.yaml") if path.name != "goods.yaml" and not path.name.startswith("same_")
)
KNOWN_HEADS = frozenset({
    "name", "language", "wore", "fits", "goods", "shop", "customer", "cart", "orders", "offers", "seen", "taught", "now",
    "turns", "note", "together", "best", "new", "bought", "story", "trouble", "coupons",
})  # fmt: skip
KNOWN_KEYS = frozenset({
    "say", "tap", "action", "ad", "kind", "quote", "cart_sent", "read", "messages", "event", "wait", "change",
    "shop_now", "order_now", "reply", "replies", "buttons", "rows", "cards", "picture", "link", "cart", "consent",
    "place", "form", "asks", "paid_to", "parcel", "handoff", "learned", "saved", "erased", "felt", "language", "silent",
    "shape", "note", "teach", "missed",
})  # fmt: skip


def _name(path: Path) -> str:
    """`10_complaint`, or `es/02_talla` of a tag's folder."""
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=_name)
def test_it_answers_as_written(path: Path) -> None:
    transcript = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(transcript) <= KNOWN_HEADS
    phone = _phone(transcript, tag="en" if path.parent == FOLDER else path.parent.name)
    for number, turn in enumerate(transcript["turns"], start=1):
        place = f"{_name(path)}, turn {number}: {turn.get('say') or turn.get('tap') or turn.get('event') or ''}"
        assert set(turn) <= KNOWN_KEYS, place
        _happen(phone, turn)
        before = list(phone.sent)
        was_opted_out = phone.customer.opted_out
        exchange = _play(phone, turn)
        _expect(phone, turn, exchange, place)
        _hold(exchange, before, place, is_silent=was_opted_out and bool(turn.get("silent")))


def _phone(transcript: Mapping[str, Any], *, tag: str) -> Phone:
    phone = opened(transcript.get("language", tag), goods=transcript.get("goods", tag))
    if "now" in transcript:
        phone.now = datetime.fromisoformat(str(transcript["now"]))
    phone.set_shop(transcript.get("shop", {}))
    phone.set_customer(transcript.get("customer", {}))
    for line in transcript.get("cart", ()):
        phone.fill_cart(line)
    for piece in transcript.get("wore", ()):
        phone.had(piece)
    for name, counts in transcript.get("fits", {}).items():
        phone.fits[id_of(name)] = Verdicts(*counts)
    for record in transcript.get("orders", ()):
        phone.had_ordered(record)
    phone.book.coupons += (Coupon(**record) for record in transcript.get("coupons", ()))
    for record in transcript.get("offers", ()):
        phone.change_offer(*record["of"].split(" / "), **record["now"])
    phone.remember(transcript.get("seen", ()))
    phone.know(transcript.get("together", ()), transcript.get("best", ()), transcript.get("new", ()))
    phone.bought = tuple(id_of(slug) for slug in transcript.get("bought", ()))
    for lesson in transcript.get("taught", ()):
        phone.teach(lesson)
    return phone


def _happen(phone: Phone, turn: Mapping[str, Any]) -> None:
    """What changes in the world before the turn."""
    phone.wait(float(turn.get("wait", 0)))
    phone.set_shop(turn.get("shop_now", {}))
    phone.book.parcel = turn.get("paid_to", phone.book.parcel)
    for lesson in turn.get("teach", ()):
        phone.teach(lesson)
    for record in turn.get("change", ()):
        phone.change_offer(*record["of"].split(" / "), **record["now"])
    for record in turn.get("order_now", ()):
        phone.book.orders.clear()
        phone.had_ordered(record)


def _play(phone: Phone, turn: Mapping[str, Any]) -> Exchange:
    if "event" in turn:
        return phone.receive(_event(phone, turn["event"]))
    messages = turn.get("messages", [turn])
    return phone.hear([_message(phone, message) for message in messages])


def _message(phone: Phone, message: Mapping[str, Any]) -> Mapping[str, Any]:
    if "tap" in message:
        return {"action": phone.action_of(message["tap"]), "say": message["tap"]}
    return {**message, "cart": message.get("cart_sent", ())}


def _event(phone: Phone, name: str) -> Any:
    """An event about the thread's own cart or order."""
    items = tuple(phone.items())
    order = phone.book.orders[-1] if phone.book.orders else None
    total = Money(order.total if order else phone.total(), phone.shop.currency)
    if name.startswith("reminder"):
        cart = events.WaitingCart(customer_name=phone.customer.name, items=items, total=total)
        return events.reminder(int(name.split()[1]), cart)
    if name == "fit_question":
        return phone.fit_question()
    if name == "handed_back":
        return events.handed_back(phone.shop.team_name)
    if name == "ticket_solved":
        ticket = phone.tickets.solve_newest(phone.now)
        return ticket_solved(ticket.number, ticket.order_number)
    if order is None:
        raise LookupError(f"{name} needs an order")
    payment = events.OpenPayment(
        number=order.number, total=total, pay_url=f"https://shop.test/p/{order.number}",
        takes_cash=phone.shop.takes_cash(total.minor),
    )  # fmt: skip
    match name:
        case "paid":
            phone.pay()
            asks = phone.asks_after_payment()
            return events.paid(events.PaidOrder(number=order.number, items=items, asks_address=asks), phone.shop)
        case "payment_failed":
            return events.payment_failed(payment)
        case "payment_expired":
            return events.payment_expired(payment)
        case "sold_out_after_payment":
            return events.sold_out_after_payment(items[0], total)
    raise LookupError(name)


def _expect(phone: Phone, turn: Mapping[str, Any], exchange: Exchange, place: str) -> None:
    if turn.get("silent"):
        assert exchange.contents == (), place
    else:
        assert len(exchange.contents) == 1, place
        _expect_message(phone, turn, exchange.contents[0], place)
    _expect_effects(phone, turn, exchange, place)


def _expect_message(phone: Phone, turn: Mapping[str, Any], content: MessageContent, place: str) -> None:
    body = to_json(content).get("body", to_json(content).get("caption", ""))
    assert _spaced(body) == turn["reply"].rstrip("\n"), place
    shown = {
        "buttons": [button.title for button in content.buttons] if isinstance(content, Buttons) else [],
        "rows": [_row(row.title, row.description) for row in content.rows] if isinstance(content, ListMessage) else [],
        "cards": [card.body.replace("\n", " | ") for card in content.cards] if isinstance(content, Carousel) else [],
        "link": f"{content.label} {content.url}" if isinstance(content, LinkButton) else "",
        "asks": _asked(content),
    }
    for part, value in shown.items():
        assert _spaced(value) == turn.get(part, type(value)()), f"{place}: {part}"
    image = content.url if isinstance(content, Image) else getattr(content, "image_url", None)
    assert phone.picture_of(image) == turn.get("picture", ""), f"{place}: picture"


def _asked(content: MessageContent) -> str:
    """The question where to: `location`, or `form` with the fields that are filled in already."""
    if isinstance(content, AddressRequest):
        values = "; ".join(f"{name}: {value}" for name, value in (content.values or {}).items())
        return f"form {content.country} {values}".strip()
    return "location" if isinstance(content, LocationRequest) else ""


def _spaced(said: Any) -> Any:
    """With plain spaces for those that must not break a line: "45,90 €"."""
    if isinstance(said, list):
        return [_spaced(part) for part in said]
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def _row(title: str, description: str) -> str:
    return f"{title} — {description}" if description else title


def _expect_effects(phone: Phone, turn: Mapping[str, Any], exchange: Exchange, place: str) -> None:
    if "parcel" in turn:
        assert phone.book.parcel == turn["parcel"].rstrip("\n"), f"{place}: parcel"
    if "cart" in turn:
        assert phone.cart_lines() == turn["cart"], f"{place}: cart"
    effects = exchange.decision.effects if exchange.decision else None
    if effects is None:
        return
    consent = [f"{'yes' if change.granted else 'no'} {change.kind}" for change in effects.consent]
    assert consent == turn.get("consent", []), f"{place}: consent"
    assert (effects.handoff.reason if effects.handoff else "") == turn.get("handoff", ""), f"{place}: hand-off"
    missed = [f"{missed.reason}: {missed.text}" for missed in effects.unanswered]
    assert missed == turn.get("missed", missed), f"{place}: missed"
    assert effects.save_for_later == turn.get("saved", False), f"{place}: saved"
    assert effects.erase == turn.get("erased", False), f"{place}: erased"
    assert [told.felt for told in effects.fits] == turn.get("felt", []), f"{place}: felt"
    if "learned" in turn:
        assert dict(effects.customer) == turn["learned"], f"{place}: learned"


def _hold(exchange: Exchange, before: list[MessageContent], place: str, *, is_silent: bool) -> None:
    """What holds for every reply: facts traced, limits kept (by construction), nothing said twice, STOP is silence."""
    assert len(exchange.contents) <= 1, place
    for reply, content in zip(exchange.replies, exchange.contents, strict=True):
        assert untraced_numbers(reply, content) == [], place
        assert content.plain_text() not in [earlier.plain_text() for earlier in before[-2:]], f"{place}: said before"
        assert "{" not in content.plain_text(), place
    if is_silent:
        assert exchange.contents == (), place
