"""How customers say why something comes back, and what they want for it, in every language; languages are mixed.

Patterns as `shape.py` describes them. Searched only where a return is being talked about, so a plain word is enough.
"""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

REASONS: dict[str, tuple[str, ...]] = {
    "damaged": (
        r"\bbroke|\bdamaged?\b|\btorn\b|\bripped\b|\bstain|\bdefect|\bfaulty\b|\bhole in|\bfell apart|\bseam\b",
        r"\brot[oa]s?\b|\bdanad|\bmanchad|\bdefectuos|\bdescosid|\brasgad|\bagujero|\bdefecto",
        r"\bquebrad|\bdanificad|\brasgad|\bmanchad|\bdefeito|\bfurad|\bdescosturad|\bestragad",
        r"\bkharab\b|\btoot[aie]|\bphat[aie]\b|\bfat[aie] |\bdaag\b|\bdefective|खराब|ख़राब|टूट|फट|दाग|दाग़",
        r"\brusak|\bsobek|\bcacat|\bbolong|\bnoda|\bjebol|\bcopot|\blepas jahit",
    ),
    "wrong_item": (
        r"\bwrong (?:item|product|thing|colou?r|dress|one)|\bnot what i ordered|\bsent (?:me )?(?:the )?wrong"
        r"|\bsomething else came",
        r"\bno es lo que ped|\bequivocad[oa] (?:de )?(?:articulo|producto|color)|\b(?:articulo|producto"
        r"|color) equivocad|\botra cosa",
        r"\bproduto errado|\bcor errada|\bnao (?:e|foi) o que (?:eu )?pedi|\boutra coisa|\bitem errado|\bveio errad",
        r"\bgalat (?:item|product|cheez|rang|colou?r|saman)|\bdusra (?:item|product)|गलत (?:आइटम|प्रोडक्ट|चीज़|रंग|सामान)|ग़लत",
        r"\bsalah (?:barang|kirim|warna|produk)|\bbukan yang (?:saya |aku )?pesan|\bbarang(?:nya)? (?:salah|beda)",
    ),
    "size_small": (
        r"\btoo (?:small|tight|short|narrow)|\btight\b|\bsize up\b|\b(?:bigger|larger) size|\bdoesn'?t (?:close|zip)",
        r"\b(?:pequen|chic[oa]|ajustad|apretad|estrech|cort[oa])|\btalla mas grande|\bno me (?:entra|cierra|cabe)|\bmas grande",
        r"\b(?:pequen|apertad|curt[oa]|justo\b)|\btamanho maior|\bnao (?:me )?(?:coube|entrou|fechou"
        r"|serviu(?!.{0,40}\b(?:enorme|grand|larg|folgad|comprid)))|\bnumero maior",
        r"\bchh?ot[aei]|\btight\b|\bkas|\bbada? size|छोट|टाइट|तंग|बड़ा साइज़|कस",
        r"\bkekecilan|\bsempit|\bketat|\bkependekan|\bngepas|\b(?:terlalu )?kecil|\bngga? muat|\bga muat|\btidak muat|\bsesak",
    ),
    "size_large": (
        r"\btoo (?:big|large|loose|long|wide|baggy)|\bloose\b|\bsmaller size|\bsize down\b|\bhuge\b",
        r"\b(?:grande|enorme|holgad|anch[oa]|larg[oa]|suelt)|\btalla mas pequena|\bmas pequena",
        r"\b(?:grande|enorme|larg[oa]|folgad|comprid)|\btamanho menor|\bnumero menor",
        r"\bbad[aei]\b|\bdhe?el|\bdhil|\bloose\b|\blamb[aei]|बड़ा|बड़ी|ढील|लंब|लूज़",
        r"\bkebesaran|\bkegedean|\blonggar|\bkepanjangan|\bkedodoran|\b(?:terlalu )?besar",
    ),
    "late": (
        r"\btoo late|\bcame late|\barrived late|\bdon'?t need it (?:any ?more|now)",
        r"\blleg[oa] tarde|\bdemasiado tarde",
        r"\bchegou (?:tarde|atrasad)|\btarde demais",
        r"\blate (?:aaya|aayi|mila)|\bder se|देर से|लेट",
        r"\btelat|\bterlambat",
    ),
    "not_as_expected": (
        r"\bnot (?:as|what i) (?:expected|pictured|described|in the p)|\bdifferent (?:from|than)|\blooks? different"
        r"|\bcolou?r is|"
        r"\bfabric|\bmaterial|\bquality|\bthin\b|\bsee[- ]through|\buncomfortable|\bscratchy",
        r"\bno es como|\bdistint|\bdiferente|\btela\b|\bcalidad|\btransparent|\bno es lo que esperaba",
        r"\bnao (?:e|era) como|\bdiferente|\btecido|\bqualidade|\btransparente|\besperava",
        r"\bphoto jais|\balag\b|\bkapda|\bquality|\bummeed|फोटो जैस|अलग|कपड़|क्वालिटी|उम्मीद",
        r"\btidak sesuai|\bga sesuai|\bngga? sesuai|\bbeda (?:sama|dengan|dari)|\bbahan|\bkualitas|\bnerawang|\btipis",
    ),
    "changed_mind": (
        r"\bchanged my mind|\bdon'?t (?:want|like|need)|\bnot (?:for me|my style)|\bno longer|\bregret",
        r"\bcambi(?:e|o|ado) de (?:idea|opinion)|\bya no (?:lo|la|los|las)? ?(?:quiero|necesito)|\bno me gusta",
        r"\bmudei de ideia|\bnao (?:quero|gostei|preciso)|\bdesisti|\bme arrependi",
        r"\bmann? badal|\bpasand nahi|\bnahi chahiye|\bpasand nahin|मन बदल|पसंद नहीं|नहीं चाहिए",
        r"\bberubah pikiran|\bngga? suka|\btidak suka|\bga suka|\bngga? jadi|\btidak jadi|\bga jadi",
    ),
}
"""Reason to patterns: English, Spanish, Portuguese, Hindi in both scripts, Indonesian. The first reason found counts."""

WANTED: dict[str, tuple[str, ...]] = {
    "refund": (
        r"\bmoney back|\brefund|\bmy money|\bsend it back|\breturn it",
        r"\breembols|\bdinero|\bdevolu|\bdevolver",
        r"\breembols|\bdinheiro|\bestorno|\bdevolu|\bdevolver",
        r"\bpais[ae]|\brefund|\bwapas|\bpaise wapas|पैसा|पैसे|रिफ़ंड|रिफंड|वापस",
        r"\buang|\brefund|\bkembalik|\bdana\b",
    ),
    "exchange": (
        r"\bexchange|\bswap|\breplace|\banother one|\bnew one|\bother size|\bdifferent size",
        r"\bcambi|\botr[ao] talla|\botro igual|\bnuevo",
        r"\btroc|\boutro (?:tamanho|igual)|\bnovo",
        r"\bexchange|\bbadal|\bdusr[aei]|\bnay[aei]|एक्सचेंज|बदल|दूसर|नया",
        r"\btukar|\btuker|\bganti|\bbaru\b",
    ),
}


@cache
def _table(which: str) -> dict[str, re.Pattern[str]]:
    table = REASONS if which == "reasons" else WANTED
    return {
        name: re.compile("|".join(pattern(each) for each in patterns), re.IGNORECASE)
        for name, patterns in table.items()
    }


def reason_said(text: str) -> str:
    """The reason that a text names, empty when it names none."""
    words = plain(text)
    return next((name for name, found in _table("reasons").items() if found.search(words)), "")


def wanted_said(text: str) -> str:
    """`refund` or `exchange`, whichever alone a text asks for; empty when it asks for neither or both."""
    words = plain(text)
    hits = [name for name, found in _table("wanted").items() if found.search(words)]
    return hits[0] if len(hits) == 1 else ""
