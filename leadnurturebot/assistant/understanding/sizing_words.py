"""Sizes in a message: letters, words, numbers after "size", EU, UK and US numbers, waist by length."""

import re
from collections.abc import Mapping
from functools import cache

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.amounts import either
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.domain.values import value

_MULTIPLE = {"2": "XXL", "3": "3XL", "4": "4XL", "5": "5XL", "6": "6XL"}
_GOODS = frozenset({"color", "category", "material", "product"})
_NUMBER = r"\d{1,2}(?:[.,]5)?"
_PAIR = re.compile(r"(?<!\S)(?:w )?(\d{2}) (?:x|/|l|\\) ?(?:l )?(\d{2})(?!\S)")
_RANGE = re.compile(r"(?<!\S)(\d{2}) - (\d{2})(?!\S)")
"""A size that spans shoe sizes, as socks have: "36-39"."""
_LEAST_SHOE, _MOST_SHOE = 34, 48
_SPANS = range(2, 6)
"""Sizes from the first to the last of such a range; neighbours ("38-39") are two sizes."""
_LEAST_TAKEN = 16
"""From here on a bare number that is taken ("I'll take 31") is a size: nobody buys as many."""
_PRONOUNS = frozenset({"us", "it"})
_ABOVE_COUNTS = frozenset({"taken", "judged"})
_LEAST_NUMBERED = 24
"""From here on a number after "nomor" is a size; below it is a place in a list."""


def is_plausible_size(text: str) -> bool:
    """Whether a bare number may be a garment or shoe size."""
    value = float(text.replace(",", "."))
    return value <= 60


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    system, size = either(language.terms("size_systems")), either(language.list("size_words"))
    joins, articles = either([*language.list("size_joins"), "/", ",", "-"]), either(language.list("size_articles"))
    choices = either([*language.list("size_choices"), "/"])
    several = rf"(?P<n>{_NUMBER})(?: {joins}(?: {articles})? (?P<m>{_NUMBER}))?"
    end = rf"(?= (?:{either(language.list('size_ends'))}|\n)(?!\S)|$)"
    lead = either(language.list("size_leads"))
    taken_end = rf"(?= (?:{either(language.list('quantity_ends'))}|[.,!?\n])(?!\S)|$)"
    return {
        "before": re.compile(rf"(?<!\S)(?P<sys>{system}) (?:{size} )?{several}(?!\S)"),
        "after": re.compile(rf"(?<!\S){several} (?:{size} )?(?P<sys>{system})(?!\S)"),
        "named": re.compile(
            rf"(?<!\S){size} (?:{either([*language.list('size_fillers'), ':'])} )?(?:(?P<sys>{system}) )?{several}(?!\S)"
        ),
        "trailed": re.compile(rf"(?<!\S){several} {either(language.list('size_trails'))}(?!\S)"),
        "number": re.compile(rf"(?<!\S){lead} {several}{end}"),
        "taken": re.compile(rf"(?<!\S){either(language.list('size_verbs'))} (?:{size} )?(?P<n>{_NUMBER}){taken_end}"),
        "judged": re.compile(rf"(?<!\S)(?P<n>{_NUMBER}) {either(language.list('size_judged'))}(?!\S)"),
        "choice": re.compile(rf"(?<!\S)(?P<n>{_NUMBER}) {choices} (?:{articles} )?(?P<m>{_NUMBER}){end}"),
    }


@cache
def _ages(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Children's sizes by age, with the letter that ends them: "6-8 years" is 6-8Y, "12 months" is 12M."""
    joins = either([*language.list("size_joins"), "/", "-"])
    numbers = rf"(?<!\S)(?P<n>\d{{1,2}})(?: {joins} (?P<m>\d{{1,2}}))?"
    return tuple(
        (letter, re.compile(rf"{numbers} {either(language.list(section))}(?!\S)"))
        for letter, section in (("Y", "age_years"), ("M", "age_months"))
    )


@cache
def letters_of(language: Language) -> dict[str, str]:
    """Size letters as they are written in the language, by the sizes they mean: in Brazil `g` is L."""
    return {str(word): str(size) for word, size in language.terms("size_letters").items()}


def find_sizes(message: Draft, language: Language) -> None:
    """Adds `size` entities; the value is a tuple of sizes such as `("M", "L")` or `("UK 14",)`."""
    if message.has_number:
        _find_numbers(message, language)
    letters = letters_of(language)
    if letters.keys().isdisjoint(message.words):
        return
    around = _Around(letters, frozenset(language.list("size_before")), frozenset(language.list("size_after")))
    for index, word in enumerate(message.words):
        if word in letters and message.is_free(index, index + 1):
            _add_letter(message, index, around)


def _find_numbers(message: Draft, language: Language) -> None:
    for match in _PAIR.finditer(message.flat):
        if 24 <= int(match[1]) <= 60 and 24 <= int(match[2]) <= 40:
            message.add_match("size", (f"{match[1]}/{match[2]}",), match)
    for match in _RANGE.finditer(message.flat):
        _add_range(message, match)
    systems = language.terms("size_systems")
    for name, pattern in _patterns(language).items():
        for match in pattern.finditer(message.flat):
            _add_numbers(message, name, match, systems, language)
    if any(span.kind == "audience" and span.value == "kids" for span in message.spans):
        _find_ages(message, language)
    for index, word in enumerate(message.words):
        if message.is_free(index, index + 1) and _is_shoe(message, index, word, language):
            message.add("size", (word,), index, index + 1)


def _add_range(message: Draft, match: re.Match[str]) -> None:
    """ "36-39" written as one word, between two shoe sizes that are some sizes apart."""
    first, last, start = int(match[1]), int(match[2]), message.index(match.start())
    is_shoe = first >= _LEAST_SHOE and last <= _MOST_SHOE and last - first in _SPANS
    if is_shoe and message.is_glued(start + 1) and message.is_glued(start + 2):
        message.add_match("size", (f"{first}-{last}",), match)


def _find_ages(message: Draft, language: Language) -> None:
    """An age is a size where it is a child's: "2 years ago" is none."""
    for letter, pattern in _ages(language):
        for match in pattern.finditer(message.flat):
            size = "-".join(filter(None, (match["n"], match["m"]))) + letter
            message.add_match("size", (size,), match)


def _add_numbers(message: Draft, name: str, match: re.Match[str], systems: object, language: Language) -> None:
    groups = match.groupdict()
    values = [value.rstrip(".,") for value in (groups["n"], groups.get("m")) if value]
    system = groups.get("sys") or ""
    is_pronoun = system in _PRONOUNS and not _is_country(message, match, language)
    is_count = name in _ABOVE_COUNTS and float(values[0].replace(",", ".")) < _LEAST_TAKEN
    if is_pronoun or is_count or not all(is_plausible_size(value) for value in values):
        return
    prefix = f"{systems[system]} " if system and isinstance(systems, dict) else ""
    start = match.start("sys") if system and name == "before" else match.start("n")
    end = match.end() if name == "after" else match.end("m" if groups.get("m") else "n")
    sizes = tuple(prefix + value.replace(",", ".") for value in values)
    message.add("size", sizes, message.index(start), message.index(end - 1) + 1)


def _is_country(message: Draft, match: re.Match[str], language: Language) -> bool:
    """Tells the country from the pronoun: "give us 2", "make it two"."""
    index = message.index(match.start("sys"))
    if message.tokens[index].raw.isupper() and not message.text.isupper():
        return True
    before = message.word(index - 1)
    return before in language.list("size_words") if match["sys"] == "it" else before not in language.list("before_us")


def _is_shoe(message: Draft, index: int, word: str, language: Language) -> bool:
    before, after = message.word(index - 1), message.word(index + 1)
    least = _LEAST_NUMBERED if before in language.list("size_numbers") else _LEAST_SHOE
    if (
        not word.replace(",", ".").replace(".5", "").isdigit()
        or not least <= float(word.replace(",", ".")) <= _MOST_SHOE
    ):
        return False
    return before not in {*language.list("not_shoe_after"), "-", "/", "#"} and (
        not after
        or not after[0].isalnum()
        or after in language.list("shoe_ends")
        or (
            _is(message, index + 1, "color")
            and any(span.end == index and span.kind == "category" for span in message.spans)
        )
    )


def _is(message: Draft, index: int, kind: str) -> bool:
    span = message.at(index)
    return span is not None and span.kind == kind


@value
class _Around:
    letters: Mapping[str, str]
    before: frozenset[str]
    after: frozenset[str]


def _add_letter(message: Draft, index: int, around: _Around) -> None:
    word, raw = message.words[index], message.tokens[index].raw
    if index and message.is_glued(index) and message.word(index - 1) in _MULTIPLE and word in {"xl", "xs", "xxl"}:
        size = _MULTIPLE[message.word(index - 1)] if word == "xl" else around.letters[word]
        message.add("size", (size,), index - 1, index + 1)
    elif (
        message.word(index - 1) in _MULTIPLE
        and word == "xl"
        and not message.add("size", (_MULTIPLE[message.word(index - 1)],), index - 1, index + 1)
    ):
        message.add("size", ("XL",), index, index + 1)
    elif len(word) > 1 or _is_said_as_size(message, index, raw, around):
        message.add("size", (around.letters[word],), index, index + 1)


def _is_said_as_size(message: Draft, index: int, raw: str, around: _Around) -> bool:
    previous, following = message.word(index - 1), message.word(index + 1)
    if previous[:1].isdigit() or "'" in (previous, raw) or following == "'":
        return False
    if raw.isupper() and not _is_shouted(message.text):
        return True
    starts = not previous or previous in around.before or previous in around.letters
    span = message.at(index + 1)
    ends = not following or following in around.after or not following[0].isalnum() or following in around.letters
    return starts and (ends or (span is not None and span.kind in _GOODS))


def _is_shouted(text: str) -> bool:
    """Whether every letter is a capital; letters of a script without capitals tell that none is."""
    return text.isupper() and all(sign.isupper() for sign in text if sign.isalpha())
