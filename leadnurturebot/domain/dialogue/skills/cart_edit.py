"""Changing the cart: another count, another choice, something out, everything out. The new state is shown in full."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_lines import having, lines_to_change, lines_to_remove, named_lines
from leadnurturebot.domain.dialogue.cart_sheet import line_item, total
from leadnurturebot.domain.dialogue.counting import Count
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import item
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import after_edit, view
from leadnurturebot.domain.dialogue.skills.cart_rows import ask_which, code_of, offer_changes
from leadnurturebot.domain.dialogue.skills.cart_swap import change_choice, tapped_line
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.state import Focus
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.dialogue.understanding import Entities


def edit(draft: Draft, request: Request) -> None:
    """What to change was said, or is asked with the lines of the cart as rows."""
    said = request.entities
    if not draft.cart:
        if request.product is not None:
            answer_product(draft, request)
        else:
            view(draft, request)
    elif request.kind == "tap" and not _says_change(said):
        ask_which(draft, draft.cart)
    elif "removal" in request.cues and not _is_wanted_choice(draft, said):
        _remove(draft, request)
    else:
        _change(draft, request)


def _is_wanted_choice(draft: Draft, said: Entities) -> bool:
    """Whether the colour or size said is in no line yet: "one of the tanks in white, and leave the bag" wants white."""
    has_choice = bool(said.colors or said.sizes)
    return has_choice and not having(draft.turn.catalogue, draft.cart, said.colors, said.sizes)


def _says_change(said: Entities) -> bool:
    return bool(said.products or said.categories or said.colors or said.sizes or said.quantity is not None)


def _focus_product(draft: Draft) -> Product | None:
    return draft.turn.catalogue.product(draft.focus.product_id) if draft.focus else None


def _change(draft: Draft, request: Request) -> None:
    said, focus = request.entities, _focus_product(draft)
    lines = lines_to_change(draft.turn.catalogue, draft.cart, said, focus.id if focus else None)
    if lines is None:
        _say_not_in_cart(draft, request)
    elif not lines:
        ask_which(draft, draft.cart)
    elif said.colors or said.sizes:
        is_one = "one_of_several" in request.cues and said.quantity is None
        change_choice(draft, lines[0], replace(said, quantity=1) if is_one else said)
    elif said.quantity is not None:
        _set(draft, lines[0], said.quantity)
    elif len(lines) == 1:
        offer_changes(draft, lines[0])
    else:
        ask_which(draft, lines)


def _remove(draft: Draft, request: Request) -> None:
    """The line meant goes; where two fit it is asked which."""
    focus = _focus_product(draft)
    lines = lines_to_remove(draft.turn.catalogue, draft.cart, request.entities, focus.id if focus else None)
    if lines is None:
        _say_not_in_cart(draft, request)
    elif len(lines) == 1 or _names_each(draft, request, lines):
        for line in lines:
            _set(draft, line, 0)
    else:
        ask_which(draft, lines, quantity=0)


def _names_each(draft: Draft, request: Request, lines: list[CartLine]) -> bool:
    """ "Remove the tote and the beanie": as many lines as goods named, one of each."""
    said = request.entities
    named = named_lines(draft.turn.catalogue, draft.cart, said)
    return bool(named) and len(lines) == max(len(said.products), len(said.categories))


def _say_not_in_cart(draft: Draft, request: Request) -> None:
    said = request.entities
    product = draft.turn.catalogue.product(said.products[0]) if said.products else None
    if product is not None:
        draft.say("cart.not_in_cart", product=product.name)
    elif said.categories:
        draft.say("cart.no_such_kind", category=Term("category", said.categories[0]))
    else:
        draft.say("cart.no_such_line")
    view(draft, request)


def clear(draft: Draft, request: Request) -> None:
    """ "Empty my cart": everything out at once; it can be put in again as easily."""
    if not draft.cart:
        view(draft, request)
        return
    for line in list(draft.cart):
        found = _goods(draft, line)
        if found is not None:
            draft.put(*found, 0)
    draft.say("cart.cleared")
    draft.cart_at = len(draft.say_parts)
    draft.focus = None
    after_edit(draft)


def what_if_removed(draft: Draft, request: Request) -> None:
    """ "What if I leave out the beanie?": the total without it, and nothing changed."""
    focus = _focus_product(draft)
    lines = lines_to_remove(draft.turn.catalogue, draft.cart, request.entities, focus.id if focus else None)
    if lines is None:
        _say_not_in_cart(draft, request)
        return
    if len(lines) > 1:
        ask_which(draft, lines, quantity=0)
        return
    rest = [line for line in draft.cart if line != lines[0]]
    name = line_item(draft.turn, lines[0])[:1]
    if rest:
        draft.say("cart.without", item=name, total=draft.money(total(draft, rest)))
    else:
        draft.say("cart.without_empty", item=name)
    out = choices.choice(build("qty", variant=code_of(draft, lines[0]), argument="0"), "take_out")
    draft.buttons(QUESTION, out, choices.view_cart())


def count_line(draft: Draft, request: Request) -> None:
    """ "Make it two", "2 more", "remove one": of the line meant, asked for when several could be."""
    count, focus = request.count, _focus_product(draft)
    if count is None or not draft.cart:
        view(draft, request)
        return
    lines = lines_to_change(draft.turn.catalogue, draft.cart, request.entities, focus.id if focus else None)
    if lines is None:
        _say_not_in_cart(draft, request)
    elif len(lines) == 1:
        _set(draft, lines[0], _counted(lines[0], count))
    else:
        ask_which(draft, lines or draft.cart, quantity=count.number if count.kind == "set" else None)


def _counted(line: CartLine, count: Count) -> int:
    match count.kind:
        case "more":
            return line.quantity + count.number
        case "less":
            return max(0, line.quantity - count.number)
    return count.number


def _goods(draft: Draft, line: CartLine) -> tuple[Product, Variant] | None:
    product = draft.turn.catalogue.product(line.product_id)
    variant = next((own for own in product.variants if own.id == line.variant_id), None) if product else None
    return (product, variant) if product is not None and variant is not None else None


def _set(draft: Draft, line: CartLine, quantity: int) -> None:
    found = _goods(draft, line)
    if found is None:
        ask_which(draft, draft.cart)
        return
    product, variant = found
    offer = draft.offer(variant)
    available = offer.available if offer else 0
    if quantity == 0:
        draft.say("cart.taken_out", item=(product.name,))
    elif quantity > available:
        draft.say("cart.only_left", item=item(product, variant), count=available)
    intro = "cart.already" if quantity == line.quantity else "cart.after"
    draft.put(product, variant, min(quantity, available))
    draft.cart_at = len(draft.say_parts)
    if quantity:
        draft.look_at(product, color=variant.color, size=variant.size)
    _keep_focus_in_cart(draft, product)
    is_unchanged = line.quantity == min(quantity, available) < quantity
    after_edit(draft, intro="cart.now" if is_unchanged else intro)


def _keep_focus_in_cart(draft: Draft, product: Product) -> None:
    """What was taken out is no longer what we talk about, lest "I pay by card" puts it in again; what is left of the
    cart is."""
    in_cart = {line.product_id for line in draft.cart}
    if draft.focus is None or draft.focus.product_id != product.id or product.id in in_cart:
        return
    if not draft.cart:
        draft.focus = None
        return
    last = draft.cart[-1]
    draft.focus = Focus(product_id=last.product_id, color=last.color, size=last.size, quantity=last.quantity)


def edit_line(draft: Draft, request: Request) -> None:
    """A line was chosen: what may change of it."""
    line = tapped_line(draft, request)
    if line is None:
        view(draft, request)
    else:
        offer_changes(draft, line)


def set_quantity(draft: Draft, request: Request) -> None:
    """[2 pieces], [Take it out]."""
    line = tapped_line(draft, request)
    if line is None or request.quantity is None:
        view(draft, request)
    else:
        _set(draft, line, request.quantity)
