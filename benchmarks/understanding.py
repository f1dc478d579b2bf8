"""How well messages are understood: `python -m benchmarks.understanding [--json] [--file X.tsv [--train Y.tsv]]`.

Without `--file` the frozen sets beside this file are read, one per language: messages written as customers write,
before the training phrases, which never see them. Columns are `text` and `label`. With `--train` the same engine is
trained on Y and measured on X; where X has the label `oos`, its recall at 3 % false alarms is told.
"""

import argparse
import csv
import json
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np

from leadnurturebot.assistant.understanding import Understander, Utterance, network
from leadnurturebot.assistant.understanding.entities import Context, find_entities, model_words
from leadnurturebot.assistant.understanding.fitting import Plan, fit
from leadnurturebot.assistant.understanding.wording import Speller

FROZEN = Path(__file__).parent / "data" / "understanding"
OUT = "oos"
_FALSE_ALARMS = 0.03
_Z = 1.96

Rows = list[tuple[str, str]]


def read(path: Path) -> Rows:
    """The messages and labels of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def wilson(right: int, count: int) -> tuple[float, float]:
    """The interval that holds the true share in 95 of 100 samples."""
    if not count:
        return 0.0, 1.0
    share, square = right / count, _Z * _Z
    centre, spread = share + square / (2 * count), _Z * sqrt(share * (1 - share) / count + square / (4 * count * count))
    return (centre - spread) / (1 + square / count), (centre + spread) / (1 + square / count)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean over labels of the harmonic mean of precision and recall; pairs are (label, guess)."""
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for label, guess in pairs:
        meant[label] += 1
        said[guess] += 1
        right[label] += label == guess
    return sum(2 * right[label] / (meant[label] + said[label]) for label in meant) / max(1, len(meant))


def measured(rows: Rows, understander: Understander) -> dict[str, Any]:
    """Accuracy of the first intent, with what went wrong."""
    started = time.perf_counter()
    understood = understander.understand([Utterance(text=text) for text, _ in rows])
    seconds = time.perf_counter() - started
    pairs = [(label, found.intent) for (_, label), found in zip(rows, understood, strict=True)]
    right = sum(label == guess for label, guess in pairs)
    wrong = [
        {"text": text, "label": label, "guess": found.intent, "confidence": found.confidence, "source": found.source}
        for (text, label), found in zip(rows, understood, strict=True)
        if found.intent != label
    ]
    return {
        "messages": len(rows),
        "accuracy": right / len(rows),
        "interval": wilson(right, len(rows)),
        "macro_f1": macro_f1(pairs),
        "answered_at_3_percent_wrong": _answered(
            [(found.confidence, found.intent == label) for (_, label), found in zip(rows, understood, strict=True)]
        ),
        "out_of_scope_recall": _recall(
            [(label, found.intent) for (_, label), found in zip(rows, understood, strict=True)]
        ),
        "ms_per_message": seconds * 1000 / len(rows),
        "weakest": _weakest(pairs),
        "wrong": wrong,
    }


def _answered(found: Sequence[tuple[float, bool]]) -> float:
    """Share of messages that may be answered, surest first, with at most 3 % of them wrong."""
    best, wrong = 0, 0
    for count, (_, is_right) in enumerate(sorted(found, reverse=True), start=1):
        wrong += not is_right
        best = count if wrong <= _FALSE_ALARMS * count else best
    return best / len(found)


def _recall(pairs: Sequence[tuple[str, str]]) -> float | None:
    outside = [guess for label, guess in pairs if label == "out_of_scope"]
    return sum(guess == "out_of_scope" for guess in outside) / len(outside) if outside else None


def _weakest(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    by_label: dict[str, list[bool]] = defaultdict(list)
    for label, guess in pairs:
        by_label[label].append(label == guess)
    shares = {label: sum(hits) / len(hits) for label, hits in by_label.items()}
    return dict(sorted(shares.items(), key=lambda item: item[1])[:8])


def latency(understander: Understander, rows: Rows) -> dict[str, float]:
    """Milliseconds per message in batches of 64, one by one, and for one message of 4,096 characters."""
    texts = [text for text, _ in rows] or ["hello"]
    batch = [Utterance(text=texts[index % len(texts)]) for index in range(64)]
    long = [Utterance(text=(" ".join(texts) * 10)[:4096])]
    return {
        "batch_of_64": _best(lambda: understander.understand(batch)) / 64,
        "one_by_one": _best(lambda: [understander.understand([item]) for item in batch]) / 64,
        "4096_characters": _best(lambda: understander.understand(long)),
    }


def _best(call: Any) -> float:
    times = []
    for _ in range(7):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def trained_on(train: Rows, test: Rows) -> dict[str, Any]:
    """The same engine fitted to another set: accuracy, macro-F1, and recall of `oos` at 3 % false alarms."""
    context = Context("en", "USD", Speller(frozenset()))
    words = [model_words(find_entities(text, context)) or ["_none"] for text, _ in [*train, *test]]
    known = [(row, label) for row, (_, label) in zip(words, train, strict=False) if label != OUT]
    model = fit([row for row, _ in known], [label for _, label in known], Plan(hidden=128))
    shares = model.probabilities(words[len(train) :])
    surest, labels = shares.max(axis=1), [label for _, label in test]
    guesses = [model.intents[index] for index in shares.argmax(axis=1)]
    inside = [(label, guess) for label, guess in zip(labels, guesses, strict=True) if label != OUT]
    right = sum(label == guess for label, guess in inside)
    found = {
        "messages": len(test),
        "accuracy": right / max(1, len(inside)),
        "interval": wilson(right, len(inside)),
        "macro_f1": macro_f1(inside),
    }
    outside = np.array([label == OUT for label in labels])
    if outside.any() and not outside.all():
        limit = np.quantile(surest[~outside], _FALSE_ALARMS)
        found["oos_recall_at_3_percent_false_alarms"] = float((surest[outside] < limit).mean())
    return found


def main() -> None:
    """Prints the figures, as text or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the messages read wrongly")
    arguments = parser.parse_args()
    if arguments.train:
        found = trained_on(read(arguments.train), read(arguments.file))
    else:
        found = _all_sets([arguments.file] if arguments.file else sorted(FROZEN.glob("*.tsv")))
    print(json.dumps(found, indent=None if arguments.json else 1) if arguments.json else _text(found, arguments.wrong))


def _all_sets(files: Sequence[Path]) -> dict[str, Any]:
    understander = Understander.load()
    found: dict[str, Any] = {path.stem: measured(read(path), understander) for path in files}
    found["latency_ms"] = latency(understander, read(files[0])) if files else {}
    found["model_bytes"] = network.FILE.stat().st_size
    return found


def _text(found: dict[str, Any], with_wrong: bool) -> str:
    lines = []
    for name, value in found.items():
        if not isinstance(value, dict):
            lines.append(f"{name}: {value}")
            continue
        lines += [f"{name}.{key}: {_rounded(item)}" for key, item in value.items() if key != "wrong"]
        if with_wrong:
            lines += [
                f"  {row['label']} read as {row['guess']} ({row['confidence']:.2f}, {row['source']}): {row['text']}"
                for row in value.get("wrong", [])
            ]
    return "\n".join(lines)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, tuple | list):
        return [_rounded(item) for item in value]
    return {key: _rounded(item) for key, item in value.items()} if isinstance(value, dict) else value


if __name__ == "__main__":
    main()
