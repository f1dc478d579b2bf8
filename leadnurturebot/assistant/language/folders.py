"""Reads the language folders. A language is data: nothing in the code names one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDERS = Path(__file__).parent
BASE = "en"
"""Whose words every language understands too: shop chat is full of English."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language. Compared by identity: there is one of each."""

    code: str
    words: Mapping[str, Any]
    """`words.yaml`: every scalar is text. Empty where only the language itself is recognised so far."""
    spellings: Mapping[str, str]
    hints: frozenset[str]
    meanings: Mapping[str, tuple[str, ...]]
    """Groups of like words (`meanings.yaml`) that a word belongs to, by word."""

    def terms(self, kind: str) -> Mapping[str, list[str]]:
        """The words of `kind` by their inner (English) name."""
        found: Mapping[str, list[str]] = self.words.get(kind, {})
        return found

    def list(self, kind: str, name: str = "") -> list[str]:
        """A plain list of words; with `name` a list inside the section `kind`."""
        found = self.words.get(kind, {}).get(name, []) if name else self.words.get(kind, [])
        return list(found)


@cache
def languages() -> Mapping[str, Language]:
    """Every language with a folder, by its code."""
    folders = sorted(folder for folder in FOLDERS.iterdir() if (folder / "hints.txt").exists())
    return {folder.name: _read(folder) for folder in folders}


def spoken() -> tuple[str, ...]:
    """Codes of the languages whose words we have, not only their hints."""
    return tuple(code for code, language in languages().items() if language.words)


def _read(folder: Path) -> Language:
    return Language(
        code=folder.name,
        words=read_yaml(folder / "words.yaml"),
        spellings=read_yaml(folder / "spellings.yaml"),
        hints=frozenset(word for line in lines(folder / "hints.txt") for word in line.split()),
        meanings=_groups_by_word(read_yaml(folder / "meanings.yaml")),
    )


def _groups_by_word(groups: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in groups.items():
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def meanings() -> Mapping[str, tuple[str, ...]]:
    """The groups of like words of every language, by word."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages().values():
        for word, groups in language.meanings.items():
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), *groups)))
    return found


def read_yaml(path: Path) -> dict[str, Any]:
    """A data file with every scalar as text; empty when there is none."""
    # BaseLoader keeps `no`, `on` and `12` as the words they are.
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader) if path.exists() else {}


def lines(path: Path) -> list[str]:
    """The lines of a data file without comments and blanks."""
    rows = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [row for row in rows if row and not row.startswith("#")]
