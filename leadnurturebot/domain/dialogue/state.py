"""What a thread remembers between turns. Plain data that goes to and from JSON without loss."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record

SEEN_KEPT = 30


@record
class Focus:
    """The product in focus and what is already chosen of it."""

    product_id: UUID
    color: str = ""
    size: str = ""
    quantity: int = 1


@record
class Question:
    """Our open question: its kind, and what its answer will be used for."""

    kind: str
    about: Mapping[str, Any] = field(default_factory=dict)


@record
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
    offered: tuple[UUID, ...] = ()
    """Products of our last suggestions, in their order: opening one counts for its place."""
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
    coupon: str = ""
    """The code that was given for the cart: one for an order."""
    ship_to: Mapping[str, str] = field(default_factory=dict)
    """The place last asked about that is shipped to, as `Place` has it: until an address is known, the parcel goes there."""
    shipping_option: str = ""
    """Code of the way of shipping chosen for the cart."""
    free_shipping_hinted: bool = False
    sold_out_variant: int | None = None
    """Code of the variant last said to be sold out: "that one or nothing" means it."""
    abuse: int = 0
    foreign_streak: int = 0
    """Clear messages in a row in another language; two switch for good."""

    def to_json(self) -> dict[str, Any]:
        """The state as JSON values, without empty fields."""
        return {name: _encode(value) for name in _NAMES if (value := getattr(self, name))}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ThreadState":
        """The state of `to_json`; unknown keys of an older or newer version are dropped."""
        values: dict[str, Any] = {key: value for key, value in data.items() if key in _NAMES}
        for key in ("shown", "seen", "listed", "offered", "refused"):
            values[key] = tuple(map(_product_id, values.get(key, ())))
        values["recent_replies"] = tuple(values.get("recent_replies", ()))
        if focus := values.get("focus"):
            values["focus"] = Focus(**{**focus, "product_id": _product_id(focus["product_id"])})
        if question := values.get("question"):
            values["question"] = Question(**question)
        if greeted := values.get("greeted_on"):
            values["greeted_on"] = date.fromisoformat(greeted)
        return cls(**values)


_NAMES = tuple(field_.name for field_ in fields(ThreadState))


@lru_cache(maxsize=65_536)
def _product_id(text: str) -> UUID:
    """A thread remembers dozens of products, and the threads of a shop the same ones."""
    return UUID(text)


def _encode(value: Any) -> Any:
    encode = _ENCODERS.get(type(value))
    return value if encode is None else encode(value)


def _encode_focus(focus: Focus) -> dict[str, Any]:
    return {"product_id": str(focus.product_id), "color": focus.color, "size": focus.size, "quantity": focus.quantity}


def _encode_question(question: Question) -> dict[str, Any]:
    return {"kind": question.kind, "about": _encode_mapping(question.about)}


def _encode_mapping(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _encode(item) for key, item in value.items()}


def _encode_items(value: Iterable[Any]) -> list[Any]:
    return [_encode(item) for item in value]


_ENCODERS: Mapping[type, Callable[[Any], Any]] = {
    Focus: _encode_focus, Question: _encode_question, dict: _encode_mapping, tuple: _encode_items, list: _encode_items,
    UUID: str, date: date.isoformat,
}  # fmt: skip
