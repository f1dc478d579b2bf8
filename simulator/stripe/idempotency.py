"""The same key gives the same answer for a day; the same key with another request is an error."""

import hashlib

import orjson

from simulator.jsontypes import Json
from simulator.state import Documents
from simulator.stripe.errors import StripeError
from simulator.world import World

KEPT_SECONDS = 86400
KEY_MOST = 255


def _store(world: World) -> Documents:
    return Documents(world.db, "stripe_reply")


def _fingerprint(path: str, body: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + body).hexdigest()


def earlier_reply(world: World, account: str, key: str, path: str, body: bytes) -> bytes | None:
    """The stored answer to this key. Raises StripeError when the key belongs to another request."""
    if len(key) > KEY_MOST:
        raise StripeError(f"Idempotency keys have at most {KEY_MOST} characters.", kind="idempotency_error")
    stored = _store(world).get(f"{account}:{key}")
    if stored is None or world.clock.wall_unix() - stored["at"] >= KEPT_SECONDS:
        return None
    if stored["fingerprint"] != _fingerprint(path, body):
        raise StripeError(
            f"Keys for idempotent requests can only be used with the same parameters as at first. ('{key}')",
            kind="idempotency_error",
        )
    return orjson.dumps(stored["reply"])


def keep_reply(world: World, account: str, key: str, path: str, body: bytes, reply: Json) -> None:
    stored = {"at": world.clock.wall_unix(), "fingerprint": _fingerprint(path, body), "reply": reply}
    _store(world).put(f"{account}:{key}", stored, account)
