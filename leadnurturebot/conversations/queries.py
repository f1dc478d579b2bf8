"""Conversations as the inbox shows them: who, last words, who holds it, the window."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.messaging_window import Window, WindowKind, window_at
from leadnurturebot.leads.queries import LeadRef, lead_ref
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Question, Row, fetch, fetch_one

OPEN_FOR = timedelta(hours=24)
"""A conversation that the bot holds is closed after this silence."""
WAITING_AT_MOST = 200
TALK_STAGES = ("browsing", "choosing_size", "at_checkout")
FILTERS = ("all", "needs_you", "mine", "bot", "closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowView:
    """The window clock: `until` is the end of the ad's free window, else of the service window."""

    kind: str
    until: datetime | None
    free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadSummary:
    """A conversation in a list."""

    id: UUID
    lead: LeadRef
    preview: str
    preview_from: str
    stage: str
    holder: str
    holder_user_id: UUID | None
    holder_name: str
    reason: str | None
    waiting_since: datetime | None
    window: WindowView
    last_at: datetime
    unread: int
    focus_product_id: UUID | None
    focus_price: int | None
    """Minor units: the lowest price of what the customer looks at."""
    focus_name: str
    image_url: str | None
    is_blocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """Why a person is on the conversation."""

    reason: str
    summary: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Conversations by filter."""

    all: int
    needs_you: int
    mine: int
    bot: int
    closed: int


Place = tuple[datetime, UUID]
"""Where a page ends: time of the last message, thread."""

_COLUMNS = """
t.id, t.lead_id, l.name_sealed, coalesce(nullif(t.language, ''), l.language), l.country, t.preview_sealed,
t.preview_from, t.stage, t.holder, t.holder_user_id, coalesce(u.name, ''), t.handoff_reason, t.handoff_at,
t.last_inbound_at, t.ad_tap_at, t.replied_to_tap_at, t.free_until, coalesce(t.last_message_at, t.created_at), t.unread,
t.focus_product_id, p.name,
(SELECT min(v.price) FROM catalog_variant v WHERE v.shop_id = t.shop_id AND v.product_id = t.focus_product_id
   AND (t.focus_color = '' OR v.color = t.focus_color)),
(SELECT i.file FROM catalog_productimage i WHERE i.shop_id = t.shop_id AND i.product_id = t.focus_product_id
   ORDER BY i.color = t.focus_color DESC, i.position LIMIT 1),
t.blocked_at IS NOT NULL
"""
_FROM = """
FROM {threads} t
JOIN leads_lead l ON l.id = t.lead_id AND l.shop_id = t.shop_id
LEFT JOIN shops_user u ON u.id = t.holder_user_id
LEFT JOIN catalog_product p ON p.id = t.focus_product_id AND p.shop_id = t.shop_id
"""
_AFTER = (
    " AND (%(before)s::timestamptz IS NULL"
    " OR (t.last_message_at, t.id) < (%(before)s::timestamptz, %(before_id)s::uuid))"
)

# Waiting people stand on the first page only, in front. Each branch runs down one index, so that none has to read
# conversations that are long over.
_WAITING = "t.holder = 'waiting' AND %(before)s::timestamptz IS NULL"
_BRANCHES: dict[str, tuple[str, ...]] = {
    "all": (
        "t.holder <> 'waiting' AND t.last_message_at > %(open_since)s" + _AFTER,
        "t.holder = 'person' AND t.last_message_at <= %(open_since)s" + _AFTER,
    ),
    "needs_you": (),
    "mine": ("t.holder = 'person' AND t.holder_user_id = %(user)s" + _AFTER,),
    "bot": ("t.holder = 'bot' AND t.last_message_at > %(open_since)s" + _AFTER,),
    "closed": ("t.holder = 'bot' AND t.last_message_at <= %(open_since)s" + _AFTER,),
}
_SEARCHED: dict[str, tuple[str, ...]] = {
    **_BRANCHES,
    "all": ("t.holder <> 'waiting'" + _AFTER,),
}
"""A search under "all" finds closed conversations too."""


def list_threads(
    shop_id: UUID, key: ShopKey, *, filter_name: str, user_id: UUID | None, now: datetime, limit: int,
    before: Place | None = None, lead_ids: Sequence[UUID] | None = None,
) -> list[ThreadSummary]:  # fmt: skip
    """One page by the newest message; who waits for a person comes first and on the first page.

    `lead_ids` narrows to these people. `now` is business time.
    """
    table = _SEARCHED if lead_ids is not None else _BRANCHES
    rows = fetch(
        _page(table[filter_name], with_waiting=filter_name in ("all", "needs_you"), searched=lead_ids is not None),
        {
            "shop": shop_id, "open_since": now - OPEN_FOR, "user": user_id, "limit": limit,
            "waiting_limit": WAITING_AT_MOST, "leads": list(lead_ids or ()),
            "before": before[0] if before else None, "before_id": before[1] if before else None,
        },
    )  # fmt: skip
    return [_summary(row, key, now) for row in rows]


def _page(branches: Sequence[str], *, with_waiting: bool, searched: bool) -> str:
    of_shop = "t.shop_id = %(shop)s" + (" AND t.lead_id = ANY(%(leads)s)" if searched else "")
    start = f"SELECT t.*, {{rank}} AS rank FROM conversations_thread t WHERE {of_shop} AND "
    newest = " ORDER BY t.last_message_at DESC, t.id DESC LIMIT %(limit)s"
    parts = [f"({start.format(rank=1)}{branch}{newest})" for branch in branches]
    rest = f"(SELECT * FROM ({' UNION ALL '.join(parts)}) t{newest})" if parts else ""
    waiting = f"({start.format(rank=0)}{_WAITING} ORDER BY t.handoff_at, t.id LIMIT %(waiting_limit)s)"
    chosen = " UNION ALL ".join(part for part in (waiting if with_waiting else "", rest) if part)
    order = " ORDER BY t.rank, CASE WHEN t.rank = 0 THEN t.handoff_at END, t.last_message_at DESC, t.id DESC"
    return f"SELECT {_COLUMNS} {_FROM.format(threads=f'({chosen})')} {order}"


def get_thread(shop_id: UUID, key: ShopKey, thread_id: UUID, *, now: datetime) -> ThreadSummary | None:
    """One conversation of the shop, None for any other."""
    row = fetch_one(
        f"SELECT {_COLUMNS} {_FROM.format(threads='conversations_thread')}"
        " WHERE t.shop_id = %(shop)s AND t.id = %(thread)s",
        {"shop": shop_id, "thread": thread_id},
    )
    return _summary(row, key, now) if row else None


def _summary(row: Row, key: ShopKey, now: datetime) -> ThreadSummary:
    (thread_id, lead_id, name_sealed, language, country, preview_sealed, preview_from, stage, holder, holder_user_id,
     holder_name, reason, handoff_at, last_inbound_at, ad_tap_at, replied_at, free_until, last_at, unread, focus_id,
     focus_name, focus_price, focus_file, is_blocked) = row  # fmt: skip
    window = window_at(
        now, last_inbound_at=last_inbound_at, ad_tap_at=ad_tap_at, replied_to_tap_at=replied_at,
        fep_expires_at=free_until,
    )  # fmt: skip
    return ThreadSummary(
        id=thread_id,
        lead=lead_ref(lead_id, name_sealed, language, country, key),
        preview=key.open_text(preview_sealed),
        preview_from=preview_from,
        stage=stage_shown(stage, holder, is_open=now - last_at < OPEN_FOR),
        holder=holder,
        holder_user_id=holder_user_id,
        holder_name=holder_name,
        reason=reason or None,
        waiting_since=handoff_at,
        window=window_view(window),
        last_at=last_at,
        unread=unread,
        focus_product_id=focus_id if focus_name is not None else None,
        focus_name=focus_name or "",
        focus_price=focus_price,
        image_url=picture_url(focus_file),
        is_blocked=is_blocked,
    )


def window_view(window: Window) -> WindowView:
    """A window as its clock shows it."""
    until = window.free_until if window.kind is WindowKind.AD else window.until
    return WindowView(kind=window.kind.value, until=until, free=window.free)


def stage_shown(stage: str, holder: str, *, is_open: bool) -> str:
    """The stage chip: a person on the conversation, wanted or there, comes before what the talk is about."""
    if holder != "bot":
        return "waiting_for_person" if holder == "waiting" else "with_person"
    if stage == "bought":
        return stage
    return "closed" if not is_open else stage if stage in TALK_STAGES else "browsing"


# `closed` is what is long silent less what people hold of it, so that it is counted on the index alone.
_COUNTS = """
SELECT (SELECT count(*) FROM conversations_thread WHERE shop_id = %(shop)s AND last_message_at > %(open_since)s),
       (SELECT count(*) FROM conversations_thread WHERE shop_id = %(shop)s AND last_message_at <= %(open_since)s),
       count(*) FILTER (WHERE last_message_at > %(open_since)s),
       count(*) FILTER (WHERE holder = 'waiting'),
       count(*) FILTER (WHERE holder_user_id = %(user)s AND holder = 'person'),
       count(*)
FROM conversations_thread WHERE shop_id = %(shop)s AND holder <> 'bot'
"""


def count_threads(shop_id: UUID, *, user_id: UUID | None, now: datetime) -> Counts:
    """Conversations by filter; `all` are those that are open or held by people."""
    row = fetch_one(_COUNTS, {"shop": shop_id, "open_since": now - OPEN_FOR, "user": user_id})
    recent, silent, held_recent, waiting, mine, held = row or (0,) * 6
    bot = recent - held_recent
    return Counts(all=bot + held, needs_you=waiting, mine=mine, bot=bot, closed=silent - (held - held_recent))


def count_waiting(shop_id: UUID) -> int:
    """People who wait for a person."""
    row = fetch_one(
        "SELECT count(*) FROM conversations_thread WHERE shop_id = %(shop)s AND holder = 'waiting'", {"shop": shop_id}
    )
    return int(row[0]) if row else 0


_HANDOFF = """
SELECT handoff_reason, encode(handoff_summary, 'base64') AS summary, handoff_at FROM conversations_thread
WHERE shop_id = %(shop)s AND id = %(thread)s AND holder <> 'bot' AND handoff_at IS NOT NULL
"""


def handoff_of(shop_id: UUID, key: ShopKey, thread_id: UUID) -> Question[Handoff | None]:
    """Why a person is on the conversation, None while the bot holds it."""
    return Question(_HANDOFF, {"shop": shop_id, "thread": thread_id}, lambda rows: _handoff(rows, key))


def _handoff(rows: Sequence[Row], key: ShopKey) -> Handoff | None:
    if not rows:
        return None
    ((reason, sealed, since),) = rows
    summary: list[Any] = orjson.loads(key.open(b64decode(sealed))) if sealed else []
    return Handoff(reason=reason, summary=tuple(map(str, summary)), since=datetime.fromisoformat(since))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a conversation's messages have cost."""

    micros: int
    currency: str


_COST = """
SELECT coalesce(sum(coalesce(actual_micros, expected_micros)), 0)::bigint AS micros, max(cost_currency) AS currency
FROM conversations_message WHERE shop_id = %(shop)s AND thread_id = %(thread)s AND direction = 'out'
  AND status NOT IN ('failed', 'cancelled')
"""


def cost_of(shop_id: UUID, thread_id: UUID) -> Question[Spent]:
    """Delivered messages at their price, those on their way at the expected one."""
    return Question(_COST, {"shop": shop_id, "thread": thread_id}, _cost)


def _cost(rows: Sequence[Row]) -> Spent:
    ((micros, currency),) = rows
    return Spent(micros=micros, currency=currency or "")


def has_threads(shop_id: UUID, number_id: UUID) -> bool:
    """Whether anybody has ever written to a business number."""
    statement = "SELECT 1 FROM conversations_thread WHERE shop_id = %(shop)s AND number_id = %(number)s LIMIT 1"
    return fetch_one(statement, {"shop": shop_id, "number": number_id}) is not None
