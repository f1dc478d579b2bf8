"""The engine on other sets: trained on one file, measured on another; and how quick and how large it is."""

import resource
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from benchmarks.reading.figures import OUT, macro_f1, recall_of_strangers, wilson
from benchmarks.reading.sets import Rows
from leadnurturebot.assistant.understanding import Understander, Utterance, network
from leadnurturebot.assistant.understanding.entities import Context, find_entities, model_words
from leadnurturebot.assistant.understanding.fitting import Plan, fit
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.domain.dialogue.understanding import Understanding

STRANGE = "oos"
"""The label of published sets for what is none of the others."""
_LOOKS = 400_000
"""Messages looked at in training, each as often as it takes."""
_LONGEST = 4096
_HOSTILE = ("😍", "'\"", "x@", "1(", "a.", "SAVE10 ", "rs 500 se ", "don't send ", "ध", "\n")
"""Messages made of one of these say nothing and are long: time must not grow faster than they."""


def trained_on(train: Rows, test: Rows) -> dict[str, Any]:
    """The same engine fitted to another set: accuracy, macro-F1, and recall of `oos` at 3 % false alarms.

    Where the training part has rows labelled `oos` they are learnt as one more label, never guessed but strange.
    """
    context = Context("en", "USD", Speller(frozenset()))
    words = [model_words(find_entities(text, context)) or ["_none"] for text, _ in [*train, *test]]
    model = fit(words[: len(train)], [label for _, label in train], _plan(len(train)))
    shares = model.probabilities(words[len(train) :])
    known = [index for index, name in enumerate(model.intents) if name != STRANGE]
    surest, labels = shares[:, known].max(axis=1), [label for _, label in test]
    guesses = [model.intents[known[index]] for index in shares[:, known].argmax(axis=1)]
    inside = [(label, guess) for label, guess in zip(labels, guesses, strict=True) if label != STRANGE]
    right = sum(label == guess for label, guess in inside)
    found = {
        "messages": len(test),
        "accuracy": right / max(1, len(inside)),
        "interval": wilson(right, len(inside)),
        "macro_f1": macro_f1(inside),
    }
    recall = recall_of_strangers(*_parted([1 - float(share) for share in surest], labels))
    return found if recall is None else {**found, "oos_recall_at_3_percent_false_alarms": recall}


def _plan(rows: int) -> Plan:
    """Our own text is seen ten times over; a small set has to be seen more often to be learnt as well."""
    return Plan(rounds=min(60, max(20, _LOOKS // rows)))


def _parted(strange: Sequence[float], labels: Sequence[str]) -> tuple[list[float], list[float]]:
    rows = list(zip(strange, labels, strict=True))
    return (
        [value for value, label in rows if label != STRANGE],
        [value for value, label in rows if label == STRANGE],
    )


def strangeness(texts: Sequence[str], understood: Sequence[Understanding]) -> list[float]:
    """How sure the engine is that each message is none of the shop's business, read in the language that it found."""
    model = network.load()
    speller, column = Speller(model.vocabulary), model.intents.index(OUT)
    words = [
        model_words(find_entities(text, Context(read.language, "USD", speller)))
        for text, read in zip(texts, understood, strict=True)
    ]
    shares = model.probabilities([row or ["_none"] for row in words])[:, column]
    return [
        (read.confidence if read.intent == OUT else 0.0) if read.source == "rule" else float(share)
        for read, share in zip(understood, shares, strict=True)
    ]


def latency(understander: Understander, rows: Rows) -> dict[str, float]:
    """CPU milliseconds per message in batches of 64 and one by one, and for long messages: time grows with length."""
    texts = [text for text, _ in rows] or ["hello"]
    batch = [Utterance(text=texts[index % len(texts)]) for index in range(64)]
    long = (" ".join(texts) * 10)[:_LONGEST]
    return {
        "batch_of_64": _best(lambda: understander.understand(batch)) / 64,
        "one_by_one": _best(lambda: [understander.understand([item]) for item in batch]) / 64,
        **{
            f"{length}_characters": _best(partial(understander.understand, [Utterance(text=long[:length])]))
            for length in (1024, 2048, _LONGEST)
        },
        **_hostile(understander),
    }


def _hostile(understander: Understander) -> dict[str, float]:
    """The slowest of the hostile messages, and the most that twice the length takes longer (2 is linear)."""

    def spent(piece: str, length: int) -> float:
        text = (piece * length)[:length]
        return _best(partial(understander.understand, [Utterance(text=text)]))

    times = [(spent(piece, _LONGEST // 2), spent(piece, _LONGEST)) for piece in _HOSTILE]
    return {
        "slowest_nonsense": max(whole for _, whole in times),
        "nonsense_growth": max(whole / half for half, whole in times),
    }


def memory_mb() -> float:
    """Most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _best(call: Callable[[], Any]) -> float:
    times = []
    for _ in range(7):
        started = time.process_time()
        call()
        times.append(time.process_time() - started)
    return min(times) * 1000
