"""What customers say of trouble with an order, in every language, and what only sounds like it."""

import pytest

from leadnurturebot.domain.dialogue.words.ticket_matters import is_angry, matter_said, told

MATTERS = {
    "payment": [
        "you charged me twice", "me cobraron dos veces", "me cobraram em dobro",
        "paise do baar kat gaye", "पैसे दो बार कट गए", "saldoku kepotong dua kali",
    ],
    "refund": [
        "I still haven't received my refund", "no me ha llegado el reembolso", "o reembolso não caiu",
        "refund abhi tak nahi aaya", "रिफंड अभी तक नहीं आया", "uangnya belum kembali",
    ],
    "missing": [
        "the belt is missing", "falta una prenda", "falta uma peça",
        "ek piece kam aaya hai", "एक पीस कम आया है", "barangnya kurang satu",
    ],
    "not_arrived": [
        "my parcel hasn't arrived", "todavía no ha llegado", "ainda não chegou",
        "order nahi mila", "ऑर्डर नहीं मिला", "paketnya belum sampai",
    ],
    "damaged": [
        "it came with a broken zip", "llegó roto", "chegou rasgado",
        "phata hua aaya", "टूटा हुआ आया", "datang sobek",
    ],
    "wrong_item": [
        "you sent the wrong colour", "me mandaron otra cosa", "veio a cor errada",
        "galat colour aaya", "गलत सामान आया", "salah kirim",
    ],
}  # fmt: skip
NOTHING = [
    "do you have it in blue?", "how much is shipping?", "kuch kam kar dijiye", "कुछ कम कर दीजिए ना", "tem no tamanho M?",
    "tienen la talla 40?", "ada warna merah?", "is it still available?", "what is new?", "me haría falta la L",
    "me hace falta una falda", "me faz falta uma bolsa",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in MATTERS.items() for text in texts])
def test_trouble_is_heard(kind: str, text: str) -> None:
    assert matter_said(text) == kind


@pytest.mark.parametrize("text", NOTHING)
def test_a_question_of_the_shop_window_is_no_trouble(text: str) -> None:
    assert (told(text), matter_said(text)) == ("", "")


def test_capitals_and_strong_words_are_anger() -> None:
    assert [is_angry(text) for text in ("THIS IS BROKEN", "this is a scam", "es una estafa", "hi, the M came torn")] == [
        True, True, True, False,
    ]  # fmt: skip
