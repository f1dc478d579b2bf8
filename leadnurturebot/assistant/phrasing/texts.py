"""The texts of a language: YAML files whose nested keys are joined by dots.

A text is a string, a list of wordings, or a mapping by CLDR plural category (`one`, `other`…). `{name}` takes a
parameter, `{name|comma}` one of the ways of `values.py` to write it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leadnurturebot.domain.language_tags import TAGS

TEXTS = Path(__file__).parent.parent / "texts"
FALLBACK = "en"
_PLURAL_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

Wording = str | Mapping[str, str]
"""One wording: plain, or by plural category."""


@cache
def languages() -> tuple[str, ...]:
    """Tags that have texts."""
    return tuple(tag for tag in TAGS if any((TEXTS / tag).glob("*.yaml")))


@cache
def texts(language: str) -> Mapping[str, tuple[Wording, ...]]:
    """All texts of a language by key, each with its wordings.

    Raises ValueError when two files have the same key.
    """
    found: dict[str, tuple[Wording, ...]] = {}
    for path in sorted((TEXTS / language).glob("*.yaml")):
        for key, wordings in _flattened("", yaml.safe_load(path.read_text(encoding="utf-8")) or {}):
            if key in found:
                raise ValueError(f"{key} is written twice in {language}")
            found[key] = wordings
    return found


def _flattened(prefix: str, node: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Wording, ...]]]:
    for name, value in node.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping) and not _is_plural(value):
            yield from _flattened(f"{key}.", value)
        else:
            yield key, tuple(value) if isinstance(value, list) else (value,)


def _is_plural(value: Mapping[str, Any]) -> bool:
    return "other" in value and set(value) <= _PLURAL_CATEGORIES and isinstance(value["other"], str)


def wordings_of(key: str, language: str) -> tuple[Wording, ...]:
    """The wordings of a key, English where the language lacks it.

    Raises KeyError when no language has the key: a mistake in the program.
    """
    if language in languages() and key in texts(language):
        return texts(language)[key]
    return texts(FALLBACK)[key]


def term(kind: str, value: str, language: str) -> str:
    """A word of the fixed vocabulary; what is not in it is said as the record has it."""
    key = f"term.{kind}.{value}"
    found = texts(language).get(key) if language in languages() else None
    found = found or texts(FALLBACK).get(key)
    return str(found[0]) if found else value
