"""PayPal's objects in this world, by account, and its refusals. Names that begin with `_` stay inside."""

import hashlib
import secrets

from simulator.jsontypes import Json
from simulator.state import Documents
from simulator.world import World

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


class PayPalError(Exception):
    """`name` is PayPal's error, `issue` what it says in detail."""

    def __init__(self, status: int, name: str, issue: str = "", text: str = "") -> None:
        super().__init__(text or name)
        self.status = status
        self.name = name
        self.issue = issue

    def as_json(self) -> Json:
        details = [{"issue": self.issue, "description": str(self)}] if self.issue else []
        return {"name": self.name, "message": str(self), "debug_id": secrets.token_hex(6), "details": details}


def unprocessable(issue: str, text: str) -> PayPalError:
    return PayPalError(422, "UNPROCESSABLE_ENTITY", issue, text)


def not_found() -> PayPalError:
    return PayPalError(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "The specified resource does not exist.")


def account_of(client_id: str, client_secret: str) -> str:
    """Every pair is an account of its own."""
    return hashlib.sha256(f"{client_id}:{client_secret}".encode()).hexdigest()[:16]


def new_id(length: int = 17) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def orders(world: World) -> Documents:
    return Documents(world.db, "paypal_order")


def captures(world: World) -> Documents:
    """The order's id and account by capture."""
    return Documents(world.db, "paypal_capture")


def refunds(world: World) -> Documents:
    return Documents(world.db, "paypal_refund")


def webhooks(world: World) -> Documents:
    return Documents(world.db, "paypal_webhook")


def tokens(world: World) -> Documents:
    return Documents(world.db, "paypal_token")


def replies(world: World) -> Documents:
    """Answers by `PayPal-Request-Id`."""
    return Documents(world.db, "paypal_reply")


def stored_order(world: World, account: str | None, order_id: str) -> Json:
    """Raises PayPalError 404; `account` None is the payer."""
    order = orders(world).get(order_id)
    if order is None or account not in (None, order["_account"]):
        raise not_found()
    return order


def public(stored: Json) -> Json:
    return {name: value for name, value in stored.items() if not name.startswith("_")}
