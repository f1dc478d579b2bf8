"""What can truly be saved: a coupon of the shop, a sale, free shipping. Nothing is made up and no code is hinted at."""

from collections.abc import Iterator

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.coupons import Coupon, normal_code, refusal, time_refusal
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.cart_sheet import noted_code, subtotal
from leadnurturebot.domain.dialogue.draft import CART, HINT, Draft
from leadnurturebot.domain.dialogue.goods import item, lowest, named, offers_of, price_of
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.shop_facts import cart_steps


def discount(draft: Draft, request: Request) -> None:
    """A code that was named is noted or refused; else one true way to pay less, or a kind and firm no."""
    code = normal_code(request.entities.coupon)
    if code and _take_code(draft, code):
        return
    has_way = (not code and _tell_coupon(draft)) or _sale_of_product(draft, request) or _free_shipping(draft)
    if not has_way and not code:
        _say_plain_no(draft, request)
    cart_steps(draft)


def _take_code(draft: Draft, code: str) -> bool:
    """Note the code for the cart and show what it makes of the total; False when it does not count, which is said."""
    coupon = next((each for each in draft.facts.coupons if each.code == code), None)
    if coupon is None:
        draft.say("discount.code_invalid")
        return False
    now = draft.turn.now
    why = refusal(coupon, draft.cart, now) if draft.cart else time_refusal(coupon, now)
    if why not in ("", "minimum"):
        _say_refused(draft, coupon, why)
        return False
    if noted_code(draft) not in ("", code):
        draft.say("coupon.instead", code=noted_code(draft))
    draft.state_changes["coupon"] = code
    _show_effect(draft, coupon)
    return True


def _say_refused(draft: Draft, coupon: Coupon, why: str) -> None:
    draft.fact("rule", "coupon", f"{coupon.code} {why}")
    if why == "unknown":
        draft.say("discount.code_invalid")
    elif why == "other_goods":
        kinds = tuple(Term("category_plural", category) for category in coupon.categories)
        draft.say("coupon.other_goods", code=coupon.code, kinds=kinds)
    else:
        draft.say(f"coupon.{why}", code=coupon.code)


def _show_effect(draft: Draft, coupon: Coupon) -> None:
    if not draft.cart:
        draft.fact("rule", "coupon", coupon.code)
        draft.say("coupon.noted", code=coupon.code)
        draft.buttons(HINT, choices.keep_looking())
    else:
        if draft.cart_at is None:
            draft.cart_at = len(draft.say_parts)
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())


def _tell_coupon(draft: Draft) -> bool:
    """A code that the shop lets everybody know, with what it takes off and from when."""
    open_to_all = (each for each in draft.facts.coupons if each.is_told and not time_refusal(each, draft.turn.now))
    coupon = next(open_to_all, None)
    if coupon is None:
        return False
    draft.fact("rule", "coupon", coupon.code)
    if coupon.percent is not None:
        draft.say("coupon.told_percent", code=coupon.code, percent=coupon.percent)
    else:
        draft.say("coupon.told_amount", code=coupon.code, amount=draft.money(coupon.amount or 0))
    if coupon.minimum:
        draft.say("coupon.from_minimum", minimum=draft.money(coupon.minimum))
    if coupon.categories:
        kinds = tuple(Term("category_plural", category) for category in coupon.categories)
        draft.say("coupon.only_for", kinds=kinds)
    return True


def _sale_of_product(draft: Draft, request: Request) -> bool:
    """A product of the cart or the one in focus on sale, or one of its colours."""
    offers = draft.facts.offers
    for product, variant in _talked_about(draft):
        offer = offers.get(variant.id)
        if offer is None or offer.available < 1 or offer.compare_at is None or offer.compare_at <= offer.price:
            continue
        price = price_of([offer], draft.turn.shop.currency)
        if price is not None:
            parts = item(product, variant)[:-1] if len(product.sizes) > 1 else item(product, variant)
            key = "discount.bargain_sale" if request.entities.price_max else "discount.sale"
            draft.say(key, item=parts, price=price)
            draft.fact("price", variant.sku, str(offer.price))
            return True
    return False


def _talked_about(draft: Draft) -> Iterator[tuple[Product, Variant]]:
    focus = [draft.focus.product_id] if draft.focus else []
    for product_id in dict.fromkeys((*focus, *(line.product_id for line in draft.cart))):
        product = draft.turn.catalogue.product(product_id)
        for variant in product.variants if product else ():
            if product is not None:
                yield product, variant


def _free_shipping(draft: Draft) -> bool:
    """Free shipping from a limit is the other true way to pay less."""
    limit = draft.turn.shop.shipping_free_from
    if limit is None or not draft.turn.shop.shipping_flat or _worth(draft) >= limit:
        return False
    draft.say("discount.no_but_shipping", limit=draft.money(limit))
    return True


def _worth(draft: Draft) -> int:
    """The cart, or while it is empty the product in focus: beyond the limit shipping is free already."""
    product = draft.turn.catalogue.product(draft.focus.product_id) if draft.focus and not draft.cart else None
    offer = lowest(offers_of(product, draft.facts.offers)) if product else None
    return offer.price if offer else subtotal(draft.cart)


def _say_plain_no(draft: Draft, request: Request) -> None:
    product = draft.turn.catalogue.product(draft.focus.product_id) if draft.focus else None
    price = price_of(offers_of(product, draft.facts.offers), draft.turn.shop.currency) if product else None
    if product is not None and price is not None:
        draft.say("discount.no_price", **named(product), price=price)
        draft.buttons(HINT, choices.add(product, None), choices.similar(product))
    else:
        draft.say("discount.no")
