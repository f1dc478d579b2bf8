"""What a message says about the cart as it is: how many of a line, everything out, paid how."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.dialogue.actions import Action
from leadnurturebot.domain.dialogue.cart_lines import lines_to_change
from leadnurturebot.domain.dialogue.corrections import rechosen
from leadnurturebot.domain.dialogue.counting import count_said, counts_by_word
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import CartLine, Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_COUNTED = frozenset({"edit_cart", "add_to_cart", "deny", "affirm", "availability"})
_FEW_WORDS = 5
"""A message this short that says a count is about it, whatever its intent was taken for."""
_ELSE = frozenset({
    "order_status", "cancel_order", "return_exchange", "shipping", "payment_methods", "store_info", "discount",
    "delete_data", "opt_out", "opt_in", "human_agent", "complaint", "notify_restock",
})  # fmt: skip
_MISTAKEN = frozenset({"return_exchange", "complaint"})
"""What a change of mind about the cart is sometimes taken for."""
_CASH = "cash_on_delivery"
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
    if (is_unsure or unit.intent not in _ELSE - _MISTAKEN) and (changed := rechosen(scene, heard, unit, base)):
        return changed
    if split := _split(scene, heard, unit, base):
        return split
    if "clear_cart" in base.cues and (unit.intent in _CLEARED or is_unsure):
        return replace(base, route="clear_cart")
    is_short = len(heard.text.split()) <= _FEW_WORDS and unit.intent not in _ELSE
    return _counted(scene, heard, unit, base) if unit.intent in _COUNTED or is_unsure or is_short else None


def wants_to_pay(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """ "Checkout" puts what is talked about into an empty cart first, "sold! how do I order" into any; "cash on delivery"
    and "by card" choose the way."""
    # "Contra reembolso" is cash on delivery and sounds like money back.
    is_about = unit.intent in ("payment_methods", "checkout") or (
        unit.intent == "return_exchange" and "pay_cash" in base.cues and bool(scene.turn.cart)
    )
    method = _method_said(scene, base) if is_about else ""
    if unit.intent != "checkout" and not method:
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


def _method_said(scene: Scene, base: Request) -> str:
    """The connected way to pay that is named, unless it is only asked about."""
    connected = scene.turn.shop.payment_methods
    if "asking" in base.cues:
        return ""
    if "pay_cash" in base.cues:
        return _CASH if _CASH in connected else ""
    return next((method for method in connected if method != _CASH), "") if "pay_online" in base.cues else ""


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


def _split(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "One black and one white": a count for each colour of what is in the cart."""
    said = unit.entities
    if len(said.colors) < 2 or unit.intent not in _COUNTED or said.products:
        return None
    written = said.written_colors
    named = dict(zip(written, said.colors, strict=True))
    counts = tuple((named[word], count) for word, count in counts_by_word(heard.text, written, unit.language))
    focus = scene.focus.product_id if scene.focus else None
    lines = lines_to_change(scene.turn.catalogue, scene.turn.cart, replace(said, colors=(), sizes=()), focus)
    if len(counts) < 2 or not lines:
        return None
    return replace(base, route="split_line", counts=counts, product=scene.product(lines[0].product_id))


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
