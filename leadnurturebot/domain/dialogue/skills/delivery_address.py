"""Addresses that come otherwise than in words (a location, the messenger's form), and addresses kept for the next time."""

from dataclasses import replace

from leadnurturebot.domain.address_forms import PIN, FormAddress
from leadnurturebot.domain.delivery_places import split_parcel
from leadnurturebot.domain.dialogue import choices, delivery
from leadnurturebot.domain.dialogue.decision import ConsentChange
from leadnurturebot.domain.dialogue.destination import known_address
from leadnurturebot.domain.dialogue.draft import CART, Draft, Shape
from leadnurturebot.domain.dialogue.reply import AddressAsked, Phrase
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.checkout import address_given
from leadnurturebot.domain.dialogue.skills.media import media
from leadnurturebot.domain.dialogue.state import Question


def place_given(draft: Draft, request: Request) -> None:
    """A location: kept for the courier. What of an address it does not tell is asked in one question."""
    if request.place is None:
        media(draft, request)
        return
    draft.customer["address_note"] = request.place.note
    about = request.question.about if request.question else {}
    if request.place.address or about.get("partial"):
        address_given(draft, replace(request, text=request.place.address))
    else:
        delivery.ask_beside_place(draft, _method(request))


def location_sent(draft: Draft, request: Request) -> None:
    """A location out of turn: the answer to our question when that was asked a moment ago, else delivery by the rule, and
    kept for the courier of a cart that is going to be paid at the door."""
    has_order = bool(draft.cart) and choices.takes_cash(draft)
    if has_order and draft.has_said(*delivery.ASKED) and not draft.turn.customer.address:
        place_given(draft, request)
        return
    media(draft, request)
    if has_order and request.place is not None and not draft.turn.customer.address:
        draft.customer["address_note"] = request.place.note
        draft.say("delivery.place_noted")


def form_given(draft: Draft, request: Request) -> None:
    """The messenger's form: asked again where its PIN code cannot be right, once."""
    form = request.form
    if form is None:
        return
    question = request.question or Question(kind="address", about={"method": choices.CASH_ON_DELIVERY})
    if form.has_bad_pin and not question.about.get("wrong"):
        _ask_again(draft, form, question)
        return
    draft.customer["address_note"] = form.note
    if not request.question and not choices.takes_cash(draft):
        draft.say("pay.address_on_page")
        return
    address_given(draft, replace(request, text=form.address, question=question))


def _ask_again(draft: Draft, form: FormAddress, question: Question) -> None:
    wrong = Phrase("delivery.pin_wrong")
    draft.say("delivery.pin_wrong")
    draft.ask("address", **{**question.about, "wrong": True})
    asked = AddressAsked(country=draft.turn.shop.country, values=form.values, errors={PIN: wrong})
    draft.claim(Shape(weight=CART, where=asked))


def _method(request: Request) -> str:
    about = request.question.about if request.question else {}
    return str(about.get("method") or choices.CASH_ON_DELIVERY)


def keep_address(draft: Draft, request: Request) -> None:
    """The answer to whether the address of the order may be kept."""
    is_wanted = request.action is not None and request.action.argument == "yes"
    address, note = split_parcel(draft.facts.parcel)
    draft.customer["address_asked"] = True
    if is_wanted and not address:
        draft.say("consent.no_address_kept")
        return
    draft.consent.append(ConsentChange(kind="address", granted=is_wanted))
    if is_wanted:
        draft.customer.update(kept_address=address, kept_note=note)
    draft.say("consent.address_kept" if is_wanted else "consent.address_not_kept")


def forget_address(draft: Draft, request: Request) -> None:
    """ "Forget my address": at once, without asking back."""
    had_one = bool(known_address(draft))
    draft.customer.update(address="", address_note="", kept_address="", kept_note="", address_asked=True)
    draft.consent.append(ConsentChange(kind="address", granted=False))
    draft.say("consent.address_forgotten" if had_one else "consent.no_address_kept")
