"""Delivery statuses: taken in bulk, applied in bulk, and counted where they cost something."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg
import structlog

from leadnurturebot.conversations.statuses import Applied, StatusChange, apply_many, resolve
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.message_path import failed_statuses
from leadnurturebot.message_path.failures import place_of
from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture.usage import Charge, add_charges
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.sql import Connection, json_text

# A status may overtake the answer to the send it is about; one whose message never shows up is dropped after a while.
LOOK_AGAIN = timedelta(seconds=2)
GIVE_UP_AFTER = 30
log = structlog.get_logger("worker")

_TAKE = """
DELETE FROM message_path_status WHERE id IN (
  SELECT id FROM message_path_status WHERE due_at <= %s ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED)
RETURNING id, connection_id, shop_id, provider_id, message_id, status, at, attempts, data
"""


def apply_due(connection: Connection, times: Times, *, limit: int = 2000) -> int:
    """Apply waiting statuses in the caller's transaction and return how many were taken."""
    rows = connection.execute(_TAKE, [times.wall, limit]).fetchall()
    if rows:
        _apply(connection, rows, times)
    return len(rows)


def apply_one_by_one(connection: Connection, times: Times, *, limit: int) -> int:
    """After a batch failed: each status in a savepoint. One that fails is looked at again later, and dropped in the end."""
    rows = connection.execute(_TAKE, [times.wall, limit]).fetchall()
    for row in rows:
        try:
            with connection.transaction():
                _apply(connection, [row], times)
        except psycopg.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever one status does to us, the others are applied
            log.error("status failed", status=row[5], tries=row[7], error=place_of(error))
            _put_back(connection, [row], times)
    return len(rows)


def _apply(connection: Connection, rows: list[Any], times: Times) -> None:
    changes = [_change(row) for row in rows]
    ids = resolve(connection, changes)
    applied = apply_many(
        connection, [(message_id, change) for message_id, change in zip(ids, changes, strict=True) if message_id]
    )
    _put_back(connection, [row for row, message_id in zip(rows, ids, strict=True) if message_id is None], times)
    _settle_unknown(connection, {(row[2], message_id) for row, message_id in zip(rows, ids, strict=True) if message_id})
    _charge(connection, applied, times)
    failed_statuses.follow(connection, applied, times)
    notify_many(connection, "conversation", [(row.shop_id, row.thread_id) for row in applied])


def _change(row: Any) -> StatusChange:
    _, _, shop_id, provider_id, message_id, status, at, _, data = row
    pricing, conversation, error = data.get("pricing") or {}, data.get("conversation") or {}, data.get("error") or {}
    expires = conversation.get("expiration_timestamp")
    is_free_entry = (conversation.get("origin") or {}).get("type") == "referral_conversion"
    return StatusChange(
        shop_id=shop_id, status=status, at=at, message_id=message_id, provider_id=provider_id,
        pricing_type=str(pricing.get("type") or ""), category=str(pricing.get("category") or ""),
        error_code=error.get("code"), error_text=str(error.get("text") or ""),
        free_until=datetime.fromtimestamp(int(expires), UTC) if expires and is_free_entry else None,
    )  # fmt: skip


def _put_back(connection: Connection, rows: list[Any], times: Times) -> None:
    again = [row for row in rows if row[7] < GIVE_UP_AFTER]
    if again:
        connection.execute(
            "INSERT INTO message_path_status (connection_id, shop_id, provider_id, message_id, status, at, due_at, attempts, data)"
            " SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::timestamptz[],"
            " %s::timestamptz[], %s::smallint[], %s::jsonb[])",
            [
                [r[1] for r in again], [r[2] for r in again], [r[3] for r in again], [r[4] for r in again],
                [r[5] for r in again], [r[6] for r in again], [times.wall + LOOK_AGAIN] * len(again),
                [r[7] + 1 for r in again], [json_text(r[8]) for r in again],
            ],
        )  # fmt: skip


def _settle_unknown(connection: Connection, messages: set[tuple[UUID, UUID]]) -> None:
    """A status proves that a send without an answer did leave. `messages`: (shop, message)."""
    connection.execute(
        "DELETE FROM message_path_outbox o USING unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, id)"
        " WHERE o.id = g.id AND o.shop_id = g.shop_id AND o.state IN ('unknown', 'sending')",
        [[shop_id for shop_id, _ in messages], [message_id for _, message_id in messages]],
    )


def _charge(connection: Connection, applied: list[Applied], times: Times) -> None:
    """Messages cost when they are delivered."""
    delivered = [row for row in applied if row.was_delivered]
    if not delivered:
        return
    places = _places(connection, {row.thread_id for row in delivered})
    charges, facts = [], []
    for row in delivered:
        number_id, timezone = places[row.thread_id]
        micros = row.expected_micros or 0
        in_allowance = row.category == "service" and row.pricing_type != "free_entry_point"
        month = times.now.astimezone(ZoneInfo(timezone)).date().replace(day=1)
        charges.append(
            Charge(
                shop_id=row.shop_id,
                number_id=number_id,
                month=month,
                is_service=in_allowance,
                micros=micros,
                currency=row.cost_currency,
            )
        )
        if micros:
            facts.append(_fact(row, micros, times))
    add_charges(connection, charges)
    append(connection, facts, now=times.now)


def _places(connection: Connection, threads: set[UUID]) -> dict[UUID, tuple[UUID, str]]:
    rows = connection.execute(
        "SELECT t.id, t.number_id, s.timezone FROM conversations_thread t JOIN shops_shop s ON s.id = t.shop_id"
        " WHERE t.id = ANY(%s)",
        [list(threads)],
    )
    return {thread_id: (number_id, timezone) for thread_id, number_id, timezone in rows}


def _fact(row: Applied, micros: int, times: Times) -> LedgerFact:
    return LedgerFact(
        shop_id=row.shop_id, kind="message.charged", at=times.now, dedupe_key=f"message.charged:{row.message_id}",
        lead_id=row.lead_id, conversation_id=row.conversation_id, subject=("message", str(row.message_id)),
        amount_micros=micros, currency=row.cost_currency,
        data={"category": row.category, "market": row.market, "pricing_type": row.pricing_type, "purpose": row.purpose},
    )  # fmt: skip
