"""What a language's module of words holds, and how its patterns are written.

Patterns are regular expressions matched without regard to case on text without Latin accents ("cuánto" arrives as
"cuanto", "ñ" as "n"), with the straight apostrophe. `\\b` also works beside Devanagari; `\\w+` does not span its vowel
signs, `\\S+` does. No `.*`: a bound such as `.{0,40}` keeps long messages cheap.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

CountKind = Literal["set", "more", "less"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguageWords:
    """The words of one language, compared by identity. An empty one is a language whose words nobody wrote yet."""

    cues: Mapping[str, str] = field(default_factory=dict)
    """Cue to pattern (`en.py` has them all). Searched in every message: customers mix languages."""
    own_cues: Mapping[str, str] = field(default_factory=dict)
    """More patterns of the same cues, searched only in messages of this language: words that elsewhere mean something
    else (Hindi "do" is two, Spanish "sin" is without). A cue may stand in both, and must in one of them."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number words as written without accents, also "a couple", "both"."""
    counts: tuple[tuple[CountKind, str], ...] = ()
    """How a count of the cart is said, first match wins. `{n}` stands for digits or a number word. `set`: so many in
    all; `more`, `less`: so many more or fewer. Searched in lower case without closing punctuation."""
    before_color: str = ""
    """What may stand between a count and its colour ("two in black"): alternatives, each with its space."""
    weekdays: tuple[str, ...] = ()
    """Seven patterns, Monday first."""
    near_days: Mapping[int, str] = field(default_factory=dict)
    """Days from today to pattern: 0 today, 1 tomorrow, perhaps 2."""
    now: str = ""
    """This very moment."""
    weekend: str = ""
    girths: Mapping[str, str] = field(default_factory=dict)
    """What `bust`, `waist` and `hip` are called: alternatives."""
    number_marks: str = ""
    """What stands before a bare number that picks a row: "number", "option"."""
    pay_names: Mapping[str, str] = field(default_factory=dict)
    """Names of ways to pay beyond the brands of `pay_words.py`, by method: `installments`, `bank_transfer`…"""
    absent: frozenset[str] = frozenset()
    """Words with which a shop records that a garment lacks something: "pockets: none"."""
    present: frozenset[str] = frozenset()
    """Words with which a shop records no more than that a garment has something: "pockets: yes"."""
    sleeveless: frozenset[str] = frozenset()
    """Records of sleeves that say there are none."""

    @property
    def is_written(self) -> bool:
        """Whether somebody wrote this language's words."""
        return bool(self.cues)
