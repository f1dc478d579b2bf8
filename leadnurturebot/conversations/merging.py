"""Threads of two leads that are one: on a number where both have one, their messages come together in the kept one."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from leadnurturebot.platform.row_moves import move, move_back
from leadnurturebot.platform.sql import Connection

_OWNER = "conversations_thread.lead_id"
_IN_THREAD = ("conversations_conversation.thread_id", "conversations_mediafile.thread_id")
# A block of either holds for both: it is one person's phone.
_TIMES = ("last_inbound_at", "last_message_at", "ad_tap_at", "replied_to_tap_at", "free_until", "blocked_at")

_PAIRS = """
SELECT o.id, k.id FROM conversations_thread o
JOIN conversations_thread k ON k.shop_id = o.shop_id AND k.number_id = o.number_id AND k.lead_id = %(kept)s
WHERE o.shop_id = %(shop)s AND o.lead_id = %(merged)s
"""
# Without a last message the other thread stands in no list. A person who holds it holds the kept one from now on.
_JOIN = f"""
UPDATE conversations_thread k SET {", ".join(f"{name} = greatest(k.{name}, m.{name})" for name in _TIMES)},
  holder = CASE WHEN k.holder = 'bot' THEN m.holder ELSE k.holder END,
  holder_user_id = CASE WHEN k.holder = 'bot' THEN m.holder_user_id ELSE k.holder_user_id END,
  handoff_at = CASE WHEN k.holder = 'bot' THEN m.handoff_at ELSE k.handoff_at END,
  handoff_reason = CASE WHEN k.holder = 'bot' THEN m.handoff_reason ELSE k.handoff_reason END,
  handoff_summary = CASE WHEN k.holder = 'bot' THEN m.handoff_summary ELSE k.handoff_summary END,
  preview_sealed = CASE WHEN m.last_message_at > k.last_message_at THEN m.preview_sealed ELSE k.preview_sealed END,
  unread = k.unread + m.unread
FROM conversations_thread m, conversations_thread o
WHERE k.shop_id = %(shop)s AND k.id = %(kept)s AND o.id = k.id AND m.shop_id = k.shop_id AND m.id = %(other)s
RETURNING {", ".join(f"o.{name}::text, k.{name}::text" for name in _TIMES)}, m.last_message_at::text
"""


def join_threads(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID
) -> tuple[dict[str, Any], list[tuple[UUID, UUID]]]:
    """Join the threads; returns what moved, and (other, kept) pairs of threads that became one."""
    values = {"shop": shop_id, "kept": kept_id, "merged": merged_id}
    pairs = [(row[0], row[1]) for row in connection.execute(_PAIRS, values).fetchall()]
    joined = [_join(connection, shop_id, other, kept) for other, kept in pairs]
    others = "AND r.id <> ALL(ARRAY[" + ", ".join(f"'{other}'::uuid" for other, _ in pairs) + "]::uuid[])"
    moved: dict[str, Any] = move(connection, _OWNER, shop_id, source=merged_id, target=kept_id, also=others)
    return {**moved, "joined": joined}, pairs


def _join(connection: Connection, shop_id: UUID, other: UUID, kept: UUID) -> dict[str, Any]:
    moved: dict[str, Any] = {}
    for column in _IN_THREAD:
        moved |= move(connection, column, shop_id, source=other, target=kept)
    # Messages keep the lead they were written for: by that they find their way back.
    connection.execute(
        "UPDATE conversations_message SET thread_id = %s WHERE shop_id = %s AND thread_id = %s", [kept, shop_id, other]
    )
    row = connection.execute(_JOIN, {"shop": shop_id, "kept": kept, "other": other}).fetchone()
    assert row is not None
    times = {name: [row[2 * n], row[2 * n + 1]] for n, name in enumerate(_TIMES) if row[2 * n] != row[2 * n + 1]}
    connection.execute(
        "UPDATE conversations_thread SET last_message_at = NULL WHERE shop_id = %s AND id = %s", [shop_id, other]
    )
    return {"other": str(other), "kept": str(kept), "moved": moved, "times": times, "last_message_at": row[-1]}


def part_threads(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, family: Sequence[UUID], moved: Mapping[str, Any]
) -> None:  # fmt: skip
    """Undo `join_threads`. `family`: the merged lead and all that stood for it; their messages go back."""
    move_back(connection, shop_id, [_OWNER], moved, source=merged_id, target=kept_id)
    for joined in moved["joined"]:
        other, kept = UUID(joined["other"]), UUID(joined["kept"])
        move_back(connection, shop_id, _IN_THREAD, joined["moved"], source=other, target=kept)
        connection.execute(
            "UPDATE conversations_message SET thread_id = %s WHERE shop_id = %s AND thread_id = %s AND lead_id = ANY(%s)",
            [other, shop_id, kept, list(family)],
        )
        for name, (before, after) in joined["times"].items():
            connection.execute(
                f"UPDATE conversations_thread SET {name} = %s::timestamptz WHERE shop_id = %s AND id = %s"
                f" AND {name} IS NOT DISTINCT FROM %s::timestamptz",
                [before, shop_id, kept, after],
            )
        connection.execute(
            "UPDATE conversations_thread SET last_message_at = %s::timestamptz WHERE shop_id = %s AND id = %s",
            [joined["last_message_at"], shop_id, other],
        )
