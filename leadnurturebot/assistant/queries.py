"""Decisions as the portal explains them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.assistant.models import DecisionRecord
from leadnurturebot.platform.encryption import ShopKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """An intent and how sure it was, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUsed:
    """A fact the reply rests on, as it was then."""

    kind: str
    subject: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """Why a reply is what it is."""

    id: UUID
    took_ms: float | None
    understood: tuple[Understood, ...]
    read_as: tuple[str, ...]
    rule: str
    skill: str
    facts: tuple[FactUsed, ...]
    product_id: UUID | None = None
    """The product that the reply is about, where it shows one."""


def decisions_by_id(shop_id: UUID, key: ShopKey, ids: Sequence[UUID]) -> Mapping[UUID, DecisionView]:
    """The shop's decisions among `ids`."""
    if not ids:
        return {}
    return {row.id: _view(row, key) for row in DecisionRecord.objects.filter(shop_id=shop_id, id__in=ids)}


def _view(row: DecisionRecord, key: ShopKey) -> DecisionView:
    trace: dict[str, Any] = orjson.loads(key.open(row.trace_sealed)) if row.trace_sealed else {}
    return DecisionView(
        id=row.id,
        took_ms=row.took_us / 1000 if row.took_us else None,
        understood=tuple(Understood(intent=intent, confidence=sure) for intent, sure in trace.get("intents", ())),
        read_as=tuple(trace.get("read_as", ())),
        rule=trace.get("rule", ""),
        skill=trace.get("skill", row.skill),
        facts=tuple(
            FactUsed(kind=fact["kind"], subject=str(fact["subject"]), value=str(fact["value"]))
            for fact in trace.get("facts", ())
        ),
    )
