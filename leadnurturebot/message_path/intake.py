"""Acknowledged events on their way into the database: rows made from a delivery, and one commit for many requests."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import psycopg

from leadnurturebot.message_path.endpoints import Endpoint, Number
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.packed_lists import Column
from leadnurturebot.platform.sql import connect_async, kinds, typed
from leadnurturebot.providers.messaging.base import AccountEvent, Delivery, InboundMessage, StatusUpdate
from leadnurturebot.providers.payments.base import ProviderEvent

EVENT_KINDS = frozenset({
    "echo", "preference", "system", "edit", "revoke", "reaction", "standby", "history", "app_contact", "handover",
    "click", "call_permission", "group",
})  # fmt: skip
"""Kinds that are no messages to answer."""


@dataclass(slots=True)
class Intake:
    """Rows of one or more deliveries, as tuples in the order of the statements below."""

    events: list[tuple[Any, ...]] = field(default_factory=list)
    statuses: list[tuple[Any, ...]] = field(default_factory=list)
    unknown_numbers: int = 0

    def merge(self, other: "Intake") -> None:
        """Add the rows of another intake."""
        self.events += other.events
        self.statuses += other.statuses

    def __bool__(self) -> bool:
        return bool(self.events or self.statuses)


def from_messaging(endpoint: Endpoint, delivery: Delivery, now: datetime) -> Intake:
    """Rows of a messaging delivery. What is meant for a number that is not the connection's is counted and left out."""
    intake = Intake()
    for message in delivery.messages:
        if number := endpoint.numbers.get((message.waba_id, message.phone_number_id)):
            intake.events.append(_message_row(endpoint, number, message, now))
        else:
            intake.unknown_numbers += 1
    for status in delivery.statuses:
        if number := endpoint.numbers.get(("", status.phone_number_id)):
            intake.statuses.append(_status_row(endpoint, number, status, now))
        else:
            intake.unknown_numbers += 1
    intake.events += (_account_row(endpoint, event, now) for event in delivery.account)
    return intake


def from_payments(endpoint: Endpoint, events: Sequence[ProviderEvent], now: datetime) -> Intake:
    """Rows of a payment delivery; the events of one payment share a lane."""
    intake = Intake()
    for event in events:
        lane = endpoint.key.index("payment", event.charge_id or event.reference or event.session_id or event.event_id)
        payload = {name: getattr(event, name) for name in ProviderEvent.__slots__}
        intake.events.append(
            (uuid7(), endpoint.shop_id, endpoint.connection_id, lane, "payment", event.event_id, event.at, now,
             endpoint.key.seal(orjson.dumps(payload)))
        )  # fmt: skip
    return intake


def _message_row(endpoint: Endpoint, number: Number, message: InboundMessage, now: datetime) -> tuple[Any, ...]:
    contact = message.contact
    payload = {
        "number_id": number.id,
        "contact": [contact.user_id, contact.parent_user_id, contact.wa_id, contact.username, contact.name],
        "kind": message.kind,
        "content": dict(message.content),
        "quoted_id": message.quoted_id,
        "referral": message.referral and dict(message.referral),
    }
    kind = message.kind if message.kind in EVENT_KINDS else "message"
    return (
        uuid7(), number.shop_id, endpoint.connection_id, number.key.index("lane", contact.key), kind, message.event_id,
        message.at, now, number.key.seal(orjson.dumps(payload)),
    )  # fmt: skip


def _status_row(endpoint: Endpoint, number: Number, status: StatusUpdate, now: datetime) -> tuple[Any, ...]:
    return (
        endpoint.connection_id, number.shop_id, status.provider_id, _uuid(status.message_id), status.status, status.at,
        now, orjson.dumps(status.data).decode(),
    )  # fmt: skip


def _account_row(endpoint: Endpoint, event: AccountEvent, now: datetime) -> tuple[Any, ...]:
    # A state may come, go and come again in the same words: the time it was sent tells them apart from a repeat.
    at = event.at or now
    said = orjson.dumps([event.waba_id, event.field, event.data, event.at], option=orjson.OPT_SORT_KEYS)
    digest = endpoint.key.index("account", said.decode()).hex()
    number = next((found for (waba, _), found in endpoint.numbers.items() if waba == event.waba_id), None)
    shop_id, key = (number.shop_id, number.key) if number else (endpoint.shop_id, endpoint.key)
    payload = {"waba_id": event.waba_id, "field": event.field, "kind": event.kind, "data": event.data}
    return (
        uuid7(), shop_id, endpoint.connection_id, endpoint.key.index("account", event.waba_id), "account",
        f"account:{digest}", at, now, key.seal(orjson.dumps(payload)),
    )  # fmt: skip


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


# One statement, and so one transaction with one commit. What is new gets its key, its lane and its row; a repeat gets
# nothing. A lane that exists is left alone, so the receiver never waits for the worker that holds it. Statuses are only
# appended. A key is a digest: WhatsApp's event ids spell the customer's number, and keys outlive who was forgotten.
STORE = """
WITH given AS (
  SELECT *, encode(sha256(convert_to(event_id, 'UTF8')), 'hex') AS digest
  FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::bytea[], %s::text[], %s::text[], %s::timestamptz[],
    %s::timestamptz[], %s::bytea[])
    AS g(id, shop_id, connection_id, contact, kind, event_id, occurred_at, received_at, payload_sealed)
), fresh AS (
  INSERT INTO message_path_eventkey (connection_id, event_id, day)
  SELECT connection_id, digest, (occurred_at AT TIME ZONE 'UTC')::date FROM given
  ON CONFLICT DO NOTHING RETURNING connection_id, event_id
), lanes AS (
  INSERT INTO message_path_lane (connection_id, contact)
  SELECT DISTINCT connection_id, contact FROM given ON CONFLICT DO NOTHING
), events AS (
  INSERT INTO message_path_inbox (id, shop_id, connection_id, contact, kind, event_id, occurred_at, received_at, due_at,
    waited, state, attempts, error, payload_sealed)
  SELECT given.id, shop_id, given.connection_id, contact, kind, given.event_id, occurred_at, received_at, received_at,
    false, 'due', 0, '', payload_sealed
  FROM given JOIN fresh ON fresh.connection_id = given.connection_id AND fresh.event_id = given.digest
), statuses AS (
  INSERT INTO message_path_status (connection_id, shop_id, provider_id, message_id, status, at, due_at, attempts, data)
  SELECT connection_id, shop_id, provider_id, message_id, status, at, due_at, 0, data
  FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::timestamptz[], %s::timestamptz[],
    %s::jsonb[])
    AS g(connection_id, shop_id, provider_id, message_id, status, at, due_at, data)
)
SELECT pg_notify('leadnurturebot_inbox', '') WHERE EXISTS (SELECT 1 FROM fresh)
"""
_EVENT_COLUMNS = 9


def parameters(intake: Intake) -> list[Column]:
    """What `STORE` takes."""
    # A body may name the same event twice, and so may two requests that share a commit.
    events = {(row[2], row[5]): row for row in intake.events}.values()
    types = kinds(STORE)
    return [*typed(types[:_EVENT_COLUMNS], events), *typed(types[_EVENT_COLUMNS:], intake.statuses)]


async def store(connection: psycopg.AsyncConnection[Any], intake: Intake) -> None:
    """Write an intake and wake the workers for new events; statuses are fetched at the workers' own pace.

    On a connection that commits by itself it is durable when this returns.
    """
    await connection.execute(STORE, parameters(intake))


class Committer:
    """Merges waiting requests into one commit: while one is written, the next gathers. No request is answered early."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Intake, asyncio.Future[None]]] = []
        self._wake = asyncio.Event()
        self._connection: psycopg.AsyncConnection[Any] | None = None

    async def submit(self, intake: Intake) -> None:
        """Returns once the rows are committed. Raises psycopg.Error when they could not be."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((intake, done))
        self._wake.set()
        await done

    async def run(self) -> None:
        """Write what waits, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            waiting, self._waiting = self._waiting, []
            if waiting:
                await self._write(waiting)

    async def _write(self, waiting: list[tuple[Intake, asyncio.Future[None]]]) -> None:
        merged = Intake()
        for intake, _ in waiting:
            merged.merge(intake)
        try:
            connection = await self.connection()
            await store(connection, merged)
        except psycopg.OperationalError as error:
            await self._drop()
            _settle(waiting, error)
        except psycopg.Error as error:
            await self._drop()
            await self._write_apart(waiting, error)
        else:
            _settle(waiting, None)

    async def _write_apart(self, waiting: list[tuple[Intake, asyncio.Future[None]]], error: psycopg.Error) -> None:
        """After a commit that the database refused: each request alone, so that one bad request fails nobody else's."""
        if len(waiting) == 1:
            _settle(waiting, error)
            return
        for one in waiting:
            await self._write([one])

    async def connection(self) -> psycopg.AsyncConnection[Any]:
        """The committer's connection, made anew after it broke."""
        if self._connection is None or self._connection.closed:
            self._connection = await connect_async(autocommit=True, name="leadnurturebot receiver")
        return self._connection

    async def close(self) -> None:
        """Let go of the connection."""
        await self._drop()

    async def _drop(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None


def _settle(waiting: list[tuple[Intake, asyncio.Future[None]]], error: psycopg.Error | None) -> None:
    for _, done in waiting:
        if done.cancelled():
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
