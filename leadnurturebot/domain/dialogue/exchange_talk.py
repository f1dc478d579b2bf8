"""What is asked right after an exchange was booked: whether it costs anything is about the exchange, not about a new parcel."""

from dataclasses import replace

from leadnurturebot.domain.dialogue.recent import last_said
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Understanding

_OF_MONEY = frozenset({"price", "payment_methods", "discount", "shipping"})


def cost_of_exchange(scene: Scene, unit: Understanding, base: Request) -> Request | None:
    """ "Do I pay shipping again?": the rule of exchanges; None where it was not the last thing said."""
    said, keys = unit.entities, last_said(scene.turn.state.recent_replies)
    names_goods = bool(said.products or said.categories or said.colors or said.sizes)
    if names_goods or not any(key.partition("#")[0] == "returns.exchange_booked" for key in keys):
        return None
    is_unsure = unit.confidence < UNSURE_BELOW
    is_cost = (unit.intent in _OF_MONEY and "how_long" not in base.cues) or ("how_much" in base.cues and is_unsure)
    return replace(base, route="return_rule") if is_cost else None
