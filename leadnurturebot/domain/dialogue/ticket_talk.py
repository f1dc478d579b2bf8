"""Trouble with an order told in any wording, news asked of it, and "it is not solved": whatever the intent was taken for."""

import re
from dataclasses import replace

from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.every import pattern, plain
from leadnurturebot.domain.dialogue.words.ticket_matters import NEWS, NOT_SOLVED, matter_said, told
from leadnurturebot.domain.tickets import TICKET_LETTERS

_OWN_WILL = frozenset({
    "human_agent", "opt_out", "delete_data", "change_language", "cancel_order", "notify_restock", "discount", "price",
    "size_help", "recommendation",
})  # fmt: skip
"""What is asked in its own right, whatever words of trouble are in it."""
# "What if it does not arrive?" asks for the rule; nothing has happened yet.
_IF = re.compile(
    pattern(r"\b(?:what if|if (?:it|my|the|i))\b|\bsi (?:no|me)\b|\bse (?:nao|eu|o)\b|\b(?:agar|kalau|kalo)\b|अगर"),
    re.IGNORECASE,
)


def about_ticket(unit: Understanding, base: Request) -> Request | None:
    """The request that a message makes about trouble with an order, None when it tells of none."""
    found = told(base.said) if unit.intent not in _OWN_WILL else ""
    names_goods = bool(unit.entities.products or unit.entities.categories)
    # "Contra reembolso" is a way to pay, and sounds like money back.
    is_a_way = "pay_cash" in base.cues and unit.intent == "return_exchange"
    if not found or is_a_way or _IF.search(plain(base.said)):
        return None
    if found == NOT_SOLVED:
        return replace(base, route="ticket_not_solved")
    if found == NEWS:
        return None if names_goods else replace(base, route="ticket_news")
    return replace(base, route="complaint")


def ticket_why(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """What happened, in words, as its row would have said it."""
    matter = matter_said(heard.text)
    if not matter or unit.intent in _OWN_WILL:
        return None
    letter = next(letter for letter, kind in TICKET_LETTERS.items() if kind == matter)
    return from_action(scene.turn, ticket_action(letter, str(question.about["order"])), text=heard.text)


def ticket_which(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """Which order it is about, by its number."""
    number = unit.entities.order_number.lstrip("#")
    return (
        from_action(scene.turn, ticket_action(str(question.about["matter"]), number), text=heard.text)
        if number
        else None
    )


def ticket_action(letter: str, number: str) -> str:
    """The action of a kind of ticket about an order; a number too long for an id leaves the order open."""
    action = f"ticket:{letter}.{number.lstrip('#')}"
    return action if len(action) <= 20 else f"ticket:{letter}."
