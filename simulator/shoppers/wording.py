"""The words of one language: what shoppers say, how they read, how they type. Data files, no code."""

import random
import re
from pathlib import Path
from typing import Any

import yaml

from simulator.jsontypes import Json

SENTENCES = re.compile(r"(?<=[.!?])\s+|\n")
REQUEST = re.compile(r"\?|^(please )?(tell|send|give|let)\b", re.IGNORECASE)
FOLDER = Path(__file__).parent / "wording"


class NoSuchLanguage(ValueError):
    """There is no folder of wording for this language."""


def languages() -> list[str]:
    return sorted(each.name for each in FOLDER.iterdir() if each.is_dir())


class Wording:
    """`say` draws a line; `aspects` tells what a text is about, as a person would take it."""

    def __init__(self, language: str) -> None:
        if language not in languages():
            raise NoSuchLanguage(f"there are no shoppers who speak {language}; there are: {', '.join(languages())}")
        self._lines: dict[str, list[str]] = self._file(language, "lines")
        self.habits: Json = self._file(language, "habits")
        patterns: dict[str, list[str]] = self._file(language, "reading")
        self._aspects = {
            name: re.compile("|".join(each), re.IGNORECASE | re.MULTILINE) for name, each in patterns.items()
        }

    def _file(self, language: str, name: str) -> Any:
        return yaml.safe_load((FOLDER / language / f"{name}.yaml").read_text(encoding="utf-8"))

    def say(self, moment: str, dice: random.Random, facts: Json) -> str:
        """A line for this moment, its gaps filled; lines with a gap nothing is known for are not drawn."""
        fitting = [
            line for line in self._lines[moment] if all(facts.get(gap) for gap in re.findall(r"\{(\w+)\}", line))
        ]
        return dice.choice(fitting or self._lines[moment]).format_map(_Gaps(facts))

    def word(self, moment: str, index: int) -> str:
        return self._lines[moment][index]

    def is_about(self, aspect: str, text: str) -> bool:
        return bool(self._aspects[aspect].search(text))

    def aspects(self, text: str) -> set[str]:
        """What a text is about; what a shop asks is looked for in its questions only."""
        questions = "\n".join(each for each in SENTENCES.split(text) if REQUEST.search(each))
        return {
            name
            for name, pattern in self._aspects.items()
            if not name.endswith("_option") and pattern.search(questions if name.startswith("asks_") else text)
        }

    def without_verb(self, title: str) -> str:
        """What a button is for, said by its own words: "Add black, M" is "black, M"."""
        return self._aspects["verb_option"].sub("", title)

    def kind(self, category: str) -> tuple[str, str]:
        """A kind of garment with its article, and its plural: ("a dress", "dresses")."""
        known = self.habits["kinds"].get(category)
        return (known[0], known[1]) if known else (f"a {category}", f"{category}s")


class _Gaps(dict[str, Any]):
    def __missing__(self, gap: str) -> str:
        return ""
