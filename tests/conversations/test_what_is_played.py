"""Which talks the transcripts play: six user stories and ten kinds of trouble, each in every tag that we write."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from leadnurturebot.assistant.phrasing.texts import languages
from tests.conversations.test_transcripts import FOLDER, TRANSCRIPTS

TROUBLE = (
    "changed_mind", "two_questions", "wrong_size", "out_of_stock", "payment_fails", "angry", "silly", "abusive",
    "prompt_injection", "haggling",
)  # fmt: skip
LEAST_OF_TROUBLE = 60


@cache
def played() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Tag and talk of every transcript whose messages are read by the real understanding, none by a stated reading."""
    found = []
    for path in TRANSCRIPTS:
        talk = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not any("read" in message for turn in talk["turns"] for message in (turn, *turn.get("messages", ()))):
            found.append(("en" if path.parent == FOLDER else path.parent.name, talk))
    return tuple(found)


@pytest.mark.parametrize("tag", languages())
@pytest.mark.parametrize("kind", TROUBLE)
def test_every_kind_of_trouble_is_played_in_every_tag(kind: str, tag: str) -> None:
    assert [talk["name"] for spoken, talk in played() if spoken == tag and kind in talk.get("trouble", ())]


@pytest.mark.parametrize("tag", languages())
def test_every_story_is_played_in_every_tag(tag: str) -> None:
    stories = {talk["story"] for path, talk in stated() if path == tag and "story" in talk}
    assert stories == {1, 2, 3, 4, 5, 6}


def stated() -> list[tuple[str, Mapping[str, Any]]]:
    """Tag and talk of every transcript, also of those that state a reading."""
    return [
        ("en" if path.parent == FOLDER else path.parent.name, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in TRANSCRIPTS
    ]


def test_there_is_trouble_enough() -> None:
    assert sum(1 for _, talk in played() if talk.get("trouble")) >= LEAST_OF_TROUBLE


def test_a_kind_of_trouble_is_one_of_the_ten() -> None:
    assert {kind for _, talk in stated() for kind in talk.get("trouble", ())} == set(TROUBLE)
