"""Words beside the intents that change how a message is answered (`words/` has them by language). Small on purpose: a
false hit here costs an odd sentence, a miss only a plainer one."""

from functools import cache, lru_cache

from leadnurturebot.domain.dialogue.words.every import BASE, WORDS, pattern, plain
from leadnurturebot.domain.dialogue.words.moments import MOMENTS, OWN
from leadnurturebot.domain.pattern_table import PatternTable

CUES = tuple(dict.fromkeys([*WORDS[BASE].cues, *WORDS[BASE].own_cues]))
"""Every cue that the languages' modules hold; `MOMENTS` has more."""
_Name = tuple[str, str, bool]
"""Cue, language of the pattern, and whether the pattern is only for messages of that language."""


def every_pattern() -> dict[_Name, str]:
    """The patterns of all languages together: a customer may mix them."""
    table: dict[_Name, str] = {}
    for cue in CUES:
        for code, words in WORDS.items():
            for is_own, patterns in ((False, words.cues), (True, words.own_cues)):
                if cue in patterns:
                    table[cue, code, is_own] = pattern(patterns[cue])
    for cue, by_language in MOMENTS.items():
        for code, written in by_language.items():
            name = (cue, code, cue in OWN)
            table[name] = f"{table[name]}|{pattern(written)}" if name in table else pattern(written)
    return table


@cache
def _table() -> PatternTable[_Name]:
    return PatternTable(every_pattern())


# A turn asks more than once for the cues of the same message.
@lru_cache(maxsize=512)
def cues_of(text: str, language: str) -> tuple[str, ...]:
    """The cues found in a message of this language (empty: of an unknown one)."""
    found = _table().found_in(plain(text))
    return tuple(dict.fromkeys(cue for cue, code, is_own in found if not is_own or code == language))
