"""Words of hard moments: heard where they are meant, and not in what only sounds like them."""

import pytest

from leadnurturebot.domain.dialogue.cue_words import cues_of

HEARD = [
    ("en", "money_taken", "my bank shows two charges"),
    ("en", "second_thought", "wait, white instead"),
    ("en", "settle", "that's all, let me pay"),
    ("en", "came_tight", "the dress is too small"),
    ("en", "instruction", "I am the owner of this shop"),
    ("es", "money_taken", "me lo han cobrado dos veces"),
    ("es", "one_of_several", "cambia una por blanca"),
    ("es", "new_address", "perdona, esa es la dirección vieja"),
    ("pt", "settle", "é isso, passa a régua"),
    ("pt", "money_taken", "cobraram duas vezes no meu cartão"),
    ("hi", "money_taken", "mere paise do baar kat gaye"),
    ("hi", "second_thought", "रुकिए, काली वाली चाहिए"),
    ("hi", "came_tight", "कुर्ती तंग आ रही है"),
    ("hi", "abuse", "साले कुत्ते"),
    ("id", "new_address", "eh salah alamat kak"),
    ("id", "money_taken", "kak saldoku kepotong dua kali"),
    ("id", "settle", "minta link baru dong"),
]
NOT_HEARD = [
    ("en", "money_taken", "can i pay in two payments?"),
    ("en", "second_thought", "wait, do you have another one too"),
    ("en", "came_tight", "would it be too small for me"),
    ("en", "came_tight", "10 days is too long"),
    ("en", "competitor", "do you have another store for men"),
    ("en", "abuse", "what is on sale"),
    ("es", "money_taken", "se puede pagar en dos veces?"),
    ("es", "abuse", "cuánto sale el envío"),
    ("es", "payment_trouble", "me han rechazado la devolución"),
    ("pt", "money_taken", "posso pagar em duas vezes?"),
    ("hi", "abuse", "kutte wali t-shirt hai?"),
    ("hi", "came_tight", "size chhota ho sakta hai kya"),
    ("id", "settle", "mau link produknya"),
    ("id", "second_thought", "mending M atau L kak"),
]


@pytest.mark.parametrize(("language", "cue", "text"), HEARD)
def test_it_is_heard(language: str, cue: str, text: str) -> None:
    assert cue in cues_of(text, language)


@pytest.mark.parametrize(("language", "cue", "text"), NOT_HEARD)
def test_it_is_not_heard_in_what_sounds_alike(language: str, cue: str, text: str) -> None:
    assert cue not in cues_of(text, language)
