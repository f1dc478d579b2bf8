"""Which of many patterns a text holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.dialogue.cue_words import _WORDS, cues_of
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


_PIECES = sorted({piece for by in _WORDS.values() for own in by.values() for piece in re.findall(r"[a-z']{2,}", own)})


@given(st.lists(st.sampled_from([*_PIECES, "?", "5", "🛒", "h&m", "f**k"]), max_size=9).map(" ".join))
def test_no_cue_is_missed(text: str) -> None:
    alone = tuple(cue for cue, by in _WORDS.items() if any(re.search(own, text, re.IGNORECASE) for own in by.values()))
    assert cues_of(text) == alone


def test_few_cues_need_to_be_tried_on_every_text() -> None:
    table = PatternTable({cue: "|".join(by.values()) for cue, by in _WORDS.items()})
    assert len(table._always) <= 12, sorted(table._always)
