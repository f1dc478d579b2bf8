"""Words of all languages together, for the catalogue: synonyms of categories, and words that name no single product."""

from collections.abc import Iterator

from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.assistant.language.folding import FoldedSpellings

_KINDS = ("colors", "categories", "materials", "occasions", "fits")


def _terms(kind: str) -> Iterator[tuple[str, str]]:
    for language in languages().values():
        for base, words in language.terms(kind).items():
            yield from ((word, base) for word in (base, *words))


def category_words() -> dict[str, str]:
    """Base category by the words that customers use for it."""
    return dict(_terms("categories"))


def in_latin(name: str) -> str:
    """A product's name as customers' words are read: what is in Devanagari in Latin letters, the rest as it stands."""
    folded = [own.spellings for own in languages().values() if isinstance(own.spellings, FoldedSpellings)]
    if name.isascii():
        return name
    return " ".join(next((own.get(word, word) for own in folded if own.writes(word)), word) for word in name.split())


def generic_words() -> frozenset[str]:
    """Single words for colours, categories, materials, occasions and fits."""
    return frozenset(word for kind in _KINDS for word, _ in _terms(kind) if " " not in word)
