"""Several events in one post, as Meta may send them: several entries, changes, messages and statuses at once."""

from typing import Any

import orjson

from simulator.jsontypes import Json

BYTES_MOST = 3_000_000
LISTS = ("messages", "statuses", "contacts", "errors", "user_preferences", "message_echoes")


def within_limits(bodies: list[str], most: int) -> int:
    """How many of these bodies fit one post: at most `most` updates and 3 MB."""
    size = 0
    for index, body in enumerate(bodies):
        size += len(body)
        if index == most or (index and size > BYTES_MOST):
            return index
    return len(bodies)


def merged(bodies: list[str]) -> str:
    """One body. Changes of one account share an entry; those of one number and field share a change."""
    payloads = [orjson.loads(body) for body in bodies]
    entries: list[Json] = []
    for entry in [entry for payload in payloads for entry in payload["entry"]]:
        known = next((each for each in entries if each["id"] == entry["id"]), None)
        if known is None:
            entries.append({**entry, "changes": []})
            known = entries[-1]
        for change in entry["changes"]:
            _add(known["changes"], change)
    return orjson.dumps({**payloads[0], "entry": entries}).decode()


def _add(changes: list[Json], change: Json) -> None:
    value = change["value"]
    known = next((each for each in changes if _is_alike(each, change)), None)
    if known is None:
        changes.append({**change, "value": dict(value)})
        return
    for name in LISTS:
        if name in value:
            known["value"][name] = [*known["value"].get(name, []), *_new(known["value"].get(name, []), name, value)]


def _new(present: list[Any], name: str, value: Json) -> list[Any]:
    """A person stands once in `contacts`."""
    return [each for each in value[name] if name != "contacts" or each not in present]


def _is_alike(known: Json, change: Json) -> bool:
    wanted, given = known["value"].get("metadata"), change["value"].get("metadata")
    return bool(given and wanted == given and known["field"] == change["field"])
