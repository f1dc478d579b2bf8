"""What people of the shop write on an order: the parcel's tracking, and notes among themselves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection

NOTE_MAX = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNote:
    """A note on an order; `id` is made by whoever writes it: the same one twice is one note."""

    id: UUID
    order_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A moment of an order with words of the team about it, which are sealed; `detail` is not."""

    order_id: UUID
    kind: str
    text: str
    detail: str = ""


def state_of_locked(connection: Connection, shop_id: UUID, order_id: UUID) -> OrderState:
    """The order's state, kept from changing until the transaction ends. Raises LookupError for one the shop has not."""
    row = connection.execute(
        "SELECT state FROM orders_order WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, order_id]
    ).fetchone()
    if row is None:
        raise LookupError(f"there is no order {order_id}")
    return OrderState(row[0])


def keep_tracking(connection: Connection, shop_id: UUID, order_id: UUID, tracking: Tracking) -> None:
    """By whom and under which number the parcel travels."""
    connection.execute(
        "UPDATE orders_order SET carrier = %s, tracking_number = %s, tracking_url = %s WHERE shop_id = %s AND id = %s",
        [tracking.carrier, tracking.number, tracking.url, shop_id, order_id],
    )


def write_note(connection: Connection, key: ShopKey, note: OrderNote, *, now: datetime) -> None:
    """Put a note on the order's timeline. Raises LookupError for an order the shop has not, ValueError without words."""
    text = note.text.strip()
    if not text or len(text) > NOTE_MAX:
        raise ValueError(f"a note has 1 to {NOTE_MAX} characters")
    state_of_locked(connection, key.shop_id, note.order_id)
    words = Words(order_id=note.order_id, kind="note", text=text)
    write_words(connection, key, words, event_id=note.id, now=now)


def write_words(connection: Connection, key: ShopKey, words: Words, *, event_id: UUID, now: datetime) -> None:
    """Put a moment with its words on the order's timeline; the same id twice is one moment."""
    connection.execute(
        "INSERT INTO orders_orderevent (id, shop_id, order_id, kind, at, detail, note_sealed)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING",
        [
            event_id, key.shop_id, words.order_id, words.kind, now, words.detail,
            key.seal_text(words.text) if words.text else b"",
        ],
    )  # fmt: skip
