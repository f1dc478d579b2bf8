"""Every send accounted for: the database against what the stand-in saw.

- a message that is not *unknown* was taken by the stand-in exactly once, and read statuses came back for it;
- an *unknown* message was never taken, and its answer was lost or it was in flight when something was killed;
- nothing is sent again after bytes of it were written, but for a refusal (429, 5xx, pair limit), which took nothing;
- the messages of a thread are taken in the order in which they were decided;
- nothing was seen that the database does not know, and what was delivered was counted once.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from leadnurturebot.platform.sql import Connection
from tests.faults.shops import FaultShop
from tests.faults.stand_in import Seen


@dataclass(frozen=True, slots=True)
class Sent:
    """An outgoing message as the database has it."""

    id: str
    thread_id: UUID
    status: str


@dataclass(slots=True)
class Accounts:
    """What was found; `faults` is empty when everything is in order."""

    sends: int = 0
    taken: int = 0
    unknown: list[str] = field(default_factory=list)
    cancelled: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def read_sent(connection: Connection, shops: Sequence[FaultShop]) -> list[Sent]:
    """The outgoing messages of some shops in the order in which they were decided."""
    rows = connection.execute(
        "SELECT id, thread_id, status FROM conversations_message WHERE direction = 'out' AND shop_id = ANY(%s) ORDER BY id",
        [[shop.id for shop in shops]],
    )
    return [Sent(str(row[0]), row[1], row[2]) for row in rows]


def account(sent: Sequence[Sent], seen: Sequence[Seen], in_flight: Collection[UUID]) -> Accounts:
    """Compare. `in_flight`: what was being sent by whoever was killed."""
    found = Accounts(sends=len(sent))
    tries: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        tries[one.message_id].append(one)
    excused = {str(message_id) for message_id in in_flight}
    for message in sent:
        _judge(found, message, tries[message.id], is_excused=message.id in excused)
    strangers = {one.message_id for one in seen} - {message.id for message in sent}
    found.faults += [f"{stranger} was sent and is not in the database" for stranger in strangers]
    found.faults += _out_of_order(sent, seen)
    return found


def _judge(found: Accounts, message: Sent, tries: Sequence[Seen], *, is_excused: bool) -> None:
    taken = sum(one.fate.is_taken for one in tries)
    lost = [place for place, one in enumerate(tries) if not one.fate.is_refused]
    found.taken += taken
    found.refused += len(tries) - len(lost)
    if lost and lost[0] != len(tries) - 1:
        found.faults.append(f"{message.id} was sent again after bytes were written: {[one.fate for one in tries]}")
    if message.status == "unknown":
        found.unknown.append(f"{message.id}: {tries[-1].fate if tries else 'never arrived'}")
        answer_lost = any(one.fate.loses_answer for one in tries)
        if taken or not (answer_lost or is_excused):
            found.faults.append(f"{message.id} is unknown without a cause, taken {taken} times")
    elif message.status == "cancelled":
        found.cancelled += 1
        if taken:
            found.faults.append(f"{message.id} is cancelled and was taken")
    elif message.status != "read" or taken != 1:
        found.faults.append(f"{message.id} is {message.status} and was taken {taken} times, tried {len(tries)} times")


def _out_of_order(sent: Sequence[Sent], seen: Sequence[Seen]) -> list[str]:
    places = {message.id: place for place, message in enumerate(sent)}
    newest: dict[tuple[str, str], int] = {}
    faults = []
    for one in seen:
        place = places.get(one.message_id)
        if place is None or not one.fate.is_taken:
            continue
        pair = (one.number, one.recipient)
        if place < newest.get(pair, -1):
            faults.append(f"{one.message_id} was taken after a later message of its thread")
        newest[pair] = max(place, newest.get(pair, -1))
    return faults


def miscounted(connection: Connection, shops: Sequence[FaultShop]) -> list[str]:
    """Numbers whose delivered messages were not counted once each."""
    faults = []
    for shop in shops:
        row = connection.execute(
            "SELECT (SELECT coalesce(sum(service_delivered), 0) FROM nurture_monthusage WHERE shop_id = %(shop)s),"
            " (SELECT count(*) FROM conversations_message WHERE shop_id = %(shop)s AND direction = 'out'"
            "  AND status IN ('delivered', 'read') AND category = 'service' AND pricing_type <> 'free_entry_point')",
            {"shop": shop.id},
        ).fetchone()
        assert row is not None
        if row[0] != row[1]:
            faults.append(f"{shop.address.display_number}: {row[1]} messages delivered, {row[0]} counted")
    return faults
