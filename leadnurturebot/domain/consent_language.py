"""In which language somebody said stop, so that the one confirmation is in it: short words say too little to be detected."""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")
_SAID_IN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b"), languages)
    for words, languages in (
        (
            r"baja|desuscrib\w*|suscripcion|dejen|dejad|paren|salir\w*|(?:dej|deje)(?:a|n)?me|mensajes|escriban?|manden|mandes",
            ("es",),
        ),
        (r"sair|saia|parem|chega|deixem?|deixa|descadastr\w*|desinscrev\w*|mensage(?:m|ns)|mandem|nao", ("pt",)),
        (r"parar?|pare|para ya|basta", ("es", "pt")),
        (r"berhenti|berenti|hentikan|setop|jangan|jgn|pesan|kirim|keluar|langganan", ("id",)),
        (r"karo|kro|karna|kardo|kar do|krdo|kijiye|kariye|karein|karen|bhej\w*|rok ?do|band|bandh", ("hi",)),
        (r"unsub\w*|opt ?out|messages?|texting|leave me alone", ("en",)),
    )
)
_DEVANAGARI = re.compile("[\u0900-\u097f]")


def stop_languages(text: str) -> tuple[str, ...]:
    """The languages whose stop words the text says; several for "parar", none for "stop", which everybody says."""
    if _DEVANAGARI.search(text):
        return ("hi",)
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return next((languages for pattern, languages in _SAID_IN if pattern.search(plain)), ())
