"""Counts, codes and contacts, also where a message is made of nothing else."""

import pytest

from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.assistant.understanding.draft import draft
from leadnurturebot.assistant.understanding.entities import Context, find_entities
from leadnurturebot.assistant.understanding.numbering import find_codes
from leadnurturebot.assistant.understanding.wording import Speller


def spans(text: str, code: str) -> list[tuple[str, object]]:
    found = find_entities(text, Context(code, "USD", Speller(frozenset()))).spans
    return [(span.kind, span.value) for span in found if span.kind != "literal"]


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("2 le lungi", "hi", [("quantity", 2)]),
        ("do bhej do", "hi", [("quantity", 2)]),
        ("kar do bhej do", "hi", []),
        ("38 de do", "hi", []),
        ("oke masukin 2 ya", "id", [("quantity", 2)]),
    ],
)
def test_a_small_number_and_what_is_done_with_it_is_a_count(
    text: str, code: str, found: list[tuple[str, object]]
) -> None:
    assert spans(text, code) == found


def test_addresses_phone_numbers_and_codes_are_found() -> None:
    message = draft("mail me at ana@shop.mx, code SAVE10 or 0812 3456 7890", languages()["en"])
    find_codes(message, languages()["en"])
    assert [(span.kind, span.value) for span in message.spans] == [
        ("contact", "ana@shop.mx"),
        ("contact", "0812 3456 7890"),
        ("coupon", "SAVE10"),
    ]
