"""The texts are complete: every key that the dialogue names exists, in every language with the same parameters."""

import re
from pathlib import Path

import pytest

from leadnurturebot.assistant.phrasing.missing import faults
from leadnurturebot.assistant.phrasing.texts import TEXTS, Wording, languages, texts
from leadnurturebot.domain.dialogue.compose import REWORDED
from leadnurturebot.domain.language_tags import TAGS
from leadnurturebot.domain.message_content import ROW_TITLE_MAX, TITLE_MAX
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
def test_titles_fit_when_filled(language: str) -> None:
    limits = {"button.": TITLE_MAX, "row.": ROW_TITLE_MAX}
    long = [
        (key, said)
        for key, wordings in texts(language).items()
        for prefix, most in limits.items()
        if key.startswith(prefix) and key not in _DESCRIPTIONS
        for said in map(_filled, _forms(wordings))
        if len(said) > most
    ]
    assert long == []


_DESCRIPTIONS = frozenset({"row.hint", "row.cart", "row.cart_amount"})
# What stands in a title is cut to fit where it is a name; a figure or a size must be readable whole.
_SAMPLES = {"size": "XXL", "count": "10", "total": "Rp 1.250.000", "amount": "Rp 1.250.000"}


def _forms(wordings: tuple[Wording, ...]) -> list[str]:
    return [form for own in wordings for form in ([own] if isinstance(own, str) else own.values())]


def _filled(form: str) -> str:
    return re.sub(r"\{(\w+)(?:\|\w+)?\}", lambda match: _SAMPLES.get(match[1], "a name"), form)


@pytest.mark.parametrize("language", languages())
def test_the_texts_of_a_language_are_whole(language: str) -> None:
    left_out = {f"{key} lacks {{{name}}}" for tag, key, name in MAY_LEAVE_OUT if tag == language}
    assert [fault for fault in faults(language) if fault not in left_out] == []


MAY_LEAVE_OUT: tuple[tuple[str, str, str], ...] = ()
"""Tag, key and parameter that a language has no use for."""


@pytest.mark.parametrize("language", languages())
def test_no_wording_is_empty(language: str) -> None:
    assert [key for key, wordings in texts(language).items() if not wordings or not all(_forms(wordings))] == []


def test_every_folder_of_texts_is_a_tag() -> None:
    assert {folder.name for folder in TEXTS.iterdir()} <= set(TAGS)


@pytest.mark.parametrize("language", languages())
def test_no_text_brings_a_figure_of_its_own(language: str) -> None:
    assert [key for key, wordings in texts(language).items() if re.search(r"\d", str(wordings))] == []


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
