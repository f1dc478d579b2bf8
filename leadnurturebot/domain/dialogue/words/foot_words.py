"""The length of a foot as customers tell it: "my foot is 26 cm", "pie de 25,5", "panjang kaki 26"."""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

_FOOT = (
    r"\b(?:my )?(?:foot|feet|insole)\b|\bpies?\b|\bplantilla\b|\bpes?\b|\bpalmilha\b|"
    r"\bmer[aei] (?:pair|paer)\b|\b(?:pair|paer) k[aei]\b|\bpaon?\b|पैर|पाँव|पांव"
    r"|\b(?:panjang )?kaki(?:ku|nya)?\b|\btelapak\b|\binsole\b"
)
_NUMBER = r"(?P<number>\d{1,2}(?:[.,]\d{1,2})?)"
_INCHES = r"(?P<inches>(?: ?-?(?:in|inch|inches|inci|pulgadas?|polegadas?|इंच)\b| ?\"|''))?"
_CM = r"(?: ?(?:cms?|centimet\w*|centimetros?|सेमी|सेंटीमीटर))?"
# Feet are also a unit of height: "5 feet 6" is no foot.
_HEIGHT = re.compile(r"\d ?(?:foot|feet|ft)\b")
_PLAUSIBLE_CM, _PLAUSIBLE_INCHES = (9.0, 34.0), (7.0, 13.5)


def foot_length_said(text: str) -> float | None:
    """Centimetres of the foot that a text tells, None when it tells none."""
    words = plain(text).lower()
    if _HEIGHT.search(words):
        return None
    for found in _found().finditer(words):
        number = float((found["n1"] or found["n2"]).replace(",", "."))
        is_inches = bool(found["i1"] or found["i2"])
        low, high = _PLAUSIBLE_INCHES if is_inches else _PLAUSIBLE_CM
        if low <= number <= high:
            return round(number * 2.54, 1) if is_inches else number
    return None


@cache
def _found() -> re.Pattern[str]:
    """The foot before its length or after it, with little between them."""
    foot, number = f"(?:{_FOOT})", _NUMBER + _INCHES + _CM
    after = number.replace("number", "n1").replace("inches>", "i1>")
    before = number.replace("number", "n2").replace("inches>", "i2>")
    return re.compile(pattern(rf"{foot}[^\d.!?]{{0,24}}{after}|{before}[^\d.!?]{{0,16}}{foot}"), re.IGNORECASE)
