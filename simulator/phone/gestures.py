"""What a person does beside writing: reacting, changing or taking back a message, sharing, answering a form."""

from collections.abc import Callable

import orjson

from simulator.graph.catalog import product
from simulator.graph.inbound import SAMPLES
from simulator.jsontypes import Json, without_empty
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

EDIT_SECONDS = 15 * 60.0


class DeedError(ValueError):
    """What the person wants to do is not possible; the text says why."""


Gesture = Callable[[World, Number, Person, Json], Json]


def _react(world: World, number: Number, person: Person, deed: Json) -> Json:
    wanted = deed["react"]
    if world.chats.get(str(wanted.get("message"))) is None:
        raise DeedError("there is no such message to react to")
    return {
        "type": "reaction",
        "reaction": without_empty({"message_id": wanted["message"], "emoji": wanted.get("emoji") or None}),
    }


def _edit(world: World, number: Number, person: Person, deed: Json) -> Json:
    """Own texts, within 15 minutes."""
    original = world.chats.get(str(deed["edit"].get("message")))
    text = str(deed["edit"].get("text") or "")
    if original is None or original.direction != "in" or original.person_id != person.id or not text:
        raise DeedError("only an own text can be changed, into another text")
    if world.clock.now().timestamp() - original.at > EDIT_SECONDS:
        raise DeedError("a message can be changed for 15 minutes")
    content = {**original.data["content"], "type": "text", "text": {"body": text}}
    world.chats.keep(original, content=content, is_edited=True)
    return {
        "type": "edit",
        "edit": {"original_message_id": original.id, "message": {"type": "text", "text": {"body": text}}},
    }


def _revoke(world: World, number: Number, person: Person, deed: Json) -> Json:
    original = world.chats.get(str(deed["revoke"]))
    if original is None or original.direction != "in" or original.person_id != person.id:
        raise DeedError("only an own message can be deleted for everyone")
    world.chats.keep(original, is_revoked=True)
    return {"type": "revoke", "revoke": {"original_message_id": original.id}}


def _location(world: World, number: Number, person: Person, deed: Json) -> Json:
    given = deed["location"] if isinstance(deed["location"], dict) else {}
    return {"type": "location", "location": {"latitude": 51.5072, "longitude": -0.1276, "name": "London", **given}}


def _contact(world: World, number: Number, person: Person, deed: Json) -> Json:
    """A contact card; their own number when the shop asked for it."""
    own = deed["contact"] == "own"
    given = {} if own or not isinstance(deed["contact"], dict) else deed["contact"]
    name = str(given.get("name") or person.name)
    phone = str(given.get("phone") or person.phone or "").lstrip("+")
    if not phone:
        raise DeedError("this person has no phone number to share")
    card: Json = {
        "name": {"formatted_name": name, "first_name": name.split()[0]},
        "phones": [{"phone": f"+{phone}", "wa_id": phone, "type": "CELL"}],
    }
    card |= {"vcard": f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:+{phone}\nEND:VCARD"} if own else {}
    return {"type": "contacts", "origin": "contact_request" if own else "other", "contacts": [card]}


def _flow(world: World, number: Number, person: Person, deed: Json) -> Json:
    """The filled form of a flow or address message; its answer is a JSON text."""
    asked = world.chats.get(str(deed["flow"].get("message")))
    if asked is None or asked.type != "interactive":
        raise DeedError("there is no such form")
    interactive = asked.data["content"]["interactive"]
    parameters = interactive["action"]["parameters"]
    token = {"flow_token": parameters["flow_token"]} if parameters.get("flow_token") else {}
    name = "address_message" if interactive["type"] == "address_message" else "flow"
    answer = orjson.dumps({**token, **deed["flow"].get("answer", {})}).decode()
    inner = {"type": "nfm_reply", "nfm_reply": {"name": name, "body": "Sent", "response_json": answer}}
    return {"type": "interactive", "interactive": inner, "context": {"from": number.digits, "id": asked.id}}


def _cart(world: World, number: Number, person: Person, deed: Json) -> Json:
    """A cart of catalogue items: what is not there any more can not be sent."""
    items = []
    for wanted in deed["cart"]:
        found = product(world, number.waba_id, str(wanted["product_retailer_id"]))
        if found is None:
            raise DeedError(f"{wanted['product_retailer_id']} is not in the catalogue any more")
        price = {"item_price": found.get("price", 0), "currency": found.get("currency", "USD")}
        items.append({"product_retailer_id": found["retailer_id"], "quantity": int(wanted.get("quantity", 1)), **price})
    if not items or any(not 1 <= item["quantity"] <= 99 for item in items):
        raise DeedError("a cart wants items, 1 to 99 of each")
    order = {"catalog_id": number.catalog_id, "text": str(deed.get("text") or ""), "product_items": items}
    return {"type": "order", "order": order}


def _product(world: World, number: Number, person: Person, deed: Json) -> Json:
    """A question sent from the page of a product."""
    named = {"catalog_id": number.catalog_id, "product_retailer_id": str(deed["product"])}
    body = str(deed.get("text") or "Is this available?")
    context = without_empty({"from": number.digits, "id": deed.get("message"), "referred_product": named})
    return {"type": "text", "text": {"body": body}, "context": context}


def _sample(world: World, number: Number, person: Person, deed: Json) -> Json:
    if deed["sample"] not in SAMPLES:
        raise DeedError(f"sample: one of {', '.join(SAMPLES)}")
    return dict(SAMPLES[deed["sample"]])


GESTURES: dict[str, Gesture] = {
    "react": _react,
    "edit": _edit,
    "revoke": _revoke,
    "location": _location,
    "contact": _contact,
    "flow": _flow,
    "cart": _cart,
    "product": _product,
    "sample": _sample,
}
