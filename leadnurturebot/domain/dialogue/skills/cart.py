"""Putting things into the cart and looking at it."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.cart_sheet import sheet
from leadnurturebot.domain.dialogue.decision import CancelOrder, ConsentChange, OrderCancelled
from leadnurturebot.domain.dialogue.draft import CART, CHOICE, QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import (
    color_term,
    colors_here,
    has_colors,
    here,
    item,
    named,
    offers_of,
    price_of,
    size_terms,
    sizes_here,
    variants_of,
)
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.skills.sold_out import say_sold_out
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start


def add(draft: Draft, request: Request) -> None:
    """Put the choice in; a missing colour or size is asked with buttons, a sold-out one is said."""
    product = request.product
    if product is None:
        draft.say("cart.add_what")
        offer_start(draft, request, QUESTION)
        return
    is_made = request.size in ("", *product.sizes) and request.color in ("", *product.colors)
    if not is_made:
        answer_product(draft, request)
        return
    variant = request.variant() or _only_one_here(draft, request, product)
    if variant is None:
        _ask_choice(draft, request, product)
    elif not here(product, draft.facts.offers, color=variant.color, size=variant.size):
        price = price_of(offers_of(product, draft.facts.offers), draft.turn.shop.currency)
        if price is not None:
            draft.look_at(product, color=variant.color, size=variant.size)
            draft.show(product, variant.color)
            say_sold_out(draft, request, product, price)
    else:
        _put(draft, request, product, variant)


def _only_one_here(draft: Draft, request: Request, product: Product) -> Variant | None:
    """When only the colour is open and one colour has the size, that is the one."""
    if not request.size and len(product.sizes) > 1:
        return None
    found = here(product, draft.facts.offers, color=request.color, size=request.size)
    return found[0] if len(found) == 1 else None


def _ask_choice(draft: Draft, request: Request, product: Product) -> None:
    """Ask for the one choice that is missing: size first, since it decides whether there is anything to buy."""
    offers, quantity = draft.facts.offers, request.quantity or 1
    draft.look_at(product, color=request.color, size=request.size, quantity=quantity)
    if not here(product, offers, color=request.color, size=request.size):
        answer_product(draft, request)
        return
    if _waits(draft, product, request.color, request.size, quantity):
        return
    if not request.size and len(product.sizes) > 1:
        sizes = sizes_here(product, offers, color=request.color)
        key = "line.ask.next_size" if draft.cart_at is not None else "ask.size_to_add"
        _say_counted(draft, request, "ask.count_size" if request.count else key, product, sizes=size_terms(sizes))
        draft.ask("size", product=product.code, color=request.color, quantity=quantity, then="add")
        draft.buttons(CHOICE, *_size_buttons(draft, product, request.color, sizes))
        return
    colors = colors_here(product, offers, size=request.size)
    key = "line.ask.next_color" if draft.cart_at is not None else "ask.color_to_add"
    terms = tuple(color_term(color) for color in colors)
    _say_counted(draft, request, "ask.count_color" if request.count else key, product, colors=terms)
    draft.ask("color", product=product.code, size=request.size, quantity=quantity, then="add")
    picks = [variants_of(product, color=color, size=request.size)[0] for color in colors]
    draft.buttons(CHOICE, *(choices.add_choice(product, variant) for variant in picks))


def _say_counted(draft: Draft, request: Request, key: str, product: Product, **choice: Value) -> None:
    """Ask for the choice; a count that was just said is read back with it."""
    if request.count is None:
        draft.say(key, **named(product), **choice)
    else:
        draft.say(key, count=request.count.number, **choice)


def _waits(draft: Draft, product: Product, color: str, size: str, quantity: int) -> bool:
    """One question at a time: while another piece's choice is asked in this reply, this one waits behind it."""
    before = draft.question
    if before is None or before.about.get("then") != "add":
        return False
    waiting = [*before.about.get("next", ()), [product.code, color, size, quantity]]
    draft.ask(before.kind, **{**before.about, "next": waiting})
    first = draft.turn.catalogue.by_code(int(before.about["product"]))
    if first is not None:
        draft.look_at(first, color=str(before.about.get("color", "")), size=str(before.about.get("size", "")))
    return True


def _size_buttons(draft: Draft, product: Product, color: str, sizes: tuple[str, ...]) -> list[Choice]:
    """A button per size while three suffice, else help with the choice; a typed size always works."""
    one_color = color or (product.colors[0] if not has_colors(product) else "")
    if one_color and len(sizes) <= 3:
        return [choices.add_choice(product, variants_of(product, color=one_color, size=size)[0]) for size in sizes]
    return [choices.size_help(product), choices.similar(product)]


def _put(draft: Draft, request: Request, product: Product, variant: Variant) -> None:
    before = draft.quantity_in_cart(variant.id)
    is_known = bool(before) and request.quantity is None and (request.kind == "tap" or not request.named)
    wanted = before if is_known else before + (request.quantity or 1)
    available = draft.facts.offers[variant.id].available
    quantity = min(wanted, available)
    draft.look_at(product, color=variant.color, size=variant.size)
    draft.fact("stock", variant.sku, str(available))
    if quantity < wanted:
        draft.say("cart.only_left", item=item(product, variant), count=available)
    elif available == quantity and not is_known:
        draft.say("cart.last_piece", count=available)
    draft.cart_intro = "cart.already" if is_known else "cart.now"
    draft.put(product, variant, quantity)
    after_change(draft)


def after_change(draft: Draft) -> None:
    """After any change: earlier payment links end, the consent line stands below, and the next step is offered."""
    drop_open_payments(draft)
    if not draft.cart:
        draft.buttons(CART, choices.keep_looking())
        return
    was_empty = not draft.turn.cart
    if was_empty and draft.turn.state.shipping_option:
        # How the last cart was sent says nothing of a new one.
        draft.state_changes["shipping_option"] = ""
    if was_empty and draft.turn.state.payment_method == choices.CASH_ON_DELIVERY and choices.takes_cash(draft):
        draft.buttons(CART, choices.pay_cash(), choices.pay_now(draft), choices.keep_looking())
    elif was_empty:
        draft.buttons(CART, choices.pay_now(draft), choices.save_for_later(draft), choices.keep_looking())
    else:
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())


def after_edit(draft: Draft, *, intro: str = "cart.after") -> None:
    """After lines were changed: the new state in full, to be paid or changed again."""
    draft.cart_intro = intro
    after_change(draft)
    if draft.cart:
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart())


def drop_open_payments(draft: Draft) -> None:
    """A changed cart makes the earlier payment link void: its order is taken back."""
    for order in draft.facts.orders:
        cancel = CancelOrder(order_id=order.id)
        if order.state != "awaiting_payment" or cancel in draft.attempts:
            continue
        outcome = draft.attempt(cancel)
        if isinstance(outcome, OrderCancelled) and outcome.done:
            draft.closing.append(Phrase("line.cart.old_link_void"))


def view(draft: Draft, request: Request) -> None:
    """Lines, shipping, total and the next steps; an empty cart has a way on."""
    if not draft.cart:
        _say_empty(draft, request)
        return
    if draft.cart_at is None:
        draft.say_parts += sheet(draft)
    draft.buttons(CART, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())


def _say_empty(draft: Draft, request: Request) -> None:
    """Who asks for the total while something is talked about hears what is still to be chosen of it, or its price."""
    focus, before = draft.focus, draft.turn.state.question
    product = draft.turn.catalogue.product(focus.product_id) if focus else None
    if request.intent != "view_cart" or product is None or focus is None or "removal" in request.cues:
        draft.say("cart.empty")
        offer_start(draft, request)
        return
    draft.say("cart.nothing_yet")
    about = Request(route="product", product=product, color=focus.color, size=focus.size, aspects=("availability",))
    is_wanted = before is not None and before.about.get("then") == "add"
    _ask_choice(draft, about, product) if is_wanted and about.variant() is None else answer_product(draft, about)


def save_for_later(draft: Draft, request: Request) -> None:
    """Keep the cart and take the tap as consent to be reminded of it: what, how often, how to stop."""
    if not draft.cart:
        view(draft, request)
        return
    draft.save_for_later = True
    draft.consent.append(ConsentChange(kind="reminders", granted=True))
    draft.say("cart.saved")
    draft.buttons(CART, choices.pay_now(draft), choices.keep_looking())


def sent_from_whatsapp(draft: Draft, request: Request) -> None:
    """A cart put together in WhatsApp becomes ours; what is not sold or not here is named."""
    missing = [line for line in request.cart if line.variant_id is None]
    for line in request.cart:
        found = draft.turn.catalogue.by_sku(line.sku)
        if line.variant_id is None or found is None:
            continue
        product, variant = found
        offer = draft.offer(variant)
        available = offer.available if offer else 0
        if available < line.quantity:
            key = "cart.only_left" if available else "cart.none_left"
            draft.say(key, item=item(product, variant), count=available)
        elif offer is not None and line.quoted_price not in (None, offer.price):
            draft.say("cart.price_differs", item=item(product, variant), price=draft.money(offer.price))
        draft.put(product, variant, min(line.quantity, available))
        draft.look_at(product, color=variant.color, size=variant.size)
    if missing:
        draft.say("cart.unknown_goods", count=len(missing))
    draft.cart_at = len(draft.say_parts)
    after_change(draft)
