"""What a shop's knowledge adds to the reading of a message: its answers, and its examples in place of the model's guess."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.assistant.knowledge.index import KnowledgeIndex
from leadnurturebot.assistant.knowledge.topics import meant
from leadnurturebot.domain.dialogue.understanding import Understanding

_FROM_EXAMPLE = 0.9
_UNSURE = 0.6
_MAY_BE_OURS = frozenset({"out_of_scope", "availability", "product_search", "product_details", "store_info"})
"""Readings of what names something of the shop; of others it is not asked, which saves the time."""
_NEVER_OVERRIDDEN = frozenset({"opt_out", "delete_data", "human_agent"})


def with_knowledge(
    readings: Sequence[Understanding], texts: Sequence[str], indexes: Sequence[KnowledgeIndex]
) -> list[Understanding]:
    """The readings of a batch, each with what its shop knows. `texts` are the messages as written."""
    return [_one(reading, text, index) for reading, text, index in zip(readings, texts, indexes, strict=True)]


def _one(reading: Understanding, text: str, index: KnowledgeIndex) -> Understanding:
    parts = [_part(unit, unit.said or text, index) for unit in (reading, *reading.also)]
    if len(parts) > 1 and index.knows and (whole := _whole(parts, text, index)) is not None:
        return whole
    return replace(parts[0], also=tuple(parts[1:]))


def _part(unit: Understanding, text: str, index: KnowledgeIndex) -> Understanding:
    if not index.knows and unit.intent not in _MAY_BE_OURS and unit.confidence >= _UNSURE:
        return unit
    asked = meant(text, unit.language)
    unit = replace(unit, answer=index.answer(asked), of_shop=asked.of_shop)
    if unit.source != "model" or unit.intent in _NEVER_OVERRIDDEN or not index.examples:
        return unit
    found = index.example(text, unit.language)
    if found is None:
        return unit
    example, likeness = found
    return replace(
        unit, intent=example.intent, confidence=max(_FROM_EXAMPLE, likeness), source="example",
        cues=(f"like an example, {likeness:.2f}",), alternative=unit.intent,
    )  # fmt: skip


def _whole(parts: Sequence[Understanding], text: str, index: KnowledgeIndex) -> Understanding | None:
    """A question that was cut in two belongs together when only the whole of it is like one of the shop's."""
    asked = meant(text, parts[0].language)
    answer = index.answer(asked)
    best = max((part.answer.likeness for part in parts if part.answer), default=0.0)
    if answer is None or not answer.is_sure or answer.likeness <= best:
        return None
    return replace(parts[0], answer=answer, of_shop=asked.of_shop, said=text, also=())
