import pytest

from leadnurturebot.domain.dialogue.cue_words import cues_of


@pytest.mark.parametrize(
    ("text", "cue", "is_found"),
    [
        ("on second thought 34 is safer", "second_thought", True),
        ("that should be size XL", "second_thought", True),
        ("it has to be the blue one", "second_thought", True),
        ("M should be fine", "second_thought", False),
        ("the second one", "second_thought", False),
        ("can i swap it for size xs?", "swap_it", True),
        ("could it be the 36 instead?", "swap_it", True),
        ("can i change my address?", "swap_it", False),
        ("sold! how do I order", "take_it", True),
        ("how do i get one?", "take_it", True),
        ("is it sold out", "take_it", False),
        ("how do i order from abroad", "take_it", False),
        ("don't message me about anything else", "only_this", True),
        ("do you have anything else", "only_this", False),
        ("can i ask you about anything else?", "only_this", False),
        ("what?", "huh", True),
        ("what about blue?", "huh", False),
        ("sorry", "huh", False),
    ],
)
def test_a_cue_is_heard_where_it_is_meant(text: str, cue: str, is_found: bool) -> None:
    assert (cue in cues_of(text, "en")) is is_found
