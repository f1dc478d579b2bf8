"""Handing over to a person: at once, with when they are there and that nothing need be repeated."""

from datetime import datetime
from zoneinfo import ZoneInfo

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.cart_sheet import line_item, total
from leadnurturebot.domain.dialogue.decision import HandOff
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import color_term, size_term
from leadnurturebot.domain.dialogue.languages import reply_language
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.language_tags import base_language


def asked_for_person(draft: Draft, request: Request) -> None:
    """Asked for in any wording: yes, at once."""
    hand_over(draft, "asked", "handoff.asked", request.text)


def complaint(draft: Draft, request: Request) -> None:
    """Sorry, the person, what happens now. No selling; the order is asked for once when none is known."""
    number = _order_number(draft, request)
    draft.say("complaint.sorry_picture" if request.has_picture else "complaint.sorry")
    if number:
        draft.say("complaint.about_order", number=number)
        draft.fact("order", number, "complaint")
    hand_over(draft, "complaint", "handoff.complaint", request.text)
    if not number and not request.has_picture:
        draft.say("complaint.send_number_or_photo")


def _order_number(draft: Draft, request: Request) -> str:
    """The order meant: the one named, else the only one there is."""
    numbers = {order.number.casefold().lstrip("#"): order.number for order in draft.facts.orders}
    named = request.entities.order_number.casefold().lstrip("#")
    if named:
        return numbers.get(named, "")
    return next(iter(numbers.values())) if len(numbers) == 1 else ""


def ask_team(draft: Draft, request: Request) -> None:
    """A detail that no record has: the team is asked."""
    about = request.product.name if request.product else ""
    detail = " ".join(request.entities.details)
    hand_over(draft, "promise_needed", "handoff.ask_team", f"{about} {detail}".strip())


def hand_over(draft: Draft, reason: str, key: str, said: str) -> None:
    """Record the hand-off with its summary and say who comes and when."""
    draft.handoff = HandOff(reason=reason, summary=summary(draft, said))
    draft.rules.append(f"hand-off: {reason}")
    say_handoff(draft, key)


def say_handoff(draft: Draft, key: str) -> None:
    shop = draft.turn.shop
    draft.say(key, team=_team(draft))
    if shop.is_open is False and shop.opens_at is not None:
        _say_opening(draft, shop.opens_at)
    elif shop.is_open:
        draft.say("handoff.is_open")
    draft.say("handoff.has_chat")


def _team(draft: Draft) -> Value:
    """The team by the owner's name for it where that is in the customer's language ("Sarah's team"), else in theirs."""
    shop = draft.turn.shop
    is_own = base_language(reply_language(draft)) == base_language(shop.language)
    return shop.team_name if shop.team_name and is_own else Phrase("handoff.team")


def _say_opening(draft: Draft, opening: datetime) -> None:
    today = draft.turn.now.astimezone(ZoneInfo(draft.turn.shop.timezone)).date()
    values: dict[str, Value] = {"time": opening.time(), "day": Term("weekday", str(opening.weekday()))}
    match (opening.date() - today).days:
        case 0:
            draft.say("handoff.opens_at", **values)
        case 1:
            draft.say("handoff.opens_tomorrow", **values)
        case _:
            draft.say("handoff.opens_on", **values)


def summary(draft: Draft, said: str) -> tuple[Phrase, ...]:
    """Three lines for the agent: the last words, the product in focus, the cart."""
    lines = [Phrase("agent.said", {"text": said.strip()[:200]})] if said.strip() else []
    focus = draft.turn.catalogue.product(draft.focus.product_id) if draft.focus else None
    if focus is not None and draft.focus is not None:
        color, size = draft.focus.color, draft.focus.size
        chosen = ((color_term(color),) if color else ()) + ((size_term(size),) if size else ())
        lines.append(Phrase("agent.focus", {"item": (focus.name, *chosen)}))
    if draft.cart:
        items = tuple(
            Phrase("agent.item", {"count": line.quantity, "item": line_item(draft.turn, line)}) for line in draft.cart
        )
        amount = draft.money(total(draft, draft.cart))
        lines.append(Phrase("agent.cart", {"items": items, "total": amount}))
    return tuple(lines)


def unsure(draft: Draft, request: Request) -> None:
    """Not understood: once a short question with the likeliest readings as buttons, the second time a person."""
    draft.miss(request, "low_confidence")
    misunderstood = draft.turn.state.misunderstood + 1
    draft.state_changes["misunderstood"] = misunderstood
    if misunderstood >= 2:
        draft.state_changes["misunderstood"] = 0
        hand_over(draft, "unsure_twice", "handoff.unsure", request.text)
        return
    likely = [intent for intent in (request.intent, request.alternative) if intent in _OFFERED]
    if request.product is not None and not likely:
        draft.say("unsure.about_product", product=request.product.name)
        _keep_looking_at(draft, request.product)
        add = choices.add(request.product, None)
        draft.buttons(QUESTION, choices.ask_team(request.product), choices.size_help(request.product), add)
        return
    draft.say("unsure.did_you_mean" if likely else "unsure.start")
    offered = [choices.choice(f"do:{intent}", f"do_{intent}") for intent in dict.fromkeys(likely)]
    if len(offered) < 2:
        offered += [choices.choice("any", "surprise"), choices.choice("do:order_status", "do_order_status")]
    unique = {choice.action: choice for choice in offered}
    draft.buttons(QUESTION, *list(unique.values())[:2], choices.person())


def _keep_looking_at(draft: Draft, product: Product) -> None:
    """What was chosen or advised of it stays."""
    focus = draft.focus if draft.focus is not None and draft.focus.product_id == product.id else None
    draft.look_at(product, color=focus.color if focus else "", size=focus.size if focus else "")


_OFFERED = frozenset({
    "product_search", "recommendation", "size_help", "discount", "view_cart", "checkout", "payment_methods",
    "shipping", "order_status", "return_exchange", "store_info",
})  # fmt: skip
"""Readings that can be offered as a button and then stand on their own."""
