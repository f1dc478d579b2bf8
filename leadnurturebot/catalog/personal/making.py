"""Making a page of chosen products, ending it, and counting who went on from it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from leadnurturebot.domain.product_references import new_code
from leadnurturebot.domain.values import record
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.sql import Connection, insert_many

ITEMS_MAX = 30
"""Goods on one page: more than that nobody chose."""
PICKED = "picked"
"""Why an item is on a page that a person made."""
KEPT_AFTER_END = timedelta(days=90)
"""How long a page that ended still says so, and its figures can be seen."""
_LEFT_AT_LEAST = timedelta(days=2)


class UnusablePage(ValueError):
    """A page that cannot be made; the message is for the owner."""


class NoPage(LookupError):
    """The shop has no such page."""


@record
class Pick:
    """A product for a page, and why: `picked` by a person, else as `Why` has it, `asked` where it was searched."""

    product_id: UUID
    why: str = PICKED


@record
class NewPage:
    """A page to make. `number_id`: the business number whose chat it leads to."""

    shop_id: UUID
    picks: tuple[Pick, ...]
    language: str
    made_by: str
    days: int
    lead_id: UUID | None = None
    number_id: UUID | None = None


@record
class Page:
    """A page that can be sent."""

    id: UUID
    token: str
    expires_at: datetime

    @property
    def url(self) -> str:
        """The address that opens it."""
        return f"{settings.BASE_URL}/c/{self.token}"


_PAGE = {
    "id": "uuid", "shop_id": "uuid", "token": "text", "code": "text", "lead_id": "uuid", "number_id": "uuid",
    "language": "text", "made_by": "text", "created_at": "timestamptz", "expires_at": "timestamptz",
}  # fmt: skip
_ITEM = {"id": "uuid", "shop_id": "uuid", "page_id": "uuid", "slot": "int", "product_id": "uuid", "why": "text"}
_SAME = """
SELECT p.id, p.token, p.expires_at FROM catalog_personalcatalogue p
WHERE p.shop_id = %(shop)s AND p.lead_id = %(lead)s AND p.made_by = %(by)s AND p.language = %(language)s
  AND p.number_id IS NOT DISTINCT FROM %(number)s AND p.revoked_at IS NULL AND p.expires_at > %(fresh)s
  AND (SELECT array_agg(i.product_id ORDER BY i.slot) FROM catalog_personalitem i
       WHERE i.shop_id = p.shop_id AND i.page_id = p.id) = %(products)s::uuid[]
ORDER BY p.created_at DESC LIMIT 1
"""


def page_make(connection: Connection, new: NewPage, *, now: datetime) -> Page:
    """The page, in the caller's transaction; the one that this person has already where it is the same and still lasts.

    Raises UnusablePage without products, with more than `ITEMS_MAX`, or with one that the shop does not show.
    """
    picks = tuple({pick.product_id: pick for pick in reversed(new.picks)}.values())[::-1]
    if not picks or len(picks) > ITEMS_MAX:
        raise UnusablePage(f"choose 1 to {ITEMS_MAX} products")
    _check_shown(connection, new.shop_id, picks)
    if new.lead_id is not None and (same := _same(connection, new, picks, now)) is not None:
        return same
    page = Page(id=uuid7(), token=token(), expires_at=now + timedelta(days=new.days))
    _insert(connection, new, page, now)
    insert_many(
        connection, "catalog_personalitem", _ITEM,
        [(uuid7(), new.shop_id, page.id, slot, pick.product_id, pick.why) for slot, pick in enumerate(picks, 1)],
    )  # fmt: skip
    if new.lead_id is not None:
        append(connection, [_shown(new, page, picks, now)], now=now)
    return page


def _check_shown(connection: Connection, shop_id: UUID, picks: Sequence[Pick]) -> None:
    wanted = [pick.product_id for pick in picks]
    rows = connection.execute(
        "SELECT id FROM catalog_product WHERE shop_id = %s AND id = ANY(%s) AND is_active", [shop_id, wanted]
    )
    if len(rows.fetchall()) < len(wanted):
        raise UnusablePage("one of these products is not there, or hidden")


def _same(connection: Connection, new: NewPage, picks: Sequence[Pick], now: datetime) -> Page | None:
    values = {
        "shop": new.shop_id, "lead": new.lead_id, "by": new.made_by, "language": new.language, "number": new.number_id,
        "fresh": now + min(_LEFT_AT_LEAST, timedelta(days=new.days) / 2), "products": [pick.product_id for pick in picks],
    }  # fmt: skip
    row = connection.execute(_SAME, values).fetchone()
    return Page(id=row[0], token=row[1], expires_at=row[2]) if row else None


def _insert(connection: Connection, new: NewPage, page: Page, now: datetime) -> None:
    """A code that is taken in the shop is thrown again: of a thousand million hardly ever."""
    made = None
    while made is None:
        row = (
            page.id, new.shop_id, page.token, new_code(), new.lead_id, new.number_id, new.language, new.made_by, now,
            page.expires_at,
        )  # fmt: skip
        tail = "ON CONFLICT (shop_id, code) DO NOTHING RETURNING id"
        cursor = insert_many(connection, "catalog_personalcatalogue", _PAGE, [row], tail=tail)
        made = cursor.fetchone() if cursor else None


def _shown(new: NewPage, page: Page, picks: Sequence[Pick], now: datetime) -> LedgerFact:
    slots = [{"product": str(pick.product_id), "why": pick.why, "slot": n} for n, pick in enumerate(picks, 1)]
    return LedgerFact(
        shop_id=new.shop_id, kind="recommendation.shown", at=now, dedupe_key=f"recommendation.shown:page:{page.id}",
        lead_id=new.lead_id, data={"source": "page", "page": str(page.id), "slots": slots},
    )  # fmt: skip


def page_revoke(connection: Connection, shop_id: UUID, page_id: UUID, *, now: datetime) -> None:
    """Whoever opens it from now on is told that it ended. Doing it again changes nothing. Raises NoPage."""
    row = connection.execute(
        "UPDATE catalog_personalcatalogue SET revoked_at = coalesce(revoked_at, %s) WHERE shop_id = %s AND id = %s"
        " RETURNING id",
        [now, shop_id, page_id],
    ).fetchone()
    if row is None:
        raise NoPage("there is no such page")


def note_click(connection: Connection, shop_id: UUID, page_id: UUID, slot: int, *, now: datetime) -> None:
    """A person went on from an item to the chat. Of the page's own person the ledger keeps the first time."""
    row = connection.execute(
        "UPDATE catalog_personalitem i SET clicks = i.clicks + 1, clicked_at = %(now)s FROM catalog_personalcatalogue p"
        " WHERE i.shop_id = %(shop)s AND i.page_id = %(page)s AND i.slot = %(slot)s AND p.shop_id = i.shop_id"
        " AND p.id = i.page_id RETURNING i.id, i.product_id, i.why, p.lead_id",
        {"now": now, "shop": shop_id, "page": page_id, "slot": slot},
    ).fetchone()
    if row is None or row[3] is None:
        return
    item_id, product_id, why, lead_id = row
    fact = LedgerFact(
        shop_id=shop_id, kind="recommendation.clicked", at=now, dedupe_key=f"recommendation.clicked:page:{item_id}",
        lead_id=lead_id, subject=("product", str(product_id)),
        data={"source": "page", "page": str(page_id), "slot": slot, "why": why},
    )  # fmt: skip
    append(connection, [fact], now=now)


def sweep(connection: Connection, *, now: datetime, limit: int) -> int:
    """Delete pages that ended long ago; how many. The ledger keeps what came of them."""
    return connection.execute(
        "WITH old AS (SELECT id FROM catalog_personalcatalogue WHERE expires_at < %s ORDER BY expires_at LIMIT %s),"
        " items AS (DELETE FROM catalog_personalitem i USING old WHERE i.page_id = old.id)"
        " DELETE FROM catalog_personalcatalogue p USING old WHERE p.id = old.id",
        [now - KEPT_AFTER_END, limit],
    ).rowcount
