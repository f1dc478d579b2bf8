"""The cart as it is said: lines, shipping, total. Every amount is computed from the cart and the shop's rules now."""

from collections.abc import Sequence

from leadnurturebot.domain.coupons import Coupon, counted_goods, discount_of, refusal, worth
from leadnurturebot.domain.dialogue.destination import destination, is_elsewhere, option_name, place_name, tax_name
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import item, size_term
from leadnurturebot.domain.dialogue.reply import Percent, Phrase, Price, Span, Value
from leadnurturebot.domain.dialogue.turn import CartLine, Turn
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.domain.totals import Totals, totals

# "$3 more and shipping is free" is said within this share of the limit, once per cart.
_WITHIN_REACH = 0.15


def subtotal(cart: Sequence[CartLine]) -> int:
    return sum(line.total for line in cart)


def noted_code(draft: Draft) -> str:
    """The code given for this cart, empty when none is."""
    return str(draft.state_changes.get("coupon", draft.turn.state.coupon))


def coupon_of(draft: Draft) -> Coupon | None:
    """The shop's coupon of the code given for this cart."""
    code = noted_code(draft)
    return next((coupon for coupon in draft.facts.coupons if coupon.code == code), None) if code else None


def discount_on(draft: Draft, cart: Sequence[CartLine]) -> int:
    """What the code given takes off these lines."""
    coupon = coupon_of(draft)
    if coupon is None or refusal(coupon, cart, draft.turn.now):
        return 0
    return discount_of(coupon, cart, most_percent=draft.turn.shop.discount_limit)


def totals_of(draft: Draft, cart: Sequence[CartLine], *, fee: int = 0) -> Totals:
    """What these lines cost with everything: the code given, shipping and tax of where they go, the fee of a way to pay.
    What an address is wanted for first is not in it."""
    goes = destination(draft)
    return totals_by(draft, cart, goes.option, fee=fee)


def totals_by(draft: Draft, cart: Sequence[CartLine], option: ShippingOption, *, fee: int = 0) -> Totals:
    """What they cost by this way of shipping."""
    goes = destination(draft)
    return totals(
        subtotal(cart), option, pieces=sum(line.quantity for line in cart), discount=discount_on(draft, cart), fee=fee,
        tax=None if goes.is_tax_open else goes.tax,
    )  # fmt: skip


def total(draft: Draft, cart: Sequence[CartLine]) -> int:
    """What the customer pays, shipping included where its rule is recorded."""
    return totals_of(draft, cart).total


def line_item(turn: Turn, line: CartLine) -> tuple[Value, ...]:
    """Name of a cart line, with colour and size where the product has a choice."""
    product = turn.catalogue.product(line.product_id)
    if product is not None:
        for variant in product.variants:
            if variant.id == line.variant_id:
                return item(product, variant)
    return (line.name, size_term(line.size))


def _line_phrase(turn: Turn, line: CartLine, *, alone: bool, intro: str) -> Phrase:
    currency = turn.shop.currency
    is_sale = line.unit_compare_at is not None and line.unit_compare_at > line.unit_price
    was = Money(line.unit_compare_at * line.quantity, currency) if line.unit_compare_at and is_sale else None
    values: dict[str, Value] = {"item": line_item(turn, line), "amount": Price(Money(line.total, currency), was)}
    key = intro + ".one" if alone else "line.cart.item"
    if line.quantity > 1:
        key += "_several"
        values["count"] = line.quantity
    return Phrase(key, values)


def lines(turn: Turn, cart: Sequence[CartLine], intro: str = "cart.now") -> list[Phrase]:
    """What is in the cart: one sentence for one line, else a heading and a line each."""
    if len(cart) == 1:
        return [_line_phrase(turn, cart[0], alone=True, intro=intro)]
    return [Phrase(f"line.{intro}.many"), *(_line_phrase(turn, line, alone=False, intro=intro) for line in cart)]


def _shipping_phrase(draft: Draft, cart: Sequence[CartLine]) -> Phrase | None:
    shop, sums = draft.turn.shop, totals_of(draft, cart)
    if sums.shipping is None:
        return None
    amounts = {"shipping": Money(sums.shipping, shop.currency), "subtotal": Money(sums.subtotal, shop.currency)}
    kind = "free" if sums.shipping == 0 else "cost"
    return Phrase(f"cart.shipping_{kind}" if len(cart) == 1 else f"line.cart.subtotal_{kind}", amounts)


def coupon_phrases(draft: Draft) -> list[Phrase]:
    """What the code given takes off the cart, or what is missing until it does."""
    coupon, taken = coupon_of(draft), discount_on(draft, draft.cart)
    if coupon is None:
        return []
    if taken:
        draft.fact("rule", "coupon", coupon.code)
        return [Phrase("line.cart.coupon", {"code": coupon.code, "discount": draft.money(taken)})]
    if refusal(coupon, draft.cart, draft.turn.now) != "minimum":
        return []
    gap = coupon.minimum - worth(counted_goods(coupon, draft.cart))
    return [Phrase("line.cart.coupon_gap", {"code": coupon.code, "gap": draft.money(gap)})]


def _total_phrase(draft: Draft, cart: Sequence[CartLine]) -> Phrase:
    goes, sums = destination(draft), totals_of(draft, cart)
    amount = Money(sums.total, draft.turn.shop.currency)
    if goes.zone is None:
        return Phrase("line.cart.total_not_shipped", {"total": amount, "place": place_name(goes.place)})
    if goes.is_open:
        return _open_total(draft, amount)
    if sums.shipping is None:
        return Phrase("line.cart.total_before_shipping", {"total": amount})
    if goes.option.days is None:
        return Phrase("line.cart.total", {"total": amount})
    key = "line.cart.total_ready" if goes.option.kind == "pickup" else "line.cart.total_days"
    return Phrase(key, {"total": amount, "days": Span(*goes.option.days)})


def _open_total(draft: Draft, amount: Money) -> Phrase:
    """What is known of a total before the address is."""
    goes = destination(draft)
    if not goes.is_tax_open:
        return Phrase("line.cart.total_before_address", {"total": amount})
    key = "line.cart.total_before_both" if goes.is_cost_open else "line.cart.total_before_tax"
    return Phrase(key, {"total": amount, "tax": tax_name(draft)})


def tax_phrases(draft: Draft, sums: Totals, *, is_order: bool = False) -> list[Phrase]:
    """The tax on its own line where it is added; where prices include it the part it is, in an order or once the address is known."""
    goes = destination(draft)
    if goes.tax is None or goes.is_tax_open or not sums.tax:
        return []
    values: dict[str, Value] = {
        "tax": tax_name(draft), "percent": Percent(goes.tax.rate), "amount": draft.money(sums.tax),
    }  # fmt: skip
    if not goes.tax.is_included:
        return [Phrase("line.cart.tax_added", values)]
    return [Phrase("line.cart.tax_included", values)] if goes.address or is_order else []


def way_phrases(draft: Draft) -> list[Phrase]:
    """How and where it goes, where that is not what goes without saying."""
    goes = destination(draft)
    found = []
    if goes.is_chosen and len(goes.options) > 1:
        found.append(Phrase("line.cart.way", {"option": option_name(goes.option)}))
    if not goes.address and is_elsewhere(draft, goes.place):
        found.append(Phrase("line.cart.to_place", {"place": place_name(goes.place)}))
    return found


def sheet(draft: Draft) -> list[Phrase]:
    """The state of the draft's cart in full, or that it is empty."""
    turn, cart = draft.turn, draft.cart
    if not cart:
        return [Phrase("cart.empty_now")]
    shipping = _shipping_phrase(draft, cart)
    phrases = [*lines(turn, cart, draft.cart_intro), *([shipping] if shipping else []), *coupon_phrases(draft)]
    phrases += [*way_phrases(draft), *tax_phrases(draft, totals_of(draft, cart))]
    phrases.append(_total_phrase(draft, cart))
    draft.fact("total", "cart", str(total(draft, cart)))
    if hint := _free_shipping_hint(draft):
        phrases.append(hint)
    return phrases


def _free_shipping_hint(draft: Draft) -> Phrase | None:
    gap = free_shipping_gap(draft)
    if not gap or draft.turn.state.free_shipping_hinted:
        return None
    draft.state_changes["free_shipping_hinted"] = True
    return Phrase("line.cart.free_shipping_gap", {"gap": draft.money(gap)})


def free_shipping_gap(draft: Draft) -> int:
    """What is missing to free shipping while that is within reach, else 0."""
    option, cart = destination(draft).option, draft.cart
    limit, amount = option.free_from, totals_of(draft, cart).goods
    if limit is None or not option.flat or not cart:
        return 0
    return limit - amount if 0 < limit - amount <= limit * _WITHIN_REACH else 0


def consent_line(draft: Draft) -> list[Phrase]:
    """The shop's line that asks leave to remind of this cart: for who has not answered it, under a cart just begun."""
    customer, turn = draft.turn.customer, draft.turn
    is_asked = turn.shop.reminder_consent and not (customer.opted_out or customer.marketing_consent)
    return [Phrase("line.cart.consent")] if is_asked and draft.cart and not turn.cart else []
