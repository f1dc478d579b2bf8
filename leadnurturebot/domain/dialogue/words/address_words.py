"""How customers ask to have their address forgotten, in every language; languages are mixed.

Patterns as `shape.py` describes them. Both a verb of forgetting and the address have to stand near each other.
"""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

_FORGET = (
    r"\b(?:forget|delete|remove|erase|wipe|do ?n[o']?t (?:keep|save|store|remember)|stop (?:keeping|saving|storing))"
    r" (?:\w+ ){0,2}(?:(?:delivery |shipping |saved |home )?address(?:es)?|where i live)\b",
    r"\b(?:olvid|borr|elimin|quit)\w* (?:\w+ ){0,2}direccion|\bno (?:guard|recuerd|conserv)\w* (?:\w+ ){0,2}direccion",
    r"\b(?:esquec|apag|exclu|delet|remov)\w* (?:\w+ ){0,2}endereco|\bnao (?:guard|salv|lembr)\w* (?:\w+ ){0,2}endereco",
    r"\b(?:address|adress|pata|patta) (?:\w+ ){0,2}(?:bhool|bhul|delete|hata|mita|remove|forget)"
    r"|\b(?:address|adress|pata|patta) (?:\w+ ){0,2}(?:save|yaad) (?:mat|na)\b",
    r"(?:पता|पते|एड्रेस|ऐड्रेस) (?:\S+ ){0,2}(?:भूल|डिलीट|हटा|मिटा)|(?:पता|एड्रेस) (?:\S+ ){0,2}(?:सेव|याद) (?:मत|न)",
    r"\b(?:lupakan|hapus|hilangkan|buang)\w* (?:\w+ ){0,2}alamat|\b(?:jangan|jgn) (?:di ?)?simpan (?:\w+ ){0,2}alamat",
)
"""English, Spanish, Portuguese, Hindi in both scripts, Indonesian."""


@cache
def _found() -> re.Pattern[str]:
    return re.compile("|".join(pattern(each) for each in _FORGET), re.IGNORECASE)


def forgets_address(text: str) -> bool:
    """Whether a text asks to forget an address that is kept: "delete my address", "borra mi dirección"."""
    return _found().search(plain(text)) is not None
