"""A webhook body of the Cloud API as a delivery: every entry, change, message, status and event of it."""

from collections.abc import Callable, Iterator

from leadnurturebot.providers.base import AnomalousPayload
from leadnurturebot.providers.messaging.base import AccountEvent, Delivery, InboundMessage, StatusUpdate
from leadnurturebot.providers.messaging.cloud_account import account_events
from leadnurturebot.providers.messaging.cloud_content import errors_of
from leadnurturebot.providers.messaging.cloud_inbound import Place, echoes, messages, place_of, preferences, standby
from leadnurturebot.providers.messaging.cloud_json import Json, load, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_past import clicks, handovers, history, phone_book
from leadnurturebot.providers.messaging.cloud_statuses import statuses

# Fields whose changes are about one customer each; every other field is about the account.
_OF_CUSTOMERS: dict[str, Callable[[Json, Place], Iterator[InboundMessage]]] = {
    "messages": messages,
    "standby": standby,
    "smb_message_echoes": echoes,
    "user_preferences": preferences,
    "smb_app_state_sync": phone_book,
    "history": history,
    "messaging_handovers": handovers,
}


def read_delivery(body: bytes) -> Delivery:
    """Everything one body carried. Raises AnomalousPayload for what is no webhook."""
    try:
        data = load(body)
    except ValueError as error:
        raise AnomalousPayload("the body is not JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("entry"), list):
        raise AnomalousPayload("the body has no list of entries")
    heard: list[InboundMessage] = []
    told: list[StatusUpdate] = []
    account: list[AccountEvent] = []
    for waba_id, sent_at, field, value in _changes(data["entry"]):
        place = place_of(waba_id, value)
        read = _OF_CUSTOMERS.get(field)
        if read is None:
            account += account_events(field, value, waba_id=waba_id, sent_at=sent_at)
            continue
        heard += read(value, place)
        if field == "messages":
            heard += clicks(value, place)
            told += statuses(value, place.phone_number_id)
        account += _troubles(field, value, waba_id, sent_at)
    return Delivery(tuple(heard), tuple(told), tuple(account))


def _changes(entries: list[object]) -> Iterator[tuple[str, object, str, Json]]:
    for entry in mappings(entries):
        for change in mappings(entry.get("changes") or ()):
            if value := mapping(change.get("value")):
                yield text(entry.get("id")), entry.get("time"), text(change.get("field")), value


def _troubles(field: str, value: Json, waba_id: str, sent_at: object) -> Iterator[AccountEvent]:
    """Errors that stand beside the messages instead of in one, and a history the shop declined to share."""
    name = "history" if field == "history" else "errors"
    if errors_of(value) or (name == "history" and any(map(errors_of, mappings(value.get("history") or ())))):
        yield from account_events(name, value, waba_id=waba_id, sent_at=sent_at)
