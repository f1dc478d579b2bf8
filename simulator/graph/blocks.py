"""The business's block list: who is on it does not reach the number, and gets nothing from it."""

from simulator.graph.call import Call, Handler
from simulator.graph.errors import GraphError, webhook_error
from simulator.graph.recipients import find_recipient
from simulator.graph.windows import is_service_open
from simulator.jsontypes import Json, without_empty
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

USERS_MOST = 1000
NOT_RECENT = 139103


def is_blocked_by(world: World, number: Number, person: Person) -> bool:
    return world.blocked.get(f"{number.phone_number_id}:{person.id}") is not None


async def _add(call: Call, number: Number) -> Json:
    """Only people who wrote in the last 24 hours. Raises GraphError 139100 when nobody could be added."""
    added, failed = [], []
    for user, person in _users(call, number):
        now = call.world.clock.now().timestamp()
        if is_service_open(call.world.chats.thread(number.phone_number_id, person.id), now):
            entry = _entry(user, person)
            call.world.blocked.put(f"{number.phone_number_id}:{person.id}", entry, number.phone_number_id)
            added.append(entry)
        else:
            errors = [webhook_error(NOT_RECENT, "The user has not written in the last 24 hours.")]
            failed.append(_entry(user, person) | {"errors": errors})
    if failed and not added:
        raise GraphError(139100, "No user could be blocked: they have not written in the last 24 hours.")
    return _answer(without_empty({"added_users": added, "failed_users": failed or None}))


async def _remove(call: Call, number: Number) -> Json:
    removed = []
    for user, person in _users(call, number):
        call.world.blocked.delete(f"{number.phone_number_id}:{person.id}")
        removed.append(_entry(user, person))
    return _answer({"removed_users": removed})


async def _list(call: Call, number: Number) -> Json:
    found = call.world.blocked.all(number.phone_number_id)
    return {"data": [{"messaging_product": "whatsapp", "wa_id": each.get("wa_id")} for each in found]}


def _users(call: Call, number: Number) -> list[tuple[str, Person]]:
    given = call.json().get("block_users")
    if not isinstance(given, list) or not 1 <= len(given) <= USERS_MOST:
        raise GraphError(100, f"block_users: 1 to {USERS_MOST} users are wanted")
    wanted = [str(each.get("user") or "") for each in given if isinstance(each, dict)]
    return [(user, find_recipient(call.world, number, {"to": user})) for user in wanted]


def _entry(user: str, person: Person) -> Json:
    return without_empty({"input": user, "wa_id": person.kept_phone})


def _answer(block_users: Json) -> Json:
    return {"messaging_product": "whatsapp", "block_users": block_users}


DEEDS: dict[tuple[str, str], Handler] = {
    ("POST", "block_users"): _add,
    ("DELETE", "block_users"): _remove,
    ("GET", "block_users"): _list,
}
