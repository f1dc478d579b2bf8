"""Tickets: matters after a sale that one answer did not settle. Kinds, states and moves, how urgent, until when answered."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from leadnurturebot.domain.opening_hours import spans

REOPENS_FOR = timedelta(days=14)
"""So long after a ticket was solved "it is not solved" opens it again; later it is a new one."""
AROUND_THE_CLOCK = timedelta(hours=24)
"""When an answer is due where no opening hours are recorded."""


class TicketKind(StrEnum):
    """What a ticket is about: a closed list, so that it can be counted."""

    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    MISSING = "missing"
    NOT_ARRIVED = "not_arrived"
    EXCHANGE = "exchange"
    REFUND = "refund"
    PAYMENT = "payment"
    COMPLAINT = "complaint"
    QUESTION = "question"


class TicketState(StrEnum):
    """Where a ticket is."""

    OPEN = "open"
    """The shop has to do something."""
    WAITING = "waiting"
    """The customer has to answer."""
    SOLVED = "solved"
    REOPENED = "reopened"
    """The customer says that it is not solved."""


class Priority(StrEnum):
    """How urgent."""

    NORMAL = "normal"
    HIGH = "high"


_S = TicketState
TICKET_MOVES: dict[TicketState, frozenset[TicketState]] = {
    _S.OPEN: frozenset({_S.WAITING, _S.SOLVED}),
    _S.WAITING: frozenset({_S.OPEN, _S.SOLVED}),
    _S.SOLVED: frozenset({_S.REOPENED}),
    _S.REOPENED: frozenset({_S.WAITING, _S.SOLVED}),
}
UNSOLVED = frozenset({_S.OPEN, _S.WAITING, _S.REOPENED})
WITH_PHOTO = frozenset({TicketKind.DAMAGED, TicketKind.WRONG_ITEM, TicketKind.MISSING})
"""Kinds that a picture helps to settle."""
TICKET_LETTERS = {
    "d": TicketKind.DAMAGED, "w": TicketKind.WRONG_ITEM, "m": TicketKind.MISSING, "n": TicketKind.NOT_ARRIVED,
    "p": TicketKind.PAYMENT, "r": TicketKind.REFUND, "x": TicketKind.EXCHANGE, "c": TicketKind.COMPLAINT,
    "q": TicketKind.QUESTION,
}  # fmt: skip
"""Kinds as the ids of buttons carry them."""


class IllegalTicketMove(ValueError):
    """A ticket cannot go from `origin` to `target`."""

    def __init__(self, origin: TicketState, target: TicketState) -> None:
        super().__init__(f"a ticket that is {origin} cannot become {target}")
        self.origin = origin
        self.target = target


def move_ticket(state: TicketState, target: TicketState) -> TicketState:
    """`target`, when the table allows it (staying is allowed). Raises IllegalTicketMove."""
    if target != state and target not in TICKET_MOVES[state]:
        raise IllegalTicketMove(state, target)
    return target


def written(number: int) -> str:
    """A ticket's number as people say it: T-12."""
    return f"T-{number}"


def due_at(hours: str, local: datetime, within: timedelta) -> datetime:
    """When a ticket opened at the shop-local time `local` is to be answered: after `within` of time in which the shop is
    open, on the next quarter of an hour; a day later where no hours are recorded."""
    by_day = spans(hours)
    if not any(by_day.values()):
        return local + AROUND_THE_CLOCK
    left, day = within, local
    while True:
        for opens, closes in sorted(by_day.get(day.weekday(), ())):
            start, end = max(_at(day, opens), local), _at(day, closes)
            if end <= start:
                continue
            if left <= end - start:
                return min(_rounded(start + left), end)
            left -= end - start
        day += timedelta(days=1)


def _at(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)


def _rounded(moment: datetime) -> datetime:
    """The next quarter of an hour: what is promised is said in round figures."""
    over = timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (timedelta(minutes=15) - over) if over else moment
