"""The customer's tickets in memory: opened, asked after and solved as the database would."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.domain.dialogue.decision import MoveTicket, OpenTicket, TicketStands
from leadnurturebot.domain.dialogue.turn import Order, Shop, TicketSeen
from leadnurturebot.domain.tickets import IllegalTicketMove, Priority, TicketState, due_at, move_ticket

WITHIN = timedelta(hours=4)


@dataclass(slots=True)
class TicketBook:
    """Tickets, newest first."""

    tickets: list[TicketSeen] = field(default_factory=list)

    def attempt(self, attempt: OpenTicket | MoveTicket, orders: list[Order], shop: Shop, now: datetime) -> TicketStands:
        """What the attempt came to."""
        due = due_at(shop.hours, now.astimezone(ZoneInfo(shop.timezone)), WITHIN)
        if isinstance(attempt, OpenTicket):
            return self._open(attempt, orders, due, now)
        ticket = next(each for each in self.tickets if each.id == attempt.ticket_id)
        if attempt.to != "asked" and not self._moved(ticket, TicketState(attempt.to), due, now):
            return TicketStands(number=ticket.number, due_at=due, done=False)
        return TicketStands(number=ticket.number, due_at=due)

    def _open(self, attempt: OpenTicket, orders: list[Order], due: datetime, now: datetime) -> TicketStands:
        same = (each for each in self.tickets if each.is_open and each.kind is attempt.kind)
        found = next((each for each in same if each.order_id == attempt.order_id), None)
        if found is not None:
            return TicketStands(number=found.number, due_at=found.due_at)
        number = len(self.tickets) + 1
        order = next((order for order in orders if order.id == attempt.order_id), None)
        ticket = TicketSeen(
            id=UUID(int=7_000 + number), number=number, kind=attempt.kind, state=TicketState.OPEN, order_id=attempt.order_id,
            order_number=order.number if order else "", opened_at=now, due_at=due,
            priority=Priority.HIGH if attempt.is_urgent else Priority.NORMAL,
        )  # fmt: skip
        self.tickets.insert(0, ticket)
        return TicketStands(number=number, due_at=due, is_new=True)

    def _moved(self, ticket: TicketSeen, to: TicketState, due: datetime, now: datetime) -> bool:
        try:
            move_ticket(ticket.state, to)
        except IllegalTicketMove:
            return False
        due = due if to is TicketState.REOPENED else ticket.due_at
        solved_at = now if to is TicketState.SOLVED else None
        place = self.tickets.index(ticket)
        self.tickets[place] = replace(ticket, state=to, due_at=due, solved_at=solved_at)
        return True

    def solve_newest(self, now: datetime) -> TicketSeen:
        """The team has settled it."""
        self._moved(self.tickets[0], TicketState.SOLVED, now, now)
        return self.tickets[0]
