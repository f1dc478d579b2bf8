"""The words of one language: what shoppers say, how they read, how they type. Data files, no code."""

import random
import re
from pathlib import Path
from typing import Any

import yaml

from simulator.jsontypes import Json

SENTENCES = re.compile(r"(?<=[.!?।])\s+|\n")
FOLDER = Path(__file__).parent / "wording"
# Colours that shops with an English catalogue write as they are, whatever language is spoken.
COLORS = ("black", "white", "beige", "navy", "brown", "red", "blue", "green", "grey", "pink", "olive", "camel", "cream")


class NoSuchLanguage(ValueError):
    """There is no folder of wording for this language."""


def languages() -> list[str]:
    return sorted(each.name for each in FOLDER.iterdir() if each.is_dir())


class Wording:
    """`say` draws a line; `aspects` tells what a text is about, as a person would take it.

    `other` is the language that those who mix fall into; they understand both.
    """

    def __init__(self, language: str, other: "Wording | None" = None) -> None:
        if language not in languages():
            raise NoSuchLanguage(f"there are no shoppers who speak {language}; there are: {', '.join(languages())}")
        self.language, self.other = language, other
        self._lines: dict[str, list[str]] = self._file(language, "lines")
        self.habits: Json = self._file(language, "habits")
        patterns: dict[str, list[str]] = self._file(language, "reading")
        self._aspects = {
            name: re.compile("|".join(each), re.IGNORECASE | re.MULTILINE) for name, each in patterns.items()
        }

    def _file(self, language: str, name: str) -> Any:
        return yaml.safe_load((FOLDER / language / f"{name}.yaml").read_text(encoding="utf-8"))

    def say(self, moment: str, dice: random.Random, facts: Json, is_terse: bool = False) -> str:
        """A line for this moment, its gaps filled; lines with a gap nothing is known for are not drawn."""
        fitting = [
            line for line in self._lines[moment] if all(facts.get(gap) for gap in re.findall(r"\{(\w+)\}", line))
        ] or self._lines[moment]
        shortest = sorted(fitting, key=len)[: 1 + len(fitting) // 4]
        return dice.choice(shortest if is_terse else fitting).format_map(_Gaps(facts))

    def places(self, index: int) -> dict[str, str]:
        """How the place in a list is said: "second", and where a language bends it, "el segundo"."""
        own = {name: each[min(index, 9)] for name, each in self._lines.items() if name.startswith("nth")}
        return (self.other.places(index) if self.other else {}) | own

    def color(self, color: str) -> str:
        """The shopper's word for a colour as the shop has it on record; the shop's own where they have none."""
        return str(self.habits.get("colors", {}).get(color, color))

    def other_color(self, text: str, wanted: str) -> str:
        """A colour that is named in the text although the one wanted is not."""
        said, known = f" {text.lower()} ", [*self.habits.get("colors", {}).values(), *COLORS]
        if any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) for each in (wanted, self.color(wanted))):
            return ""
        named = (
            each
            for each in known
            if each not in self.color(wanted) and re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said)
        )
        return str(next(named, ""))

    def is_about(self, aspect: str, text: str) -> bool:
        return bool(self._aspects[aspect].search(text)) or (
            self.other is not None and self.other.is_about(aspect, text)
        )

    def aspects(self, text: str) -> set[str]:
        """What a text is about; what a shop asks is looked for in its questions only."""
        questions = "\n".join(each for each in SENTENCES.split(text) if self._aspects["request"].search(each))
        found = {
            name
            for name, pattern in self._aspects.items()
            if not name.endswith("_option") and pattern.search(questions if name.startswith("asks_") else text)
        }
        return found | (self.other.aspects(text) if self.other else set())

    def without_verb(self, title: str) -> str:
        """What a button is for, said by its own words: "Add black, M" is "black, M"."""
        return self._aspects["verb_option"].sub("", title)

    def before_made(self, text: str) -> str:
        """What is not made, without what is made instead."""
        return self._aspects["made_after"].sub("", text)

    def kind(self, category: str) -> tuple[str, str]:
        """A kind of garment with its article, and its plural: ("a dress", "dresses")."""
        known = self.habits["kinds"].get(category)
        return (known[0], known[1]) if known else (f"a {category}", f"{category}s")


class _Gaps(dict[str, Any]):
    def __missing__(self, gap: str) -> str:
        return ""
