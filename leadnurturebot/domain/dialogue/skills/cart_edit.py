"""Changing the cart: another size or colour, another count, something out. The new state is shown in full."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import line_item, sheet
from leadnurturebot.domain.dialogue.draft import CART, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import item, match_color, match_size, variants_of
from leadnurturebot.domain.dialogue.pointing import is_kind
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import after_change, view
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.state import Focus
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.dialogue.understanding import Entities


def edit(draft: Draft, request: Request) -> None:
    """What to change was said, or is asked with the lines of the cart as rows."""
    if not draft.cart:
        if request.product is not None:
            answer_product(draft, request)
        else:
            view(draft, request)
        return
    said = request.entities
    lines = _lines_meant(draft, request)
    if not lines or (not _says_change(said) and request.kind == "tap"):
        _ask_which(draft)
    elif said.colors or said.sizes:
        _change_choice(draft, lines[0], said)
    elif said.quantity is not None:
        _set(draft, lines[0], said.quantity)
    elif "removal" in request.cues:
        for line in lines:
            _set(draft, line, 0)
    elif len(lines) == 1:
        _offer_changes(draft, lines[0])
    else:
        _ask_which(draft)


def _says_change(said: Entities) -> bool:
    return bool(said.products or said.categories or said.colors or said.sizes or said.quantity is not None)


def _lines_meant(draft: Draft, request: Request) -> list[CartLine]:
    """Lines of the product or kind named; by a colour or size they have; else the one in focus or the only one."""
    said = request.entities
    if said.products:
        return [line for line in draft.cart if line.product_id in said.products]
    if said.categories:
        return [line for line in draft.cart if _is_kind(draft, line, said.categories)]
    left = (*said.colors, *said.not_colors)
    named = [line for line in draft.cart if line.color in left or line.size in said.sizes]
    if named:
        return named[:1]
    focus = draft.focus.product_id if draft.focus else None
    in_focus = [line for line in draft.cart if line.product_id == focus]
    return in_focus[-1:] or (draft.cart[:1] if len(draft.cart) == 1 else [])


def _is_kind(draft: Draft, line: CartLine, categories: tuple[str, ...]) -> bool:
    product = draft.turn.catalogue.product(line.product_id)
    return product is not None and is_kind(product, categories)


def _change_choice(draft: Draft, line: CartLine, said: Entities) -> None:
    """Another colour or size of a line, for all of its pieces or for as many as said."""
    product = draft.turn.catalogue.product(line.product_id)
    old = next((variant for variant in product.variants if variant.id == line.variant_id), None) if product else None
    if product is None or old is None:
        _ask_which(draft)
        return
    color = next((own for word in said.colors if (own := match_color(product, word)) and own != old.color), old.color)
    size = next((own for word in said.sizes if (own := match_size(product, word)) and own != old.size), old.size)
    new = next(iter(variants_of(product, color=color, size=size)), None)
    offer = draft.offer(new) if new else None
    count = min(said.quantity or line.quantity, line.quantity)
    if new is None or new == old or offer is None or offer.available < count:
        wanted = Request(
            route="product", product=product, color=_said(said.colors, color), size=size, aspects=("availability",)
        )
        answer_product(draft, wanted)
        return
    _swap(draft, product, old, new, count)


def _said(words: tuple[str, ...], found: str) -> str:
    """The colour as the product has it, or as said when it is not made in it."""
    return found if not words or any(found == word or word in found.split() for word in words) else words[0]


def _swap(draft: Draft, product: Product, old: Variant, new: Variant, count: int) -> None:
    left = draft.quantity_in_cart(old.id) - count
    draft.say("cart.changed", before=item(product, old)[1:], after=item(product, new)[1:])
    draft.put(product, old, left)
    draft.put(product, new, draft.quantity_in_cart(new.id) + count)
    _move_behind(draft, old, new, left)
    draft.look_at(product, color=new.color, size=new.size)
    _finish(draft)


def _move_behind(draft: Draft, old: Variant, new: Variant, left: int) -> None:
    """Keep the changed line where the old one stood, so that the cart reads as before."""
    before = [line.variant_id for line in draft.turn.cart]
    place = before.index(old.id) + (1 if left else 0) if old.id in before else len(draft.cart)
    moved = [line for line in draft.cart if line.variant_id == new.id]
    rest = [line for line in draft.cart if line.variant_id != new.id]
    draft.cart = [*rest[:place], *moved, *rest[place:]]
    if draft.cart_at is not None:
        draft.cart_at = len(draft.say_parts)


def _set(draft: Draft, line: CartLine, quantity: int) -> None:
    product = draft.turn.catalogue.product(line.product_id)
    variant = next((own for own in product.variants if own.id == line.variant_id), None) if product else None
    if product is None or variant is None:
        _ask_which(draft)
        return
    offer = draft.offer(variant)
    available = offer.available if offer else 0
    if quantity == 0:
        draft.say("cart.taken_out", item=(product.name,))
    elif quantity > available:
        draft.say("cart.only_left", item=item(product, variant), count=available)
    draft.put(product, variant, min(quantity, available))
    draft.cart_at = len(draft.say_parts)
    _keep_focus_in_cart(draft, product)
    _finish(draft)


def _keep_focus_in_cart(draft: Draft, product: Product) -> None:
    """What was taken out is no longer what we talk about; what is left of the cart is."""
    in_cart = {line.product_id for line in draft.cart}
    if draft.focus is None or draft.focus.product_id != product.id or product.id in in_cart or not draft.cart:
        return
    last = draft.cart[-1]
    draft.focus = Focus(product_id=last.product_id, color=last.color, size=last.size, quantity=last.quantity)


def _finish(draft: Draft) -> None:
    draft.cart_intro = "cart.after"
    after_change(draft)
    if draft.cart:
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart())


def _ask_which(draft: Draft) -> None:
    """One line: what may change of it; several: which one."""
    if len(draft.cart) == 1:
        _offer_changes(draft, draft.cart[0])
        return
    draft.say("cart.change_which")
    rows = tuple(_row(draft, line) for line in draft.cart[:10])
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def _row(draft: Draft, line: CartLine) -> Choice:
    name, *chosen = line_item(draft.turn, line)
    action = build("line", variant=_code(draft, line))
    amount = draft.money(line.total)
    hint = Phrase("row.cart", {"choice": tuple(chosen), "amount": amount, "count": line.quantity})
    return Choice(action, Phrase("row.product", {"product": name}), hint)


def _code(draft: Draft, line: CartLine) -> int:
    product = draft.turn.catalogue.product(line.product_id)
    return next(variant.code for variant in (product.variants if product else ()) if variant.id == line.variant_id)


def _offer_changes(draft: Draft, line: CartLine) -> None:
    code = _code(draft, line)
    draft.say("cart.change_what", item=line_item(draft.turn, line), count=line.quantity)
    product = draft.turn.catalogue.product(line.product_id)
    has_others = product is not None and len(product.variants) > 1
    more = choices.choice(build("qty", variant=code, argument=str(line.quantity + 1)), "count", count=line.quantity + 1)
    out = choices.choice(build("qty", variant=code, argument="0"), "take_out")
    other = choices.choice(build("swap", variant=code), "other_size")
    draft.buttons(QUESTION, other if has_others else None, more if line.available > line.quantity else None, out)


def edit_line(draft: Draft, request: Request) -> None:
    """A line was chosen: what may change of it."""
    line = _tapped_line(draft, request)
    if line is None:
        view(draft, request)
    else:
        _offer_changes(draft, line)


def set_quantity(draft: Draft, request: Request) -> None:
    """[2 pieces], [Take it out]."""
    line = _tapped_line(draft, request)
    if line is None or request.quantity is None:
        view(draft, request)
    else:
        _set(draft, line, request.quantity)


def swap_line(draft: Draft, request: Request) -> None:
    """[Another size]: which one, of those in stock."""
    product, line = request.product, _tapped_line(draft, request)
    if product is None or line is None:
        view(draft, request)
        return
    others = [
        variant
        for variant in product.variants
        if variant.id != line.variant_id and (offer := draft.offer(variant)) and offer.available > 0
    ][:10]
    if not others:
        draft.say("cart.no_other_choice", product=product.name)
        draft.say_parts += sheet(draft)
        draft.buttons(CART, choices.pay_amount(draft), choices.keep_looking())
        return
    draft.look_at(product, color=line.color, size=line.size)
    draft.say("cart.swap_for", product=product.name)
    rows = tuple(_swap_row(product, line, variant) for variant in others)
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def _swap_row(product: Product, line: CartLine, variant: Variant) -> Choice:
    parts = item(product, variant)[1:] or (Term("color", variant.color),)
    old = next(own.code for own in product.variants if own.id == line.variant_id)
    action = build("swap", variant=old, argument=str(variant.code))
    return Choice(action, Phrase("button.choice", {"choice": parts}))


def swap_to(draft: Draft, request: Request) -> None:
    """A row of `swap_line`: the old variant out, the new one in."""
    target = request.action.argument if request.action else ""
    if not target:
        swap_line(draft, request)
        return
    found = draft.turn.catalogue.variant_by_code(int(target)) if target.isdecimal() else None
    line, product = _tapped_line(draft, request), request.product
    old = request.variant()
    if line is None or product is None or old is None or found is None or found[0].id != product.id:
        view(draft, request)
        return
    offer = draft.offer(found[1])
    if offer is None or offer.available < line.quantity:
        variant = found[1]
        answer_product(
            draft, Request(route="product", product=product, color=variant.color, size=variant.size, named=True)
        )
        return
    _swap(draft, product, old, found[1], line.quantity)


def _tapped_line(draft: Draft, request: Request) -> CartLine | None:
    variant = request.variant()
    return next((line for line in draft.cart if variant is not None and line.variant_id == variant.id), None)
