"""Stripe's objects in this world, by account. Names that begin with `_` stay inside."""

import hashlib
import secrets

from simulator.jsontypes import Json
from simulator.state import Documents
from simulator.world import World

API_VERSION = "2026-10-28.endive"


def account_of(api_key: str) -> str:
    """Every key is an account of its own."""
    return "acct_" + hashlib.sha256(api_key.encode()).hexdigest()[:16]


def new_id(prefix: str) -> str:
    return f"{prefix}_{secrets.token_hex(12)}"


def sessions(world: World) -> Documents:
    return Documents(world.db, "stripe_session")


def refunds(world: World) -> Documents:
    return Documents(world.db, "stripe_refund")


def endpoints(world: World) -> Documents:
    return Documents(world.db, "stripe_endpoint")


def due(world: World) -> Documents:
    """When to look at a session again: `{"at": unix seconds of business time}` by session id."""
    return Documents(world.db, "stripe_due")


def session_of_intent(world: World, account: str, intent: str) -> Json | None:
    pointer = Documents(world.db, "stripe_intent").get(intent)
    session = sessions(world).get(pointer["session"]) if pointer else None
    return session if session and session["_account"] == account else None


def keep_session(world: World, session: Json) -> None:
    """Store a session, findable by its payment and due when time will change it."""
    sessions(world).put(session["id"], session, session["_account"])
    if session["payment_intent"]:
        Documents(world.db, "stripe_intent").put(session["payment_intent"], {"session": session["id"]})
    at = session["expires_at"] if session["status"] == "open" else session.get("_late_due")
    if at is None:
        due(world).delete(session["id"])
    else:
        due(world).put(session["id"], {"id": session["id"], "at": at})


def public(stored: Json) -> Json:
    return {name: value for name, value in stored.items() if not name.startswith("_")}


def page_of(stored: list[Json], url: str, query: dict[str, str]) -> Json:
    """A list as Stripe gives it, newest first: `limit` 1–100, `starting_after`."""
    newest_first = list(reversed(stored))
    ids = [each["id"] for each in newest_first]
    after = query.get("starting_after")
    start = ids.index(after) + 1 if after in ids else 0
    limit = max(1, min(int(query.get("limit", 10)), 100))
    data = [public(each) for each in newest_first[start : start + limit]]
    return {"object": "list", "data": data, "has_more": len(newest_first) > start + limit, "url": url}
