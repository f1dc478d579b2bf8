"""A payment link from its creation to its end, and money back."""

from simulator.jsontypes import Json
from simulator.razorpay.events import emit
from simulator.razorpay.store import RazorpayError, links, new_id, payments, public, refund_keys, refunds, stored_link
from simulator.world import World

LEAST_SECONDS, MOST_SECONDS = 15 * 60, 183 * 86400
SLACK_SECONDS = 5
REFERENCE_MOST = 40
KEY_LEAST = 10
SETTLES_AFTER_SECONDS = 1.0


def create_link(world: World, account: str, body: Json, base_url: str) -> Json:
    """Raises RazorpayError when the request is not one Razorpay would take."""
    amount, now = body.get("amount"), world.clock.now_unix()
    if not isinstance(amount, int) or amount < 100:
        raise RazorpayError("The amount must be at least INR 1.00", field="amount")
    if body.get("currency") != "INR":
        raise RazorpayError("Currency is not supported", field="currency")
    ends, reference = int(body.get("expire_by") or now + MOST_SECONDS), str(body.get("reference_id") or "")
    if not now + LEAST_SECONDS - SLACK_SECONDS <= ends <= now + MOST_SECONDS:
        raise RazorpayError("expire_by should be at least 15 minutes in future", field="expire_by")
    if len(reference) > REFERENCE_MOST:
        raise RazorpayError("The reference id may not be greater than 40 characters.", field="reference_id")
    if reference and any(each["reference_id"] == reference for each in links(world).all(account)):
        raise RazorpayError(f"payment link creation with reference ID already attempted: {reference}")
    link_id = new_id("plink")
    link = {
        "id": link_id, "short_url": f"{base_url}/razorpay/i/{link_id}", "status": "created", "amount": amount,
        "amount_paid": 0, "currency": "INR", "reference_id": reference, "description": body.get("description") or "",
        "expire_by": ends, "expired_at": 0, "cancelled_at": 0, "created_at": now, "updated_at": now, "payments": [],
        "notes": body.get("notes") or [], "accept_partial": bool(body.get("accept_partial")), "user_id": "",
        "callback_url": body.get("callback_url") or "", "callback_method": body.get("callback_method") or "",
        "_account": account,
    }  # fmt: skip
    keep(world, link)
    return public(link)


def keep(world: World, link: Json) -> None:
    links(world).put(link["id"], link, link["_account"])


def settle_due(world: World) -> None:
    """Links whose time is up."""
    now = world.clock.now_unix()
    for link in links(world).all():
        if link["status"] == "created" and link["expire_by"] <= now:
            expire(world, link)


def pay(world: World, link: Json, amount: int | None = None) -> Json:
    """The payer pays, the whole or (by a fault of this world) a part. Raises RazorpayError."""
    _require_open(link)
    paid = link["amount"] if amount is None else amount
    payment = {
        "id": new_id("pay"), "entity": "payment", "amount": paid, "currency": "INR", "status": "captured",
        "order_id": new_id("order"), "method": "upi", "captured": True, "email": "payer@example.com",
        "contact": "+919900000000", "notes": link["notes"], "fee": 0, "tax": 0, "error_code": None,
        "created_at": world.clock.now_unix(), "_account": link["_account"],
    }  # fmt: skip
    payments(world).put(payment["id"], payment, link["_account"])
    short = {"payment_id": payment["id"], "amount": paid, "status": "captured", "method": "upi"}
    is_whole = paid == link["amount"]
    changed = {
        **link, "status": "paid" if is_whole else "partially_paid", "amount_paid": paid,
        "payments": [*link["payments"], short],
    }  # fmt: skip
    keep(world, changed)
    payload = {
        "payment_link": public(changed),
        "order": {"id": payment["order_id"].removeprefix("order_"), "amount": link["amount"], "status": "paid"},
        "payment": public(payment),
    }
    emit(
        world, link["_account"], "payment_link.paid" if is_whole else "payment_link.partially_paid", payload, link["id"]
    )
    world.live.publish("payment", {"session": link["id"], "status": changed["status"]})
    return changed


def decline(world: World, link: Json) -> Json:
    """The bank said no; the link stays payable."""
    _require_open(link)
    payment = {
        "id": new_id("pay"), "entity": "payment", "amount": link["amount"], "currency": "INR", "status": "failed",
        "method": "card", "notes": link["notes"], "error_code": "BAD_REQUEST_ERROR",
    }  # fmt: skip
    emit(world, link["_account"], "payment.failed", {"payment": payment}, link["id"])
    return link


def expire(world: World, link: Json) -> Json:
    _require_open(link)
    changed = {**link, "status": "expired", "expired_at": world.clock.now_unix()}
    keep(world, changed)
    emit(world, link["_account"], "payment_link.expired", {"payment_link": public(changed)}, link["id"])
    return changed


def cancel(world: World, link: Json) -> Json:
    """By the shop. Raises RazorpayError unless the link is open."""
    _require_open(link)
    changed = {**link, "status": "cancelled", "cancelled_at": world.clock.now_unix()}
    keep(world, changed)
    emit(world, link["_account"], "payment_link.cancelled", {"payment_link": public(changed)}, link["id"])
    return public(changed)


def _require_open(link: Json) -> None:
    if link["status"] != "created":
        raise RazorpayError(f"Payment Link is {link['status']}; it can not be used.")


def create_refund(world: World, account: str, payment_id: str, body: Json, key: str) -> Json:
    """The same key with the same body gives the same refund. Raises RazorpayError."""
    payment = payments(world).get(payment_id)
    if payment is None or payment["_account"] != account:
        raise RazorpayError("The id provided does not exist")
    if key and len(key) < KEY_LEAST:
        raise RazorpayError("The idempotency key must be at least 10 characters.")
    earlier = refund_keys(world).get(f"{account}:{key}") if key else None
    if earlier is not None:
        if earlier["body"] != body:
            raise RazorpayError("Different request with the same idempotency key.")
        return public(refunds(world).get(earlier["refund"]) or {})
    left = payment["amount"] - _refunded(world, payment_id)
    amount = int(body.get("amount") or left)
    if amount > left or left <= 0:
        raise RazorpayError("The total refund amount is greater than the refund payment amount", field="amount")
    refund: Json = {
        "id": new_id("rfnd"), "entity": "refund", "amount": amount, "currency": "INR", "payment_id": payment_id,
        "notes": body.get("notes") or [], "receipt": body.get("receipt"), "status": "pending",
        "created_at": world.clock.now_unix(), "_account": account,
    }  # fmt: skip
    refunds(world).put(refund["id"], refund, account)
    refund_keys(world).put(f"{account}:{key}", {"refund": refund["id"], "body": body})
    emit(world, account, "refund.created", {"refund": public(refund), "payment": public(payment)}, payment_id)
    fails = world.faults.strikes("refunds_fail", world.dice)
    world.scheduler.later(
        SETTLES_AFTER_SECONDS, lambda: _settle(world, refund, payment, "failed" if fails else "processed")
    )
    return public(refund)


def read_refund(world: World, account: str, refund_id: str) -> Json:
    """Raises RazorpayError."""
    refund = refunds(world).get(refund_id)
    if refund is None or refund["_account"] != account:
        raise RazorpayError("The id provided does not exist", 400)
    return public(refund)


async def _settle(world: World, refund: Json, payment: Json, status: str) -> None:
    settled = {**refund, "status": status}
    refunds(world).put(refund["id"], settled, refund["_account"])
    payload = {"refund": public(settled), "payment": public(payment)}
    emit(world, refund["_account"], f"refund.{status}", payload, refund["payment_id"])


def _refunded(world: World, payment_id: str) -> int:
    given = [each for each in refunds(world).all() if each["payment_id"] == payment_id]
    return sum(each["amount"] for each in given if each["status"] != "failed")


def list_links(world: World, account: str, query: dict[str, str]) -> Json:
    wanted = query.get("reference_id")
    found = [public(each) for each in links(world).all(account) if wanted in (None, each["reference_id"])]
    return {"payment_links": found[-int(query.get("count", 10)) :]}


def read_link(world: World, account: str, link_id: str) -> Json:
    return public(stored_link(world, account, link_id))
