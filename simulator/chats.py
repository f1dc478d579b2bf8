"""Every chat between a person and a business number, and the windows it has open."""

import sqlite3
from dataclasses import dataclass

import orjson

from simulator.jsontypes import Json
from simulator.live import LiveFeed
from simulator.state import Database

STATUS_RANK = {"accepted": 0, "queued": 0, "sent": 1, "delivered": 2, "read": 3, "failed": 4}


@dataclass(frozen=True)
class Message:
    """A stored message. `direction` is seen from the business: `in` from the person, `out` to the person.

    `data` holds `content` (the message object as on the wire) and what belongs to it: `opaque`, `rendered`, `pricing`.
    """

    seq: int
    id: str
    number_id: str
    person_id: str
    direction: str
    type: str
    at: float
    status: str
    data: Json


@dataclass(frozen=True)
class Thread:
    """What is open between a person and a number; unix seconds of business time, `typing_until` of wall time.

    `owner` names another app that holds the thread; empty while it is ours.
    """

    number_id: str
    person_id: str
    last_inbound_at: float | None = None
    referral_at: float | None = None
    free_until: float | None = None
    typing_until: float | None = None
    owner: str = ""


class Chats:
    def __init__(self, db: Database, live: LiveFeed) -> None:
        self._db = db
        self._live = live

    def add(self, message: Message) -> None:
        self._db.run(
            "INSERT INTO messages (id, number_id, person_id, direction, type, at, status, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            message.id,
            message.number_id,
            message.person_id,
            message.direction,
            message.type,
            message.at,
            message.status,
            orjson.dumps(message.data),
        )
        self._tell(message)

    def get(self, message_id: str) -> Message | None:
        row = self._db.row("SELECT * FROM messages WHERE id = ?", message_id)
        return None if row is None else _message(row)

    def raise_status(self, message_id: str, status: str) -> bool:
        """Move a message forward, never back; says whether it moved."""
        message = self.get(message_id)
        if message is None or STATUS_RANK[status] <= STATUS_RANK[message.status]:
            return False
        self._db.run("UPDATE messages SET status = ? WHERE id = ?", status, message_id)
        self._tell(message)
        return True

    def keep(self, message: Message, **facts: object) -> None:
        """Add facts to what is stored with a message."""
        self._db.run("UPDATE messages SET data = ? WHERE id = ?", orjson.dumps({**message.data, **facts}), message.id)

    def raise_read(self, number_id: str, person_id: str, up_to_seq: int) -> None:
        """The business read this message of the person and all before it."""
        self._db.run(
            "UPDATE messages SET status = 'read'"
            " WHERE number_id = ? AND person_id = ? AND direction = 'in' AND seq <= ?",
            number_id,
            person_id,
            up_to_seq,
        )
        self._live.publish("message", {"number": number_id, "person": person_id})

    def history(self, number_id: str, person_id: str, limit: int = 200) -> list[Message]:
        """Oldest first; of many the newest."""
        rows = self._db.rows(
            "SELECT * FROM messages WHERE number_id = ? AND person_id = ? ORDER BY seq DESC LIMIT ?",
            number_id,
            person_id,
            limit,
        )
        return [_message(row) for row in reversed(rows)]

    def unfinished(self) -> list[Message]:
        """Business messages whose statuses were not told yet, after a restart."""
        sql = "SELECT * FROM messages WHERE direction = 'out' AND status IN ('accepted', 'sent') ORDER BY seq"
        return [_message(row) for row in self._db.rows(sql)]

    def thread(self, number_id: str, person_id: str) -> Thread:
        sql = "SELECT * FROM threads WHERE number_id = ? AND person_id = ?"
        row = self._db.row(sql, number_id, person_id)
        return Thread(number_id, person_id) if row is None else Thread(**dict(row))

    def put_thread(self, thread: Thread) -> None:
        self._db.run(
            "INSERT OR REPLACE INTO threads"
            " (number_id, person_id, last_inbound_at, referral_at, free_until, typing_until, owner)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            thread.number_id,
            thread.person_id,
            thread.last_inbound_at,
            thread.referral_at,
            thread.free_until,
            thread.typing_until,
            thread.owner,
        )
        self._live.publish("thread", {"number": thread.number_id, "person": thread.person_id})

    def _tell(self, message: Message) -> None:
        self._live.publish("message", {"number": message.number_id, "person": message.person_id, "id": message.id})


def _message(row: sqlite3.Row) -> Message:
    return Message(
        seq=row["seq"],
        id=row["id"],
        number_id=row["number_id"],
        person_id=row["person_id"],
        direction=row["direction"],
        type=row["type"],
        at=row["at"],
        status=row["status"],
        data=orjson.loads(row["data"]),
    )
