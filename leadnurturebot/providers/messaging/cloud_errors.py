"""The Cloud API's error codes as one policy: what to do, and when to try again.

Decides on `code` alone; HTTP status and title are not trustworthy (Meta's own pages disagree on them).
Source: Meta's error code reference of May 2026.
"""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.providers.messaging.base import Refused

DAY = 86_400.0
# Reported for a body without a readable error: a fault of the other side's server.
SERVER_FAULT = 131000

_RETRY: dict[int, float] = {
    1: 5, 2: 5, 4: 120, 80007: 120, 131000: 5, 131016: 10, 133004: 10, 135000: 5, 130429: 2, 131056: 6, 131057: 60,
    134101: 600, 132015: 3 * 3600,
}  # fmt: skip
_DELAYED: dict[int, float] = {131048: 6 * 3600.0, 131049: DAY, 131064: DAY, 133016: 3 * DAY}
_CONFIGURATION = frozenset({
    0, 3, 10, 190, *range(200, 300), 131005, 131030, 131037, 131042, 131045, 131063, 133010, 134011, 132001, 132007,
    132012, 132000, 132005, 132016, 132068,
})  # fmt: skip
_BLOCKED = frozenset({368, 131031})
_BAD_RECIPIENT = frozenset({131026, 131021, 130497, 131062})


def verdict_of(code: int) -> tuple[str, float | None]:
    """The class of an error code, and seconds to wait where trying again can help."""
    if code in _RETRY:
        return "retry", _RETRY[code]
    if code in _DELAYED:
        return "retry", _DELAYED[code]
    if code == 131047:
        return "needs_template", None
    if code in {131050, 130472}:
        return "suppress_marketing", None
    if code == 131070:
        return "not_owner", None
    if code in _BLOCKED:
        return "account_blocked", None
    if code in _CONFIGURATION:
        return "config_error", None
    return ("bad_recipient" if code in _BAD_RECIPIENT else "give_up"), None


def refused(status: int, error: Mapping[str, Any] | None) -> Refused:
    """A synchronous error envelope as a refusal."""
    if not isinstance(error, Mapping):
        verdict = "retry" if status >= 500 or status == 429 else "give_up"
        return Refused(SERVER_FAULT, f"HTTP {status} without an error", verdict, 5.0 if verdict == "retry" else None)
    code = int(error.get("code", SERVER_FAULT))
    verdict, wait = verdict_of(code)
    data = error.get("error_data")
    details = data.get("details", "") if isinstance(data, Mapping) else str(data or "")
    return Refused(code, details or str(error.get("message", "")), verdict, wait)
