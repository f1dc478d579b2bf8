"""The words of a step as this person says them: short, rude, in two languages at once, with a second question."""

import random

from simulator.shoppers.goals import QUESTIONS
from simulator.shoppers.mind import Mind
from simulator.shoppers.steps import Step

# Moments after which a second question is natural, and how often at most.
DOUBLED = ("open_named", "open_described", "pick", "take", "take_named", "size", "both", "again_named")
DOUBLES_MOST = 2


def words_of_step(step: Step, mind: Mind, dice: random.Random) -> str:
    """What they type; the same dice, the same words."""
    ways, wording = mind.goal.personality, mind.wording
    spoken = wording.other if wording.other and dice.random() < ways.mixes else wording
    text = spoken.say(step.moment, dice, step.facts, ways.is_terse)
    if dice.random() < ways.gruff:
        text = f"{spoken.say('gruff', dice, {})} {text}"
    if step.moment in DOUBLED and mind.asked.count("second_question") < DOUBLES_MOST and dice.random() < ways.doubles:
        mind.asked.append("second_question")
        text = f"{text}{'' if text[-1] in '?!.।' else '.'} {spoken.say(dice.choice(QUESTIONS), dice, {})}"
    return text


def goes_away(mind: Mind, dice: random.Random) -> bool:
    """Is this the moment at which they are called away? Once, and not while they pay."""
    if "away" in mind.done or mind.phase == "paying" or dice.random() >= mind.goal.personality.leaves:
        return False
    mind.done.add("away")
    return True
