"""Spanish "y" and "o" before a word that begins with their own sound, which CLDR's lists do not know."""

import re

_LIKE_AND = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)
"""The sound of "y": inglés, hindi; not hielo."""
_LIKE_OR = re.compile(r"h?[oó]|8|11(?!\d)", re.IGNORECASE)
"""The sound of "o": otoño, hoy, ocho, once."""


def spanish_joint(said: str, last: str) -> str:
    """A list with "e" for "y" and "u" for "o" before its last part, where the sound asks for it."""
    for joint, other, sound in ((" y ", " e ", _LIKE_AND), (" o ", " u ", _LIKE_OR)):
        if said.endswith(joint + last) and sound.match(last):
            return said[: -len(joint + last)] + other + last
    return said
