"""What comes beside messages: a shop's history and phone book from its app, thread owners, clicks on marketing messages."""

from collections.abc import Iterator
from typing import Any

from leadnurturebot.providers.messaging.base import Contact, InboundMessage
from leadnurturebot.providers.messaging.cloud_content import content_of
from leadnurturebot.providers.messaging.cloud_inbound import Place
from leadnurturebot.providers.messaging.cloud_json import Json, kept, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_people import contact, contacts_of, described, digits, stamp

PLACEHOLDER = "media_placeholder"


def _event(place: Place, who: Contact, event_id: str, at: object, kind: str, content: dict[str, Any]) -> InboundMessage:
    return InboundMessage(
        phone_number_id=place.phone_number_id, waba_id=place.waba_id, contact=who, event_id=event_id, at=stamp(at),
        kind=kind, content=content,
    )  # fmt: skip


def history(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Up to 180 days of messages of before the shop came to the Cloud API. A placeholder is followed by its media."""
    contacts = contacts_of(value)
    for thread in (t for part in mappings(value.get("history") or ()) for t in mappings(part.get("threads") or ())):
        other = contact(number=thread.get("id"))
        for item in mappings(thread.get("messages") or ()):
            is_ours = digits(item.get("from")) == place.digits and bool(place.digits)
            named = contact(number="" if is_ours else item.get("from"), user_id=item.get("from_user_id"))
            who = described(named if named.key and not is_ours else other, contacts)
            if who.key and text(item.get("id")):
                yield _past(place, who, item, "out" if is_ours else "in")


def _past(place: Place, who: Contact, item: Json, direction: str) -> InboundMessage:
    kind, content = content_of(item)
    waits = item.get("type") == PLACEHOLDER
    state = text(mapping(item.get("history_context")).get("status")).lower()
    content = {
        "kind": PLACEHOLDER if waits else kind,
        **({} if waits else content),
        "direction": direction,
        "status": state,
    }
    event_id = text(item["id"])
    return _event(
        place, who, f"{event_id}:placeholder" if waits else event_id, item.get("timestamp"), "history",
        {**content, "message_id": event_id},
    )  # fmt: skip


def phone_book(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Names that the shop gave people in its app."""
    for item in mappings(value.get("state_sync") or ()):
        card, at = mapping(item.get("contact")), mapping(item.get("metadata")).get("timestamp")
        name = text(card.get("full_name")) or text(card.get("first_name"))
        who = contact(
            number=card.get("phone_number"), user_id=card.get("user_id"),
            profile={"name": name, "username": card.get("username")},
        )  # fmt: skip
        action = text(item.get("action"))
        if who.key and item.get("type") == "contact":
            event_id = f"app_contact:{who.key}:{text(at)}:{action}"
            yield _event(place, who, event_id, at, "app_contact", {"action": action, "name": name})


def handovers(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Who owns a thread from now on: `control_passed` reaches its new owner, `control_taken` its previous one."""
    contacts = contacts_of(value)
    for item in mappings(value.get("messaging_handovers") or value):
        kind = text(item.get("type"))
        told = mapping(item.get(kind))
        number = item.get("from") or item.get("wa_id") or item.get("to") or told.get("to")
        user_id = item.get("from_user_id") or item.get("user_id") or item.get("recipient") or told.get("recipient")
        who = described(contact(number=number, user_id=user_id), contacts)
        if who.key and kind in {"control_passed", "control_taken"}:
            roles = kept(told, "previous_owner_role", "new_owner_role")
            content = {"is_ours": kind == "control_passed", **roles}
            event_id = f"handover:{who.key}:{text(item.get('timestamp'))}:{kind}"
            yield _event(place, who, event_id, item.get("timestamp"), "handover", content)


def clicks(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Clicks on marketing messages. The payload names the person only through its contacts."""
    items = mappings(value.get("user_actions"))
    contacts = contacts_of(value) if items else ()
    for item in items:
        named = contact(number=item.get("wa_id"), user_id=item.get("user_id"))
        who = described(named, contacts)
        data = mapping(item.get("marketing_messages_link_click_data"))
        content = {"action": text(item.get("action_type")), **kept(data, "click_component", "product_id", "click_id")}
        event_id = f"click:{text(data.get('click_id'))}:{who.key}:{text(item.get('timestamp'))}:{content['action']}"
        if who.key:
            yield _event(place, who, event_id, item.get("timestamp"), "click", content)
