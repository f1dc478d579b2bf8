"""Another colour or size of a line of the cart, before and after said."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import sheet
from leadnurturebot.domain.dialogue.draft import CART, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import (
    color_term,
    colors_of,
    item,
    match_color,
    match_size,
    named,
    variants_of,
)
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import after_edit, view
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.dialogue.understanding import Entities


def change_choice(draft: Draft, line: CartLine, said: Entities) -> None:
    """Another colour or size of a line, for all of its pieces or for as many as said."""
    product = draft.turn.catalogue.product(line.product_id)
    old = next((variant for variant in product.variants if variant.id == line.variant_id), None) if product else None
    if product is None or old is None:
        view(draft, Request(route="view_cart"))
        return
    color = next((own for word in said.colors if (own := match_color(product, word)) and own != old.color), old.color)
    size = next((own for word in said.sizes if (own := match_size(product, word)) and own != old.size), old.size)
    new = next(iter(variants_of(product, color=color, size=size)), None)
    offer = draft.offer(new) if new else None
    count = min(said.quantity or line.quantity, line.quantity)
    if new is None or new == old or offer is None or offer.available < count:
        color = color if not said.colors or any(match_color(product, word) for word in said.colors) else said.colors[0]
        size = size if not said.sizes or any(match_size(product, word) for word in said.sizes) else said.sizes[0]
        wanted = Request(route="product", product=product, color=color, size=size, aspects=("availability",))
        answer_product(draft, wanted)
        return
    _swap(draft, product, old, new, count)


def split(draft: Draft, request: Request) -> None:
    """ "One black and one white": so many in each colour, in the size that is in the cart."""
    product = request.product
    line = next((own for own in draft.cart if product is not None and own.product_id == product.id), None)
    if product is None or line is None:
        view(draft, request)
        return
    for word, count in request.counts:
        color = word if word in product.colors else match_color(product, word)
        variant = next(iter(variants_of(product, color=color, size=line.size)), None) if color else None
        offer = draft.offer(variant) if variant else None
        if variant is None or offer is None:
            draft.say("stock.color_not_made", **named(product), color=color_term(word), colors=colors_of(product))
            continue
        if offer.available < count:
            key = "cart.only_left" if offer.available else "cart.none_left"
            draft.say(key, item=item(product, variant), count=offer.available)
        draft.put(product, variant, min(count, offer.available))
    draft.look_at(product, size=line.size)
    draft.cart_at = len(draft.say_parts)
    after_edit(draft)


def _swap(draft: Draft, product: Product, old: Variant, new: Variant, count: int) -> None:
    left = draft.quantity_in_cart(old.id) - count
    draft.say("cart.changed", before=item(product, old)[1:], after=item(product, new)[1:])
    draft.put(product, old, left)
    draft.put(product, new, draft.quantity_in_cart(new.id) + count)
    _move_behind(draft, old, new, left)
    draft.look_at(product, color=new.color, size=new.size)
    after_edit(draft)


def _move_behind(draft: Draft, old: Variant, new: Variant, left: int) -> None:
    """Keep the changed line where the old one stood, so that the cart reads as before."""
    before = [line.variant_id for line in draft.turn.cart]
    place = before.index(old.id) + (1 if left else 0) if old.id in before else len(draft.cart)
    moved = [line for line in draft.cart if line.variant_id == new.id]
    rest = [line for line in draft.cart if line.variant_id != new.id]
    draft.cart = [*rest[:place], *moved, *rest[place:]]
    if draft.cart_at is not None:
        draft.cart_at = len(draft.say_parts)


def swap_line(draft: Draft, request: Request) -> None:
    """[Another size]: which one, of those in stock."""
    product, line = request.product, tapped_line(draft, request)
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
    line, product = tapped_line(draft, request), request.product
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


def tapped_line(draft: Draft, request: Request) -> CartLine | None:
    """The line of the variant that a button names, while it is in the cart."""
    variant = request.variant()
    return next((line for line in draft.cart if variant is not None and line.variant_id == variant.id), None)
