"""How customers name a way of shipping, in every language; languages are mixed.

Patterns as `shape.py` describes them. Searched only where a way was just offered, so a plain word is enough.
"""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain

WAYS: dict[str, tuple[str, ...]] = {
    "express": (
        r"\bexpress\b|\bfast(?:er|est)?\b|\bquick(?:er|est)?\b|\burgent|\basap\b|\bnext[- ]day",
        r"\bexpress?\b|\bexpre?s+\b|\brapid[oa]\b|\burgente|\b24 ?h",
        r"\bexpress[ao]?\b|\brapid[oa]\b|\bsedex\b|\burgente",
        r"\btez\b|\bjaldi\b|\bturant\b|एक्सप्रेस|तेज़|तेज|जल्दी",
        r"\bkilat\b|\b(?:yang |yg )?cepa?t\b|\bcepet\b|\binstan\b|\bekspres\b",
    ),
    "pickup": (
        r"\bpick(?: it| them)? ?up\b|\bcollect\b|\bin (?:the )?(?:shop|store)\b",
        r"\brecog|\bretir|\bpaso (?:yo )?a buscar|\ben (?:la )?tienda",
        r"\bretir|\bbusc(?:o|ar)\b|\bna loja",
        r"\bkhud le|\bdukaa?n se|\bstore se|दुकान|स्टोर|खुद ले|ख़ुद ले",
        r"\bambil\b|\bdi toko",
    ),
    "standard": (
        r"\bstandard\b|\bnormal\b|\bregular\b|\bcheap(?:er|est)?\b|\bslow(?:er)?\b",
        r"\bestandar\b|\bnormal\b|\bbarat[oa]\b|\beconomic[oa]\b",
        r"\bpadrao\b|\bnormal\b|\bbarat[oa]\b|\beconomic[oa]\b|\bpac\b",
        r"\bsasta\b|\bsaste\b|\bnormal\b|स्टैंडर्ड|नॉर्मल|सामान्य|सस्ता|सस्ती",
        r"\bstandar\b|\bbiasa\b|\breguler\b|\bmurah\b|\btermurah\b|\bhemat\b",
    ),
}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern(each) for each in WAYS[kind]), re.IGNORECASE)


def way_said(text: str) -> str:
    """The kind of shipping that a message names (`shipping.KINDS`), empty when it names none."""
    words = plain(text)
    return next((kind for kind in WAYS if _pattern(kind).search(words)), "")
