"""How people type: in lower case, with slips, short forms and emoji, or in several messages."""

import random
import re
from dataclasses import dataclass

from simulator.jsontypes import Json

# Letters of scripts whose vowels are signs of their own are left alone: a slip there makes no word at all.
WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}")


@dataclass(frozen=True)
class Keyboard:
    """Habits of one person, each from 0 to 1."""

    lower: float
    slips: float
    short_forms: float
    emoji: float
    pieces: float

    def type(self, text: str, kept: frozenset[str], habits: Json, dice: random.Random) -> list[str]:
        """The messages that are sent. Words in `kept` (sizes, products) are never mistyped."""
        if dice.random() < self.short_forms:
            text = _shortened(text, habits["abbreviations"])
        text = WORD.sub(lambda found: self._slip(found.group(), kept, dice), text)
        if dice.random() < self.lower:
            text = text.lower()
        if dice.random() < self.emoji:
            text = f"{text} {dice.choice(habits['emoji'])}"
        return _in_pieces(text) if dice.random() < self.pieces else [text]

    def _slip(self, word: str, kept: frozenset[str], dice: random.Random) -> str:
        if word.lower() in kept or dice.random() >= self.slips:
            return word
        at = dice.randrange(1, len(word) - 1)
        kinds = (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        )
        return dice.choice(kinds)


def _shortened(text: str, short_forms: dict[str, str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: short_forms.get(found.group().lower(), found.group()), text)


def _in_pieces(text: str) -> list[str]:
    """Cut at the first pause of a sentence, if there is one."""
    parts = re.split(r"(?<=[!?.,।])\s+", text, maxsplit=2)
    return [part.rstrip(",") for part in parts if part.strip(" ,.।")]


def draw_keyboard(dice: random.Random, is_hasty: bool = False) -> Keyboard:
    return Keyboard(
        lower=1.0 if is_hasty else dice.choice((0.0, 0.5, 1.0)),
        slips=0.12 if is_hasty else dice.choice((0.0, 0.0, 0.03, 0.08)),
        short_forms=dice.choice((0.0, 0.0, 0.7)),
        emoji=dice.choice((0.0, 0.1, 0.4)),
        pieces=dice.choice((0.0, 0.2, 0.6)),
    )
