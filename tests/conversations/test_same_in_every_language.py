"""What English is answered with, every language is: the same phrases, buttons and cart, turn by turn."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.domain.dialogue.words.every import WORDS
from leadnurturebot.domain.language_tags import base_language
from tests.conversations.harness import Phone

FILES = sorted(Path(__file__).parent.glob("same_*.yaml"))
TALKS = [talk for file in FILES for talk in yaml.safe_load(file.read_text(encoding="utf-8"))]
OTHERS = [tag for tag in languages() if tag != "en" and WORDS[base_language(tag)].is_written]


@pytest.mark.parametrize("tag", OTHERS)
@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["name"])
def test_it_goes_as_in_english(talk: Mapping[str, Any], tag: str) -> None:
    rows = [row for row in talk["turns"] if tag in row]
    english, other = _phone(talk, "en"), _phone(talk, tag)
    for row in rows:
        assert _heard(other, row[tag]) == _heard(english, row["en"]), row[tag]


def _phone(talk: Mapping[str, Any], tag: str) -> Phone:
    phone = Phone()
    phone.set_shop({**talk.get("shop", {}), "language": tag})
    phone.set_customer(talk.get("customer", {}))
    for line in talk.get("cart", ()):
        phone.fill_cart(line)
    for record in talk.get("orders", ()):
        phone.had_ordered(record)
    return phone


def _heard(phone: Phone, text: str) -> tuple[list[str], list[str], list[str]]:
    """Keys of what is said, keys of what may be tapped, the cart; `//` stands between two messages of one turn."""
    (reply,) = phone.hear([{"say": each} for each in text.split(" // ")]).replies
    return [phrase.key for phrase in reply.say], [choice.label.key for choice in reply.buttons], phone.cart_lines()
