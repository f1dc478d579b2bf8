"""What customers say of a fit, as they type it."""

import pytest

from leadnurturebot.domain.dialogue.words.fit_words import fit_said

SAID = {
    "small": [
        "too tight", "a bit snug tbh", "un poco apretado", "me queda justo", "quedó chico", "ficou um pouco apertado",
        "thoda tight hai", "chhota pad gaya", "छोटा है", "थोड़ा टाइट है", "kekecilan", "agak sempit kak",
        "good but tight on the hips", "bagus tapi agak sempit",
    ],
    "right": [
        "perfect!", "fits great, thanks", "love it", "me queda perfecto", "muy bien", "ficou ótimo", "serviu certinho",
        "bilkul theek", "बढ़िया है", "एकदम सही", "pas banget kak", "cocok", "not too tight, not too big",
        "the large fits perfectly", "no me aprieta nada", "no es pequeño",
    ],
    "large": [
        "too big", "a bit loose", "way too long", "me queda grande", "un poco holgado", "ficou largo", "folgado demais",
        "bada hai", "thoda dhila hai", "बड़ा है", "ढीला है", "kebesaran", "longgar banget",
    ],
    "off": [
        "it doesn't fit", "no me queda bien", "não ficou bom", "fit nahi hai", "फिट नहीं है", "ga pas",
        "tight in the waist and too long in the legs", "perfecto de largo, pero apretado",
    ],
    "": ["when does the sale end?", "thanks", "quanto custa o frete?", "do you have it in blue", "halo kak", "kya haal hai"],
}  # fmt: skip


@pytest.mark.parametrize(("felt", "text"), [(felt, text) for felt, texts in SAID.items() for text in texts])
def test_a_fit_is_understood(felt: str, text: str) -> None:
    assert fit_said(text) == felt
