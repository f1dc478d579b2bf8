"""When a customer is asked how a piece fits, and about which pieces: once an order, some days after it came.

An answer teaches how a product runs and what its buyer needs, so it is asked where it teaches most. It is asked at an hour
at which a shop would ring: the shop's own time, since nobody knows the customer's.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo
from uuid import UUID

from leadnurturebot.domain.values import record

MOST = 2
"""Pieces of an order that are asked about, one after the other."""
PATIENCE = timedelta(days=7)
"""For so long after its time the question waits for a moment at which it may be asked; then it is dropped."""
AGAIN_AFTER = timedelta(days=1)
NOT_WHILE_TALKING = timedelta(hours=2)
"""After the customer's last message: who talks about something else is not interrupted."""
_FROM, _UNTIL = time(10), time(20)


@record
class BoughtPiece:
    """A line of an order. `verdicts`: how many others have said how the product fits."""

    line_id: UUID
    variant_id: UUID
    product_id: UUID
    name: str
    color: str
    size: str
    unit_price: int
    verdicts: int
    is_judged: bool = False
    is_returned: bool = False


def polite(at: datetime, zone: tzinfo) -> datetime:
    """`at`, or the next moment between ten and eight in the evening of that zone."""
    local = at.astimezone(zone)
    if local.time() < _FROM:
        return local.replace(hour=_FROM.hour, minute=0, second=0, microsecond=0).astimezone(at.tzinfo)
    if local.time() >= _UNTIL:
        morning = (local + timedelta(days=1)).replace(hour=_FROM.hour, minute=0, second=0, microsecond=0)
        return morning.astimezone(at.tzinfo)
    return at


def due_at(delivered_at: datetime, days: int, zone: tzinfo) -> datetime:
    """When to ask: so many days after the order came."""
    return polite(delivered_at + timedelta(days=days), zone)


def ask_again_at(now: datetime, due: datetime, zone: tzinfo) -> datetime | None:
    """The next try of a question that was due at `due` and may not be asked now; None once patience is over."""
    again = polite(now + AGAIN_AFTER, zone)
    return again if again <= due + PATIENCE else None


def to_ask(pieces: Sequence[BoughtPiece]) -> list[BoughtPiece]:
    """The pieces to ask about, most telling first: of whose product least is known, then the dearer one, which comes back
    most often. What has one size, was judged or goes back is not asked about, nor a product twice."""
    open_ones = [piece for piece in pieces if piece.size and not piece.is_judged and not piece.is_returned]
    ranked = sorted(open_ones, key=lambda piece: (piece.verdicts, -piece.unit_price, str(piece.line_id)))
    return list({piece.product_id: piece for piece in reversed(ranked)}.values())[::-1][:MOST]
