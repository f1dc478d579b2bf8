"""Reads the language folders. A language is data: nothing in the code names one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leadnurturebot.assistant.language.folding import FoldedSpellings

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
    """Plain words by chat spellings; with a `folding.yaml` for any word that sounds like one of them."""
    hints: frozenset[str]
    meanings: Mapping[str, tuple[str, ...]]
    """Groups of like words (`meanings.yaml`) that a word belongs to, by word."""
    loans: frozenset[str] = frozenset()
    """Words of other languages that speakers of this one mix in (`loans.txt`): they tell neither language."""

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
        spellings=_spellings(folder),
        hints=_words(folder / "hints.txt"),
        meanings=_groups_by_word(read_yaml(folder / "meanings.yaml")),
        loans=_words(folder / "loans.txt") if (folder / "loans.txt").exists() else frozenset(),
    )


def _spellings(folder: Path) -> Mapping[str, str]:
    listed, folding = read_yaml(folder / "spellings.yaml"), read_yaml(folder / "folding.yaml")
    return FoldedSpellings(listed, folding) if folding else listed


def _words(path: Path) -> frozenset[str]:
    return frozenset(word for line in lines(path) for word in line.split())


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
