"""A message as the answer to which way of shipping it shall be."""

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.row_numbers import row_number
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.dialogue.words.shipping_ways import way_said

_OWN_WILL = frozenset({"human_agent", "opt_out"})


def way_answered(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """By the way's name, its kind or its row; a plain yes takes the first, which the summary told."""
    if unit.intent in _OWN_WILL or heard.text.rstrip().endswith("?"):
        return None
    code = _named(scene, heard.text, [str(code) for code in question.about.get("ways", ())], unit)
    return from_action(scene.turn, f"send:{code}", text=heard.text) if code else None


def _named(scene: Scene, text: str, codes: list[str], unit: Understanding) -> str:
    offered = [option for zone in scene.turn.shop.all_zones for option in zone.options if option.code in codes]
    said, kind, number = plain(text).casefold(), way_said(text), row_number(text)
    by_name = (each.code for each in offered if each.name and plain(each.name).casefold() in said)
    by_kind = (each.code for each in offered if each.kind == kind)
    if code := next(by_name, "") or next(by_kind, ""):
        return code
    if number and number <= len(codes):
        return codes[number - 1]
    return codes[0] if codes and unit.intent == "affirm" and unit.entities == Entities() else ""
