"""What shoppers do besides buying: haggle, compare, ask for size help, change their mind, complain, stop."""

from typing import TYPE_CHECKING

from simulator.shoppers.reading import Reply, names_product, product_named
from simulator.shoppers.steps import Step

if TYPE_CHECKING:
    from simulator.shoppers.mind import Mind


def interlude(mind: "Mind", reply: Reply) -> Step | None:
    """The step their kind of wish asks for at this moment; nothing when its moment is not here or is over."""
    wish = mind.goal.wish
    if wish == "look":
        return _look(mind, reply)
    if wish in ENDINGS:
        return _end(mind, reply)
    if wish == "help" and "advice" in reply.aspects and "help" not in mind.done:
        return _take_advice(mind, reply)
    if wish in ASIDES and wish not in mind.done and _is_talked_of(mind, reply):
        return _aside(mind, reply)
    if wish == "compare" and "compare" in mind.done and "back" not in mind.done:
        mind.done.add("back")
        return mind.say("compare_back")
    if wish == "change_mind" and mind.goal.change and "cart" in reply.aspects and wish not in mind.done:
        return _change(mind)
    return None


def _is_talked_of(mind: "Mind", reply: Reply) -> bool:
    return bool(mind.name) and names_product(reply.whole, mind.name) and not reply.choices()


def _aside(mind: "Mind", reply: Reply) -> Step:
    mind.done.add(mind.goal.wish)
    if mind.goal.wish == "question":
        return mind.say(mind.goal.question)
    if mind.goal.wish == "compare":
        return mind.tap_or_say(reply.option(mind.wording, "similar_option"), "compare")
    return mind.say("haggle")


def _take_advice(mind: "Mind", reply: Reply) -> Step | None:
    """They take the size they are told, when one of theirs is named."""
    mind.done.add("help")
    mind.size = ""
    return None


def _change(mind: "Mind") -> Step:
    mind.done.add("change_mind")
    before, after = mind.goal.piece, mind.goal.change or mind.goal.piece
    if after.size != before.size:
        mind.size = after.size
        step = mind.say("change_size", other=before.size)
    else:
        mind.color = after.color
        step = mind.say("change_color", other=mind.wording.color(before.color))
    return step


def _end(mind: "Mind", reply: Reply) -> Step:
    """Wishes that do not lead to an order: they hear the shop out, and go."""
    wish = mind.goal.wish
    if wish == "stop" and "stop" not in mind.done:
        mind.done.add("stop")
        return mind.say("stop")
    good = ENDINGS[wish] & reply.aspects
    if wish == "unavailable" and not good and mind.lost < 1:
        mind.lost += 1
        return mind.say("again_named")
    return Step("leave", "as wished" if good else f"{wish}: no fitting answer")


def _look(mind: "Mind", reply: Reply) -> Step | None:
    """They see something, ask what it costs, and go; whoever then is shown goods or a link was pushed."""
    if "leave" in mind.done:
        return Step("leave", "look: pushed after a no" if reply.links or reply.choices() else "as wished")
    if "price" in mind.done:
        mind.done.add("leave")
        return mind.say("look_leave")
    choices = reply.choices()
    if choices and not mind.name:
        mind.name = product_named(choices[0].about)
        return mind.say("pick")
    if mind.name:
        mind.done.add("price")
        return mind.say("look_price")
    mind.lost += 1
    return mind.say("search_again") if mind.lost < 3 else Step("leave", "look: saw nothing")


ASIDES = ("haggle", "compare", "question")
ENDINGS: dict[str, set[str]] = {
    "stop": {"stopped"},
    "complain": {"handed_over", "sorry"},
    "unavailable": {"sold_out"},
}
