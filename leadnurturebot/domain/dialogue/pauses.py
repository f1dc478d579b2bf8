"""Who is called away says so and comes back: nothing is asked meanwhile, and the talk goes on where it stood."""

from dataclasses import replace

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_FEW_WORDS = 8


def returned(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> tuple[Request, ...]:
    """ "One sec" waits, "I'm back, where were we?" shows what was talked about; nothing where more is said than that."""
    is_only_that = unit.entities == Entities() and len(heard.text.split()) <= _FEW_WORDS
    if not is_only_that or unit.source == "rule":
        return ()
    if "back_again" in base.cues:
        return (_where_we_were(scene, base),)
    is_waiting = "one_moment" in base.cues and not heard.text.rstrip().endswith("?")
    return (replace(base, route="out_of_scope", cues=("let_me_think",)),) if is_waiting else ()


def _where_we_were(scene: Scene, base: Request) -> Request:
    product, focus = scene.focus_product, scene.focus
    if scene.turn.cart:
        return replace(base, route="view_cart")
    if product is None or focus is None:
        return replace(base, route="greeting")
    return replace(
        base, route="product", product=product, color=focus.color, size=focus.size, aspects=("availability",)
    )
