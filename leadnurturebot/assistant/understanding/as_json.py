"""The answer of the `understand` command: one flat object per message, named as the documentation lists them."""

from dataclasses import fields
from typing import Any
from uuid import UUID

from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.money import Money

_SINGULAR = {
    "products": "product",
    "categories": "category",
    "colors": "color",
    "sizes": "size",
    "materials": "material",
    "occasions": "occasion",
    "fits": "fit",
    "not_colors": "not_color",
    "not_materials": "not_material",
    "details": "detail",
}
_SYSTEMS = ("EU ", "UK ", "US ", "IT ", "FR ")


def to_json(understanding: Understanding, currency: str) -> dict[str, Any]:
    """`{"language", "intent", "confidence", "entities", "also"?}`; prices in major units of `currency`.

    A list gives its first value under the singular name, and the whole list under the plural one when it has several.
    A size keeps its number only; its system, when said, is `size_system`.
    """
    found: dict[str, Any] = {
        "language": understanding.language,
        "intent": understanding.intent,
        "confidence": understanding.confidence,
        "entities": _entities(understanding.entities, currency),
    }
    if understanding.also:
        found["also"] = [to_json(request, currency) for request in understanding.also]
    return found


def _entities(entities: Entities, currency: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(entities):
        value = getattr(entities, field.name)
        if value is None or value in ("", ()) or field.name == "color_words":
            continue
        if isinstance(value, tuple):
            found |= _list(field.name, [str(item) if isinstance(item, UUID) else item for item in value])
        else:
            found[field.name] = _major(value, currency) if field.name.startswith("price_") else value
    return found


def _list(name: str, values: list[str]) -> dict[str, Any]:
    systems = [value[:2] for value in values if name == "sizes" and value.startswith(_SYSTEMS)]
    plain = [value[3:] if value.startswith(_SYSTEMS) else value for value in values] if name == "sizes" else values
    found: dict[str, Any] = {_SINGULAR.get(name, name): plain[0]}
    if len(plain) > 1:
        found[name] = plain
    return found | ({"size_system": systems[0]} if systems else {})


def _major(minor: int, currency: str) -> int | float:
    amount = Money(minor, currency).major
    return int(amount) if amount == amount.to_integral_value() else float(amount)
