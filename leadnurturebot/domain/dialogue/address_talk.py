"""Another address instead of a yes to the one that was read back, without the words around it."""

import re

from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.dialogue.words.trouble import BEFORE_ADDRESS

_BEHIND = re.compile(r"\s+(?:hai|है)\W*$")


def bare_address(text: str) -> str:
    """An address without "no, wait, it is" before it."""
    text = _BEHIND.sub("", text)
    found = re.match(BEFORE_ADDRESS, plain(text), re.IGNORECASE)
    return text[found.end() :].strip() if found and len(plain(text)) == len(text) else text.strip()


def other_address(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """Another address, or that it is wrong, instead of a yes to the one that was read back."""
    cues = cues_of(heard.text, unit.language)
    if "address" in cues:
        return Request(route="address_given", text=bare_address(heard.text))
    return from_action(scene.turn, str(question.about["no"]), text=heard.text) if "new_address" in cues else None
