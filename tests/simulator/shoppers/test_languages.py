"""Shoppers of every language know every moment, and none of them speaks in the training text's own patterns."""

import re
from pathlib import Path

import pytest
import yaml

from simulator.shoppers.wording import FOLDER, Wording, languages

GAPS = {"name", "size", "color", "a_kind", "kinds", "budget", "height", "weight", "other", "title"}
PLACES = {"nth", "nth_the", "nth_of"}
TRAINING = Path(__file__).parents[3] / "leadnurturebot" / "assistant" / "language"
# Answers of a word or two ("{size} please") are what everybody says; a pattern is something longer.
WORDS_LEAST = 3
SLOT, MARKS = re.compile(r"\{\w+\}"), re.compile(r"[^\w§\s]+")


def lines_of(language: str) -> dict[str, list[str]]:
    return dict(yaml.safe_load((FOLDER / language / "lines.yaml").read_text(encoding="utf-8")))


def bare(text: str) -> str:
    return " ".join(MARKS.sub(" ", SLOT.sub("§", text).lower()).split())


def pattern_of(line: str) -> str:
    """A training pattern as an expression over bare text: `(a|b|)` is a choice, `{slot}` one gap."""
    parts = re.split(r"([(|)])", SLOT.sub("§", line).lower())
    made = "".join({"(": "(?:", "|": "|", ")": ")"}.get(part, re.escape(MARKS.sub(" ", part))) for part in parts)
    return re.sub(r"(?:\\ )+", r"\\s*", made)


def trained(language: str) -> re.Pattern[str]:
    folder = TRAINING / language.split("-")[0] / "phrases"
    lines = [line for file in sorted(folder.glob("*.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
    known = [pattern_of(line) for line in lines if line.strip() and not line.startswith("#")]
    return re.compile("|".join(rf"(?:\s*{each}\s*)" for each in known))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_what_english_shoppers_have(language: str) -> None:
    spoken, wording = lines_of(language), Wording(language)
    assert set(lines_of("en")) - set(spoken) == set()
    assert {name for name, each in spoken.items() if not all(isinstance(line, str) for line in each)} == set()
    gaps = {gap for each in spoken.values() for line in each for gap in re.findall(r"\{(\w+)\}", line)}
    assert gaps <= GAPS | (PLACES & set(spoken))
    assert set(Wording("en").habits["kinds"]) - {"tee"} <= set(wording.habits["kinds"])
    assert wording.habits["mixes_with"] in languages()


@pytest.mark.parametrize("language", languages())
def test_no_line_is_a_pattern_of_the_training_text(language: str) -> None:
    known = trained(language)
    shared = [
        line
        for moment, each in lines_of(language).items()
        for line in each
        if not moment.startswith("nth")
        and len(bare(line).replace("§", "").split()) >= WORDS_LEAST
        and known.fullmatch(bare(line))
    ]
    assert shared == []


def test_the_check_finds_a_line_that_was_trained_on() -> None:
    assert re.fullmatch(pattern_of("(do you have|got) the {product} in {size}(?|)"), bare("Got the {name} in {size}?"))
