"""What needs a person now, sorted by harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.catalog.queries import sold_out_but_wanted
from leadnurturebot.domain.money import Money, from_micros
from leadnurturebot.payments.queries import Trouble

PRODUCTS_NAMED = 3
FAILED_PAYMENTS_FOR = timedelta(days=7)
CAP_WARNS_FROM = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One line. `link` is a page of the portal; `subject` a product's name with its size.

    `count`: people, payments or rows; of the cap the percentage used, `amount` being the cap. Of a notice
    `told` is the text code and `id` what it is dismissed by; a stopped account has no id: it is set right.
    """

    kind: str
    count: int
    link: str
    amount: Money | None = None
    subject: str | None = None
    since: datetime | None = None
    told: str | None = None
    id: UUID | None = None
    detail: str | None = None
    """An outside system's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A notice of an outside system, or about the sending."""

    id: UUID
    told: str
    subject: str
    detail: str
    count: int
    since: datetime
    stops: bool
    """Nothing can be sent until it is set right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Counts that other rooms know."""

    people: int
    people_since: datetime | None
    payments: Trouble
    tickets: int = 0
    """Overdue ones of which no waiting conversation tells."""
    tickets_since: datetime | None = None
    unknown_sends: int = 0
    unknown_since: datetime | None = None
    parked: int = 0
    parked_since: datetime | None = None
    spent_micros: int = 0
    cap_micros: int | None = None
    cost_currency: str = ""
    told: tuple[Told, ...] = ()


def needs(shop_id: UUID, currency: str, waiting: Waiting, *, now: datetime) -> list[Need]:
    """The lines of "Needs you". `now` is business time."""
    return [
        *_told(waiting, stops=True),
        *_people(waiting),
        *_tickets(waiting),
        *_payments(waiting.payments, currency),
        *_stuck(waiting),
        *_told(waiting, stops=False),
        *_cap(waiting),
        *_sold_out(shop_id, now),
    ]


def _told(waiting: Waiting, *, stops: bool) -> Iterator[Need]:
    for notice in waiting.told:
        if notice.stops == stops:
            yield Need(
                kind="sending_stopped" if stops else "notice", count=notice.count, since=notice.since,
                subject=notice.subject or None, told=notice.told, id=None if stops else notice.id,
                detail=notice.detail or None,
                link="templates" if notice.told.startswith("template_") else "",
            )  # fmt: skip


def _people(waiting: Waiting) -> Iterator[Need]:
    if waiting.people:
        yield Need(
            kind="person_wanted", count=waiting.people, since=waiting.people_since, link="inbox?filter=needs_you"
        )


def _tickets(waiting: Waiting) -> Iterator[Need]:
    if waiting.tickets:
        yield Need(kind="ticket_late", count=waiting.tickets, since=waiting.tickets_since, link="orders?tab=tickets")


def _payments(found: Trouble, currency: str) -> Iterator[Need]:
    if found.count:
        yield Need(
            kind="payment_failed", count=found.count, amount=Money(found.amount, currency), since=found.since,
            link="orders?tab=to_pay",
        )  # fmt: skip


def _stuck(waiting: Waiting) -> Iterator[Need]:
    if waiting.unknown_sends:
        yield Need(
            kind="unknown_sends", count=waiting.unknown_sends, since=waiting.unknown_since, link="inbox?filter=all"
        )
    if waiting.parked:
        yield Need(kind="parked", count=waiting.parked, since=waiting.parked_since, link="parked")


def _cap(waiting: Waiting) -> Iterator[Need]:
    if waiting.cap_micros and waiting.spent_micros >= CAP_WARNS_FROM * waiting.cap_micros:
        yield Need(
            kind="cap",
            count=round(100 * waiting.spent_micros / waiting.cap_micros),
            amount=from_micros(waiting.cap_micros, waiting.cost_currency),
            link="nurture/budget",
        )


def _sold_out(shop_id: UUID, now: datetime) -> Iterator[Need]:
    for found in sold_out_but_wanted(shop_id, now=now, limit=PRODUCTS_NAMED):
        yield Need(
            kind="sold_out", count=found.people, link=f"catalogue/{found.product_id}",
            subject=", ".join(part for part in (found.name, found.size) if part),
        )  # fmt: skip
