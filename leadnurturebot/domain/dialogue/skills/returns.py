"""Sending something back: which piece, why, what for it; the size that fits is offered first when the size was the reason."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import Action, build
from leadnurturebot.domain.dialogue.decision import AskReturn, ReturnAsked
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import size_term
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.handoff import hand_over
from leadnurturebot.domain.dialogue.skills.return_pieces import code_of, is_one_size, item_words, piece_meant
from leadnurturebot.domain.dialogue.skills.tickets import team_decides
from leadnurturebot.domain.dialogue.turn import Order, OrderItem
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said
from leadnurturebot.domain.order_states import CANCELLABLE_BY_CUSTOMER
from leadnurturebot.domain.returns import LETTERS, SHOPS_FAULT, SIZE_REASONS, Reason

_LETTER = {reason: letter for letter, reason in LETTERS.items()}
IN_HAND = frozenset({"delivered", "shipped"})
_ENDED = frozenset({"", "rejected", "cancelled"})


def is_known(order: Order | None) -> bool:
    """Whether the lines of an order are on record, so that a return of it can be settled here."""
    return order is not None and bool(order.items)


def begin(draft: Draft, request: Request, order: Order, *, is_size: bool = False) -> None:
    """Which piece comes back, and why; where there is nothing to ask, what can be done instead."""
    if order.state not in IN_HAND:
        _not_here(draft, order)
        return
    left = [item for item in order.items if item.quantity > item.returning]
    if not left:
        say_state(draft, order)
        return
    meant = piece_meant(draft, request, left)
    if meant is None:
        _ask_which(draft, order, left, _told(draft, request))
        return
    reason = _told(draft, request)
    if reason is not None:
        offer(draft, order, meant, reason)
    else:
        ask_why(draft, order, meant, is_size=is_size)


def _told(draft: Draft, request: Request) -> Reason | None:
    """The reason, said now or before we asked which piece."""
    open_question = draft.turn.state.question
    if request.action is not None:
        letter = open_question.about.get("reason", "") if open_question and open_question.kind == "return_which" else ""
        return LETTERS.get(letter)
    said = reason_said(request.text)
    return Reason(said) if said else None


def _not_here(draft: Draft, order: Order) -> None:
    draft.fact("order", order.number, order.state)
    draft.say("returns.not_here", number=order.number, state=Term("order_state", order.state))
    if order.state in CANCELLABLE_BY_CUSTOMER:
        number = order.number.lstrip("#")
        action = build("cancel", argument=number if len(number) <= 13 else "")
        draft.buttons(QUESTION, choices.choice(action, "cancel_order"), choices.person())
    else:
        draft.buttons(QUESTION, choices.person())


def _ask_which(draft: Draft, order: Order, left: list[OrderItem], reason: Reason | None) -> None:
    rows = []
    for item in left[:10]:
        code = code_of(draft, item)
        if code is not None:
            amount = draft.money(item.unit_price * item.quantity)
            hint = Phrase("row.cart_amount", {"amount": amount, "count": item.quantity})
            rows.append(Choice(build("ret", variant=code), Phrase("row.item", {"item": item_words(draft, item)}), hint))
    if not rows:
        hand_over(draft, "promise_needed", "returns.asked_team", f"return {order.number}")
        return
    draft.ask("return_which", reason=_LETTER[reason] if reason else "")
    draft.say("returns.which_item", number=order.number)
    draft.claim(Shape(weight=QUESTION, rows=tuple(rows), rows_label=Phrase("button.choose")))


def ask_why(draft: Draft, order: Order, item: OrderItem, *, is_size: bool) -> None:
    """The one thing that changes what is done: too small or too large, else the reason of the list."""
    code = code_of(draft, item)
    if code is None:
        hand_over(draft, "promise_needed", "returns.asked_team", f"return {order.number}: {item.name}")
        return
    draft.ask("return_why", variant=code)
    if is_size:
        draft.say("returns.small_or_large", item=item_words(draft, item))
        small, large = (build("why", variant=code, argument=letter) for letter in "sl")
        draft.buttons(
            QUESTION, choices.choice(small, "too_small"), choices.choice(large, "too_large"), choices.person()
        )
        return
    draft.say("returns.why", item=item_words(draft, item), number=order.number)
    rows = tuple(
        Choice(build("why", variant=code, argument=letter), Phrase(f"reason.{reason}"))
        for letter, reason in LETTERS.items()
        if not (is_one_size(draft, item) and reason in SIZE_REASONS)
    )
    draft.claim(Shape(weight=QUESTION, rows=rows, rows_label=Phrase("button.choose")))


def reason_given(draft: Draft, request: Request) -> None:
    """[Too small] or a reason in words."""
    found = _of_variant(draft, request)
    letter = request.action.argument if request.action else ""
    if found is None or letter not in LETTERS:
        _lost(draft)
        return
    offer(draft, *found, LETTERS[letter])


def _of_variant(draft: Draft, request: Request) -> tuple[Order, OrderItem] | None:
    """The newest piece of the tapped variant that the customer holds."""
    code = _old_code(request.action)
    for order in draft.facts.orders:
        for item in order.items:
            if order.state in IN_HAND and item.quantity > item.returning and code_of(draft, item) == code:
                return order, item
    return None


def _old_code(action: Action | None) -> int | None:
    """The variant that comes back: that of the button, or of `xch:<new>:<old>.<letter>` the second."""
    if action is None:
        return None
    old, _, letter = action.argument.partition(".")
    return int(old) if letter and old.isdecimal() else action.variant_code


def _lost(draft: Draft) -> None:
    """The piece is on its way back already, or no longer known: where it is, else a person."""
    order = next((each for each in draft.facts.orders if any(i.return_state not in _ENDED for i in each.items)), None)
    if order is not None:
        say_state(draft, order)
    else:
        draft.say("returns.unclear")
    draft.buttons(QUESTION, choices.person())


def offer(draft: Draft, order: Order, item: OrderItem, reason: Reason, *, last: Choice | None = None) -> None:
    """What can be done: the size that fits first, the same again when it was broken, else the money. `last` stands in the
    place of the person's button."""
    if reason is Reason.LATE:
        hand_over(draft, "complaint", "returns.asked_team", f"late: {order.number}, {item.name}")
        return
    letter, code = _LETTER[reason], code_of(draft, item)
    instead = _instead(draft, item, reason)
    draft.ask("return_wish", variant=code, reason=letter, exchange=instead.code if instead else None)
    if reason in SHOPS_FAULT:
        draft.say("returns.sorry")
    key = "size_in_stock" if reason in SIZE_REASONS else "same_in_stock"
    if instead is not None:
        draft.say(f"returns.{key}", item=(item.name, size_term(instead.size)))
        draft.fact("stock", item.name, instead.size)
    elif reason in SIZE_REASONS:
        draft.say("returns.no_size", item=item_words(draft, item))
    draft.say("returns.wish" if instead else "returns.wish_money", item=item_words(draft, item))
    exchange = _exchange(instead, code, letter) if instead else None
    money = choices.choice(build("give", variant=code, argument=letter), "money_back")
    draft.buttons(QUESTION, exchange, money, last or choices.person())


def _exchange(instead: Variant, code: int | None, letter: str) -> Choice:
    action = build("xch", variant=instead.code, argument=f"{code}.{letter}")
    return choices.choice(action, "exchange_for", size=size_term(instead.size))


def _instead(draft: Draft, item: OrderItem, reason: Reason) -> Variant | None:
    """The next size that is here in the same colour, or the very same; nothing for goods that only disappointed."""
    product = draft.turn.catalogue.product(item.product_id)
    if product is None:
        return None
    if reason in SIZE_REASONS:
        wanted = _next_sizes(product, item.size, larger=reason is Reason.SIZE_SMALL)
    elif reason in SHOPS_FAULT:
        wanted = [item.size]
    else:
        return None
    fits = {variant.size: variant for variant in product.variants if variant.color == item.color}
    here = (fits[size] for size in wanted if size in fits and _is_here(draft, fits[size], item.quantity))
    return next(here, None)


def _next_sizes(product: Product, size: str, *, larger: bool) -> list[str]:
    """The size beside the one that was too small or too large; two away is a guess that nobody asked for."""
    sizes = product.sizes
    if size not in sizes:
        return []
    index = sizes.index(size) + (1 if larger else -1)
    return [sizes[index]] if 0 <= index < len(sizes) else []


def _is_here(draft: Draft, variant: Variant, quantity: int) -> bool:
    offer_now = draft.offer(variant)
    return offer_now is not None and offer_now.available >= quantity


def exchange_wanted(draft: Draft, request: Request) -> None:
    """[Exchange for L]: set aside, at no cost by the rule, or asked of a person."""
    letter = request.action.argument.partition(".")[2] if request.action else ""
    found, new = _of_variant(draft, request), request.variant()
    if found is None or new is None or letter not in LETTERS:
        _lost(draft)
        return
    order, item = found
    outcome = draft.attempt(_ask(order, item, LETTERS[letter], "exchange", new))
    if isinstance(outcome, ReturnAsked):
        _conclude(draft, order, item, outcome, instead=replace(item, size=new.size))


def money_wanted(draft: Draft, request: Request) -> None:
    """[Money back]: by the rule once the goods are there, or asked of a person."""
    letter = request.action.argument if request.action else ""
    found = _of_variant(draft, request)
    if found is None or letter not in LETTERS:
        _lost(draft)
        return
    order, item = found
    outcome = draft.attempt(_ask(order, item, LETTERS[letter], "refund", None))
    if isinstance(outcome, ReturnAsked):
        _conclude(draft, order, item, outcome, instead=None)


def _ask(order: Order, item: OrderItem, reason: Reason, wanted: str, new: Variant | None) -> AskReturn:
    return AskReturn(
        order_id=order.id, line_id=item.line_id, quantity=item.quantity - item.returning, reason=reason, wanted=wanted,
        wanted_variant_id=new.id if new else None,
    )  # fmt: skip


def _conclude(
    draft: Draft, order: Order, item: OrderItem, outcome: ReturnAsked, *, instead: OrderItem | None
) -> None:  # fmt: skip
    draft.fact("return", order.number, outcome.outcome)
    deed = "exchange" if instead else "refund"
    if outcome.outcome == "refused":
        about = instead if instead and outcome.why == "sold_out" else item
        draft.say(f"returns.{outcome.why}", item=item_words(draft, about), number=order.number)
        draft.buttons(QUESTION, choices.person())
    elif outcome.outcome == "requested":
        if instead:
            draft.say("returns.set_aside", item=item_words(draft, instead))
        team_decides(draft, order, deed)
    else:
        _say_approved(draft, order, item, outcome, instead=instead)


def _say_approved(
    draft: Draft, order: Order, item: OrderItem, outcome: ReturnAsked, *, instead: OrderItem | None
) -> None:  # fmt: skip
    """What happens now, and how it is sent back: recorded, or by a person who sends the label."""
    if instead:
        draft.say("returns.exchange_booked", item=item_words(draft, instead), number=outcome.exchange_number)
    elif outcome.amount is not None:
        draft.say("returns.money_booked", item=item_words(draft, item), amount=draft.money(outcome.amount))
    how = draft.turn.shop.return_instructions
    if how:
        draft.say("returns.how", how=how)
    else:
        hand_over(
            draft, "promise_needed", "returns.label", f"{'exchange' if instead else 'return'} {order.number}: label"
        )


def say_state(draft: Draft, order: Order) -> None:
    """Where the returns of an order are."""
    item = next((each for each in order.items if each.return_state), None)
    if item is None:
        draft.say("returns.nothing_left", item=item_words(draft, order.items[0]), number=order.number)
        return
    draft.fact("return", order.number, item.return_state)
    draft.say(f"returns.is_{item.return_state}", item=item_words(draft, item), number=order.number)


def photo_kept(draft: Draft, request: Request) -> bool:
    """A picture while a return is talked about stays with it; the open question is asked again. False when none is."""
    question = draft.turn.state.question
    if question is None or question.kind not in ("return_wish", "return_why"):
        return False
    draft.say("returns.photo_kept")
    draft.ask(question.kind, **question.about)
    about = question.about
    if question.kind == "return_wish":
        code, letter = about["variant"], about["reason"]
        found = draft.turn.catalogue.variant_by_code(about["exchange"]) if about["exchange"] else None
        exchange = _exchange(found[1], code, letter) if found else None
        money = choices.choice(build("give", variant=code, argument=letter), "money_back")
        draft.buttons(QUESTION, exchange, money, choices.person())
    return True
