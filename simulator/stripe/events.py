"""Webhook endpoints of an account and the signed events they get."""

import secrets

import orjson

from simulator.event import Delivery
from simulator.jsontypes import Json
from simulator.stripe.errors import StripeError, missing, not_found
from simulator.stripe.form import text
from simulator.stripe.store import API_VERSION, endpoints, new_id, page_of, public
from simulator.world import World


def create_endpoint(world: World, account: str, form: Json) -> Json:
    """The secret is told in this answer and never again. Raises StripeError."""
    url = text(form, "url", "url")
    if not url.startswith(("http://", "https://")):
        raise StripeError("Invalid URL: An explicit scheme (such as https) must be provided.", "url", "url_invalid")
    events = form.get("enabled_events")
    if not isinstance(events, list) or not events:
        raise missing("enabled_events")
    endpoint: Json = {
        "id": new_id("we"),
        "object": "webhook_endpoint",
        "url": url,
        "enabled_events": events,
        "api_version": form.get("api_version") or API_VERSION,
        "status": "enabled",
        "livemode": False,
        "created": world.clock.now_unix(),
        "description": form.get("description"),
        "metadata": form.get("metadata") or {},
        "_secret": "whsec_" + secrets.token_urlsafe(24).replace("-", "x").replace("_", "y"),
    }
    endpoints(world).put(endpoint["id"], endpoint, account)
    return public(endpoint) | {"secret": endpoint["_secret"]}


def stored_endpoint(world: World, account: str, endpoint_id: str) -> Json:
    found = next((each for each in endpoints(world).all(account) if each["id"] == endpoint_id), None)
    if found is None:
        raise not_found("webhook_endpoint", endpoint_id)
    return found


def list_endpoints(world: World, account: str, query: dict[str, str]) -> Json:
    return page_of(endpoints(world).all(account), "/v1/webhook_endpoints", query)


def delete_endpoint(world: World, endpoint: Json) -> Json:
    endpoints(world).delete(endpoint["id"])
    return {"id": endpoint["id"], "object": "webhook_endpoint", "deleted": True}


def title_of(kind: str) -> str:
    """An event's kind as people read it: "Payment: completed"."""
    subject, _, what = kind.rpartition(".")
    return f"{'Refund' if 'refund' in subject or what == 'refunded' else 'Payment'}: {what.replace('_', ' ')}"


def emit(world: World, account: str, kind: str, subject: Json, lane: str) -> None:
    """Send an event to every endpoint of the account that asked for its kind; in order within a lane."""
    wanted = [each for each in endpoints(world).all(account) if {"*", kind} & set(each["enabled_events"])]
    event_id = new_id("evt")
    for endpoint in wanted:
        event = {
            "id": event_id,
            "object": "event",
            "api_version": endpoint["api_version"],
            "created": world.clock.now_unix(),
            "livemode": False,
            "pending_webhooks": len(wanted),
            "type": kind,
            "data": {"object": subject},
            "request": {"id": None, "idempotency_key": None},
        }
        body = orjson.dumps(event).decode()
        own_lane = f"{endpoint['id']}:{lane}"
        world.deliverer.send(Delivery("stripe", endpoint["url"], endpoint["_secret"], own_lane, body, title_of(kind)))
