"""The webhook of an account and the events it gets."""

import orjson

from simulator.event import Delivery
from simulator.jsontypes import Json
from simulator.razorpay.store import new_id, webhooks
from simulator.world import World


def paste_webhook(world: World, account: str, url: str, secret: str) -> None:
    """What the shop's owner does in the dashboard."""
    webhooks(world).put(account, {"url": url, "secret": secret})


def emit(world: World, account: str, kind: str, payload: Json, lane: str) -> None:
    """Send an event to the account's webhook; a repeat keeps its id."""
    webhook = webhooks(world).get(account)
    if webhook is None:
        return
    event = {
        "entity": "event",
        "account_id": "acc_" + account.removeprefix("rzp_test_")[:14],
        "event": kind,
        "contains": list(payload),
        "payload": {name: {"entity": entity} for name, entity in payload.items()},
        "created_at": world.clock.now_unix(),
    }
    world.deliverer.send(
        Delivery(
            "razorpay",
            webhook["url"],
            webhook["secret"],
            f"razorpay:{account}:{lane}",
            orjson.dumps(event).decode(),
            f"Razorpay: {kind}",
            headers={"x-razorpay-event-id": new_id("ev")},
        )
    )
