"""Where the goods go: asked with what the messenger has, said, and kept for the next time only when that was agreed to."""

from leadnurturebot.domain.address_forms import has_form, prefilled
from leadnurturebot.domain.delivery_places import parcel_text
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.destination import address_and_note, destination, known, known_address
from leadnurturebot.domain.dialogue.draft import CART, Draft, Shape
from leadnurturebot.domain.dialogue.reply import AddressAsked, Choice, Phrase
from leadnurturebot.domain.dialogue.state import Question

ASKED = ("pay.ask_address", "delivery.ask", "delivery.place_kept")
"""Sentences that ask where to."""


def parcel(draft: Draft) -> str:
    """What the order keeps of its destination."""
    return parcel_text(*address_and_note(draft))


def is_again(draft: Draft) -> bool:
    """Whether it goes where it went before."""
    kept = known(draft, "kept_address")
    return bool(kept) and known_address(draft) == kept


def ask_where(draft: Draft, method: str) -> None:
    """Ask for the address; of a place that was sent before, what it does not tell."""
    draft.address_wanted = True
    if known(draft, "address_note"):
        ask_beside_place(draft, method)
        return
    shop, customer = draft.turn.shop, draft.turn.customer
    draft.ask("address", method=method)
    if not has_form(shop.country, customer.country):
        draft.say("delivery.ask")
        draft.claim(Shape(weight=CART, where=AddressAsked()))
        return
    kept = known(draft, "kept_address")
    values = prefilled(kept, customer.name) if kept else {}
    draft.say("pay.ask_address")
    draft.claim(Shape(weight=CART, where=AddressAsked(country=shop.country, values=values)))


def ask_beside_place(draft: Draft, method: str) -> None:
    """One question for what a point on the map does not tell."""
    draft.say("delivery.place_kept")
    draft.ask("address", method=method, placed=True)


def ask_anew(draft: Draft, method: str) -> None:
    """Another address: the place that was sent for the first one goes with it."""
    draft.customer.update(address="", address_note="")
    ask_where(draft, method)


def invite(draft: Draft) -> None:
    """Beside the choice of the way to pay: who sends the address has chosen to pay at the door, in one message."""
    if known_address(draft) or draft.turn.shop.goes_by_place:
        return
    draft.say("delivery.cash_by_address")
    draft.ask("address", method=choices.CASH_ON_DELIVERY, again=True)


def take(draft: Draft, address: str) -> None:
    """The address as it was given. A place that was sent for another one before goes with that."""
    if known(draft, "address") and "address_note" not in draft.customer:
        draft.customer["address_note"] = ""
    draft.customer["address"] = address


def confirmation(draft: Draft, address: str) -> tuple[Phrase, Choice]:
    """The address as it is read back, and the button that changes it."""
    if is_again(draft):
        return Phrase("line.delivery.again", {"address": address}), choices.choice(build("addr"), "other_address")
    return Phrase("line.pay.address", {"address": address}), choices.choice(build("addr"), "change_address")


def say_page(draft: Draft, method: str) -> None:
    """What the payment page takes: the address too, unless it is known. A known one can still be changed here."""
    address, terms = known_address(draft), choices.method_terms(draft)
    if terms:
        draft.say("pay.page_takes_only" if address else "pay.page_takes", methods=terms)
    if address and destination(draft).option.kind != "pickup":
        draft.say("line.delivery.goes_again" if is_again(draft) else "line.pay.goes_to", address=address)
        draft.ask("address", method=method, again=True)


def after_order(draft: Draft) -> None:
    """The order stands: its address is used up, and whether to keep it is asked, once."""
    customer = draft.turn.customer
    may_ask = asks_to_keep(known_address(draft), customer.kept_address, is_asked=customer.address_asked)
    draft.customer.update(address="", address_note="")
    if not may_ask:
        return
    draft.customer["address_asked"] = True
    draft.say("line.consent.keep_address")
    draft.question = KEEP_QUESTION
    draft.buttons(CART, *keep_buttons())


def asks_to_keep(address: str, kept: str, *, is_asked: bool) -> bool:
    """Whether a customer is asked if the address of an order may be kept: once, and not for the one that is."""
    return bool(address) and address != kept and not is_asked


KEEP = {"yes": build("keep", argument="yes"), "no": build("keep", argument="no")}
KEEP_QUESTION = Question(kind="offer", about=KEEP)


def keep_buttons() -> tuple[Choice, Choice]:
    """[Yes, please] [No, thanks]"""
    return choices.choice(KEEP["yes"], "yes_please"), choices.choice(KEEP["no"], "no_thanks")
