"""Chooses among the readings of a message: as a whole, by sentence, by clause."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.assistant.understanding.rules import BARE_ANSWER, GOODS_ONLY, PRODUCT_ONLY
from leadnurturebot.domain.values import value

SOCIAL = frozenset({"greeting", "thanks", "goodbye"})
_SENTENCE = 0.7
"""Least confidence for a sentence to stand as a request of its own."""
_CLAUSE = 0.8
_BESIDE, _SURE = 0.6, 0.9
_OF_GOODS = frozenset({"add_to_cart", "availability", "product_details", "price"})
_OF_SHOP = frozenset({"payment_methods", "shipping", "return_exchange", "store_info"})
_LENT = frozenset({BARE_ANSWER, GOODS_ONLY, PRODUCT_ONLY})
"""Rule readings that name things without asking: beside a request they only lend it their entities."""
_SAME_REQUEST = (
    frozenset({"complaint", "order_status", "human_agent"}),
    frozenset({"return_exchange", "order_status", "cancel_order"}),
    frozenset({"product_search", "recommendation"}),
    frozenset({"deny", "edit_cart"}),
)
"""Intents that often tell one story: what was ordered, what happened, what is wanted now, "wait no, small instead"."""


@value
class Reading:
    """One way to read a part of a message."""

    message: Draft
    intent: str
    confidence: float
    cue: str = ""
    """The rule that decided; empty when the network did."""
    alternative: str = ""
    joined: tuple[Draft, ...] = ()
    """Parts without a request of their own, whose entities belong to this one."""

    @property
    def messages(self) -> tuple[Draft, ...]:
        return (*self.joined, self.message)


def chosen(whole: Reading, sentences: Sequence[Reading], clauses: Sequence[Sequence[Reading]]) -> list[Reading]:
    """The requests of a message in the order said; at least one.

    `clauses` holds for each sentence (or for the whole, when it is one) its clauses, none when it has no joint.
    """
    if whole.cue:
        return [whole]
    parts = list(sentences) or [whole]
    pieces: list[Reading] = []
    for index, part in enumerate(parts):
        group = _standing(clauses[index], _CLAUSE) if index < len(clauses) and not part.cue else []
        pieces += group if len(group) > 1 or _is_corrected(part, group) else [part]
    if len(pieces) == 1:
        return pieces
    found = _standing(pieces, _SENTENCE)
    return found if len(found) > 1 else [_one(whole, found)]


def _is_corrected(part: Reading, group: Sequence[Reading]) -> bool:
    """Whether a no goes on with what is wanted instead."""
    return part.intent == "deny" and [reading.intent for reading in group] == ["edit_cart"]


def _one(whole: Reading, found: Sequence[Reading]) -> Reading:
    best = found[0] if found else whole
    if best.intent == whole.intent or best.confidence < whole.confidence:
        return replace(
            whole,
            confidence=max(best.confidence, whole.confidence) if best.intent == whole.intent else whole.confidence,
        )
    return replace(whole, intent=best.intent, confidence=best.confidence, alternative=whole.intent, cue=best.cue)


def _standing(parts: Sequence[Reading], least: float) -> list[Reading]:
    """The parts that ask something, each once; the others lend their entities to the next (or the last) that does."""
    found: list[Reading] = []
    waiting: tuple[Draft, ...] = ()
    for part in parts:
        is_answer = part.cue == BARE_ANSWER and part is parts[0]
        if not (is_answer or _stands(part, least) or _stands_beside(part, parts)) or (
            found and _is_same(found[-1], part)
        ):
            if found and (part.intent in SOCIAL or _is_same(found[-1], part)):
                found[-1] = _told_on(found[-1], part, least)
            else:
                waiting += (*part.joined, part.message)
            continue
        found.append(replace(part, joined=(*waiting, *part.joined)))
        waiting = ()
    if waiting and found:
        found[-1] = replace(found[-1], joined=(*found[-1].joined, *waiting))
    return found


def _told_on(first: Reading, second: Reading, least: float) -> Reading:
    """One request out of two parts: what a story ends on is what is wanted, but a complaint stays one."""
    if first.intent == "complaint" or first.intent == second.intent or not _stands(second, least):
        return replace(first, joined=(*first.joined, second.message))
    return replace(second, joined=(*first.messages, *second.joined))


def _stands(part: Reading, least: float) -> bool:
    if part.intent in SOCIAL or part.intent == "out_of_scope":
        return False
    return part.cue not in _LENT and (bool(part.cue) or part.confidence >= least)


def _stands_beside(part: Reading, parts: Sequence[Reading]) -> bool:
    """ "Coloca o M no carrinho, e aceita pix?": less sureness is enough for what is said of goods beside a sure question
    about the shop, which would swallow it."""
    is_of_goods = part.intent in _OF_GOODS and not part.cue and part.confidence >= _BESIDE
    return is_of_goods and any(
        other.intent in _OF_SHOP and (bool(other.cue) or other.confidence >= _SURE) for other in parts
    )


def _is_same(first: Reading, second: Reading) -> bool:
    return first.intent == second.intent or any({first.intent, second.intent} <= group for group in _SAME_REQUEST)
