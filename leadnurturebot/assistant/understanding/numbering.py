"""Counts and places in a message: "two of them", "2x", "the second one", order numbers and coupon codes."""

import re
from bisect import bisect_left
from functools import cache

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.amounts import either
from leadnurturebot.assistant.understanding.cleaning import Token
from leadnurturebot.assistant.understanding.draft import Draft

_MOST_PIECES = 99
_MOST_UNNAMED = 12
"""Pieces that a bare number may mean; from here on it is a size as often."""
_GOODS = frozenset({"color", "size", "material", "category", "product"})
_HASHED = re.compile(r"(?<!\S)# (?P<value>(?:[a-z]{1,6} (?:- )?)?\d{3,12})(?!\S)")
_LETTERS = re.compile(r"(?<!\S)(?P<value>(?P<letters>[a-z]{2,6}) (?:- )?(?P<digits>\d{4,12}))(?!\S)")
_CONTACT = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S{1,64}@\S{1,200}\.\w+|\+?\d[\d \-()]{8,24}\d")
_CODE = re.compile(r"[A-Z]{4,15}\d{1,3}|[A-Z]{2,8}\d{2}[A-Z]{2,8}")


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    order, coupon = either(language.list("order_words")), either(language.list("coupon_words"))
    number, code = r"(?P<value>(?:[a-z]{1,6} )?\d{3,12})", r"(?P<value>[a-z]{3,15}(?: \d{1,4})?)"
    return (
        re.compile(rf"(?<!\S){order}(?: {either([*language.list('order_fillers'), '#', ':'])})* {number}(?!\S)"),
        re.compile(rf"(?<!\S){coupon}(?: {either([*language.list('coupon_fillers'), ':'])})* {code}(?!\S)"),
    )


def find_codes(message: Draft, language: Language) -> None:
    """Adds `order_number`, `coupon` and `contact` (addresses, links, phone numbers) entities."""
    for match in _CONTACT.finditer(message.text):
        _add_text(message, "contact", match)
    order, coupon = _patterns(language)
    for pattern in (order, _HASHED, _LETTERS):
        for match in pattern.finditer(message.flat):
            if pattern is not _LETTERS or _is_one_word(message, match):
                message.add_match("order_number", _joined(match), match, "value")
    for match in coupon.finditer(message.flat):
        if _raw(message, match).isupper() or match["value"][-1].isdigit():
            message.add_match("coupon", _joined(match), match, "value")
    for match in _CODE.finditer(message.text):
        _add_text(message, "coupon", match)


def _joined(match: re.Match[str]) -> str:
    return match["value"].replace(" ", "").upper()


def _raw(message: Draft, match: re.Match[str]) -> str:
    start, end = match.span("value")
    return message.text[message.tokens[message.index(start)].start : message.tokens[message.index(end - 1)].end]


def _is_one_word(message: Draft, match: re.Match[str]) -> bool:
    return " " not in _raw(message, match)


def _add_text(message: Draft, kind: str, match: re.Match[str]) -> None:
    first = bisect_left(message.tokens, match.start(), key=_start)
    behind = bisect_left(message.tokens, match.end(), key=_start)
    inside = [index for index in range(first, behind) if message.tokens[index].end <= match.end()]
    if inside and (kind != "coupon" or _is_whole(message, inside)):
        message.add(kind, match.group(), inside[0], inside[-1] + 1)


def _start(token: Token) -> int:
    return token.start


def _is_whole(message: Draft, inside: list[int]) -> bool:
    return not message.is_glued(inside[0]) and not message.is_glued(inside[-1] + 1)


@cache
def _count_words(language: Language) -> dict[str, frozenset[str]]:
    kinds = ("quantity_after", "quantity_before", "quantity_verbs", "quantity_ends")
    return {kind: frozenset(language.list(kind)) for kind in kinds}


@cache
def _quantity_words(language: Language) -> list[tuple[str, re.Pattern[str], int]]:
    return [
        (phrase, re.compile(rf"(?<!\S){re.escape(phrase)}(?!\S)"), int(str(count)))
        for phrase, count in language.terms("quantity_words").items()
    ]


def find_counts(message: Draft, language: Language) -> None:
    """Adds `ordinal` and `quantity`; runs last, when goods are known: a number before goods counts them."""
    words = _count_words(language)
    for phrase, pattern, count in _quantity_words(language):
        if phrase in message.flat:
            for match in pattern.finditer(message.flat):
                message.add_match("quantity", count, match)
    for index in range(len(message.words)):
        if message.is_free(index, index + 1) and not _add_ordinal(message, language, index):
            _add_quantity(message, words, index)


def _add_ordinal(message: Draft, language: Language, index: int) -> bool:
    word, after = message.words[index], message.word(index + 1)
    places = language.terms("ordinals")
    if word in places:
        if after in language.list("not_ordinal") or not _points(message, index, language):
            return False
        return message.add("ordinal", int(str(places[word])), index, index + 1)
    is_count = word.isdigit() and 1 <= int(word) <= 30
    before = message.word(index - 1)
    if is_count and before in [*language.list("ordinal_cues"), "#"]:
        return message.add("ordinal", int(word) - 1, index, index + 1)
    if is_count and index == 0 and after in language.list("ordinal_verbs"):
        return message.add("ordinal", int(word) - 1, index, index + 1)
    return False


def _points(message: Draft, index: int, language: Language) -> bool:
    before, after = message.word(index - 1), message.word(index + 1)
    nouns = language.list("ordinal_nouns")
    if after in nouns or (before in nouns and before):
        return True
    is_end = not after or not after[0].isalpha() or after in language.list("ordinal_ends")
    return is_end and (before in language.list("ordinal_leads") or index == 0)


def _add_quantity(message: Draft, words: dict[str, frozenset[str]], index: int) -> None:
    word = message.words[index]
    if not word.isdigit() or not 1 <= int(word) <= _MOST_PIECES:
        return
    before, after = message.word(index - 1), message.word(index + 1)
    following = message.at(index + 1)
    counts_goods = following is not None and following.kind in _GOODS
    is_last = not after or not after[0].isalnum() or after in words["quantity_ends"]
    if (
        counts_goods
        or after in words["quantity_after"]
        or before in words["quantity_before"]
        or (before in words["quantity_verbs"] and is_last)
        # "2 le lungi": a message that opens with a small number and what is done with it.
        or (index == 0 and int(word) <= _MOST_UNNAMED and after in words["quantity_ends"])
    ):
        message.add("quantity", int(word), index, index + 1)
