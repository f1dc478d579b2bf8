"""Asking about the cart: which line is meant, and what may change of it."""

from collections.abc import Sequence

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import line_item
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import has_sizes
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Value
from leadnurturebot.domain.dialogue.turn import CartLine


def code_of(draft: Draft, line: CartLine) -> int:
    """The code of a line's variant, for its buttons."""
    product = draft.turn.catalogue.product(line.product_id)
    return next(variant.code for variant in (product.variants if product else ()) if variant.id == line.variant_id)


def ask_which(draft: Draft, lines: Sequence[CartLine], *, quantity: int | None = None) -> None:
    """One line: what may change of it; several: which one. With `quantity` the row sets it (0 takes the line out)."""
    if len(lines) == 1:
        offer_changes(draft, lines[0])
        return
    draft.say("cart.take_out_which" if quantity == 0 else "cart.change_which")
    rows = tuple(_row(draft, line, quantity) for line in lines[:10])
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def _row(draft: Draft, line: CartLine, quantity: int | None) -> Choice:
    """The choice stands in the title where the product has several lines, else below it."""
    name, *chosen = line_item(draft.turn, line)
    code = code_of(draft, line)
    action = build("line", variant=code) if quantity is None else build("qty", variant=code, argument=str(quantity))
    values: dict[str, Value] = {"amount": draft.money(line.total), "count": line.quantity}
    is_one_of_several = sum(other.product_id == line.product_id for other in draft.cart) > 1
    if is_one_of_several or not chosen:
        title = Phrase("row.item", {"item": (name, *chosen)})
        return Choice(action, title, Phrase("row.cart_amount", values))
    return Choice(
        action, Phrase("row.product", {"product": name}), Phrase("row.cart", {"choice": tuple(chosen), **values})
    )


def offer_changes(draft: Draft, line: CartLine) -> None:
    """[Another size] [Make it 2] [Take it out]"""
    code = code_of(draft, line)
    draft.say("cart.change_what", item=line_item(draft.turn, line), count=line.quantity)
    product = draft.turn.catalogue.product(line.product_id)
    other = None
    if product is not None and len(product.variants) > 1:
        key = "other_size" if has_sizes(product) else "other_color"
        other = choices.choice(build("swap", variant=code), key)
    more = choices.choice(build("qty", variant=code, argument=str(line.quantity + 1)), "count", count=line.quantity + 1)
    out = choices.choice(build("qty", variant=code, argument="0"), "take_out")
    draft.buttons(QUESTION, other, more if line.available > line.quantity else None, out)
