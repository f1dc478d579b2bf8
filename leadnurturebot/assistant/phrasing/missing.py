"""What the texts of a tag lack against English: `python -m leadnurturebot.assistant.phrasing.missing es`."""

import re
import sys
from collections.abc import Iterator
from functools import cache

from babel import Locale

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.phrasing.texts import FALLBACK, TEXTS, Wording, texts
from leadnurturebot.domain.language_tags import TAGS, base_language

_PARAMETER = re.compile(r"\{(\w+)")
_BASE_TERMS = {"color": "colors", "category": "categories", "category_plural": "categories", "material": "materials",
               "occasion": "occasions"}  # fmt: skip
"""Kinds of terms whose English is the base word itself, and the section of `words.yaml` that lists them."""
_SAYS_BASE_WORDS = frozenset({FALLBACK, "hi-Latn"})
"""Tags whose readers say the English word for most garments and colours; they may have terms of their own."""
_SAME_EVERYWHERE = frozenset({"kurti", "kurta", "saree", "lehenga", "dupatta"})
"""Garments that every language calls so."""
_MILLIONS = "many"
"""CLDR's plural of round millions in Spanish and Portuguese: nobody counts so many pieces."""


@cache
def wanted(tag: str) -> frozenset[str]:
    """Every key that the texts of a tag should have; English says a base word ("navy") as it is."""
    if tag in _SAYS_BASE_WORDS:
        return frozenset(texts(FALLBACK))
    words = languages()[BASE]
    terms = (
        f"term.{kind}.{word}"
        for kind, section in _BASE_TERMS.items()
        for word in words.terms(section)
        if word not in _SAME_EVERYWHERE
    )
    return frozenset(texts(FALLBACK)) | frozenset(terms)


def faults(tag: str) -> Iterator[str]:
    """Each fault in words: keys that lack or that nobody asks for, parameters, plurals."""
    own = texts(tag)
    yield from (f"{key} is missing" for key in sorted(wanted(tag) - set(own)))
    yield from (f"{key} is not a key" for key in sorted(set(own) - wanted(tag)) if not _is_open(key))
    for key, wordings in own.items():
        for wording in wordings:
            yield from (f"{key} {fault}" for fault in _of_parameters(key, wording))
            yield from (f"{key} {fault}" for fault in _of_plurals(tag, wording))


def _is_open(key: str) -> bool:
    """Terms may be more than English has: a local garment, a shade."""
    return key.startswith("term.")


def _of_parameters(key: str, wording: Wording) -> Iterator[str]:
    """A wording takes what every English wording takes, and nothing that none does."""
    english = [_parameters(other) for other in texts(FALLBACK).get(key, ())]
    if not english:
        return
    own = _parameters(wording)
    yield from (f"lacks {{{name}}}" for name in sorted(set.intersection(*english) - own))
    yield from (f"has an unknown {{{name}}}" for name in sorted(own.difference(*english)))


def _parameters(wording: Wording) -> set[str]:
    """Parameters of a wording in any of its plural forms: "one piece" need not say the count."""
    if isinstance(wording, str):
        return set(_PARAMETER.findall(wording))
    return {name for form in wording.values() for name in _PARAMETER.findall(form)}


def _of_plurals(tag: str, wording: Wording) -> Iterator[str]:
    if isinstance(wording, str):
        return
    categories = plural_categories(tag)
    yield from (f"lacks the plural {name!r}" for name in sorted(categories - {_MILLIONS} - set(wording)))
    yield from (f"has the plural {name!r}, which {tag} has not" for name in sorted(set(wording) - categories))


def plural_categories(tag: str) -> frozenset[str]:
    """The plural categories of a language (CLDR)."""
    return frozenset(Locale.parse(base_language(tag)).plural_form.tags) | {"other"}


def main(tags: list[str]) -> int:
    """Print the faults of the tags, of every one that has a folder when none is given; the number of faulty tags."""
    found = {tag: list(faults(tag)) for tag in tags or [tag for tag in TAGS if (TEXTS / tag).is_dir()]}
    for tag, own in found.items():
        sys.stdout.writelines(
            [f"{tag}: {len(own)} faults, {len(wanted(tag))} keys\n", *(f"  {fault}\n" for fault in own)]
        )
    return sum(1 for own in found.values() if own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
