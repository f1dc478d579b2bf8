"""The sink for conversion events: everything is kept, and what was sent twice is flagged, since Meta counts it twice."""

import uuid

import orjson

from simulator.graph.errors import GraphError
from simulator.jsontypes import Json
from simulator.world import World

NAMES = [
    "LeadSubmitted",
    "QualifiedLead",
    "ViewContent",
    "AddToCart",
    "InitiateCheckout",
    "CartAbandoned",
    "OrderCreated",
    "Purchase",
    "OrderShipped",
    "OrderDelivered",
    "OrderCanceled",
    "OrderReturned",
    "RatingProvided",
    "ReviewProvided",
]
OLDEST_SECONDS = 7 * 86400


def dataset_of(world: World, waba_id: str) -> str:
    """The account's data set, made when it is first asked for."""
    kept = world.datasets.get(waba_id) or {"id": f"9{waba_id}"}
    world.datasets.put(waba_id, kept)
    return str(kept["id"])


def is_dataset(world: World, node: str) -> bool:
    return any(each["id"] == node for each in world.datasets.all())


def take_events(world: World, dataset_id: str, body: Json) -> Json:
    """Raises GraphError 100 on an event that Meta would not count."""
    data = body.get("data")
    if not isinstance(data, list) or not data:
        raise GraphError(100, "data: a list of events is wanted")
    for index, event in enumerate(data):
        _check(world, f"data[{index}]", event)
    for event in data:
        _keep(world, dataset_id, event)
    return {"events_received": len(data), "messages": [], "fbtrace_id": "A" + uuid.uuid4().hex[:22]}


def _check(world: World, path: str, event: Json) -> None:
    if not isinstance(event, dict) or event.get("event_name") not in NAMES:
        raise GraphError(100, f"{path}.event_name: one of {{{', '.join(NAMES)}}}")
    if event.get("action_source") != "business_messaging" or event.get("messaging_channel") != "whatsapp":
        raise GraphError(100, f"{path}: action_source business_messaging and messaging_channel whatsapp are wanted")
    if not (event.get("user_data") or {}).get("ctwa_clid"):
        raise GraphError(100, f"{path}.user_data.ctwa_clid is required")
    if not isinstance(event.get("event_time"), int) or world.clock.now_unix() - event["event_time"] > OLDEST_SECONDS:
        raise GraphError(100, f"{path}.event_time: unix seconds of the last 7 days are wanted")
    custom = event.get("custom_data") or {}
    if event["event_name"] == "Purchase" and not (custom.get("currency") and custom.get("value") is not None):
        raise GraphError(100, f"{path}.custom_data: a Purchase wants currency and value")


def _keep(world: World, dataset_id: str, event: Json) -> None:
    """Same person, name and content is the same event, whatever its time says."""
    key = orjson.dumps({**event, "event_time": None}, option=orjson.OPT_SORT_KEYS).decode()
    seen = [each for each in world.conversions.all(dataset_id) if each["key"] == key]
    kept = {"key": key, "event": event, "is_duplicate": bool(seen)}
    world.conversions.put(uuid.uuid4().hex, kept, dataset_id)
    note = "a repetition: Meta would count it twice" if seen else str(event["user_data"]["ctwa_clid"])[:24]
    world.wire.note(f"Conversion {event['event_name']}", note)
