"""How a piece fits, told by who bought it: kept as a verdict, answered kindly; the size that fits is offered first."""

from datetime import timedelta

from leadnurturebot.domain.catalogue import Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.decision import FitTold
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.fit_choices import fit_buttons, fit_choice
from leadnurturebot.domain.dialogue.goods import size_term
from leadnurturebot.domain.dialogue.reply import Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.returns import offer, say_state
from leadnurturebot.domain.dialogue.turn import Order, OrderItem
from leadnurturebot.domain.returns import Reason

_FELT = {"s": "small", "r": "right", "l": "large"}
_REASONS = {"s": Reason.SIZE_SMALL, "l": Reason.SIZE_LARGE}


def told(draft: Draft, request: Request) -> None:
    """[Too small] [Just right] [Too large], in words or by a tap, also weeks later."""
    variant, letter = request.variant(), request.action.argument if request.action else ""
    found = _line(draft, variant) if variant else None
    if found is None or variant is None:
        draft.say("fit.thanks")
        return
    order, item = found
    if letter in _FELT:
        draft.fits.append(FitTold(line_id=item.line_id, felt=_FELT[letter]))
        draft.fact("fit", item.name, _FELT[letter])
    match letter:
        case "r":
            draft.say("fit.right")
            _ask_next(draft)
        case "s" | "l":
            _help(draft, order, item, variant, letter)
        case "k":
            draft.say("fit.kept")
        case _:
            draft.say("fit.which_way", item=_words(item))
            draft.ask("fit", variant=variant.code)
            draft.buttons(QUESTION, fit_choice(variant.code, "s"), fit_choice(variant.code, "l"), choices.person())


def _line(draft: Draft, variant: Variant) -> tuple[Order, OrderItem] | None:
    """The newest piece of the variant that has come."""
    held = ((order, item) for order in draft.facts.orders if order.state == "delivered" for item in order.items)
    return next(((order, item) for order, item in held if item.variant_id == variant.id), None)


def _words(item: OrderItem) -> tuple[Value, ...]:
    return (item.name, *((size_term(item.size),) if item.size else ()))


def _help(draft: Draft, order: Order, item: OrderItem, variant: Variant, letter: str) -> None:
    """A piece that does not fit can be exchanged while the rule has time for it; it may also stay."""
    if item.quantity <= item.returning:
        say_state(draft, order)
        return
    days = draft.turn.shop.return_days
    draft.say("fit.small" if letter == "s" else "fit.large")
    if days is None or draft.turn.now > order.state_since + timedelta(days=days):
        return
    offer(draft, order, item, _REASONS[letter], last=fit_choice(variant.code, "k"))


def _ask_next(draft: Draft) -> None:
    """The order's second piece, asked about once the first one fits."""
    question = draft.turn.state.question
    code = question.about.get("next") if question is not None and question.kind == "fit" else None
    found = draft.turn.catalogue.variant_by_code(int(code)) if code else None
    held = _line(draft, found[1]) if found else None
    if found is None or held is None:
        return
    draft.say("fit.and_this", item=_words(held[1]))
    draft.ask("fit", variant=found[1].code)
    draft.buttons(QUESTION, *fit_buttons(found[1].code))
