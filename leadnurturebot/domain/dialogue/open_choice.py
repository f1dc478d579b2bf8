"""How many, said while a colour or size of what is to be added is still asked for: "make it two" keeps the question open."""

import re

from leadnurturebot.domain.dialogue.counting import Count, count_said, lone_number
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.goods import match_size, variants_of
from leadnurturebot.domain.dialogue.recent import last_said
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_WORDS_OF_A_COUNT = 7
_FEW_WORDS = 4
_COUNTED = frozenset({"edit_cart", "add_to_cart", "availability", "affirm", "deny"})


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
    said = _count(heard, unit)
    written = re.findall(r"\w+", heard.text)
    if said is None or any(match_size(product, word) for word in (*written, str(said.number))):
        return None
    quantity = _wanted(said, question.about.get("quantity") or 1)
    return Request(
        route="add_to_cart", intent=unit.intent, text=heard.text, product=product, quantity=quantity,
        color=str(question.about.get("color", "")), size=str(question.about.get("size", "")),
        count=Count(quantity), question=question, at=heard.at,
    )  # fmt: skip


def counted_piece(scene: Scene, heard: Heard, unit: Understanding) -> Request | None:
    """ "Take 2", "make it two" of the piece just answered about, in the choice that was told: so many are added."""
    product, focus = scene.focus_product, scene.focus
    is_told = product is not None and any(key.startswith(("stock.", "price.")) for key in _last_said(scene))
    if not is_told or focus is None or product is None or product in scene.cart_products or _says_more(unit.entities):
        return None
    if unit.intent not in _COUNTED or "?" in heard.text or len(heard.text.split()) > _FEW_WORDS:
        return None
    said = _count(heard, unit)
    fits = variants_of(product, color=focus.color, size=focus.size)
    if said is None or said.kind == "less" or len(fits) != 1 or match_size(product, str(said.number)):
        return None
    return Request(
        route="add_to_cart", intent=unit.intent, text=heard.text, product=product, color=fits[0].color,
        size=fits[0].size, quantity=said.number, at=heard.at,
    )  # fmt: skip


def _last_said(scene: Scene) -> tuple[str, ...]:
    return last_said(scene.turn.state.recent_replies)


def _count(heard: Heard, unit: Understanding) -> Count | None:
    """The count said, in a pattern of the language, alone, or as it was understood; "both" counts goods, not pieces."""
    if "both" in cues_of(heard.text, unit.language):
        return None
    if said := count_said(heard.text, unit.language):
        return said
    if unit.intent not in _COUNTED:
        # "Wait two minutes", "I have two questions".
        return None
    quantity = unit.entities.quantity
    told = Count(quantity) if quantity and not unit.entities.sizes else None
    return lone_number(heard.text, unit.language) or told


def _says_more(said: Entities) -> bool:
    return bool(said.colors or said.not_colors or said.products or said.categories or said.details or said.price_max)


def _wanted(said: Count, before: int) -> int:
    """How many in all: never fewer than one while something is being added."""
    if said.kind == "more" and before == 1 and said.number > 1:
        # "Bota três": nothing was counted before.
        return said.number
    change = {"more": before + said.number, "less": before - said.number}
    return max(1, change.get(said.kind, said.number))
