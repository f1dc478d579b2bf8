"""The Cloud API's error codes as one policy, for answers and failed statuses alike.

Decides on `code`; HTTP status and title are not trustworthy (Meta's own pages disagree on them).
Source: Meta's error code reference of May 2026.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from leadnurturebot.domain import send_errors
from leadnurturebot.domain.send_errors import ErrorClass, Trouble
from leadnurturebot.providers.messaging.base import Refused

# Reported for a body without a readable error: a fault of the other side's server.
SERVER_FAULT = 131000
HTTP_OK = 200


def _rows(codes: Iterable[int], kind: ErrorClass, told: str, waits: tuple[float, ...] = ()) -> dict[int, Trouble]:
    return dict.fromkeys(codes, Trouble(kind, told, waits))


_Of = ErrorClass

CODES: dict[int, Trouble] = {
    # The account: nothing can be sent until somebody sets it right.
    **_rows((0, 190), _Of.CHANNEL_STOPPED, "token_invalid"),
    **_rows((3, 10, *range(200, 300), 131005), _Of.CHANNEL_STOPPED, "permission_missing"),
    **_rows((368, 131031), _Of.ACCOUNT_BLOCKED, "account_restricted"),
    131042: Trouble(_Of.CHANNEL_STOPPED, "payment_problem"),
    **_rows((131045, 133010), _Of.CHANNEL_STOPPED, "number_not_registered"),
    131037: Trouble(_Of.CHANNEL_STOPPED, "name_not_approved"),
    # The other side's trouble: soon again.
    **_rows((1, 135000), _Of.RETRY, "provider_trouble", (5.0,)),
    **_rows((2, 133004, 131000, 131016), _Of.RETRY, "provider_trouble", send_errors.SOON),
    131057: Trouble(_Of.RETRY, "provider_trouble", send_errors.MINUTES),
    # Limits.
    **_rows((4, 80007), _Of.RETRY, "too_many_calls", send_errors.CALLS),
    130429: Trouble(_Of.SLOW_DOWN, "sending_too_fast", send_errors.RATE),
    131056: Trouble(_Of.PAIR_RATE, "person_too_often", send_errors.PAIR),
    131048: Trouble(_Of.LATER, "quality_low", send_errors.HOURS),
    131064: Trouble(_Of.LATER, "category_misused", send_errors.PENALTY),
    133016: Trouble(_Of.LATER, "registration_limit", (3 * send_errors.DAY,)),
    131049: Trouble(_Of.MARKETING_CAPPED, "marketing_limit", send_errors.MARKETING),
    # The person.
    131047: Trouble(_Of.NEEDS_TEMPLATE, "window_closed"),
    131050: Trouble(_Of.SUPPRESS_MARKETING, "marketing_stopped"),
    131026: Trouble(_Of.BAD_RECIPIENT, "undeliverable"),
    130497: Trouble(_Of.GIVE_UP, "country_not_allowed"),
    130472: Trouble(_Of.GIVE_UP, "person_in_experiment"),
    131030: Trouble(_Of.CONFIG_ERROR, "test_number"),
    131062: Trouble(_Of.GIVE_UP, "phone_number_needed"),
    131070: Trouble(_Of.NOT_OWNER, "other_app_holds"),
    137000: Trouble(_Of.CONFIG_ERROR, "identity_changed"),
    # The message.
    **_rows((33, 100, 131008, 131009, 131021, 131051, 130501, 2046), _Of.GIVE_UP, "message_malformed"),
    **_rows((131055, 134100), _Of.GIVE_UP, "not_marketing"),
    131061: Trouble(_Of.MARKETING_PATH, "marketing_path", (1.0,)),
    131063: Trouble(_Of.MARKETING_PATH, "marketing_path", (1.0,)),
    131065: Trouble(_Of.GIVE_UP, "send_refused"),
    **_rows((131052, 131053), _Of.RETRY, "media_failed", (5.0,)),
    131059: Trouble(_Of.RETRY, "too_many_calls", (0.0,)),
    # Templates.
    **_rows((132000, 132001, 132005, 132008, 132012, 132018), _Of.TEMPLATE_BROKEN, "template_broken"),
    132007: Trouble(_Of.TEMPLATE_BROKEN, "template_against_policy"),
    132015: Trouble(_Of.TEMPLATE_PAUSED, "template_paused", send_errors.TEMPLATE_PAUSES),
    132016: Trouble(_Of.TEMPLATE_BROKEN, "template_disabled"),
    134101: Trouble(_Of.RETRY, "template_syncing", (600.0, 600.0)),
    134102: Trouble(_Of.CONFIG_ERROR, "marketing_unavailable"),
    **_rows(
        (2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299), _Of.GIVE_UP, "template_text_refused"
    ),
    # Features around messages.
    **_rows((132068, 139000, 139001, 139002, 139003, 139004), _Of.CONFIG_ERROR, "flow_trouble"),
    132069: Trouble(_Of.RETRY, "flow_trouble", (360.0, 360.0)),
    **_rows((133000, 133005, 133006, 133008, 133009), _Of.CONFIG_ERROR, "registration_failed"),
    133015: Trouble(_Of.RETRY, "registration_failed", (300.0,)),
    134011: Trouble(_Of.CONFIG_ERROR, "terms_not_accepted"),
    **_rows(range(138000, 138100), _Of.GIVE_UP, "calls_unavailable"),
    **_rows(range(139100, 139104), _Of.GIVE_UP, "block_list_refused"),
    **_rows(range(147001, 147006), _Of.CONFIG_ERROR, "username_refused"),
    **_rows((2593107, 2593108, 2593109), _Of.GIVE_UP, "history_not_synced"),
}  # fmt: skip
"""The policy by code."""


def trouble_of(code: int) -> Trouble:
    """The policy's row of a code; a code that nobody knows is not repeated."""
    return CODES.get(code, send_errors.UNKNOWN_TROUBLE)


def refused(status: int, error: Mapping[str, Any] | None) -> Refused:
    """A synchronous error envelope as a refusal. A success that cannot be read may have left: it is unknown."""
    if not isinstance(error, Mapping):
        if status == HTTP_OK:
            return Refused(0, "the answer cannot be read", ErrorClass.UNKNOWN)
        return _refused(SERVER_FAULT, f"HTTP {status} without an error")
    code = _code(error)
    data = error.get("error_data")
    details = data.get("details", "") if isinstance(data, Mapping) else str(data or "")
    return _refused(code, details or str(error.get("message", "")))


def _refused(code: int, text: str) -> Refused:
    row = trouble_of(code)
    return Refused(code, text, row.kind, row.waits[0] if row.waits else None, row.told, row.waits)


def _code(error: Mapping[str, Any]) -> int:
    """Template errors have their own number in the subcode, under a general code."""
    try:
        code, subcode = int(error.get("code", SERVER_FAULT)), int(error.get("error_subcode") or 0)
    except (TypeError, ValueError):
        return SERVER_FAULT
    return subcode if subcode in _SUBCODES else code


# Only these subcodes mean more than their code; Meta sends others whose numbers are not documented.
_SUBCODES = frozenset(code for code in CODES if code > 2_000_000)
