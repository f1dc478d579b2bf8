"""Height, weight, girths or a foot said in answer to our question for them."""

import re
from dataclasses import replace
from typing import Any

from leadnurturebot.domain.dialogue.choice_answers import bare_size, is_about, is_torn_answer, product_asked
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.foot_length import foot_told
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_NUMBER = re.compile(r"\d{2,3}(?:[.,]\d)?")
_MEASURES = ("height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm")
_INCHES = range(22, 53)
"""A bare girth in this range can only be inches; a smaller number is no girth but a size."""


def figures_answered(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    product = product_asked(scene, question)
    is_foot = foot_told(product, heard.text) is not None
    if product is None or not (is_foot or is_about(product, unit)) or is_torn_answer(product, unit):
        return None
    said = unit.entities
    if not is_foot and not any(getattr(said, name) for name in _MEASURES):
        measure = str(question.about.get("measure", ""))
        numbers = _NUMBER.findall(heard.text)
        if measure and numbers and not said.order_number and float(numbers[0].replace(",", ".")) >= _INCHES.start:
            said = _measured(
                said, measure, metric(measure, float(numbers[0].replace(",", ".")), scene.turn.shop.country)
            )
        elif _asks(heard, unit) or not (said.sizes or bare_size(product, heard)):
            return None
    color = str(question.about.get("color", ""))
    size = said.sizes[0] if said.sizes else bare_size(product, heard)
    return Request(route="size_advice", entities=said, text=heard.text, product=product, color=color, size=size)


def _asks(heard: Heard, unit: Understanding) -> bool:
    """A size asked about is not the one usually worn: "would M be tight", "kalo M sempit ga"."""
    return heard.text.rstrip().endswith("?") or "asking" in cues_of(heard.text, unit.language)


def metric(measure: str, value: float, country: str) -> float:
    """A bare number in the unit it can only be meant in: a girth up to 52 is inches; weights are pounds in the US."""
    if measure.endswith("_cm") and measure != "height_cm" and int(value) in _INCHES:
        return round(value * 2.54, 1)
    return round(value * 0.4536, 1) if measure == "weight_kg" and country == "US" else value


def _measured(said: Entities, measure: str, value: float) -> Entities:
    changes: dict[str, Any] = {measure: value}
    return replace(said, **changes)
