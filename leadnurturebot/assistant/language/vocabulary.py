"""Words of all languages together, for the catalogue: synonyms of categories, and words that name no single product."""

from collections.abc import Iterator

from leadnurturebot.assistant.language.folders import languages

_KINDS = ("colors", "categories", "materials", "occasions", "fits")


def _terms(kind: str) -> Iterator[tuple[str, str]]:
    for language in languages().values():
        for base, words in language.terms(kind).items():
            yield from ((word, base) for word in (base, *words))


def category_words() -> dict[str, str]:
    """Base category by the words that customers use for it."""
    return dict(_terms("categories"))


def generic_words() -> frozenset[str]:
    """Single words for colours, categories, materials, occasions and fits."""
    return frozenset(word for kind in _KINDS for word, _ in _terms(kind) if " " not in word)
