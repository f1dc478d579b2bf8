"""Finds the words of the language folders in a message: colours, categories, materials… and what is negated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from rapidfuzz.distance import OSA

from leadnurturebot.assistant.language.folders import BASE, Language, languages
from leadnurturebot.assistant.understanding.cleaning import tokens
from leadnurturebot.assistant.understanding.draft import Draft, Span

KINDS = {
    "literal": "literal", "colors": "color", "categories": "category", "materials": "material", "occasions": "occasion",
    "fits": "fit", "audiences": "audience", "sizes": "size", "details": "detail", "languages": "language",
}  # fmt: skip
_WITH_PLURALS = frozenset({"category", "detail"})
_SPELLED = frozenset({"category", "color", "material"})
_LEAST_LETTERS = 5
"""Shorter words are too near to one another to guess at slips."""
_NEGATABLE = frozenset({"color", "material", "category"})

Meaning: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A language's phrases, with those of the base language below."""

    phrases: Mapping[str, Meaning]
    longest: Mapping[str, int]
    """Most words of a phrase by its first word."""
    slips: Mapping[str, str]
    """Words with one letter missing, to the words they come from."""
    attributive: Mapping[str, Meaning]
    """What a phrase says right after goods, when alone it names goods: "saia jeans" is a skirt of denim."""
    negations: frozenset[str]
    skips: frozenset[str]
    """Words that may stand between a negation and what it negates."""
    adjacent: frozenset[str]
    """Negations that hold only for the very next word: "no linen", but "no the linen one"."""
    joins: frozenset[str]
    """Words that carry a negation on to the next thing."""
    after: frozenset[str]
    """Negations that follow what they negate: "hitam jangan", "preto não"."""
    wanted: frozenset[str]
    """Words after a thing that end a negation before it: "jangan merah, biru aja"."""


def flat(text: str, language: Language) -> str:
    """A phrase of a data file as it stands in `Draft.flat`."""
    return " ".join(token.word for token in tokens(text, language.spellings))


@cache
def wording(code: str) -> Wording:
    """The words to look for in a message in the language `code`."""
    known = languages()
    phrases: dict[str, Meaning] = {}
    for language in (known[BASE], known.get(code, known[BASE])):
        phrases.update(_entries(language))
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        longest[first] = max(longest.get(first, 0), len(rest) + 1)
    attributive = dict(_attributive(known[BASE])) | dict(_attributive(known.get(code, known[BASE])))
    negations, skips, adjacent, joins, after, wanted = (
        frozenset(flat(word, language) for language in known.values() for word in language.list(kind))
        for kind in (
            "negations",
            "negation_skips",
            "adjacent_negations",
            "negation_joins",
            "negations_after",
            "wanted_after",
        )
    )
    own = known.get(code, known[BASE])
    negations -= {flat(word, own) for word in own.list("not_negations")}
    return Wording(phrases, longest, _slips(phrases), attributive, negations, skips, adjacent, joins, after, wanted)


def _entries(language: Language) -> Iterator[tuple[str, Meaning]]:
    clitics = ("", *language.list("clitics"))
    # Formed plurals first: a word that is listed itself ("heels", "heel" being a detail) comes after and prevails.
    for ending in (*language.list("plural_endings"), *reversed(clitics)):
        for section, kind in KINDS.items():
            terms = {"": language.list(section)} if kind == "literal" else language.terms(section)
            for name, words in terms.items():
                for word in words if kind in _WITH_PLURALS or ending in clitics else ():
                    yield flat(word + ending, language), (kind, name)


def _attributive(language: Language) -> Iterator[tuple[str, Meaning]]:
    for name, words in language.terms("materials_after_goods").items():
        yield from ((flat(word, language), ("material", name)) for word in words)


def _slips(phrases: Mapping[str, Meaning]) -> dict[str, str]:
    guarded = not_typos()
    found: dict[str, str] = {}
    for phrase, (kind, _) in phrases.items():
        if kind in _SPELLED and " " not in phrase and len(phrase) >= _LEAST_LETTERS and phrase not in guarded:
            found[phrase] = phrase
            for slip in _without_a_letter(phrase):
                found.setdefault(slip, phrase)
    return found


def _without_a_letter(word: str) -> list[str]:
    # The first letter is seldom mistyped and tells most neighbours apart ("press", "dress").
    return [word[:index] + word[index + 1 :] for index in range(1, len(word))]


@cache
def not_typos() -> frozenset[str]:
    """Words of any of the languages that look like a slip of a garment, colour or material and are none."""
    return frozenset(word for language in languages().values() for word in language.list("not_typos"))


class Speller:
    """Takes a mistyped word for the garment, colour or material word one slip away, unless the word is a word."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self._known = vocabulary
        self._guarded = not_typos()
        self._cache: dict[str, str] = {}

    def corrected(self, word: str, table: Wording) -> str:
        """`word`, or the phrase it was meant as."""
        if len(word) < _LEAST_LETTERS or word in self._known or word in self._guarded or not word.isalpha():
            return word
        if word not in self._cache:
            if len(self._cache) > 20_000:
                self._cache.clear()
            near = {table.slips[slip] for slip in [word, *_without_a_letter(word)] if slip in table.slips}
            self._cache[word] = min((meant for meant in near if OSA.distance(word, meant) == 1), default=word)
        return self._cache[word]


def find_words(message: Draft, table: Wording, speller: Speller) -> None:
    """Adds every phrase of the table, longest first; `literal` phrases only keep their tokens from being taken."""
    index = 0
    while index < len(message.words):
        index += _add_longest(message, index, table, speller) or 1
    _mark_negated(message, table)


def _add_longest(message: Draft, index: int, table: Wording, speller: Speller) -> int:
    word = message.words[index]
    if word not in table.longest:
        word = speller.corrected(word, table)
    for count in range(min(table.longest.get(word, 0), len(message.words) - index), 0, -1):
        phrase = " ".join([word, *message.words[index + 1 : index + count]])
        meaning = _meaning(message, index, phrase, table)
        if meaning and message.is_free(index, index + count):
            value: object = (meaning[1],) if meaning[0] == "size" else meaning[1]
            message.add(meaning[0], value, index, index + count)
            return count
    return 0


def _meaning(message: Draft, index: int, phrase: str, table: Wording) -> Meaning | None:
    if phrase in table.attributive and any(span.kind == "category" and span.end == index for span in message.spans):
        return table.attributive[phrase]
    return table.phrases.get(phrase)


def _mark_negated(message: Draft, table: Wording) -> None:
    message.spans.sort(key=lambda span: span.start)
    negated_ends: set[int] = set()
    for position, span in enumerate(message.spans):
        is_negated = span.kind in _NEGATABLE and (
            _is_negated(message, span, table, negated_ends) or _is_refused_after(message, span.end, table)
        )
        if is_negated:
            message.spans[position] = replace(span, negated=True)
            negated_ends.add(span.end)


def _is_refused_after(message: Draft, end: int, table: Wording) -> bool:
    """Whether a negation follows at once and ends what is said: "hitam jangan ya", but not "hitam, jangan lupa".

    A question refuses nothing: "tem preto não?".
    """
    for count in (3, 2, 1):
        said = " ".join(message.words[end : end + count])
        if said in table.after and len(message.words) >= end + count:
            following = message.word(end + count)
            if following == "?":
                return False
            goes_on = following in table.joins or following in table.skips or _names_another(message, end + count)
            return not following or not following[0].isalnum() or goes_on
    return False


def _names_another(message: Draft, start: int) -> bool:
    """Whether what is wanted instead comes next: "hara nahi peela"."""
    span = message.at(start)
    return span is not None and span.kind in _NEGATABLE


def _is_negated(message: Draft, span: Span, table: Wording, negated_ends: set[int]) -> bool:
    """Looks left from an entity over a few empty words for a negation, or for a negated entity that is carried on."""
    start = span.start
    for end in range(start, max(-1, start - 3), -1):
        said = {" ".join(message.words[end - count : end]) for count in (3, 2, 1) if end >= count} & table.negations
        if said:
            return end == start or not said <= table.adjacent
        if end in negated_ends and end < start:
            return message.word(span.end) not in table.wanted
        word = message.word(end - 1)
        if word not in table.skips and not (word in table.joins and end - 1 in negated_ends):
            return False
    return False
