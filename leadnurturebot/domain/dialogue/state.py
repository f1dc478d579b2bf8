"""What a thread remembers between turns. Plain data that goes to and from JSON without loss."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from uuid import UUID

SEEN_KEPT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The product in focus and what is already chosen of it."""

    product_id: UUID
    color: str = ""
    size: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Our open question: its kind, and what its answer will be used for."""

    kind: str
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadState:
    """The memory of one thread."""

    language: str = ""
    focus: Focus | None = None
    shown: tuple[UUID, ...] = ()
    """Products of the last list, in its order: "the second one" looks here."""
    seen: tuple[UUID, ...] = ()
    """Products looked at one by one, newest last."""
    listed: tuple[UUID, ...] = ()
    """Products shown in lists, newest last: a suggestion does not show them again."""
    refused: tuple[UUID, ...] = ()
    wish: Mapping[str, Any] = field(default_factory=dict)
    """Wishes said so far for what is being looked for."""
    question: Question | None = None
    misunderstood: int = 0
    greeted_on: date | None = None
    """Shop-local day of the last greeting: nobody is greeted twice in a day."""
    recent_replies: tuple[str, ...] = ()
    """Phrase keys of the last replies, newest last: nothing is said twice in the same words."""
    payment_method: str = ""
    free_shipping_hinted: bool = False
    sold_out_variant: int | None = None
    """Code of the variant last said to be sold out: "that one or nothing" means it."""
    abuse: int = 0
    foreign_streak: int = 0
    """Clear messages in a row in another language; two switch for good."""

    def to_json(self) -> dict[str, Any]:
        """The state as JSON values, without empty fields."""
        values = ((field_.name, getattr(self, field_.name)) for field_ in fields(self))
        return {name: _encode(value) for name, value in values if value not in ("", (), None, {}, 0, False)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ThreadState":
        """The state of `to_json`; unknown keys of an older or newer version are dropped."""
        known = {field_.name for field_ in fields(cls)}
        values: dict[str, Any] = {key: value for key, value in data.items() if key in known}
        for key in ("shown", "seen", "listed", "refused"):
            values[key] = tuple(UUID(item) for item in values.get(key, ()))
        values["recent_replies"] = tuple(values.get("recent_replies", ()))
        if focus := values.get("focus"):
            values["focus"] = Focus(**{**focus, "product_id": UUID(focus["product_id"])})
        if question := values.get("question"):
            values["question"] = Question(**question)
        if greeted := values.get("greeted_on"):
            values["greeted_on"] = date.fromisoformat(greeted)
        return cls(**values)


def _encode(value: Any) -> Any:
    if isinstance(value, Focus | Question):
        return {field_.name: _encode(getattr(value, field_.name)) for field_ in fields(value)}
    if isinstance(value, Mapping):
        return {key: _encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_encode(item) for item in value]
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
