"""How many, said while a colour or size of what is to be added is still asked for: "make it two" keeps the question open."""

import re

from leadnurturebot.domain.dialogue.counting import Count, count_said, lone_number
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_WORDS_OF_A_COUNT = 6


def is_adding(question: Question | None) -> bool:
    """Whether a choice of what is to be added is what we asked last."""
    return question is not None and question.kind in ("size", "color") and question.about.get("then") == "add"


def counted_choice(scene: Scene, heard: Heard, unit: Understanding) -> Request | None:
    """The same piece so many times, its choice to be asked again; None where no count is said, or a choice with it."""
    question = scene.question
    if question is None or not is_adding(question) or heard.text.rstrip().endswith("?"):
        return None
    product = scene.turn.catalogue.by_code(int(question.about["product"]))
    if product is None or _says_more(unit.entities) or len(heard.text.split()) > _WORDS_OF_A_COUNT:
        return None
    said = count_said(heard.text, unit.language) or lone_number(heard.text, unit.language)
    written = re.findall(r"\w+", heard.text)
    if said is None or any(match_size(product, word) for word in (*written, str(said.number))):
        return None
    quantity = _wanted(said, question.about.get("quantity") or 1)
    return Request(
        route="add_to_cart", intent=unit.intent, text=heard.text, product=product, quantity=quantity,
        color=str(question.about.get("color", "")), size=str(question.about.get("size", "")),
        count=Count(quantity), question=question, at=heard.at,
    )  # fmt: skip


def _says_more(said: Entities) -> bool:
    return bool(said.colors or said.not_colors or said.products or said.categories or said.details or said.price_max)


def _wanted(said: Count, before: int) -> int:
    """How many in all: never fewer than one while something is being added."""
    change = {"more": before + said.number, "less": before - said.number}
    return max(1, change.get(said.kind, said.number))
