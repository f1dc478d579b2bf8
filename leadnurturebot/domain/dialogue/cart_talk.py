"""What a message says about the cart as it is: how many of a line, everything out, paid how."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.actions import Action
from leadnurturebot.domain.dialogue.cart_lines import lines_to_change
from leadnurturebot.domain.dialogue.corrections import rechosen
from leadnurturebot.domain.dialogue.counting import Count, count_said, counts_by_word, lone_number
from leadnurturebot.domain.dialogue.goods import is_one_of, match_color, match_size
from leadnurturebot.domain.dialogue.pay_choice import method_said
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import CartLine, Heard
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding

_COUNTED = frozenset({"edit_cart", "add_to_cart", "deny", "affirm", "availability"})
_FEW_WORDS = 5
"""A message this short that says a count is about it, whatever its intent was taken for."""
_ELSE = frozenset({
    "order_status", "cancel_order", "return_exchange", "shipping", "payment_methods", "store_info", "discount",
    "delete_data", "opt_out", "opt_in", "human_agent", "complaint", "notify_restock",
})  # fmt: skip
_MISTAKEN = frozenset({"return_exchange", "complaint"})
"""What a change of mind about the cart is sometimes taken for."""
_WORDS_OF_A_WAY = 7
_SURE_OF_ELSE = 0.8
_CLEARED = frozenset({"edit_cart", "view_cart", "cancel_order", "deny"})


def about_cart(scene: Scene, heard: Heard, unit: Understanding, base: Request, *, is_unsure: bool) -> Request | None:
    """The request when the message changes lines of the cart by number, or all of them."""
    if not scene.turn.cart:
        is_out = (
            unit.intent == "edit_cart" and bool({"clear_cart", "removal"} & set(base.cues)) and not unit.entities.colors
        )
        return replace(base, route="view_cart") if is_out else None
    if "what_if" in base.cues and "removal" in base.cues:
        return replace(base, route="what_if_removed")
    if part := _part_of_line(scene, heard, unit, base):
        return part
    if split := _split(scene, heard, unit, base, is_unsure=is_unsure):
        return split
    if (is_unsure or unit.intent not in _ELSE - _MISTAKEN) and (changed := rechosen(scene, heard, unit, base)):
        return changed
    if "clear_cart" in base.cues and (unit.intent in _CLEARED or is_unsure):
        return replace(base, route="clear_cart")
    is_short = len(heard.text.split()) <= _FEW_WORDS and unit.intent not in _ELSE
    return _counted(scene, heard, unit, base) if unit.intent in _COUNTED or is_unsure or is_short else None


def wants_to_pay(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """ "Checkout" puts what is talked about into an empty cart first, "sold! how do I order" into any; "cash on delivery"
    and "by card" choose the way."""
    is_about_paying = unit.intent in ("payment_methods", "checkout") or _names_a_way(scene, heard, unit)
    method = method_said(scene, heard, base) if is_about_paying else ""
    settles = (
        "settle" in base.cues
        and bool(scene.turn.cart)
        and (unit.intent not in _ELSE or unit.confidence < _SURE_OF_ELSE)
    )
    if unit.intent != "checkout" and not method and not settles:
        return
    product, focus = scene.focus_product, scene.focus
    is_taken = "take_it" in base.cues and product not in scene.cart_products
    is_left = product is not None and product.id in {line.product_id for line in scene.turn.lapsed}
    if (is_taken or not (scene.turn.cart or is_left)) and product is not None and focus is not None:
        yield replace(
            base,
            route="add_to_cart",
            intent="add_to_cart",
            product=product,
            color=focus.color,
            size=focus.size,
            quantity=None,
        )
    pay = (
        replace(base, route="pay", action=Action("pay", argument=method)) if method else replace(base, route="checkout")
    )
    yield replace(pay, entities=Entities())


def both(scene: Scene, base: Request) -> Iterator[Request]:
    """Both of the two goods just answered about, each in the choice that was asked."""
    picks = scene.question.about.get("picks", ()) if scene.question is not None else ()
    for code, color, size in picks if len(picks) == 2 else ():
        product = scene.turn.catalogue.by_code(int(code))
        if product is not None:
            yield replace(
                base,
                route="add_to_cart",
                entities=Entities(),
                product=product,
                color=color,
                size=size,
                quantity=1,
                named=True,
            )


def _names_a_way(scene: Scene, heard: Heard, unit: Understanding) -> bool:
    """ "No, cash on delivery then": a few words with a way to pay, of somebody who has a cart, choose it, whatever the
    intent was taken for."""
    said = unit.entities
    names_goods = bool(said.products or said.categories or said.colors or said.sizes or said.order_number)
    is_free = (
        unit.intent not in _ELSE - {"return_exchange", "shipping", "delete_data"} or unit.confidence < UNSURE_BELOW
    )
    return bool(scene.turn.cart) and is_free and not names_goods and len(heard.text.split()) <= _WORDS_OF_A_WAY


def _counted(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """A count of a line in the cart: no colour and no size is said with it, and what is named is there already."""
    said = unit.entities
    count = None if said.colors or said.not_colors or said.details else count_said(heard.text, unit.language)
    if count is None or (unit.intent == "add_to_cart" and (said.products or said.categories)):
        return None
    focus = scene.focus.product_id if scene.focus else None
    lines = lines_to_change(scene.turn.catalogue, scene.turn.cart, replace(said, sizes=()), focus)
    lines = lines or (list(scene.turn.cart) if unit.intent == "edit_cart" else [])
    if unit.intent != "edit_cart" and not _is_in_focus(scene, lines):
        return None
    if any(_is_size(scene, line, said, str(count.number)) for line in lines):
        return None
    return replace(
        base, route="count_line", count=count, entities=Entities(products=said.products, categories=said.categories)
    )


def _part_of_line(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "One of them in beige", "take out one of the black ones": of a line of several pieces."""
    said = unit.entities
    lines = lines_to_change(scene.turn.catalogue, scene.turn.cart, replace(said, sizes=()), None)
    if not said.colors or not lines or "?" in heard.text or all(line.quantity < 2 for line in lines):
        return None
    is_one, count = "one_of_several" in base.cues, count_said(heard.text, unit.language)
    fewer = count if count is not None and count.kind == "less" else None
    is_there = any(is_one_of(line.color, said.colors) for line in scene.turn.cart)
    if is_there and (fewer or (is_one and "removal" in base.cues)):
        less = fewer or Count(1, "less")
        return replace(base, route="count_line", count=less, entities=Entities(colors=said.colors))
    is_swap = is_one and not is_there and "removal" not in base.cues
    return replace(base, route="edit_cart", entities=replace(said, quantity=1)) if is_swap else None


def _split(scene: Scene, heard: Heard, unit: Understanding, base: Request, *, is_unsure: bool) -> Request | None:
    """ "One black and one white", "make that two white": a count for each colour of what is in the cart."""
    said = unit.entities
    is_about_counts = unit.intent in _COUNTED or is_unsure
    if not said.colors or not is_about_counts or said.products or heard.text.rstrip().endswith("?"):
        return None
    focus = scene.focus.product_id if scene.focus else None
    lines = lines_to_change(scene.turn.catalogue, scene.turn.cart, replace(said, colors=(), sizes=()), focus)
    product = scene.product(lines[0].product_id) if lines else None
    if product is None:
        return None
    counts = counts_said(heard, unit, product)
    if len(said.colors) == 1:
        counts = _instead(scene, product, counts, base) if unit.intent != "add_to_cart" else ()
    if not counts or len(counts) < len(said.colors):
        return None
    return replace(base, route="split_line", counts=counts, product=product)


def _instead(
    scene: Scene, product: Product, counts: tuple[tuple[str, int], ...], base: Request
) -> tuple[tuple[str, int], ...]:  # fmt: skip
    """Counts with those given up: "better two white" after one of each, or after one black, takes the place of all;
    "three black" of what is there in black only sets that line."""
    lines = [line for line in scene.turn.cart if line.product_id == product.id]
    if not counts or not lines:
        return ()
    (color, count), sizes = counts[0], {line.size for line in lines}
    is_there = any(line.color == color for line in lines)
    is_all = "second_thought" in base.cues and (not is_there or count == sum(line.quantity for line in lines))
    if len(sizes) > 1 or not (is_there or is_all):
        return ()
    given_up = tuple((line.color, 0) for line in lines if line.color != color) if is_all else ()
    return (*given_up, (color, count))


def counts_said(heard: Heard, unit: Understanding, product: Product) -> tuple[tuple[str, int], ...]:
    """The counts before colours that the product is made in, as its record names them."""
    said = unit.entities
    written = said.written_colors or said.colors
    named = dict(zip(written, said.colors, strict=True)) if len(written) == len(said.colors) else {}
    found = counts_by_word(heard.text, tuple(named), unit.language)
    if len(said.colors) == 1 and not found:
        alone = lone_number(heard.text, unit.language, most_words=_FEW_WORDS)
        found = ((said.colors[0], said.quantity or (alone.number if alone else 0)),)
        named = {said.colors[0]: said.colors[0]}
    made = ((match_color(product, named[word]), count) for word, count in found)
    return tuple((color, count) for color, count in made if color and count)


def _is_in_focus(scene: Scene, lines: list[CartLine]) -> bool:
    """Whether the line is what we talk about, in the very choice that is in the cart."""
    focus = scene.focus
    if focus is None:
        return bool(lines)
    return any(
        line.product_id == focus.product_id and focus.color in ("", line.color) and focus.size in ("", line.size)
        for line in lines
    )


def _is_size(scene: Scene, line: CartLine, said: Entities, number: str) -> bool:
    """Whether a size was said, or the number is one ("make it 12" of a blazer)."""
    product = scene.product(line.product_id)
    return product is not None and any(match_size(product, size) for size in (*said.sizes, number))
