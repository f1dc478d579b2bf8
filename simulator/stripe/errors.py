"""Refusals as Stripe words them."""

from simulator.jsontypes import Json, without_empty


class StripeError(Exception):
    """`kind` is Stripe's error type; `param` the parameter at fault."""

    def __init__(
        self,
        message: str,
        param: str | None = None,
        code: str | None = None,
        status: int = 400,
        kind: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.param = param
        self.code = code
        self.status = status
        self.kind = kind

    def as_json(self) -> Json:
        error = {"type": self.kind, "message": str(self), "param": self.param, "code": self.code}
        return {"error": without_empty(error)}


def missing(param: str) -> StripeError:
    return StripeError(f"Missing required param: {param}.", param, "parameter_missing")


def not_found(kind: str, object_id: str) -> StripeError:
    return StripeError(f"No such {kind}: '{object_id}'", "id", "resource_missing", 404)
