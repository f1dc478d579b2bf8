"""Asking for the size chart by its name, in every language."""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

_CHART = (
    r"\b(?:size|sizing) ?(?:chart|guide|table)|\bmeasurements? of the\b|\bgarment measure"
    r"|\b(?:guia|tabla|cuadro) de (?:tallas|medidas)|\bmedidas de la prenda"
    r"|\b(?:tabela|guia) de (?:medidas|tamanhos)|\bmedidas da peca"
    r"|साइज़? (?:चार्ट|गाइड|टेबल)|\b(?:tabel|daftar|detail) ukuran|\bukuran detail"
)


def chart_asked(text: str) -> bool:
    """Whether a text names the chart."""
    return _found().search(plain(text)) is not None


@cache
def _found() -> re.Pattern[str]:
    return re.compile(pattern(_CHART), re.IGNORECASE)
