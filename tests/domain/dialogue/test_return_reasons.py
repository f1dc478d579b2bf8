"""Why something comes back and what is wanted for it, heard in every language."""

import pytest

from leadnurturebot.domain.dialogue.words.return_reasons import reason_said, wanted_said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("it's too small", "size_small"), ("way too big", "size_large"), ("the zip is BROKEN", "damaged"),
        ("you sent the wrong item", "wrong_item"), ("changed my mind", "changed_mind"), ("thanks", ""),
        ("me queda pequeño", "size_small"), ("me queda grande", "size_large"), ("llegó roto", "damaged"),
        ("he cambiado de idea", "changed_mind"), ("no es lo que pedí", "wrong_item"),
        ("ficou apertado", "size_small"), ("ficou largo", "size_large"), ("veio rasgado", "damaged"),
        ("mudei de ideia", "changed_mind"), ("produto errado", "wrong_item"),
        ("chhota hai", "size_small"), ("bahut bada hai", "size_large"), ("phata hua aaya", "damaged"),
        ("छोटा है", "size_small"), ("बड़ा है", "size_large"), ("टूटा हुआ आया", "damaged"), ("मन बदल गया", "changed_mind"),
        ("kekecilan kak", "size_small"), ("kebesaran", "size_large"), ("barangnya rusak", "damaged"),
        ("salah kirim", "wrong_item"), ("berubah pikiran", "changed_mind"),
    ],
)  # fmt: skip
def test_a_reason_is_heard(text: str, reason: str) -> None:
    assert reason_said(text) == reason


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("money back please", "refund"), ("exchange it", "exchange"), ("exchange or refund?", ""), ("hm", ""),
        ("quiero el dinero", "refund"), ("cámbialo", "exchange"), ("dinheiro de volta", "refund"), ("pode trocar", "exchange"),
        ("paisa wapas chahiye", "refund"), ("exchange kar do", "exchange"), ("पैसा वापस", "refund"), ("बदल दो", "exchange"),
        ("uang kembali aja", "refund"), ("tukar aja kak", "exchange"),
    ],
)  # fmt: skip
def test_what_is_wanted_for_it_is_heard(text: str, wanted: str) -> None:
    assert wanted_said(text) == wanted
