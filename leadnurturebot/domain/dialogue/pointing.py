"""Which product a message is about: a name, a quote, "the second", "the blue one", "the dress", or the one in focus."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.goods import match_color, match_colors, match_size
from leadnurturebot.domain.dialogue.row_numbers import opening_number
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities
from leadnurturebot.domain.garment_terms import kinds
from leadnurturebot.domain.values import value


@value
class Pointed:
    """The products meant. `is_sure` is False when several fit one reference and the customer has to be asked."""

    products: tuple[Product, ...] = ()
    is_named: bool = False
    is_sure: bool = True


_NOWHERE = Pointed()
_WORD = re.compile(r"\w+")


def point(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    """The products a request is about, strongest sign first; nothing when it is about none that is known yet."""
    for look in (_quoted, _by_name, _by_ordinal, _by_number, _by_word, _by_category, _by_color):
        if (found := look(scene, heard, said)).products:
            return found
    focus = scene.focus_product
    if focus is None or said.categories:
        return _NOWHERE
    return Pointed((focus,))


def _quoted(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    products = _known(scene, heard)
    if len(products) <= 1:
        return Pointed(products, is_named=True)
    if said.ordinal is not None and (chosen := nth(products, said.ordinal)):
        return Pointed((chosen,), is_named=True)
    named = tuple(product for product in products if product.id in said.products)
    return Pointed(named or products, is_named=True, is_sure=len(named) == 1)


def _known(scene: Scene, heard: Heard) -> tuple[Product, ...]:
    found = (scene.turn.catalogue.product(product_id) for product_id in heard.quoted_products)
    return tuple(product for product in found if product is not None)


def _by_name(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    """Products named. Part of a name may fit several: those whose whole name is there are meant, else the one in focus
    or in the cart, else the customer is asked; goods of different kinds are all meant."""
    found = (scene.turn.catalogue.product(product_id) for product_id in dict.fromkeys(said.products))
    products = tuple(product for product in found if product is not None)
    kinds = {product.category for product in products}
    chosen = tuple(product for kind in kinds for product in _of_kind(scene, heard, products, kind))
    ordered = tuple(product for product in products if product in chosen)
    is_sure = all(_is_one(ordered, kind) or _whole_names(heard, ordered, kind) for kind in kinds)
    return Pointed(ordered, is_named=True, is_sure=is_sure)


def _of_kind(scene: Scene, heard: Heard, products: tuple[Product, ...], kind: str) -> tuple[Product, ...]:
    same = tuple(product for product in products if product.category == kind)
    if len(same) == 1:
        return same
    whole = tuple(product for product in same if _is_whole_name(heard, product))
    at_hand = (scene.focus_product, *scene.cart_products)
    return whole or tuple(product for product in same if product in at_hand) or same


def _is_one(products: tuple[Product, ...], kind: str) -> bool:
    return sum(product.category == kind for product in products) == 1


def _whole_names(heard: Heard, products: tuple[Product, ...], kind: str) -> bool:
    return all(_is_whole_name(heard, product) for product in products if product.category == kind)


def _is_whole_name(heard: Heard, product: Product) -> bool:
    """Whether every word of the name was written, plural or not."""
    written = {word.rstrip("s") for word in _WORD.findall(heard.text.casefold())}
    return all(word.rstrip("s") in written for word in _WORD.findall(product.name.casefold()))


def _by_ordinal(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    if said.ordinal is None:
        return _NOWHERE
    chosen = nth(scene.shown_products, said.ordinal)
    return Pointed((chosen,), is_named=True) if chosen else _NOWHERE


def _by_number(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    """ "2 looks nice" after a list: a number that opens a sentence counts its rows."""
    if not is_list_open(scene) or said.quantity or said.categories:
        return _NOWHERE
    number = opening_number(heard.text)
    chosen = nth(scene.shown_products, number - 1) if number else None
    return Pointed((chosen,), is_named=True) if chosen else _NOWHERE


def is_list_open(scene: Scene) -> bool:
    """Whether a list of goods was the last thing shown."""
    return scene.question is not None and scene.question.kind == "pick"


def _by_word(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    """ "The corduroy one": a word of one name on the list that no other name there has."""
    colors = {word for color in said.colors for word in color.split()}
    written = set(_WORD.findall(heard.text.casefold())) - colors | set(said.materials)
    shown = scene.shown_products if is_list_open(scene) else ()
    products = tuple(product for product in shown if not said.categories or is_kind(product, said.categories))
    names = [set(_WORD.findall(product.name.casefold())) for product in products]
    common = Counter(word for name in names for word in name)
    hits = [
        product
        for product, name in zip(products, names, strict=True)
        if any(common[word] == 1 for word in name & written) and len(products) > 1
    ]
    return Pointed((hits[0],), is_named=True) if len(hits) == 1 else _NOWHERE


def _by_category(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    if not said.categories:
        return _NOWHERE
    return _unique(scene, lambda product: is_kind(product, said.categories) and _has_colors(product, said))


def _by_color(scene: Scene, heard: Heard, said: Entities) -> Pointed:
    """ "The blue one": the product in focus when it comes in blue, else the one of the list that does."""
    if not said.colors or said.categories:
        return _NOWHERE
    focus = scene.focus_product
    if focus is not None and not is_list_open(scene) and said.ordinal is None:
        return Pointed((focus,))
    return _unique(scene, lambda product: _has_colors(product, said))


def _unique(scene: Scene, fits: Callable[[Product], bool]) -> Pointed:
    focus = scene.focus_product
    if focus is not None and fits(focus):
        return Pointed((focus,))
    for group in (scene.shown_products, scene.cart_products):
        if found := tuple(product for product in group if fits(product)):
            return Pointed(found, is_named=True, is_sure=len(found) == 1)
    return _NOWHERE


def _has_colors(product: Product, said: Entities) -> bool:
    return not said.colors or any(match_color(product, color) for color in said.colors)


def is_kind(product: Product, categories: Iterable[str]) -> bool:
    """Whether a product is of one of the kinds named, by its record or by its name ("Ribbed Tank" is a "tank top")."""
    own = kinds(product.category, product.name)
    return any(kind in own for kind in categories)


def nth(products: tuple[Product, ...], ordinal: int) -> Product | None:
    """The product an ordinal counts to (0 first, -1 last), or None beyond the list."""
    return products[ordinal] if -len(products) <= ordinal < len(products) else None


def chosen_size(product: Product, sizes: Iterable[str]) -> str:
    """The first size said that the product is made in, else the first said (to be told that it is not), else none."""
    said = tuple(sizes)
    return next((own for size in said if (own := match_size(product, size))), said[0] if said else "")


def written_size(product: Product, text: str, said: Entities) -> str:
    """A size of the product that stands in the text by itself ("the blazer in burgundy 12"), where no other figure
    that was understood explains it."""
    explained = {said.quantity, said.price_max, said.price_min, said.height_cm, said.weight_kg, said.waist_cm}
    for word in re.findall(r"(?<![\w$€£₹.,-])(?:\d{1,2}|[SMLX]{1,4})(?![\w.,%-]*\w)", text):
        is_free = not word.isdigit() or (int(word) not in explained and int(word) * 100 not in explained)
        if is_free and (own := match_size(product, word)):
            return own
    return ""


def chosen_color(product: Product, colors: Iterable[str]) -> str:
    """As `chosen_size`, for colours; empty too when a plain colour fits several shades of the product."""
    said = tuple(colors)
    found = next((own for color in said if (own := match_colors(product, color))), None)
    if found is None:
        return said[0] if said else ""
    return found[0] if len(found) == 1 else ""
