"""The life of a Checkout session: open, then complete or expired; paid now, later or never."""

from simulator.jsontypes import Json
from simulator.stripe.errors import StripeError, not_found
from simulator.stripe.events import emit
from simulator.stripe.session_request import check_request
from simulator.stripe.store import due, keep_session, new_id, page_of, public, sessions
from simulator.world import World

LATE_SECONDS = 15
NAME = "Practice Payer"


def create_session(world: World, account: str, form: Json, base_url: str) -> Json:
    """Raises StripeError when the request is not one Stripe would take."""
    now = world.clock.now_unix()
    session_id = new_id("cs_test")
    wanted = check_request(form, now)
    shipping = wanted["_shipping"]["amount"] if wanted["_shipping"] else 0
    session = {
        "id": session_id,
        "object": "checkout.session",
        "url": f"{base_url}/stripe/pay/{session_id}",
        "status": "open",
        "payment_status": "unpaid",
        "created": now,
        "livemode": False,
        "payment_intent": None,
        "payment_link": None,
        "payment_method_types": ["card"],
        "customer": None,
        "customer_details": None,
        "total_details": {"amount_discount": 0, "amount_shipping": shipping, "amount_tax": 0},
        "presentment_details": None,
        "recovered_from": None,
        "after_expiration": None,
        "ui_mode": "hosted_page",
        **wanted,
        "_account": account,
    }
    keep_session(world, session)
    return public(session)


def stored_session(world: World, account: str | None, session_id: str) -> Json:
    """Raises StripeError 404; `account` None is the payer, who needs the address only."""
    session = sessions(world).get(session_id)
    if session is None or account not in (None, session["_account"]):
        raise not_found("checkout.session", session_id)
    return session


def list_sessions(world: World, account: str, query: dict[str, str]) -> Json:
    intent = query.get("payment_intent")
    status = query.get("status")
    found = [
        each
        for each in sessions(world).all(account)
        if intent in (None, each["payment_intent"]) and status in (None, each["status"])
    ]
    return page_of(found, "/v1/checkout/sessions", query)


def line_items(session: Json) -> Json:
    data = [
        {
            "id": f"li_{session['id'][-16:]}{index}",
            "object": "item",
            "description": line["name"],
            "quantity": line["quantity"],
            "amount_total": line["amount_total"],
            "amount_subtotal": line["amount_total"],
            "currency": line["currency"],
        }
        for index, line in enumerate(session["_lines"])
    ]
    return {
        "object": "list",
        "data": data,
        "has_more": False,
        "url": f"/v1/checkout/sessions/{session['id']}/line_items",
    }


def expire_by_shop(world: World, session: Json) -> Json:
    """Raises StripeError unless the session is open."""
    if session["status"] != "open":
        raise StripeError(
            f'Only Checkout Sessions with a status in ["open"] can be expired. This one is {session["status"]}.'
        )
    return expire(world, session)


def expire(world: World, session: Json) -> Json:
    return _become(world, session, "checkout.session.expired", status="expired", url=None)


def pay(world: World, session: Json) -> Json:
    """The card was taken. Raises StripeError unless the session is open."""
    _require_open(session)
    return _become(world, session, "checkout.session.completed", payment_status="paid", **_completed(session))


def pay_late(world: World, session: Json, outcome: str = "succeeded") -> Json:
    """A slow method: complete but unpaid now; `succeeded` or `failed` some seconds of business time later."""
    _require_open(session)
    due = world.clock.now_unix() + LATE_SECONDS
    facts = _completed(session) | {"_late_due": due, "_late_outcome": outcome}
    return _become(world, session, "checkout.session.completed", payment_status="unpaid", **facts)


def decline(world: World, session: Json) -> Json:
    """The bank said no: the session stays open and the payer may try again."""
    _require_open(session)
    intent = {
        "id": session["payment_intent"] or new_id("pi"),
        "object": "payment_intent",
        "amount": session["amount_total"],
        "currency": session["currency"],
        "status": "requires_payment_method",
        "metadata": session["_intent_metadata"],
        "last_payment_error": {"type": "card_error", "code": "card_declined", "decline_code": "generic_decline"},
    }
    emit(world, session["_account"], "payment_intent.payment_failed", intent, session["id"])
    changed = {**session, "_declines": session.get("_declines", 0) + 1}
    keep_session(world, changed)
    return changed


def settle_due(world: World) -> None:
    """What time brings: sessions run out, slow payments arrive or fail."""
    now = world.clock.now_unix()
    for entry in due(world).all():
        if entry["at"] <= now:
            session = stored_session(world, None, entry["id"])
            expire(world, session) if session["status"] == "open" else _settle_late(world, session)


def _settle_late(world: World, session: Json) -> None:
    if session["_late_outcome"] == "succeeded":
        facts: Json = {"payment_status": "paid", "_late_due": None}
        _become(world, session, "checkout.session.async_payment_succeeded", **facts)
    else:
        _become(world, session, "checkout.session.async_payment_failed", _late_due=None)


def _require_open(session: Json) -> None:
    if session["status"] != "open":
        raise StripeError(f"This Checkout Session is {session['status']}; it can not be paid.", code="session_not_open")


def _completed(session: Json) -> Json:
    details = {"email": session["customer_email"] or "payer@example.com", "name": NAME, "phone": None, "address": None}
    return {
        "status": "complete",
        "url": None,
        "payment_intent": new_id("pi"),
        "customer_details": details | {"tax_exempt": "none", "tax_ids": []},
    }


def _become(world: World, session: Json, event: str, **changes: object) -> Json:
    changed = {**session, **changes}
    keep_session(world, changed)
    emit(world, session["_account"], event, public(changed), session["id"])
    facts = {"session": session["id"], "status": changed["status"], "payment_status": changed["payment_status"]}
    world.live.publish("payment", facts)
    return changed
