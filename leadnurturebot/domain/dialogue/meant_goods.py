"""Small questions about what is meant: a yes to a list, a bare colour or size, what lies in the cart already."""

from leadnurturebot.domain.dialogue.corrections import is_made
from leadnurturebot.domain.dialogue.pointing import is_list_open
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_FEW_WORDS = 6
_FEW_WORDS_OF_A_CHOICE = 3
_FEW_SHOWN = 5


def is_yes_to_list(scene: Scene, base: Request) -> bool:
    """ "Great" below a list of a few: which of them?"""
    is_few = 2 <= len(scene.shown_products) <= _FEW_SHOWN
    return (
        is_few and is_list_open(scene) and scene.focus is None and not scene.turn.cart and base.entities == Entities()
    )


def is_bare_color(scene: Scene, heard: Heard, unit: Understanding) -> bool:
    """ "Brownish" of what is talked about: a colour of it, in a word or two."""
    said, product = unit.entities, scene.focus_product
    is_short = len(heard.text.split()) <= _FEW_WORDS_OF_A_CHOICE and "?" not in heard.text
    return is_short and product is not None and bool(said.colors) and is_made(product, said)


def wants_the_named(base: Request) -> bool:
    """ "My sister has the overshirt, I want it too, in S": the one named, not a suggestion."""
    is_else = {"similar", "goes_with", "anything", "more_goods", "best_sellers", "compare"} & set(base.cues)
    return len(base.entities.products) == 1 and not is_else and bool(base.entities.sizes or base.entities.colors)


def is_in_cart(scene: Scene, said: Entities) -> bool:
    """ "Put the jumper into my basket" is read as a look at the cart; what is there already is looked at."""
    return any(product.id in said.products for product in scene.cart_products)


def is_bare_size(heard: Heard, said: Entities) -> bool:
    """ "I need the 46": made or not, it is a size."""
    return bool(said.sizes) and not said.colors and len(heard.text.split()) <= _FEW_WORDS
