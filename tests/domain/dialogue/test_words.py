"""Every language's words: the same cues as English, sound patterns, cheap on long messages."""

import re
import time
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # the standard library's own parser has no public name
from typing import Any

import pytest

from leadnurturebot.domain.dialogue.cue_words import CUES, cues_of
from leadnurturebot.domain.dialogue.words.every import WORDS, has_word, own_words, pattern, plain
from leadnurturebot.domain.dialogue.words.moments import MOMENTS, OWN
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

WRITTEN = [code for code, words in WORDS.items() if words.is_written]
LONGEST = 4096
_ACCENTED = re.compile("[\u00c0-\u024f]")
_UNBOUNDED = 100


def patterns(words: LanguageWords) -> Iterator[tuple[str, str]]:
    yield from words.cues.items()
    yield from ((f"own {cue}", written) for cue, written in words.own_cues.items())
    yield from ((f"{kind} {n}", written.replace("{n}", "2")) for n, (kind, written) in enumerate(words.counts))
    yield from enumerate_days(words)
    yield from (
        ("now", words.now),
        ("weekend", words.weekend),
        ("number", words.number_marks),
        *words.pay_names.items(),
    )


def enumerate_days(words: LanguageWords) -> Iterator[tuple[str, str]]:
    yield from ((f"weekday {number}", name) for number, name in enumerate(words.weekdays))
    yield from ((f"in {ahead} days", name) for ahead, name in words.near_days.items())


EVERY = [pytest.param(p, id=f"{code} {name}") for code in WRITTEN for name, p in patterns(WORDS[code])] + [
    pytest.param(p, id=f"{code} moment {cue}")
    for cue, by_language in MOMENTS.items()
    for code, p in by_language.items()
]


@pytest.mark.parametrize("code", WRITTEN)
def test_a_language_has_every_cue(code: str) -> None:
    words = WORDS[code]
    assert set(CUES) - set(words.cues) - set(words.own_cues) == set()
    assert (set(words.cues) | set(words.own_cues)) - set(CUES) == set()


@pytest.mark.parametrize("code", WRITTEN)
def test_a_language_has_every_moment(code: str) -> None:
    # "Midi" and "maxi" are the same word everywhere; some cues are added to in one language alone.
    shared = {"midi_wished", "maxi_wished", "lacking"}
    lacking = [cue for cue, by_language in MOMENTS.items() if code not in by_language and cue not in CUES]
    assert set(lacking) <= shared
    assert set(MOMENTS) >= OWN


@pytest.mark.parametrize("code", WRITTEN)
def test_a_language_has_days_numbers_and_counts(code: str) -> None:
    words = WORDS[code]
    assert (len(words.weekdays), {0, 1} <= set(words.near_days)) == (7, True)
    assert {kind for kind, _ in words.counts} == {"set", "more", "less"}
    assert set(range(1, 11)) <= set(words.numbers.values())
    assert all((words.now, words.weekend, words.number_marks, words.pay_names, words.absent, words.sleeveless))


@pytest.mark.parametrize("written", EVERY)
def test_a_pattern_compiles_and_finds_something_definite(written: str) -> None:
    assert re.compile(pattern(written)).search("") is None


@pytest.mark.parametrize("written", EVERY)
def test_a_pattern_has_no_accents(written: str) -> None:
    assert _ACCENTED.search(written) is None, "messages are searched without Latin accents"


@pytest.mark.parametrize("written", EVERY)
def test_a_pattern_repeats_nothing_at_will(written: str) -> None:
    assert list(wild(_parser.parse(pattern(written)))) == []


def wild(parts: Any, *, is_inside: bool = False) -> Iterator[str]:
    """Repeats within unbounded repeats, and unbounded repeats of any character: both make long messages dear."""
    for kind, value in parts:
        if str(kind) in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, inner = value
            is_unbounded = most > _UNBOUNDED * 2
            if is_unbounded and (is_inside or str(inner[0][0]) in ("ANY", "NOT_LITERAL") or _is_negated(inner[0])):
                yield f"{inner}"
            yield from wild(inner, is_inside=is_inside or is_unbounded)
        elif str(kind) == "SUBPATTERN":
            yield from wild(value[-1], is_inside=is_inside)
        elif str(kind) == "BRANCH":
            for branch in value[1]:
                yield from wild(branch, is_inside=is_inside)
        elif str(kind) in ("ASSERT", "ASSERT_NOT"):
            yield from wild(value[1], is_inside=is_inside)


def _is_negated(part: Any) -> bool:
    return str(part[0]) == "IN" and str(part[1][0][0]) == "NEGATE"


@pytest.mark.parametrize("unit", ["a", "no ", "when ", "2 ", "का ", "?", "what is the "])
def test_the_longest_message_costs_little(unit: str) -> None:
    started = time.process_time()
    cues_of.__wrapped__((unit * LONGEST)[:LONGEST], "en")
    assert time.process_time() - started < 2, "a pattern runs away: usual are ten milliseconds"


def test_devanagari_words_have_edges() -> None:
    assert has_word("दो", "मुझे दो दीजिए")
    assert not has_word("दो", "दोनों")
    assert has_word("नहीं", "अभी नहीं।")


def test_accents_do_not_matter() -> None:
    assert plain("¿Cuánto? mañana, é") == "¿Cuanto? manana, e"


def test_a_language_without_words_is_read_as_english() -> None:
    assert own_words("xx") is WORDS["en"]


def test_a_word_that_another_language_has_too_counts_only_in_its_own() -> None:
    assert "asking" in cues_of("do these shrink", "en")
    assert "asking" not in cues_of("do kurti chahiye", "hi")
