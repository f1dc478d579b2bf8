"""Delivery statuses of the Cloud API, of Graph v23 (with a conversation) and of v24 and later (without)."""

from collections.abc import Iterator
from typing import Any

from leadnurturebot.providers.messaging.base import StatusUpdate
from leadnurturebot.providers.messaging.cloud_content import errors_of
from leadnurturebot.providers.messaging.cloud_json import Json, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_people import contact, stamp

# Meta's own pages disagree on the name.
_PARENT_NAMES = ("parent_recipient_user_id", "parent_user_id", "recipient_parent_user_id")


def statuses(value: Json, phone_number_id: str) -> Iterator[StatusUpdate]:
    """Statuses of a change. They are correlated by id alone; who received it may be absent."""
    for item in mappings(value.get("statuses") or ()):
        if text(item.get("id")):
            yield _status(item, phone_number_id)


def _status(item: Json, phone_number_id: str) -> StatusUpdate:
    data: dict[str, Any] = {name: given for name in ("pricing", "conversation") if (given := mapping(item.get(name)))}
    if item.get("errors") and (errors := errors_of(item)):
        data["error"] = errors[0]
    return StatusUpdate(
        phone_number_id=phone_number_id, provider_id=text(item["id"]),
        message_id=text(item.get("biz_opaque_callback_data")), status=text(item.get("status")),
        at=stamp(item.get("timestamp")), data=data,
        recipient=contact(
            number=item.get("recipient_id"), user_id=item.get("recipient_user_id"),
            parent_user_id=next((item[name] for name in _PARENT_NAMES if item.get(name)), ""),
        ),
    )  # fmt: skip
