"""Trains the intent network from the language folders: `python -m leadnurturebot.assistant.understanding.train`.

Phrases that come out equal or nearly equal to a message of the frozen test sets are left out of the training text, so
that the figures of `benchmarks.understanding` are about messages that were not trained on.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

import numpy as np
from rapidfuzz import fuzz, process

from leadnurturebot.assistant.language.folders import spoken
from leadnurturebot.assistant.language.phrases import PhraseBook
from leadnurturebot.assistant.understanding import network
from leadnurturebot.assistant.understanding.entities import Context, find_entities, model_words
from leadnurturebot.assistant.understanding.features import batch
from leadnurturebot.assistant.understanding.fitting import Plan, fit, temperature
from leadnurturebot.assistant.understanding.noise import slipped
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.values import value

SEED = 11
PER_INTENT = 1600
FROZEN = Path(__file__).parents[3] / "benchmarks" / "data" / "understanding"
NEAR = 88.0
"""Likeness (0–100, by letters) from which two texts count as the same wording."""
_WRAPPED, _SLIPPED = 0.35, 0.3
_UNWRAPPED = frozenset({"greeting", "goodbye", "thanks", "affirm", "deny", "out_of_scope"})
_HELD_OUT = 0.15


@value
class Example:
    """A training text with its intent and the pattern that it came from."""

    text: str
    intent: str
    pattern: str
    language: str
    is_slipped: bool = False
    """Whether slips were written into it: its words are no words of the language."""


def comparable(text: str) -> str:
    """A text without signs, case and double spaces, for telling near-duplicates."""
    return " ".join("".join(sign for sign in text.lower() if sign.isalnum() or sign == " ").split())


def frozen(code: str, folder: Path = FROZEN) -> list[str]:
    """The comparable messages of a language's frozen test set; none where the set is not installed."""
    path = folder / f"{code}.tsv"
    if not path.exists():
        return []
    rows = path.read_text("utf-8").splitlines()[1:]
    return [comparable(row.split("\t")[0]) for row in rows]


def near(texts: Sequence[str], others: Sequence[str]) -> list[bool]:
    """For each text whether one of the others has nearly the same wording."""
    if not texts or not others:
        return [False] * len(texts)
    likeness = process.cdist(texts, others, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8)
    return [bool(row.any()) for row in likeness]


def examples(code: str, seed: int = SEED, per_intent: int = PER_INTENT) -> list[Example]:
    """Balanced training texts of a language: every pattern of an intent as often, some wrapped, some with slips."""
    book, random, found = PhraseBook(code), Random(seed), []
    for intent, patterns in book.patterns.items():
        texts: dict[str, tuple[str, bool]] = {}
        for turn in range(per_intent):
            pattern = patterns[turn % len(patterns)]
            text = book.draw(pattern, random)
            if intent not in _UNWRAPPED and random.random() < _WRAPPED:
                text = book.wrap(text, random)
            is_slipped = random.random() < _SLIPPED
            text = slipped(text, random) if is_slipped else text
            texts.setdefault(_cased(text, random), (pattern, is_slipped))
        found += [Example(text, intent, pattern, code, slips) for text, (pattern, slips) in texts.items()]
    is_known = near([comparable(example.text) for example in found], frozen(code))
    return [example for example, is_near in zip(found, is_known, strict=True) if not is_near]


def _cased(text: str, random: Random) -> str:
    share = random.random()
    text = text[:1].upper() + text[1:] if share < 0.3 else text
    return f"{text}?" if share > 0.85 and text[-1:].isalnum() else text


def _mentions(code: str) -> ProductMentions:
    names = sorted(set(PhraseBook(code).slot("product")))
    products = [
        Product(id=UUID(int=index + 1), code=index, name=name, category="dress") for index, name in enumerate(names)
    ]
    return ProductMentions(products)


def words_of(found: Iterable[Example]) -> list[list[str]]:
    """The examples as the model reads them; every other one knows the products' names, as at run time."""
    speller = Speller(frozenset())
    mentions = {code: _mentions(code) for code in spoken()}
    rows = []
    for number, example in enumerate(found):
        context = Context(example.language, "USD", speller, mentions[example.language] if number % 2 else None)
        rows.append(model_words(find_entities(example.text, context)))
    return rows


def held_out(found: Sequence[Example], seed: int = SEED) -> set[str]:
    """Patterns kept out of training to calibrate on: a share of every intent's."""
    random, kept = Random(seed), set()
    by_intent: dict[str, list[str]] = {}
    for example in found:
        patterns = by_intent.setdefault(example.intent, [])
        if example.pattern not in patterns:
            patterns.append(example.pattern)
    for patterns in by_intent.values():
        kept |= set(random.sample(sorted(patterns), max(1, round(len(patterns) * _HELD_OUT))))
    return kept


def trained(plan: Plan, per_intent: int = PER_INTENT) -> network.Network:
    """The network fitted to all patterns, calibrated on those that a first fit did not see."""
    found = [example for code in spoken() for example in examples(code, per_intent=per_intent)]
    rows = [(example, words) for example, words in zip(found, words_of(found), strict=True) if words]
    apart = held_out(found)
    first = [(example, words) for example, words in rows if example.pattern not in apart]
    rest = [(example, words) for example, words in rows if example.pattern in apart]
    trial = fit([words for _, words in first], [example.intent for example, _ in first], plan)
    scores = trial.scores(batch([words for _, words in rest], trial.idf))
    targets = np.array([trial.intents.index(example.intent) for example, _ in rest])
    is_right = scores.argmax(axis=1) == targets
    languages = np.array([example.language for example, _ in rest])
    told = {code: round(float(is_right[languages == code].mean()), 4) for code in spoken()}
    model = fit([words for _, words in rows], [example.intent for example, _ in rows], plan)
    return replace(model, temperature=temperature(scores, targets), told=told, vocabulary=spelled_right(rows))


def spelled_right(rows: Iterable[tuple[Example, list[str]]]) -> frozenset[str]:
    """Words that the speller leaves as they are: a slip seen in training is still to be spelled right at run time."""
    return frozenset(word for example, words in rows if not example.is_slipped for word in words if word[0] != "_")


def main() -> None:
    """Writes the model file and prints what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=network.FILE)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    arguments = parser.parse_args()
    model = trained(Plan(seed=arguments.seed))
    model.save(arguments.output)
    size = arguments.output.stat().st_size
    print(f"languages {', '.join(spoken())}; intents {len(model.intents)}; words {len(model.vocabulary)}")
    told = ", ".join(f"{code} {share:.3f}" for code, share in model.told.items())
    print(f"accuracy on patterns not trained on: {told}; temperature {model.temperature:.2f}; {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
