"""What words ask about, by names that all languages share: `topics.yaml`, the languages' own terms and meaning groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leadnurturebot.assistant.language.folders import BASE, languages, meanings, read_yaml
from leadnurturebot.assistant.understanding import network
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.domain.values import value

_FILE = Path(__file__).parent / "topics.yaml"
PARTICULAR = 1.6
_WEIGHTS = {"light": 0.3, "facets": 0.8, "shop": PARTICULAR, "special": PARTICULAR, "broad": 1.0, "goods": 1.0}
_TERMS = {"colors": 1.0, "categories": 0.7, "materials": 1.0, "occasions": 1.0}
_WORD, _GROUP, _EMPTY = 0.5, 0.2, 0.3
_LEAST_LETTERS = 5
"""A shorter word one letter off is more often another word than a slip."""
_ENDINGS = ("s", "es", "nya")


@value
class Sense:
    """What a phrase means, and how much it narrows a question."""

    name: str
    weight: float
    of_shop: bool = False
    """Only the shop can tell: no garment's record does."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Phrases of one language to what they mean."""

    senses: Mapping[str, Sense]
    longest: Mapping[str, int]
    """Most words of a phrase by its first word."""
    empty: frozenset[str]
    slips: Mapping[str, str]
    """Words with one letter missing, to the words they come from."""


@value
class Meant:
    """A text as the names of what it means, each with its weight."""

    names: Mapping[str, float]
    empties: Mapping[str, float]
    """Words that ask nothing: they count where an example is all of such words."""
    of_shop: bool = False


def split(text: str, language: str) -> list[str]:
    """The words of a text, cleaned as the understanding cleans them."""
    known = languages()
    spellings = known[language if language in known else BASE].spellings
    return [word for token in tokens(readable(text), spellings) for word in token.word.split() if _is_word(word)]


def _is_word(word: str) -> bool:
    return word[0].isalnum()


def meant(text: str, language: str, *, is_alike: bool = False) -> Meant:
    """What a text is about. With `is_alike`, colours and kinds of garments stand for each other."""
    words, tables = split(text, language), _tables(language)
    names: dict[str, float] = {}
    empties: dict[str, float] = {}
    of_shop, index = False, 0
    while index < len(words):
        count, sense = _longest(words, index, tables)
        if sense is not None:
            name = sense.name.rpartition(":")[0] if is_alike and sense.name.count(":") > 1 else sense.name
            names[name] = sense.weight
            of_shop = of_shop or sense.of_shop
        elif any(words[index] in table.empty for table in tables):
            empties[f"w:{words[index]}"] = _EMPTY
        else:
            names |= dict(_unknown(words[index]))
        index += count
    return Meant(names, empties, of_shop)


def _longest(words: Sequence[str], index: int, tables: Sequence[Table]) -> tuple[int, Sense | None]:
    """The longest phrase that begins here, in the message's language, else in English, else in any."""
    for table in tables:
        root = _root(words[index], table)
        for count in range(min(table.longest.get(root, 0), len(words) - index), 1, -1):
            if found := table.senses.get(" ".join([root, *words[index + 1 : index + count]])):
                return count, found
    for table in tables:
        if found := table.senses.get(_form(words[index], table)):
            return 1, found
        if words[index] in table.empty:
            return 1, None
    return 1, _corrected(words[index], tables[:2])


def _root(word: str, table: Table) -> str:
    return word if word in table.longest else _form(word, table)


def _form(word: str, table: Table) -> str:
    """The word as the table has it: itself, or without an ending."""
    if word in table.senses or len(word) < _LEAST_LETTERS - 1:
        return word
    cut = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((form for form in cut if form in table.senses), word)


def _corrected(word: str, tables: Sequence[Table]) -> Sense | None:
    if len(word) < _LEAST_LETTERS or not word.isalpha() or word in network.load().vocabulary:
        return None
    for table in tables:
        for slip in (word, *_without_a_letter(word)):
            if slip in table.slips and abs(len(table.slips[slip]) - len(word)) <= 1:
                return table.senses[table.slips[slip]]
    return None


def _without_a_letter(word: str) -> list[str]:
    # The first letter is seldom mistyped and tells most neighbours apart.
    return [word[:index] + word[index + 1 :] for index in range(1, len(word))]


def _unknown(word: str) -> Iterator[tuple[str, float]]:
    """A word that no list has: itself, and the groups of like words it stands in."""
    yield f"w:{_stem(word)}", _WORD
    for group in meanings().get(word, ())[:2]:
        yield f"g:{group}", _GROUP


def _stem(word: str) -> str:
    for ending in ("ing", "nya", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_LETTERS - 2:
            return word.removesuffix(ending)
    return word


@cache
def _tables(language: str) -> tuple[Table, ...]:
    """The table of the language, of English, and of all together."""
    codes = list(languages())
    own = _table(language) if language in codes else _table(BASE)
    return (own, _table(BASE), _joined(tuple(codes)))


@cache
def _table(code: str) -> Table:
    senses = dict(_terms(code)) | dict(_topics(code))
    empty = frozenset(split(str(_file()["empty"].get(code, "")).replace(",", " "), code))
    return _made(senses, empty)


@cache
def _joined(codes: tuple[str, ...]) -> Table:
    senses: dict[str, Sense] = {}
    for code in codes:
        senses = {**_table(code).senses, **senses}
    return _made(senses, frozenset().union(*(_table(code).empty for code in codes)))


def _made(senses: Mapping[str, Sense], empty: frozenset[str]) -> Table:
    longest: dict[str, int] = {}
    slips: dict[str, str] = {}
    for phrase in senses:
        first, *rest = phrase.split(" ")
        longest[first] = max(longest.get(first, 0), len(rest) + 1)
        if not rest and len(phrase) > _LEAST_LETTERS:
            slips.update(dict.fromkeys(_without_a_letter(phrase), phrase))
    return Table(senses, longest, empty, slips)


@cache
def _file() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return read_yaml(_FILE)


def _topics(code: str) -> Iterator[tuple[str, Sense]]:
    for section, weight in _WEIGHTS.items():
        for name, by_language in _file()[section].items():
            sense = Sense(f"t:{name}", weight, section == "shop")
            for phrase in by_language.get(code, "").split(","):
                yield " ".join(split(phrase, code)), sense


def _terms(code: str) -> Iterator[tuple[str, Sense]]:
    """Colours, garments, materials, occasions, as the language's folder has them."""
    for section, weight in _TERMS.items():
        for base, words in languages()[code].terms(section).items():
            for word in (base, *words):
                yield " ".join(split(word, code)), Sense(f"b:{section}:{base}", weight)
