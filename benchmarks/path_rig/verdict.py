"""Was every message stored, decided and answered once? Judged by the database and by what the stand-in received."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.path_rig.load import wamid_of
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True)
class Sent:
    """What a stage's generator recorded."""

    stage: str
    due: list[int]
    acknowledged: list[int]
    statuses: list[int]
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Received:
    """A send as the stand-in saw it."""

    at: int
    number: str
    recipient: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What the database says, ids as text."""

    inbound: Mapping[str, Sequence[str]]
    """Our ids of the stored messages by the provider's id."""
    deciding: Mapping[str, Sequence[Sequence[str]]]
    """For each of our message ids the replies of every decision that names it."""
    without_read: int
    """Replies that no `read` status settled."""
    waiting: int
    """Rows left in the queues."""


@dataclass(slots=True)
class Verdict:
    """The count."""

    sent: int = 0
    refused: int = 0
    lost: int = 0
    doubled: int = 0
    reordered: int = 0
    without_read: int = 0
    waiting: int = 0
    latencies: dict[str, list[int]] = field(default_factory=dict)
    """Nanoseconds from the webhook being due to the reply's arrival at the stand-in, by stage."""
    answered_due: dict[str, list[int]] = field(default_factory=dict)
    """When each of these was due, in the same order."""
    last_reply: dict[str, int] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether everything was as promised."""
        wrong = (self.refused, self.lost, self.doubled, self.reordered, self.without_read, self.waiting)
        return self.sent > 0 and not any(wrong)


def read_sent(folder: Path, stage: str) -> Sent:
    """The generator's record of a stage."""
    return Sent(stage, **json.loads((folder / f"load-{stage}.json").read_text()))


def read_received(folder: Path) -> list[Received]:
    """The stand-in's record."""
    return [Received(*row) for row in json.loads((folder / "received.json").read_text())["received"]]


def read_stored(connection: Connection, since: UUID) -> Stored:
    """What the database holds after the run, of messages made after the id `since`."""
    inbound: dict[str, list[str]] = defaultdict(list)
    for provider_id, message_id in connection.execute(
        "SELECT provider_id, id FROM conversations_message WHERE id > %s AND direction = 'in'", [since]
    ):
        inbound[provider_id].append(str(message_id))
    deciding: dict[str, list[Sequence[str]]] = defaultdict(list)
    for message_ids, reply_ids in connection.execute("SELECT message_ids, reply_ids FROM assistant_decisionrecord"):
        for message_id in message_ids:
            deciding[str(message_id)].append(_texts(reply_ids))
    unread = "SELECT count(*) FROM conversations_message WHERE id > %s AND direction = 'out' AND status <> 'read'"
    return Stored(inbound, deciding, _count(connection, unread, since), waiting(connection))


def _texts(ids: Sequence[UUID]) -> list[str]:
    return [str(one) for one in ids]


def _count(connection: Connection, statement: str, *parameters: object) -> int:
    row = connection.execute(statement, parameters).fetchone()
    return int(row[0]) if row else 0


def waiting(connection: Connection) -> int:
    """Rows in the queues: not handled, not sent, parked, unknown, or statuses not applied."""
    return _count(
        connection,
        "SELECT (SELECT count(*) FROM message_path_inbox) + (SELECT count(*) FROM message_path_outbox)"
        " + (SELECT count(*) FROM message_path_status)",
    )


def judge(stages: Sequence[Sent], received: Sequence[Received], stored: Stored) -> Verdict:
    """Compare what was sent with what is stored and what arrived."""
    verdict = Verdict(without_read=stored.without_read, waiting=stored.waiting)
    arrivals: dict[str, int] = {}
    for send in received:
        arrivals.setdefault(send.message_id, send.at)
    times = Counter(send.message_id for send in received)
    known: set[str] = set()
    answered: dict[str, tuple[int, int]] = {}
    for place, sent in enumerate(stages):
        replies = _judge_stage(verdict, sent, stored, times, arrivals)
        known.update(replies)
        answered.update((reply, (place, number)) for reply, number in replies.items())
    # A send that answers nothing we wrote is one too many.
    verdict.doubled += len(times.keys() - known)
    verdict.reordered = _reordered(received, answered)
    return verdict


def _judge_stage(
    verdict: Verdict, sent: Sent, stored: Stored, times: Mapping[str, int], arrivals: Mapping[str, int]
) -> dict[str, int]:
    """Count one stage; returns the newest message number that each reply answers."""
    replies: dict[str, int] = {}
    latencies, dues = verdict.latencies.setdefault(sent.stage, []), verdict.answered_due.setdefault(sent.stage, [])
    for number, due in enumerate(sent.due):
        verdict.sent += 1
        verdict.refused += sent.statuses[number] != 200
        ids = stored.inbound.get(wamid_of(sent.stage, number), ())
        decisions = [reply_ids for message_id in ids for reply_ids in stored.deciding.get(message_id, ())]
        own = [reply for reply_ids in decisions for reply in reply_ids]
        replies.update((reply, number) for reply in own)
        verdict.doubled += len(ids) > 1 or len(decisions) > 1 or len(own) > 1 or any(times.get(r, 0) > 1 for r in own)
        came = [arrivals[reply] for reply in own if reply in arrivals]
        if len(came) < max(1, len(own)):
            verdict.lost += 1
            continue
        latencies.append(min(came) - due)
        dues.append(due)
        verdict.last_reply[sent.stage] = max(verdict.last_reply.get(sent.stage, 0), max(came))
    return replies


def _reordered(received: Sequence[Received], answered: Mapping[str, tuple[int, int]]) -> int:
    """Replies that arrived at a customer after the reply to a later message."""
    newest: dict[tuple[str, str], tuple[int, int]] = {}
    late = 0
    for send in received:
        number, pair = answered.get(send.message_id), (send.number, send.recipient)
        if number is not None:
            late += number < newest.get(pair, number)
            newest[pair] = max(number, newest.get(pair, number))
    return late


def as_row(verdict: Verdict) -> dict[str, Any]:
    """The counts by name."""
    names = ("sent", "refused", "lost", "doubled", "reordered", "without_read", "waiting")
    return {name: getattr(verdict, name) for name in names}
