"""A shop's coupons: made, stopped, listed; looked up for a batch of turns; redeemed while an order is placed.

Uses are counted from the orders that carry the coupon, never kept as a number beside them: an order that is cancelled or
expires gives its use back in the same moment, however it ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from leadnurturebot.domain.coupons import CODE, Coupon, normal_code
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.values import record
from leadnurturebot.orders.models import Coupon as CouponRow
from leadnurturebot.platform import audit
from leadnurturebot.platform.reading import fetch
from leadnurturebot.platform.sql import Connection
from leadnurturebot.platform.tenancy import shop_scope

MOST_COUPONS = 200
"""Most that a shop may have that are not stopped."""

# What an order of the thread that still waits for payment holds is free for that thread: its next order replaces it.
_USED = """
(SELECT count(*) FROM orders_order o WHERE o.shop_id = c.shop_id AND o.coupon_id = c.id {whose}
   AND o.state NOT IN ('cancelled', 'expired') AND NOT (o.state = 'awaiting_payment' AND o.thread_id = {thread}))
"""


def _selected(thread: str, lead: str) -> str:
    used = _USED.format(whose="", thread=thread)
    used_by_lead = _USED.format(whose=f"AND o.lead_id = {lead}", thread=thread)
    return (
        "c.code, c.percent, c.amount, c.minimum, c.categories, c.starts_at, c.ends_at, c.is_told,"
        f" c.uses - {used}, c.uses_per_customer - {used_by_lead}"
    )


_LOAD = f"""
SELECT g.thread_id, {_selected("g.thread_id", "g.lead_id")}
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[]) AS g(shop_id, thread_id, lead_id, code)
JOIN orders_coupon c ON c.shop_id = g.shop_id AND (c.code = g.code OR (g.code = '' AND c.is_told))
WHERE c.stopped_at IS NULL ORDER BY c.created_at DESC
"""
_LOCK = "SELECT id FROM orders_coupon WHERE shop_id = %s AND code = %s AND stopped_at IS NULL FOR NO KEY UPDATE"
_ONE = f"SELECT {_selected('%(thread)s', '%(lead)s')} FROM orders_coupon c WHERE c.shop_id = %(shop)s AND c.id = %(coupon)s"


@record
class CodeWanted:
    """A code that a thread's turn speaks of; an empty one asks for those that may be told."""

    shop_id: UUID
    thread_id: UUID
    lead_id: UUID
    code: str


def load_coupons(connection: Connection, wanted: Sequence[CodeWanted]) -> dict[UUID, list[Coupon]]:
    """Coupons by thread, newest first, with the uses that are left."""
    found: dict[UUID, list[Coupon]] = {}
    if not wanted:
        return found
    columns = [
        [each.shop_id for each in wanted], [each.thread_id for each in wanted], [each.lead_id for each in wanted],
        [normal_code(each.code) for each in wanted],
    ]  # fmt: skip
    for thread_id, *row in connection.execute(_LOAD, columns):
        found.setdefault(thread_id, []).append(_coupon(row))
    return found


def redeem(
    connection: Connection, *, shop_id: UUID, thread_id: UUID, lead_id: UUID, code: str
) -> tuple[UUID, Coupon] | None:
    """The coupon, locked until the caller's transaction ends: of two buyers with its last use one waits for the other,
    and what is left is counted by a statement of its own that sees what the first one made."""
    row = connection.execute(_LOCK, [shop_id, normal_code(code)]).fetchone()
    if row is None:
        return None
    values = {"thread": thread_id, "lead": lead_id, "shop": shop_id, "coupon": row[0]}
    found = connection.execute(_ONE, values).fetchone()
    return (row[0], _coupon(found)) if found else None


def _coupon(row: Sequence[Any]) -> Coupon:
    return Coupon(
        code=row[0], percent=row[1], amount=row[2], minimum=row[3], categories=tuple(row[4]), starts_at=row[5],
        ends_at=row[6], is_told=row[7], left=row[8], left_for_customer=row[9],
    )  # fmt: skip


class UnusableCoupon(ValueError):
    """A coupon that cannot be made; `field` is what is wrong, the message is for the owner."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NoSuchCoupon(LookupError):
    """The shop has no such coupon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCoupon:
    """What an owner says of a coupon. Amounts are minor units; exactly one of `percent` and `amount` is given."""

    code: str
    percent: int | None = None
    amount: int | None = None
    minimum: int = 0
    categories: tuple[str, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    uses: int | None = None
    uses_per_customer: int | None = 1
    is_told: bool = False


def coupon_create(shop_id: UUID, new: NewCoupon, *, now: datetime, actor: str = audit.SYSTEM) -> UUID:
    """Make a coupon. `now` is business time. Raises UnusableCoupon."""
    code = _judged(new)
    with shop_scope(shop_id):
        _leave_room(shop_id)
        try:
            with transaction.atomic():
                made: CouponRow = CouponRow.objects.create(
                    shop_id=shop_id, code=code, percent=new.percent, amount=new.amount, minimum=new.minimum,
                    categories=list(new.categories), starts_at=new.starts_at, ends_at=new.ends_at, uses=new.uses,
                    uses_per_customer=new.uses_per_customer, is_told=new.is_told, created_at=now,
                )  # fmt: skip
        except IntegrityError as error:
            raise UnusableCoupon(
                "code", f"There is a coupon {code} already, or was one: choose another code."
            ) from error
    audit.record(shop_id=shop_id, actor=actor, action="coupon.created", now=now, subject=str(made.id))
    return made.id


def _judged(new: NewCoupon) -> str:
    code = normal_code(new.code)
    if not CODE.fullmatch(code):
        raise UnusableCoupon("code", "Use 4 to 15 letters and then 1 to 3 digits, as in WELCOME10.")
    if (new.percent is None) == (new.amount is None):
        raise UnusableCoupon("percent", "Give either a percentage or an amount.")
    if new.percent is not None and not 1 <= new.percent <= 95:
        raise UnusableCoupon("percent", "A percentage is a whole number from 1 to 95.")
    if new.amount is not None and new.amount < 1:
        raise UnusableCoupon("amount", "The amount has to be more than nothing.")
    if min(new.minimum, *(each - 1 for each in (new.uses, new.uses_per_customer) if each is not None), 0) < 0:
        raise UnusableCoupon("minimum", "The least amount is not negative, and uses are one or more.")
    if new.starts_at is not None and new.ends_at is not None and new.ends_at <= new.starts_at:
        raise UnusableCoupon("ends_at", "It ends before it begins.")
    return code


def coupon_stop(shop_id: UUID, coupon_id: UUID, *, now: datetime, actor: str = audit.SYSTEM) -> None:
    """Let it count no more; orders placed with it keep what it took off. Stopping twice is one stop.

    Raises NoSuchCoupon.
    """
    with shop_scope(shop_id):
        if CouponRow.objects.filter(shop_id=shop_id, id=coupon_id, stopped_at=None).update(stopped_at=now):
            audit.record(shop_id=shop_id, actor=actor, action="coupon.stopped", now=now, subject=str(coupon_id))
        elif not CouponRow.objects.filter(shop_id=shop_id, id=coupon_id).exists():
            raise NoSuchCoupon(str(coupon_id))


def coupon_resume(shop_id: UUID, coupon_id: UUID, *, now: datetime, actor: str = audit.SYSTEM) -> None:
    """Let a stopped one count again, within its dates and the uses that are left. Raises NoSuchCoupon, UnusableCoupon."""
    with shop_scope(shop_id):
        stopped = CouponRow.objects.filter(shop_id=shop_id, id=coupon_id).exclude(stopped_at=None)
        if not stopped.exists():
            if not CouponRow.objects.filter(shop_id=shop_id, id=coupon_id).exists():
                raise NoSuchCoupon(str(coupon_id))
            return
        _leave_room(shop_id)
        stopped.update(stopped_at=None)
    audit.record(shop_id=shop_id, actor=actor, action="coupon.resumed", now=now, subject=str(coupon_id))


def _leave_room(shop_id: UUID) -> None:
    if CouponRow.objects.filter(shop_id=shop_id, stopped_at=None).count() >= MOST_COUPONS:
        raise UnusableCoupon("code", f"A shop has at most {MOST_COUPONS} coupons at a time; stop some first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponView:
    """A coupon in the portal."""

    id: UUID
    code: str
    state: str
    """`active`, `planned`, `over`, `used_up`, `stopped`."""
    percent: int | None
    amount: Money | None
    minimum: Money
    categories: list[str]
    starts_at: datetime | None
    ends_at: datetime | None
    uses: int | None
    used: int
    uses_per_customer: int | None
    is_told: bool
    given: Money
    """What it took off in all."""


_LIST = """
SELECT c.id, c.code, c.percent, c.amount, c.minimum, c.categories, c.starts_at, c.ends_at, c.uses, c.uses_per_customer,
       c.is_told, c.stopped_at, count(o.id)::int, coalesce(sum(o.discount), 0)::bigint
FROM orders_coupon c LEFT JOIN orders_order o
  ON o.shop_id = c.shop_id AND o.coupon_id = c.id AND o.state NOT IN ('cancelled', 'expired')
WHERE c.shop_id = %(shop)s GROUP BY c.id ORDER BY c.stopped_at IS NOT NULL, c.created_at DESC, c.id LIMIT 500
"""


def list_coupons(shop_id: UUID, currency: str, *, now: datetime) -> list[CouponView]:
    """The shop's coupons, those that count first, newest first."""
    return [_view(row, currency, now) for row in fetch(_LIST, {"shop": shop_id})]


def _view(row: Sequence[Any], currency: str, now: datetime) -> CouponView:
    return CouponView(
        id=row[0], code=row[1], percent=row[2], amount=None if row[3] is None else Money(row[3], currency),
        minimum=Money(row[4], currency), categories=list(row[5]), starts_at=row[6], ends_at=row[7], uses=row[8],
        uses_per_customer=row[9], is_told=row[10], used=row[12], given=Money(row[13], currency), state=_state(row, now),
    )  # fmt: skip


def _state(row: Sequence[Any], now: datetime) -> str:
    starts_at, ends_at, uses, stopped_at, used = row[6], row[7], row[8], row[11], row[12]
    if stopped_at is not None:
        return "stopped"
    if ends_at is not None and now >= ends_at:
        return "over"
    if uses is not None and used >= uses:
        return "used_up"
    return "planned" if starts_at is not None and now < starts_at else "active"
