"""The messages that are measured on: the frozen sets, files in the same form, and a generated set."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leadnurturebot.assistant.language.folders import spoken
from leadnurturebot.assistant.understanding.train import examples

FROZEN = Path(__file__).parents[1] / "data" / "understanding"
GENERATED_SEED = 4711
"""Not the seed of the training text: the same patterns, other draws."""
GENERATED_PER_INTENT = 20

Rows = list[tuple[str, str]]


def read(path: Path) -> Rows:
    """The messages and labels of a file with the columns `text` and `label`. Raises KeyError without them."""
    return [(row["text"], row["label"]) for row in _table(path)]


def read_entities(path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """Messages with what they name, from a file with the columns `text` and `entities` (JSON)."""
    return [(row["text"], json.loads(row["entities"])) for row in _table(path)]


def frozen() -> dict[str, Path]:
    """The frozen set of each language that has one, by code."""
    return {path.stem: path for path in sorted(FROZEN.glob("*.tsv")) if "." not in path.stem}


def entity_sets() -> dict[str, Path]:
    """The frozen messages with their entities, by code of the language."""
    return {path.name.split(".")[0]: path for path in sorted(FROZEN.glob("*.entities.tsv"))}


def generated() -> dict[str, Rows]:
    """Messages drawn from the training patterns: what the model has learnt, not how it reads strangers."""
    return {
        code: [(found.text, found.intent) for found in examples(code, GENERATED_SEED, GENERATED_PER_INTENT)]
        for code in spoken()
    }


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
