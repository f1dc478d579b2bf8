"""Why something goes back, and what is wanted for it, in words."""

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said, wanted_said
from leadnurturebot.domain.returns import LETTERS


def return_why(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """The reason in words, as its row would have said it."""
    letter = next((letter for letter, reason in LETTERS.items() if reason == reason_said(heard.text)), "")
    if not letter or unit.intent in ("human_agent", "opt_out"):
        return None
    return from_action(scene.turn, f"why:v{question.about['variant']}:{letter}", text=heard.text)


def return_wish(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """Exchange or money back in words; a plain yes takes the exchange that was offered first."""
    about, wanted = question.about, wanted_said(heard.text)
    if unit.intent == "affirm" and not wanted:
        wanted = "exchange" if about.get("exchange") else "refund"
    if not wanted or unit.intent in ("human_agent", "opt_out"):
        return None
    if wanted == "exchange" and about.get("exchange"):
        action = f"xch:v{about['exchange']}:{about['variant']}.{about['reason']}"
        return from_action(scene.turn, action, text=heard.text)
    if wanted == "refund":
        return from_action(scene.turn, f"give:v{about['variant']}:{about['reason']}", text=heard.text)
    return None
