"""Trouble after a sale as a ticket: which order, what happened, a photo where it helps, and until when the answer comes."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.decision import MoveTicket, OpenTicket, TicketStands
from leadnurturebot.domain.dialogue.draft import PRODUCT, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.handoff import hand_over
from leadnurturebot.domain.dialogue.skills.ticket_orders import local_day, promised_by
from leadnurturebot.domain.dialogue.ticket_talk import ticket_action
from leadnurturebot.domain.dialogue.turn import Order, TicketSeen
from leadnurturebot.domain.dialogue.words.ticket_matters import is_angry, matter_said
from leadnurturebot.domain.tickets import TICKET_LETTERS, WITH_PHOTO, Priority, TicketKind, written

LETTER = {kind: letter for letter, kind in TICKET_LETTERS.items()}
_ASKED = frozenset({"ticket_which", "ticket_why"})
_WORDS_KEPT = 500
_ASKED_FOR = (
    TicketKind.DAMAGED, TicketKind.WRONG_ITEM, TicketKind.MISSING, TicketKind.NOT_ARRIVED, TicketKind.PAYMENT,
    TicketKind.COMPLAINT,
)  # fmt: skip


def kind_of(request: Request) -> TicketKind | None:
    """What a row or the customer's words tell of; None when neither does."""
    if request.action is not None and request.action.verb == "ticket":
        return TICKET_LETTERS.get(request.action.argument[:1])
    matter = matter_said(request.said or request.text)
    return TicketKind(matter) if matter else None


def is_urgent(draft: Draft, request: Request, order: Order | None) -> bool:
    """An upset customer, or an order above the value that the shop set for a person."""
    limit = draft.turn.shop.handoff_value
    is_dear = limit is not None and order is not None and order.total >= limit
    return is_dear or is_angry(request.text)


def ask_which(draft: Draft, request: Request, orders: Sequence[Order], kind: TicketKind) -> None:
    """Several orders may be meant."""
    draft.ask("ticket_which", matter=LETTER[kind], said=words_of(draft, request))
    draft.say("ticket.which_order")
    rows = tuple(
        Choice(ticket_action(LETTER[kind], order.number), Phrase("row.order", {"number": order.number}), _lines(order))
        for order in orders[:10]
    )
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def _lines(order: Order) -> Phrase:
    return Phrase("row.order_lines", {"lines": order.lines})


def ask_what(draft: Draft, request: Request, order: Order) -> None:
    """The one question that tells who has to do what."""
    draft.ask("ticket_why", order=order.number, said=words_of(draft, request))
    draft.say("ticket.what_happened", number=order.number)
    rows = tuple(
        Choice(ticket_action(LETTER[kind], order.number), Phrase(f"ticket.kind.{kind}")) for kind in _ASKED_FOR
    )
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def stand(draft: Draft, request: Request, order: Order | None, kind: TicketKind) -> TicketStands | None:
    """Open the ticket; None while deciding."""
    attempt = OpenTicket(
        kind=kind, order_id=order.id if order else None, is_urgent=is_urgent(draft, request, order),
        words=words_of(draft, request), heard_id=request.heard_id,
    )  # fmt: skip
    outcome = draft.attempt(attempt)
    if not isinstance(outcome, TicketStands):
        return None
    draft.fact("ticket", written(outcome.number), kind)
    return outcome


def words_of(draft: Draft, request: Request) -> str:
    """What the customer told: before we asked, and in answer to it; an order's number tells nothing more."""
    question = draft.turn.state.question
    before = str(question.about.get("said", "")) if question and question.kind in _ASKED else ""
    if question is not None and question.kind == "ticket_which" and before:
        return before
    return "\n".join(dict.fromkeys(part for part in (before, request.text.strip()) if part))[:_WORDS_KEPT]


def open_one(draft: Draft, request: Request, order: Order, kind: TicketKind) -> None:
    """Sorry, the ticket and until when it is answered; a person at once where somebody is upset or the order is dear."""
    if kind is TicketKind.NOT_ARRIVED and _is_on_its_way(draft, request, order):
        return
    draft.say("complaint.sorry")
    opened = stand(draft, request, order, kind)
    if opened is None:
        return
    said: dict[str, Value] = {"ticket": written(opened.number), "number": order.number}
    draft.say("ticket.opened" if opened.is_new else "ticket.added", **said)
    if is_urgent(draft, request, order):
        hand_over(draft, "complaint", "handoff.complaint", request.text)
        return
    say_due(draft, opened.due_at)
    if kind in WITH_PHOTO and not request.has_picture:
        draft.ask("ticket_photo", ticket=opened.number)
        draft.say("ticket.photo")
    draft.buttons(QUESTION, choices.person())


def _is_on_its_way(draft: Draft, request: Request, order: Order) -> bool:
    """Within what was promised: where it is and until when it comes; who says so again gets the ticket."""
    since, promised = local_day(draft, order.state_since), promised_by(draft, order)
    draft.fact("order", order.number, order.state)
    draft.say(f"order.{order.state}", number=order.number, since=since)
    if order.state == "delivered" or promised is None or promised < local_day(draft, draft.turn.now):
        return False
    if draft.has_said("ticket.not_late") or is_urgent(draft, request, order):
        return False
    draft.say("ticket.not_late", date=promised)
    if order.tracking_url:
        draft.claim(Shape(weight=PRODUCT, link=(Phrase("button.track"), order.tracking_url)))
    return True


def open_beside(draft: Draft, request: Request, order: Order, kind: TicketKind) -> None:
    """The ticket of a return that is being talked about: one sentence, the question that follows stays the question."""
    opened = stand(draft, request, order, kind)
    if opened is None:
        return
    has_photo = request.has_picture or kind not in WITH_PHOTO
    key = "ticket.beside" if has_photo else "ticket.beside_photo"
    draft.say_parts.insert(-1, Phrase(key, {"ticket": written(opened.number)}))


def team_decides(draft: Draft, order: Order, deed: str) -> None:
    """What a person has to decide: with an open ticket the answer comes there; who is upset, or has none, gets one now."""
    ticket = of_order(draft, order)
    if ticket is None or ticket.priority is Priority.HIGH:
        hand_over(draft, "complaint", "returns.asked_team", f"{deed} {order.number}")
        return
    said = written(ticket.number)
    draft.fact("ticket", said, deed)
    draft.say("ticket.decides", ticket=said, team=team(draft), when=when(draft, ticket.due_at))
    draft.buttons(QUESTION, choices.person())


def team(draft: Draft) -> Value:
    """Who answers."""
    return draft.turn.shop.team_name or Phrase("handoff.team")


def say_due(draft: Draft, due: datetime) -> None:
    """Until when the team answers here."""
    draft.say("ticket.answered_by", team=team(draft), when=when(draft, due))


def when(draft: Draft, due: datetime) -> Phrase:
    """ "Today by 6:00 PM", "tomorrow by…", "on Monday by…"; "within a day" where no hours are recorded."""
    shop = draft.turn.shop
    if not shop.hours:
        return Phrase("ticket.within_a_day")
    local = due.astimezone(ZoneInfo(shop.timezone))
    values: dict[str, Value] = {"time": local.time(), "day": Term("weekday", str(local.weekday()))}
    days = (local.date() - local_day(draft, draft.turn.now)).days
    return Phrase({0: "ticket.today", 1: "ticket.tomorrow"}.get(days, "ticket.on_day"), values)


def of_order(draft: Draft, order: Order) -> TicketSeen | None:
    """The newest open ticket about an order."""
    return next((each for each in draft.facts.tickets if each.is_open and each.order_id == order.id), None)


def photo_kept(draft: Draft) -> bool:
    """A picture while a ticket is open that it helps stays with it; False when there is none."""
    ticket = next((each for each in draft.facts.tickets if each.is_open and each.kind in WITH_PHOTO), None)
    if ticket is None:
        return False
    draft.fact("ticket", written(ticket.number), ticket.kind)
    draft.say("ticket.photo_kept", ticket=written(ticket.number))
    return True


def meant(draft: Draft, request: Request, *, is_open: bool) -> TicketSeen | None:
    """The ticket of a button, else the newest that is open, or solved."""
    number = request.action.argument if request.action else ""
    fits = (each for each in draft.facts.tickets if str(each.number) == number or not number)
    return next((each for each in fits if each.is_open is is_open), None)


def not_solved(draft: Draft, request: Request) -> None:
    """The ticket opens again; one that is still open is told of; without any the trouble is a new complaint."""
    ticket = meant(draft, request, is_open=False)
    if ticket is None:
        still = meant(draft, request, is_open=True)
        if still is None:
            draft.say("complaint.sorry")
            hand_over(draft, "complaint", "handoff.complaint", request.text)
        else:
            say_state(draft, request, still)
        return
    outcome = draft.attempt(
        MoveTicket(ticket_id=ticket.id, to="reopened", words=request.text.strip(), heard_id=request.heard_id)
    )
    if not isinstance(outcome, TicketStands):
        return
    draft.fact("ticket", written(ticket.number), "reopened")
    draft.say("complaint.sorry")
    draft.say("ticket.reopened", ticket=written(ticket.number))
    if is_angry(request.text):
        hand_over(draft, "complaint", "handoff.complaint", request.text)
        return
    say_due(draft, outcome.due_at)
    draft.buttons(QUESTION, choices.person())


def solved(draft: Draft, request: Request) -> None:
    """[It's solved]: the customer says so."""
    ticket = meant(draft, request, is_open=True)
    if ticket is None:
        draft.say("ticket.none_open")
        return
    outcome = draft.attempt(MoveTicket(ticket_id=ticket.id, to="solved", heard_id=request.heard_id))
    if isinstance(outcome, TicketStands):
        draft.say("ticket.glad", ticket=written(ticket.number))


def say_state(draft: Draft, request: Request, ticket: TicketSeen) -> None:
    """Where a ticket is; a late answer is admitted and moved to the front."""
    named = written(ticket.number)
    draft.fact("ticket", named, ticket.state)
    if not ticket.is_open and ticket.solved_at is not None:
        draft.say("ticket.was_solved", ticket=named, since=local_day(draft, ticket.solved_at))
        button = choices.choice(build("tno", argument=str(ticket.number)), "ticket_not_solved")
        draft.buttons(QUESTION, button, choices.person())
        return
    if ticket.state == "waiting":
        draft.say("ticket.waits_for_you", ticket=named, team=team(draft))
    elif ticket.answered_at is not None:
        draft.say("ticket.in_hand", ticket=named, team=team(draft), since=local_day(draft, ticket.answered_at))
    elif ticket.due_at < draft.turn.now:
        draft.attempt(MoveTicket(ticket_id=ticket.id, to="asked", heard_id=request.heard_id))
        draft.say("ticket.is_late", ticket=named, team=team(draft))
    else:
        draft.say("ticket.is_open", ticket=named, team=team(draft), when=when(draft, ticket.due_at))
    button = choices.choice(build("tok", argument=str(ticket.number)), "ticket_solved")
    draft.buttons(QUESTION, button, choices.person())
