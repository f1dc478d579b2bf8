"""Hindi as it is typed: no two people spell it alike, and half of them write another script."""

import re
from pathlib import Path

import pytest

from leadnurturebot.assistant.language.folders import FOLDERS, languages

_LETTERS = re.compile("[a-z]+")


def _folded(text: str) -> str:
    spellings = languages()["hi"].spellings
    return " ".join(spellings.get(word, word) for word in text.split())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("kitna kitnaa kitana qitna kitnna", "kitna"),
        ("chahiye chaiye chahie chahye", "chahiye"),
        ("nahi nahin nahee nai nhi", "nahi"),
        ("bhejna bhejnaa bhejana भेजना", "bhejna"),
        ("pehenne pahanne pehnne पहनने", "pehenne"),
        ("mehnga mahnga mahanga महंगा महँगा", "mehnga"),
        ("saree sari saari साड़ी साडी", "saree"),
        ("mil milna", "mil milna"),
    ],
)
def test_spellings_of_a_word_are_one_word(typed: str, read: str) -> None:
    assert set(_folded(typed).split()) == set(read.split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("कितने का है", "kitne ka hai"),
        ("मुझे यह चाहिए", "mujhe ye chahiye"),
        ("ये वाला कितना पड़ेगा", "ye wala kitna padega"),
        ("साइज़ क्या लूँ", "size kya lu"),
        ("क्या मिलेगा", "kya milega"),
    ],
)
def test_both_scripts_become_one_text(written: str, read: str) -> None:
    assert _folded(written) == read


def test_no_english_word_of_our_own_text_is_taken_for_hindi() -> None:
    spellings = languages()["hi"].spellings
    english = {word for path in _english() for word in _LETTERS.findall(path.read_text("utf-8").lower())}
    listed = set(spellings)
    assert {word: spellings[word] for word in english - listed if word in spellings} == {}


def _english() -> list[Path]:
    return [*(FOLDERS / "en" / "phrases").glob("*.txt"), FOLDERS / "en" / "hints.txt", FOLDERS / "en" / "meanings.yaml"]


def test_a_word_unknown_in_either_script_stays_what_it_is() -> None:
    assert _folded("zxqv jabberwocky") == "zxqv jabberwocky"
    assert _folded("त्रिवेंद्रम") == "trivendram"
