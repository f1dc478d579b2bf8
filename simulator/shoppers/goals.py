"""What a shopper comes for."""

import random
from dataclasses import dataclass

from simulator.shoppers.personality import PERSONALITIES, Personality, draw_personality
from simulator.shoppers.shop_window import Piece, ShopWindow

# Weights of what people come for. `buys` says whether the wish is meant to end with a paid order.
WISHES: tuple[tuple[str, int, bool], ...] = (
    ("named", 22, True),
    ("described", 20, True),
    ("vague", 5, True),
    ("ad", 12, True),
    ("help", 10, True),
    ("compare", 6, True),
    ("haggle", 5, True),
    ("change_mind", 5, True),
    ("question", 5, True),
    ("wrong_address", 2, True),
    ("declined", 2, True),
    ("unavailable", 2, False),
    ("unpaid", 2, False),
    ("complain", 1, False),
    ("stop", 1, False),
    ("look", 2, False),
)
QUESTIONS = ("question_shipping", "question_returns", "question_material")


@dataclass(frozen=True)
class Goal:
    """`piece` is what they have in mind; after `change` they want that one instead. `ad` is the ad they tapped."""

    wish: str
    buys: bool
    piece: Piece
    change: Piece | None = None
    ad: str = ""
    question: str = ""
    personality: Personality = PERSONALITIES[0]

    @property
    def is_open(self) -> bool:
        """They describe a kind of garment and take what suits; the others want one product."""
        return self.wish in ("described", "vague", "look")


def draw_goal(window: ShopWindow, ads: list[tuple[str, str]], dice: random.Random) -> Goal:
    """One wish, with goods that are in stock unless the wish is for what is not. `ads` are (id, product name)."""
    personality = draw_personality(dice)
    wish, buys = _draw_wish(personality, bool(ads), dice)
    ad, name = dice.choice(ads) if wish == "ad" else ("", "")
    piece = window.draw(dice, in_stock=wish != "unavailable", name=name)
    if piece is None:
        wish, buys, ad = "named", True, ""
        piece = window.draw(dice)
    if piece is None:
        raise ValueError("the shop window is empty")
    others = window.others(piece) if wish == "change_mind" else []
    question = dice.choice(QUESTIONS) if wish == "question" else ""
    return Goal(wish, buys, piece, dice.choice(others) if others else None, ad, question, personality)


def _draw_wish(personality: Personality, has_ads: bool, dice: random.Random) -> tuple[str, bool]:
    usable = [each for each in WISHES if each[0] in personality.wishes and (has_ads or each[0] != "ad")]
    name, _, buys = dice.choices(usable, weights=[weight for _, weight, _ in usable])[0]
    return name, buys


OPENINGS: dict[str, str] = {
    "described": "open_described",
    "vague": "open_vague",
    "ad": "open_ad",
    "help": "open_help",
    "complain": "open_complain",
    "look": "open_look",
    "unavailable": "open_unavailable",
}


def opening(goal: Goal) -> str:
    return OPENINGS.get(goal.wish, "open_named")
