"""The few hard rules that stand before the model: STOP, bare answers, one-word messages, a person, erasure."""

import re
import unicodedata
from functools import cache

from leadnurturebot.assistant.language.folders import BASE, Language, languages
from leadnurturebot.assistant.understanding.amounts import either
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.assistant.understanding.wording import flat
from leadnurturebot.domain.consent_words import stop_verdict
from leadnurturebot.domain.values import value

BARE_ANSWER = "bare answer"
GOODS_ONLY = "names goods only"
PRODUCT_ONLY = "names a product only"
BARE_CONFIDENCE = 0.5
_MEASURES = frozenset({"height", "weight", "height_weight", "bust", "waist", "hip", "girths"})
_SCRIPTS = ("LATIN", "DEVANAGARI")
_SURE = 0.97
_DOUBT = 0.7

_EMOJI = {
    "affirm": "👍👌🆗✅💯🙌🤝", "deny": "👎🙅❌🚫", "greeting": "👋", "thanks": "🙏❤💕💖💗😍🥰😘💜💙💚🤗😊🌹💐",
    "complaint": "😡🤬😠💩", "view_cart": "🛒🛍", "checkout": "💳💵💰",
}  # fmt: skip
_BY_EMOJI = {emoji: intent for intent, row in _EMOJI.items() for emoji in row}
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")


@value
class Verdict:
    """An intent that a rule decided."""

    intent: str
    confidence: float
    cue: str


def rule(message: Draft, language: Language) -> Verdict | None:
    """What the hard rules say of a whole message; None leaves it to the model."""
    stop = stop_verdict(message.text)
    if stop:
        return Verdict(
            "opt_out", 1.0 if stop == "stop" else _DOUBT, "stop word" if stop == "stop" else "stop word, in doubt"
        )
    if not any(word[0].isalnum() for word in message.words):
        return _without_words(message)
    if _is_foreign(message.text):
        return Verdict("out_of_scope", BARE_CONFIDENCE, "foreign script")
    language = language if language.words else languages()[BASE]
    return _whole(message, language) or _person_or_erasure(message, language) or _bare(message, language)


def _without_words(message: Draft) -> Verdict:
    signs = _SKIN.sub("", message.text)
    found = [_BY_EMOJI[sign] for sign in signs if sign in _BY_EMOJI]
    if found:
        return Verdict(found[0], 0.9, "emoji")
    if "?" in signs or any(ord(sign) > 0x2190 for sign in signs):
        return Verdict("greeting", BARE_CONFIDENCE, "no words")
    return Verdict("out_of_scope", BARE_CONFIDENCE, "nothing to read")


def _is_foreign(text: str) -> bool:
    """Whether most letters belong to a script that none of the languages is written in."""
    if text.isascii():
        return False
    letters = [sign for sign in text if sign.isalpha()]
    return sum(not unicodedata.name(sign, "").startswith(_SCRIPTS) for sign in letters) * 2 > len(letters)


@cache
def _wholes(language: Language) -> tuple[dict[str, str], frozenset[str]]:
    phrases = {flat(phrase, language): intent for intent, words in language.terms("whole").items() for phrase in words}
    return phrases, frozenset(flat(word, language) for word in language.list("fillers"))


def _whole(message: Draft, language: Language) -> Verdict | None:
    phrases, _ = _wholes(language)
    words = [word for word in message.words if word[0].isalnum()]
    intent = phrases.get(" ".join(words))
    return Verdict(intent, _SURE, "whole message") if intent else None


@cache
def _requests(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    def pattern(section: str, verbs: str, things: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\S){either(language.list(section, verbs))}(?: \S+){{0,5}}?"
            rf" {either(language.list(section, things))}(?!\S)"
        )

    apart = re.compile(rf"(?<!\S){either(language.list('erasure', 'not'))}(?!\S)")
    return pattern("human", "verbs", "who"), pattern("erasure", "verbs", "things"), apart


def _person_or_erasure(message: Draft, language: Language) -> Verdict | None:
    if asks_for_erasure(message, language):
        return Verdict("delete_data", _SURE, "asks for erasure")
    if _requests(language)[0].search(message.flat) and len(message.words) <= 25:
        return Verdict("human_agent", _SURE, "asks for a person")
    return None


def asks_for_erasure(message: Draft, language: Language) -> bool:
    """Whether the message asks to delete what is stored; asked apart because STOP and erasure often come together."""
    _, erasure, apart = _requests(language if language.words else languages()[BASE])
    return bool(erasure.search(message.flat)) and not apart.search(message.flat)


_GOODS_ONLY = frozenset({"color", "size", "category", "material", "occasion", "audience", "money"})
_PRODUCT_ONLY = frozenset({"product", "color", "size", "category", "material"})
_ONLY = (
    (frozenset({"size", "color", "ordinal", "quantity"}), "availability", BARE_CONFIDENCE, BARE_ANSWER),
    (frozenset({"order_number"}), "order_status", 0.8, "names an order only"),
    (frozenset({"coupon"}), "discount", 0.8, "names a coupon only"),
    (frozenset({"language"}), "change_language", 0.9, "names a language only"),
    (_MEASURES, "size_help", 0.8, "names measures only"),
    (frozenset({"money"}), "product_search", BARE_CONFIDENCE, BARE_ANSWER),
    (_GOODS_ONLY, "product_search", 0.7, GOODS_ONLY),
    (_PRODUCT_ONLY, "product_details", 0.7, PRODUCT_ONLY),
)
_ASKED = frozenset({"money", "category", "material", "occasion", "audience", "product"})
"""Goods and amounts named with a question mark ask something that the model reads better."""


def _bare(message: Draft, language: Language) -> Verdict | None:
    """A message of nothing but entities and fillers: an answer to a question that the dialogue knows."""
    _, fillers = _wholes(language)
    free = [word for index, word in enumerate(message.words) if index not in message.taken and word[0].isalnum()]
    rest = [word for word in free if word not in fillers]
    kinds = {span.kind for span in message.spans}
    if not kinds and len(rest) == 1 and rest[0].isdigit():
        return Verdict("availability", BARE_CONFIDENCE, BARE_ANSWER)
    if any(span.negated and span.kind != "category" for span in message.spans):
        rest = [word for word in rest if word not in _negations(language)]
    is_question = "?" in message.words or message.words[0] in language.list("asking")
    counts_goods = "quantity" in kinds and len(kinds) > 1
    if rest or not kinds or counts_goods or (is_question and kinds & _ASKED):
        return None
    return next((Verdict(intent, confidence, cue) for only, intent, confidence, cue in _ONLY if kinds <= only), None)


@cache
def _negations(language: Language) -> frozenset[str]:
    return frozenset(word for phrase in language.list("negations") for word in flat(phrase, language).split(" "))
