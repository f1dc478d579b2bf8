"""Which of the customer's messages our answer quotes, so that it is plain what it answers.

A quote under the very message that is answered would only take room. One is made

- when the customer has written something newer than all that is answered (an answer that came late), and
- when one answer serves several messages: it quotes the first that asked for something, unless that is the newest.

Of several bubbles the first quotes.
"""

from collections.abc import Sequence
from datetime import datetime

from leadnurturebot.domain.values import value

CIVILITIES = frozenset({"greeting", "goodbye", "thanks"})
"""Intents that ask for nothing."""


@value
class Asked:
    """A message that is being answered. `id` is the provider's, empty when it is not known."""

    id: str
    at: datetime
    is_request: bool = True


def quoted(answered: Sequence[Asked], *, newest_at: datetime | None = None) -> str:
    """The provider's id of the message to quote, "" for none. `newest_at`: when the customer wrote last of all."""
    if not answered:
        return ""
    ordered = sorted(answered, key=lambda message: message.at)
    wanted = next((message for message in ordered if message.is_request), ordered[-1])
    is_late = newest_at is not None and newest_at > ordered[-1].at
    return wanted.id if is_late or wanted is not ordered[-1] else ""
