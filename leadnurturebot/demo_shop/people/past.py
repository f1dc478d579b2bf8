"""The whole past of the demo shop, told from any `now`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from leadnurturebot.demo_shop.people.chances import happens, picked
from leadnurturebot.demo_shop.people.leads import emma, made_lead
from leadnurturebot.demo_shop.people.orders import EMMAS_ORDER, Draft, Fate, made_order
from leadnurturebot.demo_shop.people.places import Crowd
from leadnurturebot.demo_shop.people.shapes import Outcome, Past, PastConversation, PastLead, PastOrder
from leadnurturebot.demo_shop.people.talk import with_order, without_order
from leadnurturebot.demo_shop.people.tastes import fitting_variant, wanted_product
from leadnurturebot.demo_shop.people.timing import moments
from leadnurturebot.demo_shop.shop import SHOP

SEED = "trendythreads"
ORDER_DAYS, LEAD_DAYS = 30, 60
ORDERS_A_DAY = 9.1
BROWSERS = 470
# Two payments that failed just now, and three people who asked for a person: the morning's work on the dashboard.
_OPEN_PAYMENTS = (timedelta(minutes=18), timedelta(minutes=11))
_WAITING = (timedelta(minutes=7), timedelta(minutes=5), timedelta(minutes=3))
_OUTCOMES: Mapping[Outcome, float] = {"asked": 47, "chose": 22, "cart": 13, "left": 13, "stopped": 2, "person": 3}


def past(now: datetime, *, seed: str = SEED, browsers: int = BROWSERS) -> Past:
    """Leads, conversations and orders up to `now` (aware); the same arguments give the same past.

    `browsers` is about how many people came and did not buy. Raises ValueError for a naive `now`.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    now, crowd = now.astimezone(UTC), Crowd(seed)
    drafts = _drafts(now, seed, crowd)
    orders = [made_order(draft, now, seed) for draft in drafts]
    buyers = {draft.lead.key: draft.lead for draft in drafts}
    conversations = _sales(orders, buyers, now, seed)
    visits = _visits(now, seed, crowd, browsers)
    conversations += [talk for _lead, talk in visits]
    first = {talk.lead_key: talk.started_at for talk in sorted(conversations, key=_start, reverse=True)}
    leads = [
        replace(lead, arrived_at=first[lead.key]) for lead in [*buyers.values(), *(lead for lead, _talk in visits)]
    ]
    return Past(
        leads=tuple(sorted(leads, key=lambda lead: (lead.arrived_at, lead.key))),
        conversations=tuple(sorted(conversations, key=_start)),
        orders=tuple(orders),
    )


def units_sold(orders: Sequence[PastOrder]) -> Counter[str]:
    """Pieces by SKU that paid orders took: what the shelf held more of before this past."""
    sold: Counter[str] = Counter()
    for order in orders:
        if order.paid_at:
            sold.update({line.sku: line.quantity for line in order.lines})
    return sold


def _start(talk: PastConversation) -> datetime:
    return talk.started_at


def _drafts(now: datetime, seed: str, crowd: Crowd) -> list[Draft]:
    """Orders in order of time, numbered so that the next one is the shop's next number."""
    settled = moments(
        now, ORDER_DAYS, lambda ago: ORDERS_A_DAY * (1.1 - ago / 150), f"{seed}:orders", timedelta(minutes=40)
    )
    times = settled + [now - ago for ago in _OPEN_PAYMENTS]
    chance, drafts = Random(f"{seed}:drafts"), list[Draft]()
    bought: dict[str, Draft] = {}
    for at, placed_at in enumerate(times):
        number = SHOP.next_order_number - len(times) + at
        lead = emma(placed_at) if number == EMMAS_ORDER else _buyer(number, placed_at, bought, crowd, chance, seed)
        fate: Fate = (
            "open" if at >= len(settled) else "expired" if number != EMMAS_ORDER and happens(chance, 0.06) else "paid"
        )
        drafts.append(Draft(number, lead, placed_at, fate))
        bought[lead.key] = drafts[-1]
    return drafts


def _buyer(
    number: int, placed_at: datetime, bought: Mapping[str, Draft], crowd: Crowd, chance: Random, seed: str
) -> PastLead:
    """Somebody new, or now and then somebody who bought days ago."""
    ready = [
        draft.lead
        for draft in bought.values()
        if draft.number != EMMAS_ORDER and timedelta(days=4) < placed_at - draft.placed_at < timedelta(days=25)
    ]
    if ready and happens(chance, 0.18):
        return chance.choice(ready)
    return made_lead(f"buyer-{number}", crowd, placed_at, seed)


def _sales(
    orders: Sequence[PastOrder], buyers: Mapping[str, PastLead], now: datetime, seed: str
) -> list[PastConversation]:
    """The conversation of each order, and for some first orders an earlier one in which the buyer only looked."""
    talks, seen = [], set[str]()
    for order in orders:
        lead, chance = buyers[order.lead_key], Random(f"{seed}:sale:{order.number}")
        looked_before = lead.key not in seen and happens(chance, 0.24)
        talks.append(with_order(lead, order, is_returning=looked_before, now=now, seed=seed))
        if looked_before:
            product = wanted_product(chance, lead.source)
            variant = fitting_variant(chance, product, lead.usual_step)
            earlier = order.placed_at - timedelta(hours=chance.uniform(2, 70))
            talks.append(without_order(lead, "chose", earlier, product, variant, now=now, seed=seed))
        seen.add(lead.key)
    return talks


def _visits(now: datetime, seed: str, crowd: Crowd, browsers: int) -> list[tuple[PastLead, PastConversation]]:
    """People who did not buy, more of them lately; the last three wait for a person."""
    per_day = browsers / LEAD_DAYS
    times = moments(now, LEAD_DAYS, lambda ago: per_day * (1.75 - ago / 40), f"{seed}:visits", timedelta(minutes=9))
    arrivals = [(at, False) for at in times] + [(now - ago, True) for ago in _WAITING]
    return [
        _visit(at, is_waiting, f"visitor-{count}", crowd, now, seed) for count, (at, is_waiting) in enumerate(arrivals)
    ]


def _visit(
    at: datetime, is_waiting: bool, key: str, crowd: Crowd, now: datetime, seed: str
) -> tuple[PastLead, PastConversation]:
    lead, chance = made_lead(key, crowd, at, seed), Random(f"{seed}:visit:{key}")
    outcome: Outcome = "person" if is_waiting else picked(chance, _OUTCOMES)
    product = wanted_product(chance, lead.source)
    variant = fitting_variant(chance, product, lead.usual_step)
    talk = without_order(lead, outcome, at, product, variant, now=now, seed=seed)
    return lead, replace(talk, is_waiting=is_waiting)
