"""In which script a language is written. Hindi has two: `hi` is Devanagari, `hi-Latn` is Hindi in Latin letters.

A message is understood as one of the five languages, whatever its script; a reply is written in a tag (BCP 47).
"""

import re

TAGS = ("en", "es", "pt", "hi", "hi-Latn", "id")
"""Every tag that replies are written in."""
_LATIN_OF = {"hi": "hi-Latn"}
"""Tag in Latin letters of the languages whose own letters are others."""
_OWN_LETTERS = re.compile("[\u0900-\u097f]")
_LATIN_WORD = re.compile(r"[^\W\d_]{2,}")
_CLEAR_WORDS = 3
"""Latin words from which on a message shows its script: "OK", "size M" are written so by everybody."""


def base_language(tag: str) -> str:
    """The language of a tag: `hi` of `hi-Latn`."""
    return tag.partition("-")[0]


def written_tag(language: str, text: str, before: str) -> str:
    """The tag of a message in one of our languages; what shows no script keeps that of the thread (`before`, a tag or
    empty)."""
    latin = _LATIN_OF.get(language)
    if latin is None or _OWN_LETTERS.search(text):
        return language
    words = len(_LATIN_WORD.findall(text))
    if base_language(before) == language and words < _CLEAR_WORDS:
        return before
    return latin if words else language


def spoken_tag(tag: str, tags: tuple[str, ...]) -> str:
    """The tag itself when it is one of `tags`, else its language in another script, else empty."""
    if tag in tags:
        return tag
    return next((own for own in tags if tag and base_language(own) == base_language(tag)), "")
