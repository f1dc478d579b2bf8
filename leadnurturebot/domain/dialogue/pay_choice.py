"""Which of the shop's ways to pay a message chooses: "cash on delivery then", "with PayPal", "no COD, by card"."""

import re

from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.pay_words import named_and_there
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard

_CASH = "cash_on_delivery"
_CLAUSE = re.compile(r"[,;.!?\n]+")


def method_said(scene: Scene, heard: Heard, base: Request) -> str:
    """The connected way to pay that is named last, unless it is only asked about; empty when none is."""
    if "asking" in base.cues:
        return ""
    for clause in reversed(_CLAUSE.split(heard.text)):
        if method := _in_clause(clause, base.language, scene.turn.shop.payment_methods):
            return method
    return ""


def _in_clause(clause: str, language: str, connected: tuple[str, ...]) -> str:
    cues, named = cues_of(clause, language), named_and_there(clause, connected)
    if "pay_cash" in cues:
        return _CASH if _CASH in connected else ""
    if named:
        return named[0]
    return next((method for method in connected if method != _CASH), "") if "pay_online" in cues else ""
