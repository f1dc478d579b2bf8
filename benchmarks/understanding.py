"""How well messages are understood: `python -m benchmarks.understanding [--json] [--file X.tsv [--train Y.tsv]]`.

Without `--file` the frozen sets (`data/understanding/`) are read: messages written as customers write, one file a
language, before the training phrases, which never see them; beside each, messages with what they name. Printed are for
every language the accuracy of the first intent with its interval, macro-F1, the share that may be answered at 3 % wrong,
recall of out-of-scope messages at 3 % false alarms, the accuracy of the language, calibration, and the entities'
precision and recall; then the same accuracy on a generated set and on patterns that a trial training did not see.

With `--file` the model is measured on that file (columns `text`, `label`). With `--train` the same engine is trained on
Y and measured on X; where X has the label `oos`, its recall at 3 % false alarms is told. `--json` prints one object.
"""

import argparse
import json
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.reading.engine import STRANGE, latency, memory_mb, strangeness, trained_on
from benchmarks.reading.entity_figures import entity_figures
from benchmarks.reading.figures import (
    OUT,
    answered_at_3_percent_wrong,
    calibration_error,
    macro_f1,
    recall_of_strangers,
    weakest,
    wilson,
)
from benchmarks.reading.sets import Rows, entity_sets, frozen, generated, read, read_entities
from leadnurturebot.assistant.understanding import Understander, Utterance, network
from leadnurturebot.assistant.understanding.as_json import to_json

CURRENCIES = {"en": "USD", "es": "MXN", "pt": "BRL", "hi": "INR", "id": "IDR"}


def measured(rows: Rows, understander: Understander, code: str = "") -> dict[str, Any]:
    """Figures of the first intent; of the language too when all messages are in the language `code`."""
    understood = understander.understand([Utterance(text=text) for text, _ in rows])
    found = [(OUT if label == STRANGE else label, read) for (_, label), read in zip(rows, understood, strict=True)]
    pairs = [(label, read.intent) for label, read in found]
    sure = [(read.confidence, read.intent == label) for label, read in found]
    right = sum(is_right for _, is_right in sure)
    strange = strangeness([text for text, _ in rows], understood)
    figures: dict[str, Any] = {
        "messages": len(rows),
        "accuracy": right / len(rows),
        "interval": wilson(right, len(rows)),
        "macro_f1": macro_f1(pairs),
        "answered_at_3_percent_wrong": answered_at_3_percent_wrong(sure),
        "out_of_scope_recall_at_3_percent_false_alarms": recall_of_strangers(
            [own for (label, _), own in zip(found, strange, strict=True) if label != OUT],
            [own for (label, _), own in zip(found, strange, strict=True) if label == OUT],
        ),
        "calibration_error": calibration_error(sure),
    }
    if code:
        figures["language_accuracy"] = mean(read.language == code for _, read in found)
    figures["weakest"] = weakest(pairs)
    figures["wrong"] = [
        {"text": text, "label": label, "guess": read.intent, "confidence": read.confidence, "source": read.source}
        for (text, _), (label, read) in zip(rows, found, strict=True)
        if read.intent != label
    ]
    return figures


def entities_of(path: Path, understander: Understander, code: str) -> dict[str, Any]:
    """Figures of what the messages of a file name, over all requests of a message."""
    rows, currency = read_entities(path), CURRENCIES.get(code, "USD")
    understood = understander.understand([Utterance(text=text, currency=currency) for text, _ in rows])
    pairs = [
        (wanted, _all_entities(to_json(read, currency))) for (_, wanted), read in zip(rows, understood, strict=True)
    ]
    wrong = [
        {"text": text, "wanted": wanted, "found": found}
        for (text, _), (wanted, found) in zip(rows, pairs, strict=True)
        if entity_figures([(wanted, found)])["f1"] < 1
    ]
    return {"messages": len(rows), **entity_figures(pairs), "wrong": wrong}


def _all_entities(read: dict[str, Any]) -> dict[str, Any]:
    """The entities of a message's first request, completed by those of its others."""
    found = dict(read["entities"])
    for other in read.get("also", ()):
        found = {**other["entities"], **found}
    return found


def all_sets() -> dict[str, Any]:
    """The frozen sets, their averages, the generated set and what the model costs."""
    understander = Understander.load()
    found: dict[str, Any] = {code: measured(read(path), understander, code) for code, path in frozen().items()}
    found["average"] = {
        name: mean(own[name] for own in found.values() if own.get(name) is not None)
        for name in ("accuracy", "macro_f1", "answered_at_3_percent_wrong", "language_accuracy", "calibration_error",
                     "out_of_scope_recall_at_3_percent_false_alarms")
    }  # fmt: skip
    entities = {code: entities_of(path, understander, code) for code, path in entity_sets().items()}
    if entities:
        found["entities"] = {"f1": mean(own["f1"] for own in entities.values()), **entities}
    found["generated"] = {
        code: {name: own[name] for name in ("messages", "accuracy", "macro_f1")}
        for code, rows in generated().items()
        if (own := measured(rows, understander, code))
    }
    found["pattern_disjoint"] = dict(network.load().told)
    found["latency_ms"] = latency(understander, [row for path in frozen().values() for row in read(path)])
    found["memory_mb"], found["model_bytes"] = memory_mb(), network.FILE.stat().st_size
    return found


def main() -> None:
    """Prints the figures, as text or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--file", type=Path, help="measure on this file instead")
    parser.add_argument("--train", type=Path, help="train the engine on this file first")
    parser.add_argument("--wrong", action="store_true", help="list what was read wrongly")
    arguments = parser.parse_args()
    if arguments.train and not arguments.file:
        parser.error("--train needs --file to measure on")
    if arguments.train:
        found = trained_on(_rows(parser, arguments.train), _rows(parser, arguments.file))
    elif arguments.file:
        found = measured(_rows(parser, arguments.file), Understander.load())
    else:
        found = all_sets()
    found = found if arguments.wrong else _without_texts(found)
    print(json.dumps(found, ensure_ascii=False) if arguments.json else "\n".join(_lines(found)))


def _rows(parser: argparse.ArgumentParser, path: Path) -> Rows:
    """The messages of a file that somebody named; a file that is none ends the program with what is wrong."""
    try:
        rows = read(path)
    except KeyError as missing:
        parser.error(f"{path} has no column {missing}: a first line with text and label, parted by tabs, is needed")
    except (OSError, UnicodeDecodeError) as error:
        parser.error(f"{path} cannot be read: {error}")
    if not rows:
        parser.error(f"{path} holds no message")
    if bare := [number for number, (text, label) in enumerate(rows, start=2) if not text or not label]:
        parser.error(f"{path} has no text or no label in line {bare[0]}")
    return rows


def _without_texts(found: dict[str, Any]) -> dict[str, Any]:
    """The figures alone: who writes patterns should not see what the frozen sets hold."""
    return {
        name: _without_texts(value) if isinstance(value, dict) else value
        for name, value in found.items()
        if name != "wrong"
    }


def _lines(found: dict[str, Any], under: str = "") -> list[str]:
    lines: list[str] = []
    for name, value in found.items():
        if name == "wrong":
            lines += [f"  {json.dumps(row, ensure_ascii=False)}" for row in value]
        elif isinstance(value, dict):
            lines += _lines(value, f"{under}{name}.")
        else:
            lines.append(f"{under}{name}: {_rounded(value)}")
    return lines


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    return tuple(map(_rounded, value)) if isinstance(value, tuple | list) else value


if __name__ == "__main__":
    main()
