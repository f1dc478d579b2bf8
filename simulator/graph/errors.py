"""Errors as the Graph API answers them, and as a status webhook carries them."""

import uuid

from simulator.jsontypes import Json

TITLES = {
    2: "Service temporarily unavailable",
    10: "Application does not have permission for this action",
    100: "Invalid parameter",
    190: "Invalid OAuth access token",
    368: "Temporarily blocked for policies violations",
    80007: "API call rate limit",
    130429: "Rate limit hit",
    130472: "User's number is part of an experiment",
    131000: "Something went wrong",
    131005: "Access denied",
    131008: "Required parameter is missing",
    131009: "Parameter value is not valid",
    131016: "Service unavailable",
    131021: "Recipient cannot be sender",
    131026: "Message undeliverable",
    131031: "Account has been locked",
    131042: "Business eligibility payment issue",
    131047: "Re-engagement message",
    131048: "Spam rate limit hit",
    131049: "This message was not delivered to maintain healthy ecosystem engagement",
    131050: "User has stopped marketing messages from this business",
    131051: "Message type unknown",
    131052: "Media download error",
    131053: "Media upload error",
    131056: "(Business account, consumer account) pair rate limit hit",
    131059: "Invalid cursor",
    132000: "Number of parameters does not match the expected number of params",
    132001: "Template name does not exist in the translation",
    132005: "Translated text too long",
    132012: "Parameter format does not match format in the created template",
    132015: "Template is paused",
    132016: "Template is disabled",
    132018: "Template parameters are not valid",
}
STATUSES = {
    10: 403,
    190: 401,
    2: 503,
    131000: 500,
    131005: 403,
    131016: 500,
    131031: 403,
    130429: 429,
    131048: 429,
    131056: 429,
    132001: 404,
    368: 403,
}
HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"


class GraphError(Exception):
    """A refusal. `details` names the parameter or the rule."""

    def __init__(
        self, code: int, details: str = "", *, subcode: int | None = None, kind: str = "OAuthException"
    ) -> None:
        super().__init__(f"(#{code}) {title_of(code)}: {details}")
        self.code = code
        self.details = details
        self.subcode = subcode
        self.kind = kind

    @property
    def status(self) -> int:
        return STATUSES.get(self.code, 400)

    def as_json(self) -> Json:
        error: Json = {"message": f"(#{self.code}) {title_of(self.code)}", "type": self.kind, "code": self.code}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": error | {"fbtrace_id": "A" + uuid.uuid4().hex[:22]}}


def title_of(code: int) -> str:
    return TITLES.get(code, "Unknown error")


def missing(path: str) -> GraphError:
    return GraphError(131008, f"Parameter {path} is required.")


def invalid(path: str, why: str) -> GraphError:
    return GraphError(131009, f"Parameter {path} is not valid: {why}")


def bad_parameter(path: str, why: str) -> GraphError:
    return GraphError(100, f"Parameter {path} {why}")


def unknown_object(node: str) -> GraphError:
    details = (
        f"Object with ID '{node}' does not exist, cannot be loaded due to missing permissions, or does not support it"
    )
    return GraphError(100, details, subcode=33, kind="GraphMethodException")


def webhook_error(code: int, details: str) -> Json:
    """The shape of an error inside a status."""
    title = title_of(code)
    return {"code": code, "title": title, "message": title, "error_data": {"details": details}, "href": HREF}
