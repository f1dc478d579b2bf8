"""Webhooks of an account and the events they get."""

from datetime import UTC, datetime

import orjson

from simulator.event import Delivery
from simulator.jsontypes import Json
from simulator.paypal.store import PayPalError, new_id, public, webhooks
from simulator.world import World


def create_webhook(world: World, account: str, body: Json, base_url: str) -> Json:
    """Raises PayPalError."""
    url, kinds = str(body.get("url") or ""), [str(each.get("name")) for each in body.get("event_types") or ()]
    if not url.startswith(("http://", "https://")) or not kinds:
        raise PayPalError(400, "VALIDATION_ERROR", "INVALID_URL", "Give an address and event types.")
    if any(each["url"] == url for each in webhooks(world).all(account)):
        raise PayPalError(400, "WEBHOOK_URL_ALREADY_EXISTS", "WEBHOOK_URL_ALREADY_EXISTS", "The address is known.")
    webhook = {"id": new_id(), "url": url, "event_types": body["event_types"], "_kinds": kinds, "_base": base_url}
    webhooks(world).put(webhook["id"], webhook, account)
    return public(webhook)


def list_webhooks(world: World, account: str) -> Json:
    return {"webhooks": [public(each) for each in webhooks(world).all(account)]}


def now_text(world: World) -> str:
    return datetime.fromtimestamp(world.clock.now_unix(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def emit(world: World, account: str, kind: str, resource_type: str, resource: Json, lane: str) -> None:
    """Send an event to every webhook of the account that asked for its kind; in order within a lane."""
    event = {
        "id": f"WH-{new_id()}-{new_id()}",
        "event_version": "1.0",
        "create_time": now_text(world),
        "resource_type": resource_type,
        "resource_version": "2.0",
        "event_type": kind,
        "summary": kind.replace(".", " ").capitalize(),
        "resource": resource,
        "links": [],
    }
    body = orjson.dumps(event).decode()
    for webhook in webhooks(world).all(account):
        if {"*", kind} & set(webhook["_kinds"]):
            own_lane = f"{webhook['id']}:{lane}"
            world.deliverer.send(
                Delivery(
                    "paypal",
                    webhook["url"],
                    webhook["id"],
                    own_lane,
                    body,
                    f"PayPal: {kind.lower()}",
                    headers={"base": webhook["_base"], "transmission": str(event["id"])},
                )
            )
