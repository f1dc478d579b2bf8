"""Twilio's error codes in the Cloud API's words, so that one policy decides about both.

Source: Twilio's error dictionary and its table of WhatsApp codes. What is not in the table keeps Twilio's number and is
given up; Twilio's own number stands in the text in either case.
"""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.providers.messaging.base import Refused
from leadnurturebot.providers.messaging.cloud_errors import refused

INVALID_PARAMETER = 100
# The content a message names is unknown at Twilio: somebody deleted it there.
CONTENT_GONE = frozenset({21654, 21655})

CLOUD_CODES: dict[int, int] = {
    # Twilio's own: who asks, how often, what is down.
    20003: 190, 20404: 100, 20429: 130429, 20500: 131000, 20503: 131016, 30001: 130429, 30002: 131031,
    # The message as it was given.
    21211: 131026, 21408: 130497, 21610: 131050, 21617: INVALID_PARAMETER, 21619: 131008, 21620: 131053, 21656: 132012,
    92005: 132012,
    # The recipient's side.
    30003: 131026, 30004: 131026, 30005: 131026, 30006: 131026, 63003: 131026, 63015: 131030, 63024: 131026,
    63032: 130472, 63033: 131026,
    # WhatsApp's answers.
    63001: 190, 63005: 131009, 63007: 133010, 63010: 131000, 63012: 131016, 63013: 132007, 63016: 131047, 63018: 130429,
    63019: 131053, 63020: 131042, 63021: 131009, 63022: 131037, 63025: 131053, 63027: 132001, 63028: 132000,
    63029: 131052, 63030: 131009, 63049: 131049,
}  # fmt: skip


def cloud_error(code: int, text: str) -> dict[str, Any]:
    """`code` and `text` of a failed status."""
    return {"code": CLOUD_CODES.get(code, code), "text": f"{text or 'not delivered'} (Twilio {code})"}


def twilio_refused(status: int, error: Mapping[str, Any]) -> Refused:
    """A synchronous refusal: `{code, message, more_info, status}`, or whatever else was answered."""
    if not isinstance(code := error.get("code"), int):
        # A success that cannot be read is the same riddle whichever success it was.
        return refused(200 if 200 <= status < 300 else status, None)
    if code in CONTENT_GONE:
        return Refused(code, str(error.get("message", "")), "retry", 1.0)
    told = cloud_error(code, str(error.get("message", "")))
    return refused(status, {"code": told["code"], "message": told["text"]})
