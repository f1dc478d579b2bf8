"""The other rooms of the database that `stocked_queues` fills: 200,000 rows each of goods, carts, orders, payments, facts."""

from uuid import UUID

from leadnurturebot.platform.sql import Connection
from tests.message_path.stocked_queues import _HASH, _ID, _LEAD, _SHOP, _THREAD, NOW, ROWS

_TAGS = {
    "catalog_product": "0101", "catalog_variant": "0102", "catalog_productimage": "0103", "orders_cart": "0104",
    "orders_cartline": "0105", "orders_order": "0106", "orders_orderline": "0107", "orders_stockhold": "0108",
    "orders_orderevent": "0109", "payments_payment": "010a", "leads_searchword": "010c",
    "leads_touch": "010d", "leads_consentrecord": "010e", "ledger_entry": "010f", "nurture_followup": "0110",
    "assistant_decisionrecord": "0111", "message_path_timer": "0112", "conversations_conversation": "0113",
}  # fmt: skip
ROOMS = frozenset(_TAGS)
_MADE = "%(now)s - mod(n * 37, 200000) * interval '5 minutes'"
# What a column holds in row n; anything else is empty, or nothing where that is allowed.
_BY_NAME = {
    "shop_id": _SHOP, "lead_id": _LEAD, "thread_id": _THREAD, "number_id": _ID.format("00b0", "mod(n, 40)"),
    "index": _HASH.format("n"), "currency": "'USD'", "quantity": "1", "price": "4900", "total": "4900", "stock": "mod(n, 9)",
    "is_active": "true", "is_granted": "true", "due_at": "%(now)s + n * interval '1 minute'", "language": "'en'",
    "started_at": _MADE, "last_at": _MADE, "placed_at": _MADE, "occurred_at": _MADE, "until": _MADE, "category": "'dress'",
    **{f"{table.rpartition('_')[2]}_id": _ID.format(tag, "n") for table, tag in _TAGS.items()},
}  # fmt: skip
_BY_COLUMN = {
    ("orders_order", "state"): "(ARRAY['paid', 'shipped', 'delivered', 'delivered', 'cancelled'])[1 + mod(n, 5)]",
    ("payments_payment", "state"): "(ARRAY['paid', 'paid', 'paid', 'expired', 'failed'])[1 + mod(n, 5)]",
    ("nurture_followup", "state"): "(ARRAY['sent', 'held', 'cancelled', 'planned'])[1 + mod(n, 4)]",
    ("orders_stockhold", "state"): "(ARRAY['used', 'released', 'held'])[1 + mod(n, 3)]",
    ("conversations_conversation", "status"): "CASE WHEN mod(n, 20) = 0 THEN 'active' ELSE 'completed' END",
    ("ledger_entry", "kind"): (
        "(ARRAY['touch.recorded', 'message.charged', 'lead.engaged', 'cart.changed', 'payment.settled'])"
        "[1 + mod(n / 40, 5)]"
    ),
    ("leads_consentrecord", "kind"): "(ARRAY['marketing', 'reminders', 'opt_out', 'restock'])[1 + mod(n, 4)]",
    ("message_path_timer", "kind"): "(ARRAY['reminder', 'restock', 'erase'])[1 + mod(n, 3)]",
}  # fmt: skip
_BY_TYPE = {
    "uuid": _ID.format("0fff", "n"), "text": "'x' || n", "character varying": "'USD'", "timestamp with time zone": _MADE,
    "date": "%(now)s::date", "jsonb": "'{}'", "bytea": "''", "boolean": "false", "smallint": "mod(n, 100)",
    "integer": "n", "bigint": "n", "double precision": "0.5",
}  # fmt: skip


def room_id(table: str, n: int) -> UUID:
    """The id of a table's row number `n`."""
    return UUID(f"0193a1b2-{_TAGS[table]}-7000-8000-{n:012x}")


_COLUMNS = """
SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_identity = 'NO' ORDER BY ordinal_position
"""


def fill_rooms(connection: Connection) -> None:
    """Put the rows in. The connection commits by itself."""
    for table, tag in _TAGS.items():
        columns = connection.execute(_COLUMNS, [table]).fetchall()
        values = {name: _value(table, name, kind, is_free) for name, kind, is_free in columns}
        values["id"] = _ID.format(tag, "n") if ("id", "uuid") in {column[:2] for column in columns} else "n"
        names = ", ".join(f'"{name}"' for name in values)
        statement = f"INSERT INTO {table} ({names}) SELECT {', '.join(values.values())}"
        connection.execute(f"{statement} FROM generate_series(0, {ROWS - 1}) AS n", {"now": NOW})


def _value(table: str, name: str, kind: str, is_free: bool) -> str:
    if kind == "ARRAY":
        return "'{}'"
    found = _BY_COLUMN.get((table, name)) or _BY_NAME.get(name)
    return found or ("NULL" if is_free else _BY_TYPE[kind])
