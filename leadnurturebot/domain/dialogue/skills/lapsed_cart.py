"""A cart that nobody touched for long: offered again at the prices and stock of now, never lost in silence."""

from leadnurturebot.domain.dialogue.cart_sheet import line_item
from leadnurturebot.domain.dialogue.draft import CART, Draft
from leadnurturebot.domain.dialogue.goods import here
from leadnurturebot.domain.dialogue.lapsing import OFFERED, start_afresh
from leadnurturebot.domain.dialogue.lapsing import put_back as put_back_choice
from leadnurturebot.domain.dialogue.reply import Phrase, Price, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import after_change, view
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start
from leadnurturebot.domain.dialogue.turn import CartLine


def offer_again(draft: Draft, request: Request) -> None:
    """Each piece as it is today, with what changed since; one question, answered by a tap or a word."""
    lapsed = draft.turn.lapsed
    draft.customer.update(address="", address_note="")
    draft.say(OFFERED)
    draft.say_parts += [_line(draft, line) for line in lapsed]
    if not any(line.available for line in lapsed):
        draft.dropped += lapsed
        draft.say("line.lapsed.none")
        offer_start(draft, request)
        return
    yes, no = put_back_choice(), start_afresh()
    draft.say("line.lapsed.again")
    draft.ask("offer", yes=yes.action, no=no.action)
    draft.buttons(CART, yes, no)


def _line(draft: Draft, line: CartLine) -> Phrase:
    count = min(line.quantity, line.available)
    item: Value = line_item(draft.turn, line)
    if count > 1:
        item = Phrase("item.counted", {"count": count, "item": item})
    if not count:
        return Phrase("line.lapsed.sold_out", {"item": item})
    amount = draft.money(line.unit_price * count)
    draft.fact("price", line.name, str(line.unit_price))
    if count < line.quantity:
        return Phrase("line.lapsed.fewer", {"item": item, "amount": amount})
    if line.added_price not in (None, line.unit_price):
        was = draft.money((line.added_price or 0) * count)
        return Phrase("line.lapsed.price_now", {"item": item, "amount": amount, "was": was})
    return Phrase("line.lapsed.item", {"item": item, "amount": Price(amount)})


def put_back(draft: Draft, request: Request) -> None:
    """[Put it back]: what is here goes into the cart at today's price; [Start afresh] lets go of it."""
    is_wanted = request.action is None or request.action.argument != "no"
    if not is_wanted:
        draft.dropped += draft.turn.lapsed
        draft.say("lapsed.dropped")
        offer_start(draft, request)
        return
    back = [line for line in draft.turn.lapsed if _put(draft, line)]
    if not back:
        view(draft, request)
        return
    after_change(draft)


def _put(draft: Draft, line: CartLine) -> bool:
    """One piece back, as many as are here; what is sold out is let go of and was said to be."""
    product = draft.turn.catalogue.product(line.product_id)
    variants = here(product, draft.facts.offers, color=line.color, size=line.size) if product else []
    found = next((variant for variant in variants if variant.id == line.variant_id), None)
    if product is None or found is None:
        draft.dropped.append(line)
        return False
    draft.put(product, found, min(line.quantity, draft.facts.offers[found.id].available))
    return True
