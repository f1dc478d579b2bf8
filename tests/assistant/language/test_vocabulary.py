"""Words for the catalogue."""

import pytest

from leadnurturebot.assistant.language.vocabulary import in_latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Cotton Kurti Set", "Cotton Kurti Set"),
        ("चिकनकारी कुर्ती", "chikankari kurti"),
        ("Vestido Midi Lúnares", "Vestido Midi Lúnares"),
        ("बनारसी Saree", "banarasi Saree"),
    ],
)
def test_names_in_devanagari_are_read_in_latin_letters(name: str, latin: str) -> None:
    assert in_latin(name) == latin
