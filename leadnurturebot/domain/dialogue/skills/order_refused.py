"""What stands between a cart and its order: sold out, dearer, a code that ended. It is said, and nothing is ordered."""

from leadnurturebot.domain.coupons import time_refusal
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import coupon_of, line_item, noted_code, total
from leadnurturebot.domain.dialogue.decision import OrderRefused
from leadnurturebot.domain.dialogue.draft import CART, Draft
from leadnurturebot.domain.dialogue.turn import CartLine


def say_refused(draft: Draft, refused: OrderRefused) -> None:
    """Why nothing was ordered, and the way on; the cart stays as it is."""
    line = next((line for line in draft.cart if line.variant_id == refused.variant_id), None)
    draft.fact("order", "refused", refused.reason)
    if refused.reason == "sold_out" and line is not None:
        _say_sold_out(draft, line, refused.available)
    elif refused.reason == "price_changed":
        draft.say("pay.price_changed")
        draft.buttons(CART, choices.view_cart(), choices.keep_looking())
    elif refused.reason == "coupon_gone":
        _say_code_gone(draft)
    elif refused.reason == "not_shipped":
        draft.say("pay.ways_changed")
        draft.buttons(CART, choices.pay_amount(draft), choices.view_cart(), choices.person())
    elif refused.reason == "empty_cart":
        draft.say("cart.empty")
        draft.buttons(CART, choices.keep_looking())
    else:
        draft.say("pay.no_method")
        draft.buttons(CART, choices.person(), choices.view_cart())


def _say_code_gone(draft: Draft) -> None:
    """The code is dropped, and what is to be paid without it is asked again."""
    code = noted_code(draft)
    draft.state_changes["coupon"] = ""
    draft.say("coupon.gone", code=code, total=draft.money(total(draft, draft.cart)))
    draft.buttons(CART, choices.pay_amount(draft), choices.view_cart(), choices.keep_looking())


def _is_code_gone(draft: Draft) -> bool:
    """Whether a code that was noted ended, was stopped or was used up by others. Who used it up knows."""
    coupon = coupon_of(draft)
    if not noted_code(draft):
        return False
    return coupon is None or time_refusal(coupon, draft.turn.now) in ("over", "used_up")


def _say_sold_out(draft: Draft, line: CartLine, available: int) -> None:
    found = _goods(draft, line)
    if available > 0:
        draft.say("pay.only_left", item=line_item(draft.turn, line), count=available)
        if found is not None:
            action = build("qty", variant=found, argument=str(available))
            keep = choices.choice(action, "take_count", count=available)
            draft.buttons(CART, keep, choices.change_cart(), choices.keep_looking())
        return
    draft.say("pay.sold_out", item=line_item(draft.turn, line))
    if found is not None:
        draft.state_changes["sold_out_variant"] = found
        remove = choices.choice(build("qty", variant=found, argument="0"), "take_out")
        notice = choices.choice(build("tell", variant=found), "tell_me")
        similar = choices.choice(build("sim", variant=found), "similar")
        draft.buttons(CART, similar, notice, remove)


def _goods(draft: Draft, line: CartLine) -> int | None:
    """The code of a cart line's variant, for its buttons."""
    product = draft.turn.catalogue.product(line.product_id)
    variants = product.variants if product else ()
    return next((variant.code for variant in variants if variant.id == line.variant_id), None)


def changed_since(draft: Draft) -> bool:
    """Whether stock or a price got worse since it was put in; then it is said and asked before paying."""
    for line in draft.cart:
        if line.available < line.quantity:
            _say_sold_out(draft, line, line.available)
            return True
    if _is_code_gone(draft):
        _say_code_gone(draft)
        return True
    raised = [line for line in draft.cart if line.added_price is not None and line.unit_price > line.added_price]
    for line in raised:
        was = draft.money(line.added_price or 0)
        draft.say("pay.price_now", item=line_item(draft.turn, line), price=draft.money(line.unit_price), was=was)
        draft.fact("price", line.name, str(line.unit_price))
        draft.reconfirmed.add(line.variant_id)
    if raised:
        draft.say("line.pay.new_total", total=draft.money(total(draft, draft.cart)))
        draft.say("pay.keep_it")
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())
    return bool(raised)
