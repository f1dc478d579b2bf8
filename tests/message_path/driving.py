"""Driving the message path inside one rolled-back transaction: webhook body in, outbox out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.message_content import MessageContent, from_json
from leadnurturebot.message_path import claiming, follow_ups, inbox, settling, status_events
from leadnurturebot.message_path.endpoints import Endpoint, Number
from leadnurturebot.message_path.intake import STORE, Intake, from_messaging, from_payments, parameters
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import _by_handler
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Accepted
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER
from leadnurturebot.providers.payments.base import ProviderEvent
from tests.cast import Boutique, webhook


@dataclass
class Drive:
    """A shop under way: what is received is handled, what is due is sent."""

    connection: Connection
    world: World
    boutique: Boutique
    now: datetime

    @property
    def times(self) -> Times:
        return Times(now=self.now, wall=self.now)

    def endpoint(self) -> Endpoint:
        key = ring().of(self.connection, self.boutique.shop.id)
        number = Number(self.boutique.number_id, self.boutique.shop.id, key)
        return Endpoint(
            connection_id=self.boutique.connection_id, shop_id=self.boutique.shop.id, kind="messaging",
            slug="whatsapp_cloud", secrets={}, key=key,
            numbers={(self.boutique.waba_id, self.boutique.phone_number_id): number, ("", self.boutique.phone_number_id): number},
        )  # fmt: skip

    def receive(self, *messages: dict[str, Any], **more: Any) -> None:
        """Take in messages as the receiver does."""
        body = webhook(self.boutique, *messages, **more)
        self._store(from_messaging(self.endpoint(), PROVIDER.parse(body), self.now))

    def receive_change(self, field: str, value: dict[str, Any], *, sent_at: datetime | None = None) -> None:
        """Take in a change of any field of the account."""
        metadata = {"display_phone_number": "+1 555-078-3881", "phone_number_id": self.boutique.phone_number_id}
        entry: dict[str, Any] = {
            "id": self.boutique.waba_id,
            "changes": [{"field": field, "value": {"metadata": metadata, **value}}],
        }
        if sent_at is not None:
            entry["time"] = int(sent_at.timestamp())
        self._store(from_messaging(self.endpoint(), PROVIDER.parse(orjson.dumps({"entry": [entry]})), self.now))

    def told(self, field: str, value: dict[str, Any], *, sent_at: datetime | None = None) -> None:
        """Take in a change and handle it."""
        self.receive_change(field, value, sent_at=sent_at)
        self.work()

    def stamp(self) -> str:
        """Now, as a webhook writes it."""
        return str(int(self.now.timestamp()))

    def stored(self, wamid: str) -> dict[str, Any]:
        """A stored message's content, opened."""
        key = ring().of(self.connection, self.boutique.shop.id)
        ((sealed,),) = self.rows("SELECT content_sealed FROM conversations_message WHERE provider_id = %s", wamid)
        content: dict[str, Any] = orjson.loads(key.open(sealed))
        return content

    def receive_payment(self, event: ProviderEvent) -> None:
        """Take in a payment event."""
        self._store(from_payments(self.endpoint(), [event], self.now))

    def _store(self, intake: Intake) -> None:
        self.connection.execute(STORE, parameters(intake))

    def work(self) -> int:
        """One turn of the worker. Returns how many rows it took."""
        events = inbox.claim(self.connection, now=self.now, rows=200)
        for handler, group in _by_handler(events):
            handler(self.connection, self.world, group, self.times)
        return len(events)

    def apply_statuses(self) -> int:
        """Apply waiting statuses."""
        return status_events.apply_due(self.connection, self.times)

    def ring(self) -> int:
        """Let due timers ring."""
        return follow_ups.ring_due(self.connection, self.world, self.times)

    def send(self) -> list[MessageContent]:
        """Send everything that is due; every send is accepted."""
        sent: list[MessageContent] = []
        while sends := claiming.claim(self.connection, wall=self.now, now=self.now, limit=64):
            settling.settle(self.connection, [(s, Accepted(f"wamid.out.{s.id}")) for s in sends], wall=self.now)
            sent += (s.content for s in sends)
        return sent

    def hear(self, *messages: dict[str, Any], **more: Any) -> list[MessageContent]:
        """Receive, handle and send: what the customer gets."""
        self.receive(*messages, **more)
        self.work()
        return self.send()

    def later(self, **span: float) -> None:
        """Both clocks move on."""
        self.now += timedelta(**span)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """A query."""
        return self.connection.execute(statement, list(values)).fetchall()

    def count(self, table: str) -> int:
        """Rows of the shop in a table."""
        return int(self.rows(f"SELECT count(*) FROM {table} WHERE shop_id = %s", self.boutique.shop.id)[0][0])

    def queued(self) -> list[MessageContent]:
        """What waits in the outbox."""
        key = ring().of(self.connection, self.boutique.shop.id)
        rows = self.rows(
            "SELECT payload_sealed FROM message_path_outbox WHERE shop_id = %s ORDER BY id", self.boutique.shop.id
        )
        return [from_json(orjson.loads(key.open(row[0]))["content"]) for row in rows]


def button(content: MessageContent, title: str) -> str:
    """The action id behind a button."""
    return next(item.id for item in content.buttons if item.title == title)  # type: ignore[union-attr]  # fails loudly for a message without buttons


def uuid_of(value: object) -> UUID:
    """A UUID out of a row."""
    assert isinstance(value, UUID)
    return value
