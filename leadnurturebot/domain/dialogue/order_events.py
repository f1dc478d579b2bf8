"""What a shop's deeds tell its customer: the parcel left, it arrived, the order was called off."""

from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import ID_MAX, build
from leadnurturebot.domain.dialogue.choices import choice
from leadnurturebot.domain.dialogue.reply import Phrase, Reply


def order_action(verb: str, number: str) -> str:
    """The action of an order; a number too long for an id falls back to the newest order."""
    plain = number.lstrip("#")
    return build(verb, argument=plain if len(f"{verb}:{plain}") <= ID_MAX else "")


def shipped(number: str, tracking: Tracking) -> Reply:
    """The parcel has left: by whom, and the page that shows where it is, or its number where there is no page."""
    say = [Phrase("order.sent", {"number": number})]
    if tracking.carrier:
        say.append(Phrase("order.carrier", {"carrier": tracking.carrier}))
    if tracking.number:
        say.append(Phrase("order.tracking_number", {"tracking": tracking.number}))
    link = (Phrase("button.track"), tracking.url) if tracking.url else None
    return Reply(say=tuple(say), link=link)


def delivered(number: str, *, return_days: int | None) -> Reply:
    """It has arrived; what can be done when it is not right, by the shop's rule."""
    say = [Phrase("order.arrived", {"number": number})]
    if not return_days:
        return Reply(say=tuple(say))
    say.append(Phrase("returns.rule", {"days": return_days}))
    return Reply(say=tuple(say), buttons=(choice(order_action("back", number), "return_or_exchange"),))


def called_off(number: str, *, gives_back: bool) -> Reply:
    """The shop had to cancel; money that came goes back."""
    say = [Phrase("order.called_off", {"number": number})]
    if gives_back:
        say.append(Phrase("order.money_back"))
    return Reply(say=tuple(say), buttons=(choices.person(),))


def return_approved(number: str, *, exchange_number: str, how: str) -> Reply:
    """A person agreed to a return: what comes instead, and how it is sent back where the shop recorded it."""
    say = [Phrase("returns.agreed", {"number": number})]
    if exchange_number:
        say.append(Phrase("returns.exchange_order", {"number": exchange_number}))
    if how:
        say.append(Phrase("returns.how", {"how": how}))
    return Reply(say=tuple(say))


def return_rejected(number: str) -> Reply:
    """A person did not agree; the way to talk about it stays open."""
    return Reply(say=(Phrase("returns.rejected", {"number": number}),), buttons=(choices.person(),))
