"""Deciding a visit: plan, the batched load of what the plans want, decide, attempts, conclude."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from leadnurturebot.catalog.batch import load_offers
from leadnurturebot.domain.catalogue import Offer
from leadnurturebot.domain.dialogue.decision import (
    AskReturn,
    Attempt,
    CancelOrder,
    Decision,
    MoveTicket,
    OpenTicket,
    OrderPlaced,
    OrderRefused,
    Outcome,
    PlaceOrder,
    Plan,
    SharePage,
)
from leadnurturebot.domain.dialogue.engine import conclude, decide, plan
from leadnurturebot.domain.dialogue.turn import Facts, Order, Shop, Turn
from leadnurturebot.domain.shipping import ShippingOption, zone_of
from leadnurturebot.message_path.cancelling import cancel_order
from leadnurturebot.message_path.page_sharing import share_page
from leadnurturebot.message_path.returning import ask_return
from leadnurturebot.message_path.ticketing import move_ticket, open_ticket
from leadnurturebot.message_path.view import minor, sizes_forgotten_at
from leadnurturebot.message_path.visits import Times, Visit
from leadnurturebot.orders.coupons import CodeWanted, load_coupons
from leadnurturebot.orders.destinations import newest_parcels
from leadnurturebot.orders.fits import pieces_of
from leadnurturebot.orders.lookup import orders_of
from leadnurturebot.orders.placing import Placed, PlaceRequest, place
from leadnurturebot.orders.tickets_batch import tickets_of
from leadnurturebot.payments.requests import connections_of, request_payment, void_payments
from leadnurturebot.payments.ways import methods_of
from leadnurturebot.platform.sql import Connection


@dataclass(slots=True, kw_only=True)
class Thought:
    """A visit on its way through the dialogue."""

    visit: Visit
    turn: Turn
    plan: Plan
    facts: Facts = field(default_factory=Facts)
    decision: Decision | None = None
    placed: Placed | None = None
    took_us: int = 0


def think(turns: Sequence[tuple[Visit, Turn]]) -> list[Thought]:
    """The plan of every turn."""
    return [Thought(visit=visit, turn=turn, plan=plan(turn)) for visit, turn in turns]


def load_facts(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """One query each for all orders wanted, all offers, all codes, all that was bought and worn."""
    asking = [(t.visit.shop.id, t.visit.lead.id) for t in thoughts if t.plan.orders]
    orders = orders_of(connection, asking)
    goods = {t.visit.thread.id: _goods(t, orders.get(t.visit.lead.id, ())) for t in thoughts}
    wanted = [(t.visit.shop.id, product_id) for t in thoughts for product_id in goods[t.visit.thread.id]]
    offers = load_offers(connection, wanted, now=times.now)
    coupons = load_coupons(connection, [wanted for thought in thoughts for wanted in _codes(thought)])
    sized = {(t.visit.shop.id, t.visit.lead.id): sizes_forgotten_at(t.visit.lead) for t in thoughts if t.plan.pieces}
    pieces = pieces_of(connection, sized, now=times.now)
    concerned = [(t.visit.shop.id, t.visit.lead.id) for t in thoughts if t.plan.tickets and not t.visit.lead.is_new]
    tickets = tickets_of(connection, concerned, now=times.now)
    sent = [(t.visit.shop.id, t.visit.lead.id) for t in thoughts if t.plan.parcel]
    parcels = newest_parcels(connection, sent)
    for thought in thoughts:
        thought.facts = Facts(
            offers=_own_offers(goods[thought.visit.thread.id], offers),
            orders=tuple(orders.get(thought.visit.lead.id, ())),
            coupons=tuple(coupons.get(thought.visit.thread.id, ())),
            pieces=tuple(pieces.get(thought.visit.lead.id, ())),
            tickets=tuple(tickets.get(thought.visit.lead.id, ())),
            parcel=_parcel(thought, parcels),
        )


def _parcel(thought: Thought, parcels: Mapping[UUID, bytes]) -> str:
    sealed = parcels.get(thought.visit.lead.id, b"") if thought.plan.parcel else b""
    return thought.visit.key.open_text(sealed)


def _codes(thought: Thought) -> list[CodeWanted]:
    visit = thought.visit
    return [
        CodeWanted(shop_id=visit.shop.id, thread_id=visit.thread.id, lead_id=visit.lead.id, code=code)
        for code in thought.plan.coupons
    ]


def _goods(thought: Thought, orders: Sequence[Order]) -> tuple[UUID, ...]:
    """Products of the plan, and those of the customer's orders where it wants them."""
    bought = (item.product_id for order in orders for item in order.items) if thought.plan.order_goods else ()
    return tuple(dict.fromkeys([*thought.plan.products, *bought]))


def _own_offers(product_ids: Sequence[UUID], offers: Mapping[UUID, Mapping[UUID, Offer]]) -> dict[UUID, Offer]:
    own: dict[UUID, Offer] = {}
    for product_id in product_ids:
        own.update(offers.get(product_id, {}))
    return own


def conclude_all(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """Decide every turn; make its attempts in the same transaction and conclude on their outcomes."""
    for thought in thoughts:
        started = time.perf_counter_ns()
        decision = decide(thought.turn, thought.plan, thought.facts)
        if decision.attempts:
            thought.decision = decision
            outcomes = [_attempt(connection, thought, attempt, times) for attempt in decision.attempts]
            decision = conclude(thought.turn, decision, outcomes)
        thought.decision = decision
        thought.took_us = (time.perf_counter_ns() - started) // 1000


def _attempt(connection: Connection, thought: Thought, attempt: Attempt, times: Times) -> Outcome:
    if isinstance(attempt, CancelOrder):
        return cancel_order(connection, thought.visit.shop.id, attempt.order_id, now=times.now)
    if isinstance(attempt, OpenTicket):
        return open_ticket(connection, thought.visit, attempt, now=times.now)
    if isinstance(attempt, MoveTicket):
        return move_ticket(connection, thought.visit, attempt, now=times.now)
    if isinstance(attempt, AskReturn):
        return ask_return(connection, thought.visit.shop, thought.visit.key, attempt, now=times.now)
    if isinstance(attempt, SharePage):
        return share_page(connection, thought.visit, attempt, _language(thought), now=times.now)
    return _place(connection, thought, attempt, times)


def _language(thought: Thought) -> str:
    return thought.decision.language if thought.decision else thought.visit.shop.language


def _place(connection: Connection, thought: Thought, attempt: PlaceOrder, times: Times) -> Outcome:
    visit, shop = thought.visit, thought.visit.shop
    method, connected = attempt.payment_method, connections_of(connection, shop.id)
    provider = next((found for found in connected if method in methods_of(found.slug, shop.currency)), None)
    if provider is None:
        return OrderRefused(reason="method_unavailable")
    sent = _sending(thought.turn.shop, attempt)
    if sent is None:
        return OrderRefused(reason="not_shipped")
    is_hosted = provider.slug != "cash_on_delivery"
    request = PlaceRequest(
        shop_id=shop.id, lead_id=visit.lead.id, thread_id=visit.thread.id, conversation_id=visit.conversation_id,
        currency=shop.currency, shipping=sent[0], shipping_name=sent[1], ship_to=sent[2],
        tax=thought.turn.shop.taxes.at(attempt.place), payment_method=attempt.payment_method,
        is_hosted=is_hosted, fee=0 if is_hosted else minor(shop.settings.cod_fee, shop) or 0,
        limit=None if is_hosted else minor(shop.settings.cod_limit, shop), expected_total=attempt.expected_total,
        coupon=attempt.coupon, discount_limit=shop.settings.discount_limit,
        address_sealed=visit.key.seal_text(attempt.address) if attempt.address else b"",
        source=visit.lead.source, ad_id=visit.lead.first_ad_id, last_source=visit.lead.last_source,
        last_ad_id=visit.lead.last_ad_id,
    )  # fmt: skip
    outcome = place(connection, request, visit.cart, now=times.now)
    if isinstance(outcome, OrderRefused):
        return outcome
    thought.placed = outcome
    pay_url = ""
    if is_hosted:
        void_payments(connection, [(shop.id, order_id) for order_id in outcome.replaced])
        link = request_payment(
            connection, shop_id=shop.id, order_id=outcome.order_id, amount=outcome.total, currency=shop.currency,
            provider=provider, now=times.now,
        )  # fmt: skip
        pay_url = f"{settings.BASE_URL}/p/{link}"
    return OrderPlaced(
        order_id=outcome.order_id, number=outcome.number, subtotal=outcome.subtotal, shipping=outcome.shipping,
        total=outcome.total, discount=outcome.discount, tax=outcome.tax, pay_url=pay_url,
    )  # fmt: skip


def _sending(shop: Shop, attempt: PlaceOrder) -> tuple[ShippingOption, str | None, tuple[str, ...]] | None:
    """How the order is sent, what that is called, and the countries it holds for while there is no address; None when the
    shop does not ship there (any more) or not in this way."""
    zones = shop.all_zones
    zone = zone_of(zones, attempt.place) or (None if attempt.address else zones[0])
    option = next((each for each in zone.options if each.code == attempt.option), None) if zone else None
    if zone is None or option is None:
        return None
    if not shop.zones:
        return option, None, ()
    countries = (attempt.place.country,) if shop.taxes.rates or not zone.countries else zone.countries
    return option, option.name or option.kind, () if attempt.address else countries
