"""A rehearsal: a conversation through the real message path whose transaction is rolled back. For `chat`, the try-it
page and transcripts: nothing is sent, nothing stays."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from types import TracebackType
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.message_content import MessageContent, from_json
from leadnurturebot.message_path import customer_messages, inbox
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.clocks import business_now, wall_now
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, connect, insert_many

VISITOR = "15005550006"

_LANE = {"connection_id": "uuid", "contact": "bytea"}
_INBOX = {
    "id": "uuid", "shop_id": "uuid", "connection_id": "uuid", "contact": "bytea", "kind": "text", "event_id": "text",
    "occurred_at": "timestamptz", "received_at": "timestamptz", "due_at": "timestamptz", "waited": "boolean",
    "state": "text", "attempts": "smallint", "error": "text", "payload_sealed": "bytea",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn as the customer's phone would show it, and why."""

    heard: str
    contents: tuple[MessageContent, ...]
    decision: dict[str, Any] = field(default_factory=dict)
    products: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The reply as read on the phone."""
        return "\n\n".join(content.plain_text() for content in self.contents)

    def options(self) -> list[dict[str, str]]:
        """What can be tapped: id and title."""
        found: list[dict[str, str]] = []
        for content in self.contents:
            for name in ("buttons", "rows"):
                found += ({"id": item.id, "title": item.title} for item in getattr(content, name, ()))
            for card in getattr(content, "cards", ()):
                found += ({"id": button.id, "title": button.title} for button in card.buttons)
            if hasattr(content, "url") and hasattr(content, "label"):
                found.append({"id": content.url, "title": content.label})
        return found

    def as_json(self) -> dict[str, Any]:
        """The turn for `chat --script`."""
        return {
            "customer": self.heard, "text": self.text, "options": self.options(), "products": list(self.products),
            "facts": self.decision.get("facts", []), "decision": self.decision,
        }  # fmt: skip


class Rehearsal:
    """A conversation with a shop's assistant. Use as a context manager."""

    def __init__(
        self, shop_id: UUID, *, ad_id: str = "", connection: Connection | None = None, world: World | None = None,
        name: str = "",
    ) -> None:  # fmt: skip
        self._shop_id, self._ad_id, self._name = shop_id, ad_id, name
        self._given, self._world = connection, world or World.load()
        self._stack = ExitStack()
        self._options: list[dict[str, str]] = []
        self._ahead = timedelta(0)

    def __enter__(self) -> "Rehearsal":
        self._connection = self._given or self._stack.enter_context(connect(name="leadnurturebot rehearsal"))
        self._key: ShopKey = ring().of(self._connection, self._shop_id)
        self._connection_id, self._number_id = self._place()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._given is None:
            self._connection.rollback()
        self._stack.close()

    def _place(self) -> tuple[UUID, UUID]:
        row = self._connection.execute(
            "SELECT connection_id, id FROM shops_businessnumber WHERE shop_id = %s ORDER BY id LIMIT 1", [self._shop_id]
        ).fetchone()
        if row is None:
            raise LookupError("the shop has no WhatsApp number yet")
        return row[0], row[1]

    def say(self, line: str) -> Spoken:
        """Say or tap: a line in square brackets, or one equal to an offered title, is a tap."""
        title = line.strip("[]")
        tapped = next((o for o in self._options if title.casefold() == o["title"].casefold() or line == o["id"]), None)
        if tapped and not tapped["id"].startswith("http"):
            return self.hear("tap", {"action": tapped["id"], "text": tapped["title"]}, shown=line)
        return self.hear("text", {"text": line}, shown=line)

    def hear(
        self, kind: str, content: dict[str, Any], *, shown: str = "", referral: dict[str, Any] | None = None
    ) -> Spoken:
        """Any message of the customer through the message path."""
        if referral is None and self._ad_id:
            referral, self._ad_id = {"source_type": "ad", "source_id": self._ad_id}, ""
        wall = wall_now()
        # Messages of one burst would be merged: in a rehearsal each line is a turn.
        self._ahead += timedelta(seconds=10)
        times = Times(now=business_now(self._connection) + self._ahead, wall=wall)
        event_id = self._put(kind, content, referral, times)
        # Its own lane only: what waits in the queues is the workers'.
        lane = self._key.index("lane", VISITOR)
        events = inbox.take_lane(self._connection, self._connection_id, lane, rows=10)
        customer_messages.handle(
            self._connection, self._world, events, Times(now=times.now, wall=wall + timedelta(seconds=5))
        )
        spoken = self._spoken(event_id, shown)
        self._options = spoken.options() or self._options
        return spoken

    def _put(self, kind: str, content: dict[str, Any], referral: dict[str, Any] | None, times: Times) -> str:
        row_id, lane = uuid7(), self._key.index("lane", VISITOR)
        payload = {
            "number_id": self._number_id, "contact": ["", "", VISITOR, "", self._name], "kind": kind,
            "content": content, "quoted_id": "", "referral": referral,
        }  # fmt: skip
        row = (
            row_id, self._shop_id, self._connection_id, lane, "message", f"rehearsal:{row_id}", times.now, times.wall,
            times.wall, True, "due", 0, "", self._key.seal(orjson.dumps(payload)),
        )  # fmt: skip
        insert_many(
            self._connection, "message_path_lane", _LANE, [(self._connection_id, lane)], tail="ON CONFLICT DO NOTHING"
        )
        insert_many(self._connection, "message_path_inbox", _INBOX, [row])
        return f"rehearsal:{row_id}"

    def _spoken(self, event_id: str, shown: str) -> Spoken:
        decision = self._connection.execute(
            "SELECT d.intent, d.confidence, d.skill, d.trace_sealed, d.reply_ids FROM conversations_message m"
            " JOIN assistant_decisionrecord d ON d.id = m.decision_id AND d.shop_id = m.shop_id"
            " WHERE m.shop_id = %s AND m.provider_id = %s AND m.provider_id <> ''",  # as the index says
            [self._shop_id, event_id],
        ).fetchone()
        if decision is None:
            return Spoken(shown, ())
        rows = self._connection.execute(
            "SELECT content_sealed FROM conversations_message WHERE shop_id = %s AND id = ANY(%s) ORDER BY id",
            [self._shop_id, decision[4]],
        ).fetchall()
        stored = [orjson.loads(self._key.open(row[0])) for row in rows]
        trace = orjson.loads(self._key.open(decision[3]))
        found = {"intent": decision[0], "confidence": decision[1], **trace}
        products = tuple(dict.fromkeys(str(product) for item in stored for product in item["products"]))
        return Spoken(shown, tuple(from_json(item["content"]) for item in stored), found, products)
