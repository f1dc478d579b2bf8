"""Who a Cloud API payload is about: numbers and business-scoped ids, in whichever field they come."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from leadnurturebot.providers.messaging.base import Contact
from leadnurturebot.providers.messaging.cloud_json import Json, mapping, mappings, text

# Some senders put the business-scoped id where a number belongs; it is recognised by its form wherever it stands.
_USER_ID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+")
_NOT_DIGITS = re.compile(r"\D+")


def contact(
    *, number: object = "", user_id: object = "", parent_user_id: object = "", profile: object = None
) -> Contact:
    """A contact from its ids, each told by its form: `US.ENT.…` is a parent id, `US.…` a user id, digits a number."""
    shown = mapping(profile)
    wa_id, own, parent = text(number), text(user_id), text(parent_user_id)
    if match := None if wa_id.isdecimal() else _USER_ID.fullmatch(wa_id):
        own, parent = (own, parent or wa_id) if match[1] else (own or wa_id, parent)
        wa_id = ""
    return Contact(
        user_id=own, parent_user_id=parent, wa_id=digits(wa_id), username=text(shown.get("username")).removeprefix("@"),
        name=text(shown.get("name")),
    )  # fmt: skip


def contacts_of(value: Json) -> Sequence[Contact]:
    """The `contacts` of a payload."""
    return [
        contact(
            number=item.get("wa_id"), user_id=item.get("user_id"), parent_user_id=item.get("parent_user_id"),
            profile=item.get("profile"),
        )
        for item in mappings(value.get("contacts") or ())
    ]  # fmt: skip


def described(who: Contact, contacts: Sequence[Contact]) -> Contact:
    """`who` with what the payload's contacts tell of the same person: matched by id, never by position.

    Somebody without any id is the only contact, when there is only one.
    """
    same = next((other for other in contacts if _is_same(who, other)), None)
    if same is None and len(contacts) == 1 and not who.key:
        same = contacts[0]
    if same is None:
        return who
    return Contact(
        user_id=who.user_id or same.user_id, parent_user_id=who.parent_user_id or same.parent_user_id,
        wa_id=who.wa_id or same.wa_id, username=who.username or same.username, name=who.name or same.name,
    )  # fmt: skip


def _is_same(who: Contact, other: Contact) -> bool:
    pairs = ((who.user_id, other.user_id), (who.wa_id, other.wa_id), (who.parent_user_id, other.parent_user_id))
    return any(mine and mine == theirs for mine, theirs in pairs)


def digits(number: object) -> str:
    """A displayed number (`+1 555-078-3881`) as digits."""
    shown = text(number)
    return shown if shown.isdecimal() else _NOT_DIGITS.sub("", shown)


def stamp(value: object) -> datetime:
    """Unix seconds, as text or number. Anything else is the epoch: so old that nothing fresh is concluded from it."""
    try:
        return datetime.fromtimestamp(int(str(value)), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
