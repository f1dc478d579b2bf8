"""Errors injected by code: which call or message they hit, how often, at once or later by webhook."""

import random
from dataclasses import dataclass

from simulator.jsontypes import Json

FIELDS: dict[str, type] = {
    "code": int,
    "mode": str,
    "to": str,
    "person": str,
    "template": str,
    "type": str,
    "phone_number_id": str,
    "edge": str,
    "times": int,
    "percent": int,
    "status": int,
    "details": str,
}
MATCHED = ("to", "person", "template", "type", "phone_number_id", "edge")
DETAILS = "Switched on in the simulator."


class RuleError(ValueError):
    """A rule that can not be; the text says what is wrong."""


@dataclass(frozen=True)
class Injected:
    """An error to tell. `status` is the HTTP status when it should differ from the usual one."""

    code: int
    details: str
    status: int | None


def check_rule(rule: object) -> None:
    """Raises RuleError on a rule without a code, an unknown field or a field of another type."""
    if not isinstance(rule, dict) or not isinstance(rule.get("code"), int):
        raise RuleError("inject: every rule wants a code")
    for name, value in rule.items():
        if name not in FIELDS or not isinstance(value, FIELDS[name]) or isinstance(value, bool):
            raise RuleError(f"inject: bad field {name}")
    if rule.get("mode", "sync") not in ("sync", "async"):
        raise RuleError("inject: mode is sync or async")
    if rule.get("times", 1) < 0 or not 1 <= rule.get("percent", 100) <= 100:
        raise RuleError("inject: times is 0 (always) or more, percent is 1 to 100")


def take(rules: list[Json], mode: str, facts: Json, dice: random.Random) -> Injected | None:
    """The first rule that fits these facts; `times` counts down to its removal, 0 stays for good."""
    for rule in rules:
        if _fits(rule, mode, facts) and dice.uniform(0, 100) < rule.get("percent", 100):
            _count_down(rules, rule)
            return Injected(int(rule["code"]), str(rule.get("details") or DETAILS), rule.get("status"))
    return None


def _fits(rule: Json, mode: str, facts: Json) -> bool:
    """A rule without an edge is about sending messages."""
    wanted = {name: rule[name] for name in MATCHED if rule.get(name)} | {"edge": rule.get("edge", "messages")}
    known = {"edge": "messages", **facts}
    return bool(rule.get("mode", "sync") == mode and all(known.get(name) == value for name, value in wanted.items()))


def _count_down(rules: list[Json], rule: Json) -> None:
    left = rule.get("times", 1)
    if left == 1:
        rules.remove(rule)
    elif left > 1:
        rule["times"] = left - 1
