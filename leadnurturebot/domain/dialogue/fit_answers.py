"""A message as the answer to "how does it fit?"."""

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.fit_words import fit_said

_LETTERS = {"small": "s", "right": "r", "large": "l", "off": "n"}
_OWN_WILL = frozenset({
    "human_agent", "opt_out", "return_exchange", "complaint", "order_status", "cancel_order", "checkout", "view_cart",
    "delete_data", "change_language", "payment_methods", "shipping", "store_info",
})  # fmt: skip
"""What is asked for by itself, whatever words of a fit stand in it: who wants to send it back is helped with that."""


def fit_answer(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """The verdict in words; a plain yes is a fit, a plain no is asked about."""
    said = "" if heard.text.rstrip().endswith("?") else fit_said(heard.text)
    is_else = unit.intent in _OWN_WILL and (unit.source == "rule" or not said)
    names_other = bool(unit.entities.categories or unit.entities.products) and not said
    if is_else or names_other:
        return None
    letter = _LETTERS.get(said) or {"affirm": "r", "deny": "n"}.get(unit.intent, "")
    return from_action(scene.turn, f"fit:v{question.about['variant']}:{letter}", text=heard.text) if letter else None
