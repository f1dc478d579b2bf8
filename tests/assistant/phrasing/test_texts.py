"""The texts are complete: every key that the dialogue names exists, in every language with the same parameters."""

import re
from pathlib import Path

import pytest

from leadnurturebot.assistant.phrasing.texts import languages, texts
from leadnurturebot.domain.dialogue.compose import REWORDED
from leadnurturebot.domain.message_content import TITLE_MAX
from leadnurturebot.domain.order_states import OrderState

DIALOGUE = Path(__file__).parents[3] / "leadnurturebot" / "domain" / "dialogue"
NAMED = re.compile(r'(?:\.say\(|Phrase\(|_opening\(cart, |Heading\(|hand_over\(draft, "\w+", )"([a-z_.]+)"')


def named_keys() -> set[str]:
    return {key for path in DIALOGUE.rglob("*.py") for key in NAMED.findall(path.read_text(encoding="utf-8"))}


def test_every_key_that_the_dialogue_names_has_a_text() -> None:
    keys = named_keys()
    assert len(keys) > 120
    assert keys - set(texts("en")) == set()


def test_every_button_named_has_a_text() -> None:
    found = set()
    for path in DIALOGUE.rglob("*.py"):
        found |= set(re.findall(r'\bchoice\(.*?\), "(\w+)"', path.read_text(encoding="utf-8")))
    assert len(found) > 25
    assert {f"button.{name}" for name in found} - set(texts("en")) == set()


@pytest.mark.parametrize("state", OrderState)
def test_every_state_of_an_order_can_be_told(state: OrderState) -> None:
    assert {f"order.{state}", f"term.order_state.{state}"} <= set(texts("en"))


@pytest.mark.parametrize("sizing", ["true_to_size", "runs_small", "runs_large", "unknown"])
def test_however_it_runs_can_be_told(sizing: str) -> None:
    assert f"size.runs_asked.{sizing}" in texts("en")


@pytest.mark.parametrize("language", languages())
def test_buttons_without_parameters_fit(language: str) -> None:
    long = [key for key, wordings in texts(language).items() if key.startswith("button.") and _is_long(wordings[0])]
    assert long == []


def _is_long(wording: object) -> bool:
    return "{" not in str(wording) and len(str(wording)) > TITLE_MAX


@pytest.mark.parametrize("language", languages())
def test_no_text_brings_a_figure_of_its_own(language: str) -> None:
    assert [key for key, wordings in texts(language).items() if re.search(r"\d", str(wordings))] == []


@pytest.mark.parametrize("language", languages())
def test_a_language_takes_the_parameters_of_english(language: str) -> None:
    for key, wordings in texts(language).items():
        allowed = set(re.findall(r"\{(\w+)", str(texts("en")[key])))
        assert set(re.findall(r"\{(\w+)", str(wordings))) <= allowed, key


def test_what_is_said_often_has_several_wordings() -> None:
    plain = [key for key in texts("en") if key.startswith(REWORDED) and len(texts("en")[key]) < 2]
    assert plain == [
        "smalltalk.medical",
        "smalltalk.medical_material",
        "smalltalk.competitor",
        "smalltalk.competitor_returns",
        "smalltalk.abuse",
        "smalltalk.abuse_again",
    ]
