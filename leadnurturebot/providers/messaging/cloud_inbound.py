"""Messages of customers, and events about one customer, as the Cloud API's webhooks bring them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from leadnurturebot.domain.values import value as immutable
from leadnurturebot.providers.messaging.base import Contact, InboundMessage
from leadnurturebot.providers.messaging.cloud_content import content_of
from leadnurturebot.providers.messaging.cloud_json import Json, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_people import contact, contacts_of, described, digits, stamp

# Withdrawn by Meta in March 2026.
_IGNORED = frozenset({"request_welcome"})
_AMENDS = frozenset({"edit", "revoke"})


@immutable
class Place:
    """The business number that a change of a webhook is about."""

    waba_id: str
    phone_number_id: str
    digits: str = ""
    """The number itself, to tell what the business wrote."""


def place_of(waba_id: str, value: Json) -> Place:
    """Where a change happened. Routed by the number's id; the displayed number comes with `+` and spaces at times."""
    metadata = mapping(value.get("metadata"))
    return Place(waba_id, text(metadata.get("phone_number_id")), digits(metadata.get("display_phone_number")))


def messages(value: Json, place: Place) -> Iterator[InboundMessage]:
    """What customers wrote. Nobody can be told to have sent a message without any id, and it is left out."""
    items = mappings(value.get("messages"))
    # A webhook of a thousand statuses names as many people, and nobody asks for them.
    contacts = contacts_of(value) if items else ()
    for item in items:
        if message := _message(item, contacts, place):
            yield message


def standby(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Copies of what somebody else answers: another app or Meta's agent owns the thread (2.14)."""
    for message in messages(value, place):
        yield replace(message, kind="standby", content={"kind": message.kind, **message.content})
    yield from echoes(value, place)


def _message(item: Json, contacts: Sequence[Contact], place: Place) -> InboundMessage | None:
    kind, content = content_of(item)
    who = described(_author(item, kind, content), contacts)
    if not who.key or not text(item.get("id")) or text(item.get("type")) in _IGNORED:
        return None
    context, referral = mapping(item.get("context")), item.get("referral")
    if product := mapping(context.get("referred_product")):
        content["sku"] = text(product.get("product_retailer_id"))
    if context.get("forwarded") or context.get("frequently_forwarded"):
        content["forwarded"] = "often" if context.get("frequently_forwarded") else "once"
    return InboundMessage(
        phone_number_id=place.phone_number_id, waba_id=place.waba_id, contact=_with_shared_number(who, content),
        event_id=text(item["id"]), at=stamp(item.get("timestamp")), kind="group" if item.get("group_id") else kind,
        content={"kind": kind, **content} if item.get("group_id") else content, quoted_id=text(context.get("id")),
        referral=referral if isinstance(referral, dict) else None,
    )  # fmt: skip


def _author(item: Json, kind: str, content: Mapping[str, Any]) -> Contact:
    """Who wrote. A system message about a change names the new ids beside the old ones: its author has the old."""
    user_id, parent_user_id = item.get("from_user_id"), item.get("from_parent_user_id")
    if kind == "system" and content.get("previous_user_id"):
        user_id, parent_user_id = content["previous_user_id"], content.get("previous_parent_user_id")
    found = contact(number=item.get("from"), user_id=user_id, parent_user_id=parent_user_id)
    if kind != "system" or found.key:
        return found
    # Nothing told who it was before: the ids that hold now.
    return contact(number=content.get("wa_id"), user_id=content.get("user_id"))


def _with_shared_number(who: Contact, content: Mapping[str, Any]) -> Contact:
    """The number a customer shared when asked for it is theirs: the messenger fills in the card."""
    phones = [phone for card in content.get("cards", ()) for phone in card["phones"]]
    is_own = content.get("origin") == "contact_request" and not who.wa_id
    return replace(who, wa_id=phones[0]) if is_own and phones else who


def echoes(value: Json, place: Place) -> Iterator[InboundMessage]:
    """What a person of the shop typed in the WhatsApp app on the same number, with later edits and deletions."""
    contacts = contacts_of(value)
    for item in mappings(value.get("message_echoes") or ()):
        who = described(contact(number=item.get("to"), user_id=item.get("to_user_id")), contacts)
        kind, content = content_of(item)
        if who.key and text(item.get("id")):
            is_amendment = kind in _AMENDS
            yield InboundMessage(
                phone_number_id=place.phone_number_id, waba_id=place.waba_id, contact=who, event_id=text(item["id"]),
                at=stamp(item.get("timestamp")), kind=kind if is_amendment else "echo",
                content={**content, "by": "shop"} if is_amendment else {"kind": kind, **content},
                quoted_id=text(mapping(item.get("context")).get("id")),
            )  # fmt: skip


def preferences(value: Json, place: Place) -> Iterator[InboundMessage]:
    """Marketing stopped, resumed or signed up for inside WhatsApp."""
    contacts = contacts_of(value)
    for item in mappings(value.get("user_preferences") or ()):
        who = contact(number=item.get("wa_id"), user_id=item.get("user_id"), parent_user_id=item.get("parent_user_id"))
        who = described(who, contacts)
        if who.key:
            content = {"category": text(item.get("category")), "value": text(item.get("value"))}
            if item.get("signup_id"):
                content["signup_id"] = text(item["signup_id"])
            event_id = f"preference:{who.key}:{text(item.get('timestamp'))}:{content['value']}"
            yield InboundMessage(
                phone_number_id=place.phone_number_id, waba_id=place.waba_id, contact=who, event_id=event_id,
                at=stamp(item.get("timestamp")), kind="preference", content=content,
            )  # fmt: skip
