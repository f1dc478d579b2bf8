"""What the shop's deeds on a ticket tell its customer."""

from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.choices import choice
from leadnurturebot.domain.dialogue.reply import Phrase, Reply, Value
from leadnurturebot.domain.tickets import written


def ticket_solved(number: int, order_number: str) -> Reply:
    """The team has settled it; the way back stays open."""
    named: dict[str, Value] = {"number": order_number} if order_number else {}
    key = "ticket.is_solved_now" if order_number else "ticket.is_solved_now_bare"
    say = Phrase(key, {"ticket": written(number), **named})
    not_solved = choice(build("tno", argument=str(number)), "ticket_not_solved")
    return Reply(say=(say,), buttons=(not_solved,))
