"""How customers say that a piece fits, in every language; languages are mixed.

Patterns as `shape.py` describes them. Searched only in the answer to "how does it fit?", so a plain word is enough; what is
too small or too large is said as in `return_reasons.py`, and a little more loosely.
"""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import pattern, plain
from leadnurturebot.domain.dialogue.words.return_reasons import REASONS

_SMALL = (
    *REASONS["size_small"],
    r"\b(?:small|tight|snug|short|narrow)(?:er|ish)?\b|\bsqueez|\bpinch",
    r"\bjust[oa]\b|\bpequen|\bapret|\bapert|\bcurt|\bchiquit",
    r"\bfas raha|\bfansi|फँस|फंस",
    r"\bngepres|\bagak (?:kecil|ketat|sempit)|\bpendek\b",
)
_LARGE = (
    *REASONS["size_large"],
    r"\b(?:big|large|loose|long|wide|baggy|roomy|huge)(?:r|er|ish)?\b|\bswim(?:ming)? in",
    r"\bgrand(?:e|ota|ote|ecit[oa])\b|\bflojo?a?\b|\bsobra",
    r"\bpanjang\b|\bbesar\b|\blebar\b|\bkelonggaran",
)
_RIGHT = (
    r"\bperfect|\bjust right\b|\bspot on\b|\btrue to size|\bglove\b|\b(?:great|good|fine|well|nice|nicely|lovely|ideal|comfy|"
    r"comfortable)\b|\blov(?:e|ing) (?:it|them|the)|\bfits\b",
    r"\bgenial|\bbien\b|\bguante\b|\bme encanta|\bexcelente|\bideal\b|\bde lujo\b|\bbuenisim",
    r"\bperfeit|\botim[oa]\b|\bbem\b|\bcert[oa]\b|\bcertinh|\bserviu\b|\bamei\b|\badorei\b|\bluva\b|\bmaravilh",
    r"\bsahi\b|\bbadh?iya\b|\bthee?k\b|\bachh?[aei]\b|\bmast\b|\bfit (?:hai|aaya|aayi|baith)|परफ़ेक्ट|परफेक्ट|सही|बढ़िया|ठीक|अच्छ|मस्त|फ़िट|फिट",
    r"\bpas\b|\bcocok\b|\bbagus\b|\bsempurna\b|\bmantap\b|\bsesuai\b|\bnyaman\b|\bsuka banget",
)
_NOT = (
    r"\b(?:(?:does|do|did|is|was|are)n'?t|not|no) (?:really |quite |so |that |very |at all )?(?:fit|good|great|well|right|perfect|"
    r"nice|comfortable)",
    r"\bno (?:me )?(?:queda|va|sienta|quedo) (?:muy |nada )?bien|\bno (?:muy )?bien\b|\bqueda mal\b|\bmal\b",
    r"\bnao (?:ficou|esta|ta|caiu|vestiu) (?:muito )?(?:bem|bom|certo|legal)|\bruim\b",
    r"\b(?:fit|sahi|thee?k|achh?[aei]) (?:nahi|nahin|nhi)|(?:फ़िट|फिट|सही|ठीक|अच्छ[ाीे]) नहीं",
    r"\b(?:ga|gak|nggak|ngga|tidak|tdk|kurang|belum) (?:begitu |terlalu )?(?:pas|cocok|bagus|sesuai|nyaman)",
)
_DENIED = (
    r"\b(?:not|n't|nor|isn'?t|never) (?:at all |really |that |too |so |even |very )*(?:small|tight|snug|short|narrow|big|large|loose|"
    r"long|wide|baggy)",
    r"\b(?:no|ni) (?:me |te )?(?:queda |quedo |quedan |es |esta |esta |aprieta )?(?:muy |tan |nada |demasiado )?(?:pequen|chic|ajust|apret|"
    r"apriet|estrech|cort|grand|holgad|anch|larg|flo[jo])\w*",
    r"\b(?:nao|nem) (?:ficou |esta |ta |e )?(?:muito |tao |nada )?(?:pequen|apert|curt|just|grand|larg|folgad|comprid)\w*",
    r"\b(?:chh?ot[aei]|tight|kas[aei]?|bad[aei]|loose|dhil[aei]|dheel[aei]) (?:nahi|nahin|nhi|na)\b",
    r"(?:छोट[ाीे]|टाइट|तंग|बड़[ाीे]|ढील[ाीे]|लूज़) (?:नहीं|न)",
    r"\b(?:ga|gak|nggak|ngga|tidak|tdk) (?:ke)?(?:kecil|sempit|ketat|besar|gede|longgar|panjang|pendek)(?:an)?",
)
_BUT = (
    r"\b(?:but|though|except|only)\b|\bpero\b|\bsolo que\b|\bmas\b|\bso que\b|\bpar\b|\blekin\b|\btapi\b|\bcuma\b|पर|लेकिन",
)
# A size by its name is no verdict: "the large fits perfectly".
_NAMES = (r"\b(?:size|the|a|in|took|wear) (?:extra[- ])?(?:small|medium|large)\b",)


def fit_said(text: str) -> str:
    """`small`, `right`, `large`, or `off` when it does not fit and nobody can tell which way; empty when the text says
    nothing of a fit."""
    words = _found("names").sub(" ", plain(text))
    rest = _found("denied").sub(" ", words)
    small, large = bool(_found("small").search(rest)), bool(_found("large").search(rest))
    is_right = bool(_found("right").search(_found("not").sub(" ", rest)))
    if small != large and (not is_right or _found("but").search(rest)):
        return "small" if small else "large"
    if small and large and (not is_right or _found("but").search(rest)):
        return "off"
    if is_right:
        return "right"
    if _found("not").search(rest):
        return "off"
    return "right" if rest != words else ""


_PATTERNS = {
    "small": _SMALL, "large": _LARGE, "right": _RIGHT, "not": _NOT, "denied": _DENIED, "but": _BUT, "names": _NAMES,
}  # fmt: skip


@cache
def _found(which: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern(each) for each in _PATTERNS[which]), re.IGNORECASE)
