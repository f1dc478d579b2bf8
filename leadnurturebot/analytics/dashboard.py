"""The dashboard's figures, each a sum of ledger rows over the shop's own days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.analytics.periods import Period, local_date, start_of
from leadnurturebot.domain.money import Money, from_micros
from leadnurturebot.platform.reading import Question, Row, ask_together

USUAL_WEEKS = 4
USUAL_NEEDS = 2
"""Fewer days of the same weekday say nothing of what is usual."""
TREND_AT_LEAST = timedelta(days=14)
"""A line of fewer days says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revenue:
    """Money settled less refunds. `usual`: mean of the same weekdays of the four weeks before."""

    value: Money
    usual: Money | None
    trend: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """Distinct people: who paid among who arrived."""

    people: int
    arrived: int
    share: float
    trend: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Distinct people by what they did in the period."""

    arrived: int
    wrote: int
    chose: int
    bought: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAd:
    """An ad's money. `ad_id` is the platform's number of the ad."""

    id: UUID
    ad_id: str
    name: str
    revenue: Money
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Money by the source of the buyer's first touch."""

    source: str
    revenue: Money
    orders: int
    ads: tuple[ChannelAd, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsTotal:
    """All channels together."""

    revenue: Money
    orders: int
    message_cost_micros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything on the dashboard that comes from the ledger."""

    revenue: Revenue
    bought: Bought
    funnel: Funnel
    channels: tuple[Channel, ...]
    channels_total: ChannelsTotal


def figures(shop_id: UUID, currency: str, period: Period, now: datetime) -> Figures:
    """The ledger's figures of a period."""
    days, (people, cost), channels = ask_together(
        _by_day(shop_id, currency, period, now), _people_and_cost(shop_id, period), _channels(shop_id, currency, period)
    )
    trend_days = _trend_days(period)
    value = sum(days.get(day, _NO_DAY).micros for day in period.days)
    return Figures(
        revenue=Revenue(
            value=from_micros(value, currency),
            usual=_usual(days, period, currency, local_date(now, period.timezone)),
            trend=tuple(from_micros(days.get(day, _NO_DAY).micros, currency).minor for day in trend_days),
        ),
        bought=Bought(
            people=people.bought,
            arrived=people.arrived,
            share=_share(people.bought, people.arrived),
            trend=tuple(_share(found.bought, found.arrived) for found in (days.get(d, _NO_DAY) for d in trend_days)),
        ),
        funnel=people,
        channels=channels,
        channels_total=_total(channels, currency, cost),
    )


_STEPS = {
    "touch.recorded": "arrived",
    "lead.engaged": "wrote",
    "lead.qualified": "chose",
    "payment.settled": "bought",
}
"""The funnel's steps, from the first on, by the fact that shows each."""


def _people_at(step: str) -> str:
    """SQL that counts the people who came at least as far as a step. Who came by an ad of last month and buys today
    arrived, too: no step has more people than the one before it."""
    steps = list(_STEPS.values())
    kinds = ", ".join(f"'{kind}'" for kind in list(_STEPS)[steps.index(step) :])
    return f"count(DISTINCT coalesce(alias.stands_for, e.lead_id)) FILTER (WHERE kind IN ({kinds}))"


@dataclass(frozen=True, slots=True)
class _Day:
    micros: int = 0
    micros_by_now: int = 0
    """What the day had brought at this time of day."""
    arrived: int = 0
    bought: int = 0


_NO_DAY = _Day()

_MICROS = """coalesce(sum(amount_micros) FILTER (WHERE kind IN ('payment.settled', 'refund.settled')
           AND currency = %(currency)s {more}), 0)::bigint"""

_BY_DAY = f"""
SELECT (occurred_at AT TIME ZONE %(timezone)s)::date AS day,
       {_MICROS.format(more="")} AS micros,
       {_MICROS.format(more="AND (occurred_at AT TIME ZONE %(timezone)s)::time <= %(time)s")} AS micros_by_now,
       {_people_at("arrived")} AS arrived, {_people_at("bought")} AS bought
FROM ledger_entry e LEFT JOIN ledger_leadalias alias ON alias.shop_id = e.shop_id AND alias.lead_id = e.lead_id
WHERE e.shop_id = %(shop)s AND kind = ANY(%(kinds)s) AND occurred_at >= %(start)s AND occurred_at < %(end)s
GROUP BY 1
"""


def _by_day(shop_id: UUID, currency: str, period: Period, now: datetime) -> Question[Mapping[date, _Day]]:
    first = min(period.from_date - timedelta(weeks=USUAL_WEEKS), _trend_days(period)[0])
    values = {
        "shop": shop_id, "currency": currency, "timezone": period.timezone,
        "start": start_of(first, period.timezone), "end": period.end, "kinds": ["refund.settled", *_STEPS],
        "time": now.astimezone(ZoneInfo(period.timezone)).time(),
    }  # fmt: skip
    return Question(_BY_DAY, values, lambda rows: {date.fromisoformat(row[0]): _Day(*row[1:]) for row in rows})


def _trend_days(period: Period) -> list[date]:
    count = max((period.to_date - period.from_date).days + 1, TREND_AT_LEAST.days)
    return [period.to_date - timedelta(days=n) for n in reversed(range(count))]


def _usual(days: Mapping[date, _Day], period: Period, currency: str, today: date) -> Money | None:
    """The sum over the period's days of what their weekday usually brought, today's up to this time of day; None when
    one of them is not known."""
    # A shop that sold nothing yet has no usual day; from its first sale on, a day without one counts as nothing.
    known_since = min((day for day, found in days.items() if found.micros), default=None)
    if known_since is None:
        return None
    total = 0.0
    for day in period.days:
        past = (_before(day, n, period) for n in range(1, USUAL_WEEKS + 1))
        known = [days.get(before, _NO_DAY) for before in past if before >= known_since]
        if len(known) < USUAL_NEEDS:
            return None
        total += sum(found.micros_by_now if day == today else found.micros for found in known) / len(known)
    return from_micros(round(total), currency)


def _before(day: date, weeks: int, period: Period) -> date:
    """The same weekday `weeks` weeks before the week in which the period begins."""
    first_of_weekday = period.from_date + timedelta(days=(day.weekday() - period.from_date.weekday()) % 7)
    return first_of_weekday - timedelta(weeks=weeks)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


_PEOPLE = f"""
SELECT {", ".join(f"{_people_at(step)} AS {step}" for step in _STEPS.values())},
       coalesce(sum(amount_micros) FILTER (WHERE kind = 'message.charged'), 0)::bigint AS cost
FROM ledger_entry e LEFT JOIN ledger_leadalias alias ON alias.shop_id = e.shop_id AND alias.lead_id = e.lead_id
WHERE e.shop_id = %(shop)s AND occurred_at >= %(start)s AND occurred_at < %(end)s AND kind = ANY(%(kinds)s)
"""


def _people_and_cost(shop_id: UUID, period: Period) -> Question[tuple[Funnel, int]]:
    values = {"shop": shop_id, "start": period.start, "end": period.end, "kinds": ["message.charged", *_STEPS]}
    return Question(_PEOPLE, values, _funnel_and_cost)


def _funnel_and_cost(rows: Sequence[Row]) -> tuple[Funnel, int]:
    ((arrived, wrote, chose, bought, cost),) = rows
    return Funnel(arrived=arrived, wrote=wrote, chose=chose, bought=bought), cost


_CHANNELS = """
SELECT coalesce(e.data #>> '{first,source}', 'direct') AS source, a.id, a.external_id, a.name,
       sum(e.amount_micros)::bigint AS micros, count(*) FILTER (WHERE e.kind = 'payment.settled') AS orders
FROM ledger_entry e
LEFT JOIN leads_ad a ON a.shop_id = e.shop_id AND a.id = (e.data #>> '{first,ad_id}')::uuid
WHERE e.shop_id = %(shop)s AND e.kind IN ('payment.settled', 'refund.settled') AND e.currency = %(currency)s
  AND e.occurred_at >= %(start)s AND e.occurred_at < %(end)s
GROUP BY 1, 2, 3, 4
"""


def _channels(shop_id: UUID, currency: str, period: Period) -> Question[tuple[Channel, ...]]:
    values = {"shop": shop_id, "currency": currency, "start": period.start, "end": period.end}
    return Question(_CHANNELS, values, lambda rows: _by_source(rows, currency))


def _by_source(rows: Sequence[Row], currency: str) -> tuple[Channel, ...]:
    by_source: dict[str, list[Sequence[Any]]] = {}
    for source, *rest in rows:
        by_source.setdefault(source, []).append(rest)
    channels = [_channel(source, rows, currency) for source, rows in by_source.items()]
    return tuple(sorted(channels, key=lambda channel: (-channel.revenue.minor, channel.source)))


def _channel(source: str, rows: Iterable[Sequence[Any]], currency: str) -> Channel:
    rows = list(rows)
    ads = [
        ChannelAd(id=UUID(ad), ad_id=external_id, name=name, revenue=from_micros(micros, currency), orders=orders)
        for ad, external_id, name, micros, orders in rows
        if ad is not None
    ]
    return Channel(
        source=source,
        revenue=from_micros(sum(row[3] for row in rows), currency),
        orders=sum(row[4] for row in rows),
        ads=tuple(sorted(ads, key=lambda ad: (-ad.revenue.minor, ad.name))),
    )


def _total(channels: Sequence[Channel], currency: str, cost: int) -> ChannelsTotal:
    return ChannelsTotal(
        revenue=sum((channel.revenue for channel in channels), Money(0, currency)),
        orders=sum(channel.orders for channel in channels),
        message_cost_micros=cost,
    )
