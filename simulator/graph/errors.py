"""Errors as the Graph API answers them, and as a status webhook carries them."""

import uuid

from simulator.graph.error_codes import TRANSIENT, status_of, title_of
from simulator.jsontypes import Json

HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"


class GraphError(Exception):
    """A refusal. `details` names the parameter or the rule."""

    def __init__(
        self,
        code: int,
        details: str = "",
        *,
        subcode: int | None = None,
        kind: str = "OAuthException",
        status: int | None = None,
    ) -> None:
        super().__init__(f"(#{code}) {title_of(code)}: {details}")
        self.code = code
        self.details = details
        self.subcode = subcode
        self.kind = kind
        self.status = status or status_of(code)

    def as_json(self) -> Json:
        error: Json = {"message": f"(#{self.code}) {title_of(self.code)}", "type": self.kind, "code": self.code}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.code in TRANSIENT:
            error["is_transient"] = True
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": error | {"fbtrace_id": "A" + uuid.uuid4().hex[:22]}}


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
