"""A database as after a busy year: 200,000 rows in every large table of the message path, analysed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from leadnurturebot.platform.sql import Connection

ROWS = 200_000
SHOPS = 40
NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)

# Ids are made from a row's number n, so that a test can name rows without asking. Two rows share a thread, a lead, a lane.
_ID = "('0193a1b2-{}-7000-8000-' || lpad(to_hex({}), 12, '0'))::uuid"
_SHOP, _NUMBER, _CONNECTION = (_ID.format(tag, f"mod(n, {SHOPS})") for tag in ("00a0", "00b0", "00c0"))
_LEAD, _THREAD, _MESSAGE, _INBOX = (_ID.format(tag, "n") for tag in ("0001", "0002", "0003", "0004"))
_PAIR = "n / 2 * 2"
_OWN_THREAD, _OWN_LEAD = _ID.format("0002", _PAIR), _ID.format("0001", _PAIR)
_HASH = "substr(sha256(({})::text::bytea), 1, 16)"

PLACES = {
    "shops_shop": f"""(id, slug, name, country, currency, language, timezone, order_prefix, next_order_number,
        catalogue_version, settings, salt, created_at)
        SELECT {_SHOP}, 's' || n, 'S', 'GB', 'GBP', 'en', 'Europe/London', 'S', 1, 1, '{{}}', '', %(now)s""",
    "shops_connection": f"""(id, shop_id, kind, slug, config, secrets, endpoint_key, status, created_at)
        SELECT {_CONNECTION}, {_SHOP}, 'messaging', 'whatsapp_cloud', '{{}}', '', 'k' || n, 'active', %(now)s""",
    "shops_businessnumber": f"""(id, shop_id, connection_id, phone_number_id, waba_id, display_number)
        SELECT {_NUMBER}, {_SHOP}, {_CONNECTION}, '1065' || n, '1022', ''""",
}
TABLES = {
    "leads_lead": f"""(id, shop_id, name_sealed, profile_sealed, country, language, source, last_source, status, score,
        created_at, last_seen_at)
        SELECT {_LEAD}, {_SHOP}, '', '', 'GB', 'en', 'direct', 'direct', 'new', 0, %(now)s, %(now)s""",
    "leads_identity": f"""(id, shop_id, lead_id, kind, index, value_sealed, created_at)
        SELECT {_LEAD}, {_SHOP}, {_LEAD}, 'wa_id', {_HASH.format("n")}, '', %(now)s""",
    "conversations_thread": f"""(id, shop_id, lead_id, number_id, language, state_sealed, holder, handoff_reason,
        handoff_summary, stage, preview_sealed, preview_from, unread, focus_color, focus_size, created_at)
        SELECT {_THREAD}, {_SHOP}, {_LEAD}, {_NUMBER}, 'en', '', 'bot', '', '', 'browsing', '', 'customer', 0, '', '',
        %(now)s""",
    "conversations_message": f"""(id, shop_id, thread_id, lead_id, direction, sender, kind, purpose, content_sealed,
        provider_id, at, recorded_at, status, status_rank, error_text, answers, market, category, pricing_type,
        cost_currency)
        SELECT {_MESSAGE}, {_SHOP}, {_OWN_THREAD}, {_OWN_LEAD}, 'out', 'bot', 'text', 'reply', {_HASH.format("n")},
        'wamid.' || n, %(now)s, %(now)s, 'accepted', 0, '', '{{}}', '', 'service', '', 'USD'""",
    "message_path_lane": f"(connection_id, contact) SELECT {_CONNECTION}, {_HASH.format('n')}",
    "message_path_eventkey": f"(connection_id, event_id, day) SELECT {_CONNECTION}, 'wamid.in.' || n, %(now)s::date",
    "message_path_inbox": f"""(id, shop_id, connection_id, contact, kind, event_id, occurred_at, received_at, due_at,
        waited, state, attempts, error, payload_sealed)
        SELECT {_INBOX}, {_SHOP}, {_ID.format("00c0", f"mod({_PAIR}, {SHOPS})")}, {_HASH.format(_PAIR)}, 'message',
        'wamid.in.' || n, %(now)s, %(now)s, %(now)s - ({ROWS} - n) * interval '1 ms', false, 'due', 0, '', ''""",
    "message_path_outbox": f"""(id, shop_id, thread_id, lead_id, number_id, purpose, state, due_at, attempts,
        catalogue_version, payload_sealed, decided_at)
        SELECT {_MESSAGE}, {_SHOP}, {_OWN_THREAD}, {_OWN_LEAD}, {_NUMBER}, 'reply', 'due',
        %(now)s - ({ROWS} - n) * interval '1 ms', 0, 0, '', %(now)s""",
    "message_path_status": f"""(connection_id, shop_id, provider_id, message_id, status, at, due_at, attempts, data)
        SELECT {_CONNECTION}, {_SHOP}, 'wamid.' || n, {_MESSAGE}, 'sent', %(now)s, %(now)s, 0, '{{}}'""",
}


@dataclass(frozen=True, slots=True)
class Named:
    """Ids of row number `n`."""

    n: int

    def _id(self, tag: str, n: int) -> UUID:
        return UUID(f"0193a1b2-{tag}-7000-8000-{n:012x}")

    @property
    def shop(self) -> UUID:
        return self._id("00a0", self.n % SHOPS)

    @property
    def number(self) -> UUID:
        return self._id("00b0", self.n % SHOPS)

    @property
    def connection(self) -> UUID:
        return self._id("00c0", self.n % SHOPS)

    @property
    def lead(self) -> UUID:
        return self._id("0001", self.n)

    @property
    def thread(self) -> UUID:
        return self._id("0002", self.n)

    @property
    def message(self) -> UUID:
        return self._id("0003", self.n)

    @property
    def inbox(self) -> UUID:
        return self._id("0004", self.n)

    @property
    def contact(self) -> bytes:
        return sha256(str(self.n).encode()).digest()[:16]


def fill(connection: Connection) -> None:
    """Put the rows in. The connection commits by itself."""
    values: dict[str, Any] = {"now": NOW - timedelta(seconds=1)}
    for tables, count in ((PLACES, SHOPS), (TABLES, ROWS)):
        for table, rows in tables.items():
            connection.execute(f"INSERT INTO {table} {rows} FROM generate_series(0, {count - 1}) AS n", values)
