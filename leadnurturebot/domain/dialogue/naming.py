"""Messages that name goods and say nothing else: "Linen Shirt, blue, M?" asks for it, whatever the intent was taken for."""

import re
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.every import plain

_WORD = re.compile(r"\w+")
_WORDS_OF_A_COLOR = 2
"""As many words as a colour is written with at most: "azul marino"."""
_STAYS = frozenset({"availability", "product_details", "price", "size_help", "notify_restock"})


def named_only(scene: Scene, heard: Heard, unit: Understanding) -> Understanding:
    """The unit as a question for the goods where it is nothing but their name with a choice, and a guess of the model."""
    said = unit.entities
    product = scene.product(said.products[0]) if len(said.products) == 1 else None
    if product is None or unit.source != "model" or unit.intent in _STAYS:
        return unit
    text = unit.said or heard.text
    is_order = unit.intent in ("add_to_cart", "edit_cart") and not heard.text.rstrip().endswith("?")
    if is_order or len(_rest(product, text)) > _WORDS_OF_A_COLOR * len(said.colors):
        return unit
    sizes = tuple(own for word in _WORD.findall(plain(text)) if (own := match_size(product, word)))
    told = replace(said, sizes=said.sizes or sizes[-1:])
    return replace(unit, intent="availability", confidence=max(unit.confidence, 0.5), entities=told)


def _rest(product: Product, text: str) -> list[str]:
    """The words that belong neither to the name nor to a size of it."""
    name = set(_WORD.findall(plain(product.name).casefold()))
    words = _WORD.findall(plain(text))
    return [word for word in words if word.casefold() not in name and not match_size(product, word)]
