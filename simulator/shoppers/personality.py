"""Who a shopper is: what they come for and the ways they have while they buy."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Personality:
    """Weights of `wishes` are those of `goals.WISHES`; the ways are chances a turn, 0 to 1.

    `mixes`: falls into another language. `doubles`: asks a second thing in the same message. `gruff`: is rude beside what
    they say. `leaves`: goes away once and comes back. `is_terse`: says as little as can be, with slips.
    """

    name: str
    weight: int
    wishes: tuple[str, ...]
    mixes: float = 0.0
    doubles: float = 0.0
    gruff: float = 0.0
    leaves: float = 0.0
    is_terse: bool = False


PLAIN = ("named", "described", "ad")
PERSONALITIES = (
    Personality(
        "decided", 30, (*PLAIN, "vague", "question", "wrong_address", "declined", "unavailable", "unpaid", "stop")
    ),
    Personality("unsure", 13, ("help",)),
    Personality("haggler", 8, ("haggle",)),
    Personality("comparer", 8, ("compare",)),
    Personality("distracted", 8, PLAIN, leaves=0.5),
    Personality("terse", 8, PLAIN, is_terse=True),
    Personality("mixer", 7, PLAIN, mixes=0.4),
    Personality("changes mind", 8, ("change_mind",)),
    Personality("two at once", 7, ("named", "described"), doubles=0.6),
    Personality("angry", 5, ("named", "complain"), gruff=0.5),
    Personality("only looks", 3, ("look",)),
)


def draw_personality(dice: random.Random) -> Personality:
    return dice.choices(PERSONALITIES, weights=[each.weight for each in PERSONALITIES])[0]
