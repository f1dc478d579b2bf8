"""The three pure steps of a turn: plan which facts are wanted, decide on them, conclude once attempts were made."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.dialogue.compose import effects_of, remember, reply_of
from leadnurturebot.domain.dialogue.context import read
from leadnurturebot.domain.dialogue.decision import Decision, Outcome, Plan, Trace
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.languages import reply_language, settle_language
from leadnurturebot.domain.dialogue.lapsing import keep_in_mind, with_lapsed
from leadnurturebot.domain.dialogue.request import Reading, Request
from leadnurturebot.domain.dialogue.routes import (
    NEEDS_ORDER_GOODS,
    NEEDS_ORDERS,
    NEEDS_PARCEL,
    NEEDS_PIECES,
    NEEDS_TICKETS,
    SKILLS,
)
from leadnurturebot.domain.dialogue.turn import Facts, Turn


def plan(turn: Turn) -> Plan:
    """Read the turn and say which facts it needs."""
    reading = read(turn)
    if turn.lapsed:
        reading = replace(reading, requests=with_lapsed(turn, reading.requests))
    products: dict[UUID, None] = {line.product_id: None for line in (*turn.cart, *turn.lapsed)}
    for request in reading.requests:
        products.update(dict.fromkeys(_products(request)))
    if reading.focus is not None:
        products[reading.focus.product_id] = None
    return Plan(
        products=tuple(products),
        orders=any(request.route in NEEDS_ORDERS for request in reading.requests),
        coupons=_codes(turn, reading),
        pieces=any(request.route in NEEDS_PIECES for request in reading.requests),
        parcel=any(request.route in NEEDS_PARCEL for request in reading.requests),
        order_goods=any(request.route in NEEDS_ORDER_GOODS for request in reading.requests),
        tickets=any(request.route in NEEDS_TICKETS for request in reading.requests),
        reading=reading,
    )


def _codes(turn: Turn, reading: Reading) -> tuple[str, ...]:
    asked = [request.entities.coupon for request in reading.requests if request.route == "discount"]
    noted = [turn.state.coupon] if turn.state.coupon else []
    return tuple(dict.fromkeys([*noted, *asked]))


def _products(request: Request) -> list[UUID]:
    named = [request.product.id] if request.product else []
    return [*named, *(option.id for option in request.options), *(hit.product.id for hit in request.hits)]


def decide(turn: Turn, plan: Plan, facts: Facts) -> Decision:
    """The reply and effects of a turn, or with `attempts` what is to be tried first."""
    return _run(turn, plan, facts, None)


def conclude(turn: Turn, decision: Decision, outcomes: Sequence[Outcome]) -> Decision:
    """The decision once its attempts have their outcomes, in the order of `decision.attempts`.

    Raises ValueError when the number of outcomes differs from the number of attempts.
    """
    if len(outcomes) != len(decision.attempts):
        raise ValueError(f"{len(decision.attempts)} attempts have {len(outcomes)} outcomes")
    plan, facts = decision.pending
    return replace(_run(turn, plan, facts, outcomes), attempts=())


def _run(turn: Turn, plan: Plan, facts: Facts, outcomes: Sequence[Outcome] | None) -> Decision:
    reading: Reading = plan.reading
    draft = Draft(turn, reading, facts, outcomes)
    for request in reading.requests:
        SKILLS[request.route](draft, request)
    keep_in_mind(draft)
    settle_language(draft)
    replies = reply_of(draft)
    return Decision(
        state=remember(draft, replies),
        replies=replies,
        effects=effects_of(draft),
        attempts=tuple(draft.attempts),
        trace=_trace(draft),
        language=reply_language(draft),
        pending=(plan, facts),
    )


def _trace(draft: Draft) -> Trace:
    requests = draft.reading.requests
    heard = [heard.understanding for heard in draft.turn.heard if heard.understanding]
    return Trace(
        skill="+".join(dict.fromkeys(request.route for request in requests)) or "silence",
        intents=tuple((unit.intent, round(unit.confidence, 3)) for first in heard for unit in (first, *first.also)),
        read_as=tuple(_read_as(request) for request in requests),
        rule=", ".join(draft.rules),
        facts=tuple(draft.trace_facts),
    )


def _read_as(request: Request) -> str:
    about = [request.product.name] if request.product else []
    return " / ".join([request.route, *about, *(part for part in (request.color, request.size) if part)])
