"""What was said lately: keys of the sentences, after every message its fingerprint (`=1a2b3c4d`), see `compose.py`."""

from collections.abc import Sequence
from itertools import takewhile

_FINGERPRINT = "="


def last_said(recent: Sequence[str]) -> tuple[str, ...]:
    """The keys of the last message, newest first."""
    behind = recent[:-1] if recent and recent[-1].startswith(_FINGERPRINT) else recent
    return tuple(takewhile(lambda key: not key.startswith(_FINGERPRINT), reversed(behind)))
