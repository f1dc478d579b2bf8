"""What can be made to go wrong and how this world behaves, switch by switch."""

import random
from dataclasses import asdict, dataclass, field, fields

from simulator.injection import Injected, check_rule, take
from simulator.jsontypes import Json
from simulator.state import Documents

CHOICES: dict[str, tuple[str, ...]] = {
    "payload_version": ("v23.0", "v24.0", "v25.0", "v26.0"),
    "template_review": ("approve", "reject", "hold"),
    "template_category": ("as asked", "marketing"),
    "portfolio_tier": ("TIER_250", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"),
}
LEAST_MOST: dict[str, tuple[float, float]] = {
    "percent": (1, 100),
    "read_percent": (0, 100),
    "fail_percent": (0, 100),
    "batch_size": (1, 1000),
    "retry_speedup": (1, 100_000),
}


class FaultError(ValueError):
    """A switch that does not exist or a value it can not have."""


@dataclass
class Faults:
    """Switches of the world. `percent` says how often a switched-on fault strikes. Their words: `switches.py`."""

    duplicate_events: bool = False
    disorder: bool = False
    lose_first_try: bool = False
    hold_events: bool = False
    delay_seconds: float = 0.0
    batch_events: bool = False
    batch_size: int = 1000
    retry_speedup: int = 120
    bad_signature: bool = False
    missing_signature: bool = False
    escape_unicode: bool = False
    payload_version: str = "v25.0"
    user_ids: bool = True
    bare_payloads: bool = False
    media_urls: bool = False
    timeout_after_accept: bool = False
    timeout_seconds: float = 30.0
    reset_before_accept: bool = False
    reset_after_accept: bool = False
    too_many_requests: bool = False
    server_error: bool = False
    token_expired: bool = False
    slow_seconds: float = 0.0
    skip_delivered: bool = False
    read_before_delivered: bool = False
    read_percent: int = 100
    fail_percent: int = 0
    status_seconds: float = 0.0
    window_error_async: bool = False
    pair_limit: bool = True
    throughput_limit: bool = True
    tier_limit: bool = True
    portfolio_tier: str = "TIER_2K"
    tier_error_code: int = 131048
    tier_error_async: bool = False
    marketing_cap: bool = False
    marketing_cap_messages: int = 0
    marketing_only_by_marketing_api: bool = False
    template_review: str = "approve"
    template_review_seconds: float = 2.0
    template_category: str = "as asked"
    pacing: bool = False
    pacing_first: int = 2
    refunds_fail: bool = False
    percent: int = 100
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

    def reset(self) -> None:
        """Everything as in a quiet world."""
        self.change(asdict(Faults()))

    def as_json(self) -> Json:
        return asdict(self)

    def strikes(self, name: str, dice: random.Random) -> bool:
        return bool(getattr(self, name)) and (self.percent >= 100 or dice.uniform(0, 100) < self.percent)

    def injected(self, mode: str, facts: Json, dice: random.Random) -> Injected | None:
        """The injected error these facts meet; `mode` is sync (answered at once) or async (a failed status)."""
        return take(self.inject, mode, facts, dice) if self.inject else None

    def save(self, store: Documents) -> None:
        store.put("faults", self.as_json())

    @classmethod
    def load(cls, store: Documents) -> "Faults":
        """Switches of an earlier run; names that went out of use are left aside."""
        known = {each.name for each in fields(cls)}
        kept = store.get("faults") or {}
        return cls(**{name: value for name, value in kept.items() if name in known})


def _check(name: str, value: object, kind: type) -> None:
    wanted = (int, float) if kind is float else kind
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
        raise FaultError(f"{name}: {kind.__name__} wanted")
    if name in CHOICES and value not in CHOICES[name]:
        raise FaultError(f"{name}: one of {', '.join(CHOICES[name])} wanted")
    if isinstance(value, (int, float)):
        least, most = LEAST_MOST.get(name, (0, 10**7))
        if not least <= value <= most:
            raise FaultError(f"{name}: {least} to {most} wanted")
    for rule in value if isinstance(value, list) else []:
        check_rule(rule)
