"""Whether a message is the address that was asked for."""

from collections.abc import Sequence

from leadnurturebot.domain.addresses import read_address
from leadnurturebot.domain.dialogue.state import Question

_ADDRESS_MIN, _REST_MIN = 10, 3
"""Fewest characters of an address, and of the rest of one."""


def is_address(text: str, question: Question, countries: Sequence[str]) -> bool:
    """An address has a number and some length, a town that alone was missing has none; a question is no address.

    Beside a payment link, or the choice of the way to pay, only a whole one is: "I paid 50 just now" is none.
    """
    about = question.about
    least = _REST_MIN if about.get("partial") or about.get("placed") else _ADDRESS_MIN
    has_number = any(char.isdigit() for char in text) or about.get("missing") == "city"
    if len(text) < least or not has_number or text.endswith("?"):
        return False
    return not (about.get("again") and read_address(text, countries).missing)
