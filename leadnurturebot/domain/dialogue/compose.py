"""One message of everything a turn's skills said, with the memory and the effects that go with it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID
from zlib import crc32

from leadnurturebot.domain.dialogue.cart_sheet import consent_line, sheet
from leadnurturebot.domain.dialogue.decision import CartChange, Effects, Followed
from leadnurturebot.domain.dialogue.draft import Draft, Shape
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.reply import Card, Choice, Phrase, Reply
from leadnurturebot.domain.dialogue.state import SEEN_KEPT, Question, ThreadState
from leadnurturebot.domain.dialogue.wishes import to_memory

REMEMBERED_KEYS = 24
_LASTING_QUESTIONS = frozenset({"size", "color", "figures", "pick", "order_number", "kind"})
# Sentences that have wordings enough of their own to be said again without "as before".
REWORDED = (
    "greet.hi",
    "greet.start",
    "greet.again",
    "known.unknown",
    "smalltalk.",
    "media.",
    "unsure.",
    "thanks.",
    "goodbye.",
    "declined.",
    "pay.ask_address",
    "delivery.ask",
    "delivery.place_kept",
    "delivery.pin_wrong",
)
# Sentences with a second wording, said so the second time they are asked for.
_WORDED_TWICE = ("coupon.told_", "discount.no")
# The state after a change: in its first wording, in another one when the cart comes back to what it was.
_STATES = ("cart.after.", "line.cart.after.")


def reply_of(draft: Draft) -> tuple[Reply, ...]:
    """The turn's one message; none when silence is right."""
    if draft.silent:
        return ()
    say = list(draft.say_parts)
    if draft.cart_at is not None:
        say[draft.cart_at : draft.cart_at] = sheet(draft)
        draft.closing += consent_line(draft)
    say += draft.closing
    if not say:
        return ()
    shape = draft.shape
    worded = _reworded(say, shape, draft.turn.state.recent_replies)
    has_own_pictures = bool(shape.rows or shape.cards or shape.where or shape.catalogue_item)
    return (
        Reply(
            say=worded,
            picture=None if has_own_pictures else draft.picture,
            buttons=shape.buttons,
            rows=shape.rows,
            rows_label=shape.rows_label,
            cards=shape.cards,
            cards_label=shape.cards_label,
            link=shape.link,
            catalogue_item=shape.catalogue_item,
            where=shape.where,
        ),
    )


def _reworded(say: Sequence[Phrase], shape: Shape, recent: Sequence[str]) -> tuple[Phrase, ...]:
    """The sentences in wordings not just used; a message that says what one of the last said admits it."""
    is_repeat = _digest(say, (*shape.rows, *shape.cards)) in recent
    worded = [
        phrase
        if (phrase.key.startswith(_STATES) and not is_repeat) or not (variant := _next_variant(phrase.key, recent))
        else replace(phrase, variant=variant)
        for phrase in say
    ]
    is_worded = say[0].key.startswith(_WORDED_TWICE) and recent.count(_digest(say, (*shape.rows, *shape.cards))) < 2
    if is_repeat and not is_worded and not say[0].key.startswith((*REWORDED, *_STATES)):
        worded.insert(0, Phrase("again.same", variant=_next_variant("again.same", recent)))
    return tuple(worded)


def _next_variant(key: str, recent: Sequence[str]) -> int:
    """The wording after the one used last, as far as that is remembered."""
    for said in reversed(recent):
        name, _, variant = said.partition("#")
        if name == key:
            return int(variant or 0) + 1
    return 0


def _remembered(phrase: Phrase) -> str:
    return f"{phrase.key}#{phrase.variant}" if phrase.variant else phrase.key


def _digest(say: Sequence[Phrase], goods: Sequence[Choice | Card]) -> str:
    """A fingerprint of what is said and shown, whatever the wording."""
    said = [(phrase.key, sorted(phrase.values.items())) for phrase in say if phrase.key != "again.same"]
    content = repr((said, [shown.action for shown in goods]))
    return f"={crc32(content.encode()):08x}"


def remember(draft: Draft, replies: Sequence[Reply]) -> ThreadState:
    """What the thread remembers after the turn."""
    state = draft.turn.state
    seen = tuple(dict.fromkeys((*reversed(draft.viewed), *reversed(state.seen))))[:SEEN_KEPT]
    said = [
        item
        for reply in replies
        for item in (*map(_remembered, reply.say), _digest(reply.say, (*reply.rows, *reply.cards)))
    ]
    changes: dict[str, object] = {
        "focus": draft.focus,
        "shown": state.shown if draft.shown is None else draft.shown,
        "seen": tuple(reversed(seen)),
        "listed": tuple(dict.fromkeys((*state.listed, *draft.listed)))[-SEEN_KEPT:],
        "offered": tuple(each.product_id for each in draft.offered) or state.offered,
        "refused": tuple(dict.fromkeys((*state.refused, *draft.refused)))[-SEEN_KEPT:],
        "wish": _wish(draft),
        "question": _open_question(draft),
        "misunderstood": 0,
        "recent_replies": (*state.recent_replies, *said)[-REMEMBERED_KEYS:],
        **draft.state_changes,
    }
    return replace(state, **changes)  # type: ignore[arg-type]  # values are collected by field name


def _wish(draft: Draft) -> dict[str, object]:
    """The wishes so far; a size said about one product is kept for the next search."""
    wish = dict(to_memory(draft.reading.wish) if draft.wish is None else draft.wish)
    sizes = [
        size
        for request in draft.reading.requests
        for size in (request.entities.sizes if request.product else ())
        if request.product and match_size(request.product, size)
    ]
    return {**wish, "sizes": sizes[-1:]} if sizes and draft.wish is None else wish


def _open_question(draft: Draft) -> Question | None:
    """The question now open: the one just asked, else one that waits on while other things are answered; two goods
    answered about leave open which of them, or both."""
    before = draft.turn.state.question
    picks = [[r.product.code, r.color, r.size] for r in draft.reading.requests if r.route == "product" and r.product]
    if draft.question is None and len(picks) == 2:
        return Question(kind="pick", about={"picks": picks})
    if draft.question is not None or before is None or before.kind not in _LASTING_QUESTIONS:
        return draft.question
    was_answered = any(request.question is not None for request in draft.reading.requests) or _has_picked(draft, before)
    return None if was_answered or draft.cart_at is not None else before


def _has_picked(draft: Draft, question: Question) -> bool:
    """Whether one product of the list was opened, so that a bare "M" is about it from now on."""
    before, now = draft.turn.state.focus, draft.focus
    is_other = now is not None and (before is None or before.product_id != now.product_id)
    return question.kind == "pick" and is_other


def effects_of(draft: Draft) -> Effects:
    """Everything the turn changes."""
    return Effects(
        cart=(*_cart_changes(draft), *_dropped(draft)),
        consent=tuple(draft.consent),
        handoff=draft.handoff,
        viewed=tuple(draft.viewed),
        customer=draft.customer,
        erase=draft.erase,
        save_for_later=draft.save_for_later,
        address_wanted=draft.address_wanted,
        unanswered=tuple(draft.unanswered),
        offered=draft.offered,
        followed=_followed(draft),
        fits=tuple(draft.fits),
    )


def _followed(draft: Draft) -> tuple[Followed, ...]:
    """Suggested products that were opened or put in the cart now and not before."""
    state = draft.turn.state
    taken = {line.product_id for line in draft.cart} - {line.product_id for line in draft.turn.cart}
    opened = {*draft.viewed, *taken} - {*state.seen}
    return tuple(
        Followed(product_id=product_id, slot=slot)
        for slot, product_id in enumerate(state.offered, start=1) if product_id in opened
    )  # fmt: skip


def _cart_changes(draft: Draft) -> tuple[CartChange, ...]:
    """The difference between the cart before and now, and the lines whose new price was just said."""
    before = {line.variant_id: line for line in draft.turn.cart}
    after = {line.variant_id: line for line in draft.cart}
    changes: list[CartChange] = []
    for variant_id in dict.fromkeys((*before, *after)):
        old, new = before.get(variant_id), after.get(variant_id)
        line = new or old
        if line is None or not _differs(variant_id, old.quantity if old else 0, new.quantity if new else 0, draft):
            continue
        quantity = new.quantity if new else 0
        changes.append(
            CartChange(variant_id=variant_id, product_id=line.product_id, quantity=quantity, unit_price=line.unit_price)
        )
    return tuple(changes)


def _dropped(draft: Draft) -> tuple[CartChange, ...]:
    return tuple(
        CartChange(variant_id=line.variant_id, product_id=line.product_id, quantity=0, unit_price=line.unit_price)
        for line in draft.dropped
        if not draft.quantity_in_cart(line.variant_id)
    )


def _differs(variant_id: UUID, before: int, after: int, draft: Draft) -> bool:
    return before != after or (after > 0 and variant_id in draft.reconfirmed)
