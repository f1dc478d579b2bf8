"""Twilio's form fields in our neutral shape. Fields are added there at any time; unknown ones are no concern."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from leadnurturebot.providers.messaging.base import Contact, InboundMessage, StatusUpdate
from leadnurturebot.providers.messaging.twilio_errors import cloud_error

Form = Mapping[str, str]

_CHANNEL = "whatsapp:"
# What Twilio says before a message has left, and its second word for a failure.
_STATUSES = {"queued": "accepted", "sending": "accepted", "scheduled": "accepted", "undelivered": "failed"}
_REFERRAL = {
    "source_url": "ReferralSourceUrl", "source_id": "ReferralSourceId", "source_type": "ReferralSourceType",
    "headline": "ReferralHeadline", "body": "ReferralBody", "ctwa_clid": "ReferralCtwaClid",
}  # fmt: skip
_FORWARDS = {"FrequentlyForwarded": "often", "Forwarded": "once"}


def inbound_messages(form: Form, at: datetime) -> Sequence[InboundMessage]:
    """The message of a form; more than one file makes more than one message. None without a sender.

    Twilio names no time of sending, so `at` is when it reached us.
    """
    contact = _contact(form)
    if not contact.key:
        return ()
    parts = _contents(form)
    return [
        InboundMessage(
            phone_number_id=form.get("To", ""), waba_id=form.get("AccountSid", ""), contact=contact,
            event_id=form["MessageSid"] + (f":{n}" if n else ""), at=at, kind=kind, content={**content, **_forward(form)},
            quoted_id=form.get("OriginalRepliedMessageSid", ""), referral=None if n else _referral(form),
        )
        for n, (kind, content) in enumerate(parts)
    ]  # fmt: skip


def status_update(form: Form, message_id: str, at: datetime) -> StatusUpdate:
    """A status callback. `message_id` is our own id, from the address we gave with the message."""
    word = form.get("MessageStatus", "").lower()
    data: dict[str, Any] = {}
    if (code := form.get("ErrorCode", "")).isdigit() and code != "0":
        data["error"] = cloud_error(int(code), form.get("ErrorMessage") or form.get("ChannelStatusMessage", ""))
    return StatusUpdate(
        phone_number_id=form.get("From", ""), provider_id=form["MessageSid"], message_id=message_id,
        status=_STATUSES.get(word, word), at=at, data=data,
    )  # fmt: skip


def is_status(form: Form) -> bool:
    """Whether a form tells what became of a message of ours."""
    return form.get("MessageStatus", "received").lower() not in {"received", "receiving"}


def _contact(form: Form) -> Contact:
    """`whatsapp:+52…` is a number, `whatsapp:MX.…` a business-scoped id; `WaId` is the canonical number."""
    address = form.get("From", "").removeprefix(_CHANNEL)
    is_number = address.removeprefix("+").isdigit()
    wa_id = form.get("WaId", "").removeprefix("+")
    return Contact(
        user_id="" if is_number else address,
        wa_id=(wa_id if wa_id.isdigit() else "") or (address.removeprefix("+") if is_number else ""),
        name=form.get("ProfileName", ""),
    )


def _contents(form: Form) -> list[tuple[str, dict[str, Any]]]:
    for reader in (_tap, _form_reply, _location):
        if found := reader(form):
            return [found]
    count = form.get("NumMedia", "0")
    if files := [_media(form, n) for n in range(min(int(count), 10) if count.isdigit() else 0)]:
        return files
    body = form.get("Body", "")
    return [("text", {"text": body}) if body else ("unsupported", {"type": form.get("MessageType", "unknown")})]


def _tap(form: Form) -> tuple[str, dict[str, Any]] | None:
    """A button or a row. `ListId` and `ListTitle` are seen in practice and on no page of Twilio's reference."""
    action = form.get("ButtonPayload") or form.get("ListId") or form.get("ButtonText", "")
    if not action:
        return None
    text = form.get("ButtonText") or form.get("ListTitle") or form.get("Body", "")
    return "tap", {"action": action, "text": text}


def _form_reply(form: Form) -> tuple[str, dict[str, Any]] | None:
    answer = form.get("FlowData") or form.get("InteractiveData", "")
    return ("form", {"response": answer}) if answer else None


def _location(form: Form) -> tuple[str, dict[str, Any]] | None:
    try:
        place: dict[str, Any] = {"latitude": float(form["Latitude"]), "longitude": float(form["Longitude"])}
    except (KeyError, ValueError):
        return None
    names = {"name": form.get("Label", ""), "address": form.get("Address", "")}
    return "location", place | {name: value for name, value in names.items() if value}


def _media(form: Form, n: int) -> tuple[str, dict[str, Any]]:
    """The file's address stands where the Cloud API has an id."""
    mime_type = form.get(f"MediaContentType{n}", "")
    if mime_type.startswith("text/") and "card" in mime_type:
        return "contacts", {"count": 1}
    content: dict[str, Any] = {"id": form.get(f"MediaUrl{n}", ""), "mime_type": mime_type}
    if not n and form.get("Body"):
        content["caption"] = form["Body"]
    kind = "sticker" if form.get("MessageType") == "sticker" else mime_type.partition("/")[0]
    return kind if kind in {"image", "video", "audio", "sticker"} else "document", content


def _forward(form: Form) -> dict[str, str]:
    how = next((how for field, how in _FORWARDS.items() if form.get(field, "").lower() == "true"), "")
    return {"forwarded": how} if how else {}


def _referral(form: Form) -> dict[str, Any] | None:
    """Meta's referral out of Twilio's flat names; absent where there was no ad."""
    found = {name: form[field] for name, field in _REFERRAL.items() if form.get(field)}
    if not found:
        return None
    kind = form.get("ReferralMediaContentType", "").partition("/")[0]
    if kind in {"image", "video"} and form.get("ReferralMediaUrl"):
        found |= {"media_type": kind, f"{kind}_url": form["ReferralMediaUrl"]}
    return found
