"""Trouble with an order: settled by an exchange or the money at once, else a ticket; anger goes to a person."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills import orders, tickets
from leadnurturebot.domain.dialogue.skills.handoff import complaint as say_complaint
from leadnurturebot.domain.dialogue.skills.returns import IN_HAND, begin, is_known
from leadnurturebot.domain.dialogue.skills.ticket_orders import orders_meant
from leadnurturebot.domain.dialogue.turn import Order
from leadnurturebot.domain.dialogue.words.ticket_matters import PROBLEM, told
from leadnurturebot.domain.returns import LETTERS, Reason
from leadnurturebot.domain.tickets import TicketKind

_OF_GOODS = frozenset({TicketKind.DAMAGED, TicketKind.WRONG_ITEM})
_AT_FAULT = frozenset({Reason.DAMAGED, Reason.WRONG_ITEM})


def complaint(draft: Draft, request: Request) -> None:
    """Which order and what happened, as far as it has to be asked; then what can be done about it."""
    kind = tickets.kind_of(request)
    found = orders_meant(draft, request, kind or TicketKind.COMPLAINT)
    if not found:
        _without_order(draft, request, kind)
    elif kind is None and told(request.said) == PROBLEM and not tickets.is_urgent(draft, request, found[0]):
        tickets.ask_what(draft, request, found[0])
    elif kind is None or kind is TicketKind.COMPLAINT:
        _plain(draft, request, found)
    elif len(found) > 1:
        tickets.ask_which(draft, request, found, kind)
    elif kind not in _OF_GOODS:
        tickets.open_one(draft, request, found[0], kind)
    elif is_known(found[0]) and found[0].state in IN_HAND:
        begin(draft, replace(request, action=None, text=tickets.words_of(draft, request)), found[0])
        beside_return(draft, request)
    else:
        _plain(draft, request, found)


def _without_order(draft: Draft, request: Request, kind: TicketKind | None) -> None:
    if kind is TicketKind.REFUND and request.intent == "return_exchange":
        orders.returns(draft, request)
    elif kind is TicketKind.NOT_ARRIVED or request.intent == "order_status":
        orders.status(draft, request)
    else:
        orders.complaint(draft, request)


def _plain(draft: Draft, request: Request, found: Sequence[Order]) -> None:
    """Sorry, and a person; the ticket keeps the matter with its order until it is solved, and says nothing of its own."""
    if len(found) == 1:
        tickets.stand(draft, request, found[0], tickets.kind_of(request) or TicketKind.COMPLAINT)
    say_complaint(draft, request)


def with_ticket(skill: Callable[[Draft, Request], None]) -> Callable[[Draft, Request], None]:
    """A skill of returns that opens the ticket of what turns out to be the shop's fault."""

    def answer(draft: Draft, request: Request) -> None:
        skill(draft, request)
        beside_return(draft, request)

    return answer


def beside_return(draft: Draft, request: Request) -> None:
    """Exchange or money was just offered for something damaged or wrong: it has a ticket from now on."""
    question = draft.question
    if question is None or question.kind != "return_wish":
        return
    reason, code = LETTERS.get(str(question.about["reason"])), question.about["variant"]
    order = _order_with(draft, code) if reason in _AT_FAULT and code is not None else None
    if order is not None and reason is not None:
        tickets.open_beside(draft, request, order, TicketKind(reason))


def _order_with(draft: Draft, code: int) -> Order | None:
    """The newest order whose buyer holds a piece of this variant."""
    found = draft.turn.catalogue.variant_by_code(code)
    held = (order for order in draft.facts.orders if order.state in IN_HAND)
    return next(
        (order for order in held if found and any(item.variant_id == found[1].id for item in order.items)), None
    )


def news(draft: Draft, request: Request) -> None:
    """ "Any news?": of the ticket that is open, else lately solved, else of the order."""
    ticket = tickets.meant(draft, request, is_open=True) or tickets.meant(draft, request, is_open=False)
    if ticket is None:
        orders.status(draft, request)
    else:
        tickets.say_state(draft, request, ticket)
