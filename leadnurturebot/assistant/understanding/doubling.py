"""Doubled words, where a language makes plurals of them: "baju-baju", "baju2" and "baju2nya" as one word."""

from collections.abc import Sequence

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.cleaning import Token

_LEAST_LETTERS = 3
"""Shorter words before a figure are sizes and numbers: `xl2`, `no2`."""


def without_doubling(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens with every doubled word as one, said once.

    `doubling` in the language's words holds the figures that double ("2"); without it nothing changes. A doubled word
    that means something of its own ("lihat-lihat") stands in the chat spellings.
    """
    figures = language.list("doubling")
    if not figures:
        return list(tokens)
    endings = ("", *language.list("clitics"))
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        end, ending = _doubled(tokens, index, figures, endings)
        found.append(_said_once(tokens[index], tokens[end - 1], ending, language) if end > index + 1 else tokens[index])
        index = end
    return found


def _doubled(tokens: Sequence[Token], index: int, figures: Sequence[str], endings: Sequence[str]) -> tuple[int, str]:
    """The token after a doubled word and the ending it carries; the next token where none is doubled."""
    first = tokens[index].raw.lower()
    glued = [token.raw.lower() for token in _glued(tokens, index)]
    if not first.isalpha() or len(first) < _LEAST_LETTERS or not glued:
        return index + 1, ""
    if glued[0] in figures:
        ending = glued[1] if len(glued) > 1 and glued[1] in endings else ""
        return index + 2 + bool(ending), ending
    if glued[0] == "-" and len(glued) > 1 and glued[1].removeprefix(first) in endings and glued[1].startswith(first):
        return index + 3, glued[1].removeprefix(first)
    return index + 1, ""


def _glued(tokens: Sequence[Token], index: int) -> list[Token]:
    """Up to two tokens that follow without a space."""
    found: list[Token] = []
    for before, token in zip(tokens[index : index + 2], tokens[index + 1 : index + 3], strict=False):
        if before.end != token.start:
            break
        found.append(token)
    return found


def _said_once(first: Token, last: Token, ending: str, language: Language) -> Token:
    raw = first.raw.lower()
    word = language.spellings.get(f"{raw}-{raw}", first.word) + ending
    return Token(word, f"{first.raw}-{first.raw}{ending}", first.start, last.end)
