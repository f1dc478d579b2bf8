"""Words beside the intents that change how a message is answered, by language. Small on purpose: a false hit here costs
an odd sentence, a miss only a plainer one."""

import re
from collections.abc import Mapping
from functools import cache

_WORDS: Mapping[str, Mapping[str, str]] = {
    "abuse": {
        "en": r"(?:you(?:'re| are)?|ur|u) (?:an? )?(?:\w+ )?(?:idiot|stupid|useless|moron|dumb|trash|garbage)"
        r"|stupid (?:bot|robot|shop)|fuck (?:you|off)|f\*+k you|shut up|piece of shit|go to hell|screw you",
    },
    "bot_question": {
        "en": r"(?:are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an |the )?"
        r"(?:bot|robot|machine|human|real person|real human|real|person|ai|chatbot|computer)\b",
    },
    "let_me_think": {
        "en": r"let me think|(?:i(?:'ll| will)|gonna|need to|have to|want to) (?:think|sleep on)|think about it"
        r"|not sure yet|maybe later|(?:decide|come back) later",
    },
    "instruction": {
        "en": r"ignore (?:all |your |the |any )*(?:previous |prior )?(?:rules|instructions|prompt)|system ?(?:prompt|:)"
        r"|i(?:'m| am) the (?:owner|admin|developer|boss)|(?:change|set|make) the price|price is (?:now )?\$?\d"
        r"|developer mode|pretend (?:to be|you)|act as\b|your (?:system )?(?:prompt|instructions)|drop table|<script",
    },
    "removal": {
        "en": r"remove|delete|take (?:\w+ ){0,4}(?:out|off|away)|drop|leave (?:out|off)?|without|get rid|skip|minus"
        r"|except|(?:do ?n[o']?t|no longer) (?:want|need)|no more|forget (?:about )?the|not the|cancel",
    },
    "competitor": {
        "en": r"(?:cheaper|less|better price) (?:at|on|in|from) (?:another|other|amazon|shein|zara|h&m|temu)"
        r"|(?:shein|temu|amazon|zara|h&m) (?:has|have|sells|is)",
    },
    "medical": {
        "en": r"\ballerg|eczema|skin condition|rash\b|psoriasis|dermatitis|sensitive skin",
    },
}


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    """All languages together: a customer may mix them."""
    return re.compile("|".join(f"(?:{words})" for words in _WORDS[cue].values()), re.IGNORECASE)


def cues_of(text: str) -> tuple[str, ...]:
    """The cues found in a message."""
    plain = text.replace("’", "'")
    return tuple(cue for cue in _WORDS if _pattern(cue).search(plain))
