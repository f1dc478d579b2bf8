"""Webhook bodies as Meta and Stripe send them, signed."""

import hmac
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from benchmarks.path_rig.addresses import ShopAddress
from tests.faults.plan import Person
from tests.faults.shops import STRIPE_SECRET, number_of, user_id_of

Json = dict[str, Any]


def message(person: Person, content: Mapping[str, Any], *, wamid: str, at: int) -> Json:
    """An item of `messages`. `content` has the type and what belongs to it."""
    return {"from": number_of(person), "from_user_id": user_id_of(person), "id": wamid, "timestamp": str(at), **content}


def text(words: str) -> Json:
    """Words."""
    return {"type": "text", "text": {"body": words}}


def tap(action: str, title: str) -> Json:
    """A tapped button or row."""
    return {
        "type": "interactive",
        "interactive": {"type": "button_reply", "button_reply": {"id": action, "title": title}},
    }


def order(skus: Sequence[str]) -> Json:
    """A cart sent from the phone."""
    items = [{"product_retailer_id": sku, "quantity": 1, "item_price": None, "currency": "GBP"} for sku in skus]
    return {"type": "order", "order": {"catalog_id": "1", "product_items": items}}


def referral(shop: ShopAddress, wamid: str) -> Json:
    """What a tap on the shop's ad adds to the first message."""
    return {
        "source_url": "https://instagram.com/p/summer", "source_id": shop.ad_id, "source_type": "ad",
        "headline": "Blue Floral Sundress", "body": "Made for warm evenings", "media_type": "image",
        "ctwa_clid": f"Aff-{wamid}",
    }  # fmt: skip


def status(*, wamid: str, name: str, recipient: str, callback_data: str, at: int) -> Json:
    """One delivery status."""
    found: Json = {
        "id": wamid, "status": name, "timestamp": str(at), "recipient_id": recipient,
        "biz_opaque_callback_data": callback_data,
    }  # fmt: skip
    if name != "read":
        found["pricing"] = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "service"}
    return found


def body(
    shop: ShopAddress, people: Sequence[Person] = (), messages: Sequence[Json] = (), statuses: Sequence[Json] = ()
) -> bytes:
    """One webhook of a number."""
    value: Json = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": shop.display_number, "phone_number_id": shop.phone_number_id},
    }
    if messages:
        value["contacts"] = [
            {"profile": {"name": f"Ana{p.index}"}, "wa_id": number_of(p), "user_id": user_id_of(p)} for p in people
        ]
        value["messages"] = list(messages)
    if statuses:
        value["statuses"] = list(statuses)
    entry = {"id": shop.waba_id, "changes": [{"field": "messages", "value": value}]}
    return orjson.dumps({"object": "whatsapp_business_account", "entry": [entry]})


def signed(shop: ShopAddress, content: bytes) -> dict[str, str]:
    """Meta's headers."""
    digest = hmac.digest(shop.app_secret.encode(), content, "sha256").hex()
    return {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={digest}"}


def paid(session: Mapping[str, Any], *, event_id: str, at: int) -> bytes:
    """Stripe's event of a paid session."""
    done = {**session, "payment_status": "paid", "status": "complete", "payment_intent": f"pi_{session['id']}"}
    event = {"id": event_id, "type": "checkout.session.completed", "created": at, "data": {"object": done}}
    return orjson.dumps(event)


def signed_by_stripe(content: bytes, now: int) -> dict[str, str]:
    """Stripe's headers; `now` is wall time."""
    digest = hmac.digest(STRIPE_SECRET.encode(), f"{now}.".encode() + content, "sha256").hex()
    return {"Content-Type": "application/json", "Stripe-Signature": f"t={now},v1={digest}"}
