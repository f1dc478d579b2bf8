"""What can be made to go wrong, switch by switch, and errors injected by code."""

import random
from dataclasses import asdict, dataclass, field, fields

from simulator.jsontypes import Json
from simulator.state import Documents

CHOICES = {
    "payload_version": ("v23.0", "v24.0", "v25.0", "v26.0"),
    "template_review": ("approve", "reject", "hold"),
}
RULE_FIELDS = {"code": int, "mode": str, "to": str, "template": str, "phone_number_id": str, "times": int}


class FaultError(ValueError):
    """A switch that does not exist or a value it can not have."""


@dataclass
class Faults:
    """Switches of the world. `percent` says how often a switched-on fault strikes."""

    duplicate_events: bool = False
    disorder: bool = False
    timeout_after_accept: bool = False
    too_many_requests: bool = False
    server_error: bool = False
    bad_signature: bool = False
    missing_signature: bool = False
    escape_unicode: bool = False
    batch_events: bool = False
    skip_delivered: bool = False
    marketing_cap: bool = False
    refunds_fail: bool = False
    window_error_async: bool = False
    pair_limit: bool = True
    throughput_limit: bool = True
    percent: int = 100
    timeout_seconds: float = 30.0
    payload_version: str = "v25.0"
    template_review: str = "approve"
    template_review_seconds: float = 2.0
    inject: list[Json] = field(default_factory=list)

    def change(self, changes: Json) -> None:
        """Set switches by name, all or none. Raises FaultError."""
        known = {each.name: type(getattr(self, each.name)) for each in fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise FaultError(f"unknown switch {name}")
            _check(name, value, known[name])
        for name, value in changes.items():
            setattr(self, name, value)

    def as_json(self) -> Json:
        return asdict(self)

    def strikes(self, name: str, dice: random.Random) -> bool:
        return bool(getattr(self, name)) and (self.percent >= 100 or dice.uniform(0, 100) < self.percent)

    def injected(self, mode: str, facts: Json) -> int | None:
        """Take the first injected error that fits these facts; `times` counts down. `mode` is sync or async."""
        for rule in self.inject:
            wanted = {name: rule[name] for name in ("to", "template", "phone_number_id") if rule.get(name)}
            if rule.get("mode", "sync") == mode and all(facts.get(name) == value for name, value in wanted.items()):
                return self._use(rule)
        return None

    def _use(self, rule: Json) -> int:
        rule["times"] = rule.get("times", 1) - 1
        if rule["times"] <= 0:
            self.inject.remove(rule)
        return int(rule["code"])

    def save(self, store: Documents) -> None:
        store.put("faults", self.as_json())

    @classmethod
    def load(cls, store: Documents) -> "Faults":
        return cls(**(store.get("faults") or {}))


def _check(name: str, value: object, kind: type) -> None:
    wanted = (int, float) if kind is float else kind
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
        raise FaultError(f"{name}: {kind.__name__} wanted")
    if name in CHOICES and value not in CHOICES[name]:
        raise FaultError(f"{name}: one of {', '.join(CHOICES[name])} wanted")
    if name == "percent" and not 1 <= int(str(value)) <= 100:
        raise FaultError("percent: 1 to 100 wanted")
    if name == "inject" and isinstance(value, list):
        for rule in value:
            _check_rule(rule)


def _check_rule(rule: object) -> None:
    if not isinstance(rule, dict) or not isinstance(rule.get("code"), int):
        raise FaultError("inject: every rule wants a code")
    for name, value in rule.items():
        if name not in RULE_FIELDS or not isinstance(value, RULE_FIELDS[name]):
            raise FaultError(f"inject: bad field {name}")
    if rule.get("mode", "sync") not in ("sync", "async"):
        raise FaultError("inject: mode is sync or async")
