"""A lead's status: the highest ever reached. It only rises; the funnel counts events, not this."""

from collections.abc import Iterable
from enum import StrEnum


class LeadStatus(StrEnum):
    """In rising order."""

    NEW = "new"
    ENGAGED = "engaged"
    """Wrote to us."""
    QUALIFIED = "qualified"
    """Chose a product and size, or has a cart."""
    CONVERTED = "converted"
    """Paid; cash on delivery when it was collected."""


_RANK = {status: rank for rank, status in enumerate(LeadStatus)}
_REACHED_BY = {
    "touch.recorded": LeadStatus.NEW,
    "message.received": LeadStatus.ENGAGED,
    "variant.chosen": LeadStatus.QUALIFIED,
    "cart.changed": LeadStatus.QUALIFIED,
    "order.placed": LeadStatus.QUALIFIED,
    "payment.settled": LeadStatus.CONVERTED,
}
"""Status by kind of ledger row; other kinds reach none."""


def status_after(status: LeadStatus, event_kinds: Iterable[str]) -> LeadStatus:
    """`status` raised by ledger events of these kinds, in any order."""
    reached = (_REACHED_BY.get(kind, LeadStatus.NEW) for kind in event_kinds)
    return highest(status, *reached)


def highest(*statuses: LeadStatus) -> LeadStatus:
    """The highest of `statuses`, for a merged lead."""
    return max(statuses, key=_RANK.__getitem__)
