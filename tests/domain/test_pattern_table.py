"""Which of many patterns a text holds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadnurturebot.domain.dialogue.cue_words import cues_of, every_pattern
from leadnurturebot.domain.dialogue.words.every import WORDS, plain
from leadnurturebot.domain.pattern_table import PatternTable

TABLE = PatternTable({"tea": r"\btea\b|kettle", "two": r"a|b", "hot": r"(?:very )?hot\b", "no": r"(?:xyz)?n"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        ("TEA", ("tea", "two")),
        ("a kettle", ("tea", "two")),
        ("not so hot", ("hot", "no")),
        ("steam", ("two",)),
    ],
)
def test_it_finds_what_each_pattern_alone_would_find(text: str, names: tuple[str, ...]) -> None:
    assert TABLE.found_in(text) == names


@pytest.mark.parametrize("pattern", [r"[|)(]a|b", r"\|x|(?:c|d(?:e|f))g", r"(?<!a|b)h|[^|]i", "", "a||b"])
@given(text=st.text(alphabet="abcdefghix|()", max_size=5))
def test_a_pattern_is_cut_at_its_own_bars_only(pattern: str, text: str) -> None:
    assert PatternTable({"it": pattern}).found_in(text) == (("it",) if re.search(pattern, text) else ())


PATTERNS = {(cue, code): written for (cue, code, is_own), written in every_pattern().items() if not is_own}
COMPILED = {name: re.compile(own, re.IGNORECASE) for name, own in PATTERNS.items()}
_PIECES = sorted({piece for own in PATTERNS.values() for piece in re.findall(r"[^\W\d_']{2,}", own)})


# The first search takes the patterns apart, which is once and slow.
@settings(deadline=None)
@given(st.lists(st.sampled_from([*_PIECES, "?", "5", "🛒", "h&m", "f**k"]), max_size=9).map(" ".join))
def test_no_cue_is_missed(text: str) -> None:
    alone = dict.fromkeys(cue for (cue, _), own in COMPILED.items() if own.search(plain(text)))
    assert cues_of(text, "") == tuple(alone)


@pytest.mark.parametrize("language", WORDS)
def test_few_cues_need_to_be_tried_on_every_text(language: str) -> None:
    table = PatternTable({cue: own for (cue, code), own in PATTERNS.items() if code == language})
    assert len({table._tried[place][1] for place in table._always}) <= 12
