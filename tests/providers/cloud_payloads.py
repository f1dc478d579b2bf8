"""Bodies as Meta sends them, built from the reference rather than by our simulator."""

from typing import Any

import orjson

from leadnurturebot.providers.messaging.base import Delivery, InboundMessage
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER

AT = 1_750_030_073
METADATA = {"display_phone_number": "+1 555-078-3881", "phone_number_id": "1065"}
ANA = {"profile": {"name": "Ana", "username": "@anamoda"}, "wa_id": "5215512345678", "user_id": "MX.1349"}


def body(field: str, value: dict[str, Any], *, sent_at: int | None = None) -> bytes:
    """One change of one account."""
    entry: dict[str, Any] = {"id": "1022", "changes": [{"field": field, "value": value}]}
    if sent_at is not None:
        entry["time"] = sent_at
    return orjson.dumps({"object": "whatsapp_business_account", "entry": [entry]})


def delivered(field: str, value: dict[str, Any], *, sent_at: int | None = None) -> Delivery:
    """What we read out of a change."""
    return PROVIDER.parse(
        body(field, {"messaging_product": "whatsapp", "metadata": METADATA, **value}, sent_at=sent_at)
    )


def heard(item: dict[str, Any], *, contacts: list[dict[str, Any]] | None = None) -> InboundMessage:
    """What we read out of one message of Ana's."""
    message = {"from": "5215512345678", "from_user_id": "MX.1349", "id": "wamid.1", "timestamp": str(AT), **item}
    (found,) = delivered(
        "messages", {"contacts": [ANA] if contacts is None else contacts, "messages": [message]}
    ).messages
    return found
