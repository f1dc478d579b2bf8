"""Razorpay's objects in this world, by key id, and its refusals. Names that begin with `_` stay inside."""

import secrets
import string

from simulator.jsontypes import Json
from simulator.state import Documents
from simulator.world import World

LETTERS = string.ascii_letters + string.digits


class RazorpayError(Exception):
    """A refusal; `code` as Razorpay names it."""

    def __init__(self, text: str, status: int = 400, field: str = "", code: str = "BAD_REQUEST_ERROR") -> None:
        super().__init__(text)
        self.status = status
        self.field = field
        self.code = code

    def as_json(self) -> Json:
        error = {"code": self.code, "description": str(self), "source": "business", "step": "payment_initiation"}
        return {"error": {**error, "reason": "input_validation_failed", "metadata": {}, "field": self.field or None}}


def new_id(prefix: str) -> str:
    return prefix + "_" + "".join(secrets.choice(LETTERS) for _ in range(14))


def links(world: World) -> Documents:
    return Documents(world.db, "razorpay_link")


def payments(world: World) -> Documents:
    return Documents(world.db, "razorpay_payment")


def refunds(world: World) -> Documents:
    return Documents(world.db, "razorpay_refund")


def refund_keys(world: World) -> Documents:
    """Refunds by `X-Refund-Idempotency`."""
    return Documents(world.db, "razorpay_refund_key")


def webhooks(world: World) -> Documents:
    """The webhook that was pasted in the dashboard of an account."""
    return Documents(world.db, "razorpay_webhook")


def stored_link(world: World, account: str | None, link_id: str) -> Json:
    """Raises RazorpayError; `account` None is the payer."""
    link = links(world).get(link_id)
    if link is None or account not in (None, link["_account"]):
        raise RazorpayError("The id provided does not exist", 400)
    return link


def public(stored: Json) -> Json:
    return {name: value for name, value in stored.items() if not name.startswith("_")}
