"""Fits the model that tells languages apart: `python -m leadnurturebot.assistant.understanding.letter_training`.

It learns the training phrases of all languages (`train.examples`), cuttings of one to three words, so that a word which
two languages share ("camisa", "azul") weighs for both alike, and what each language's word lists hold.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.assistant.language.folders import Language, languages, spoken
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.lettering import BUCKETS, FILE, Floats, Letters, pieces, typed_words
from leadnurturebot.assistant.understanding.network import softmax
from leadnurturebot.assistant.understanding.train import examples
from leadnurturebot.domain.values import record

_KINDS = ("colors", "categories", "materials", "occasions", "audiences", "numbers")
_CUTTINGS = 2
"""Cuttings made of every phrase."""
_PER_INTENT = 300
_SEED = 3


@record
class Course:
    """How to fit."""

    rounds: int = 8
    rate: float = 20.0
    rows: int = 256
    decay: float = 1e-9
    seed: int = 5


def words_in(text: str) -> list[str]:
    """The words of a text as they are read at run time."""
    return typed_words(tokens(readable(text), {}))


def lessons(texts: Sequence[tuple[str, str]], random: Random) -> Iterator[tuple[list[str], str]]:
    """(words, language) of every (text, language) and its cuttings, and of the languages' word lists."""
    for text, code in texts:
        words = words_in(text)
        for start, count in [(0, len(words)), *(_cutting(words, random) for _ in range(_CUTTINGS))]:
            if cut := words[start : start + count]:
                yield cut, code
    for code, language in languages().items():
        yield from ((words, code) for words in _listed(language) if words)


def _cutting(words: Sequence[str], random: Random) -> tuple[int, int]:
    count = random.choice((1, 1, 2, 3))
    return random.randrange(max(1, len(words) - count + 1)), count


def _listed(language: Language) -> Iterator[list[str]]:
    for kind in _KINDS:
        for names in language.terms(kind).values():
            for name in names if isinstance(names, list) else [names]:
                yield words_in(name)
    for word in (*language.spellings, *language.hints):
        yield words_in(word)


def fit_letters(found: Sequence[tuple[Sequence[str], str]], course: Course) -> Letters:
    """The model fitted to (words, language) rows: multinomial logistic regression, plain steps, falling rate."""
    codes = tuple(sorted({code for _, code in found}))
    rows = [pieces(words) for words, _ in found]
    targets = np.array([codes.index(code) for _, code in found])
    balance = (len(found) / len(codes) / np.bincount(targets)).astype(np.float32)
    weights, prior = np.zeros((BUCKETS, len(codes)), np.float32), np.zeros(len(codes), np.float32)
    random, step, steps = np.random.default_rng(course.seed), 0, course.rounds * -(-len(rows) // course.rows)
    for _ in range(course.rounds):
        order = random.permutation(len(rows))
        for start in range(0, len(rows), course.rows):
            rate = course.rate * (1 - step / steps)
            _learn(rows, targets, order[start : start + course.rows], weights, balance, rate)
            weights *= 1 - course.decay * course.rows * rate
            step += 1
    return Letters(codes, weights, prior)


def _learn(
    rows: Sequence[tuple[NDArray[np.int64], Floats]],
    targets: NDArray[np.int64],
    chosen: NDArray[np.int64],
    weights: Floats,
    balance: Floats,
    rate: float,
) -> None:
    buckets = np.concatenate([rows[row][0] for row in chosen])
    amounts = np.concatenate([rows[row][1] for row in chosen])
    owner = np.repeat(np.arange(len(chosen)), [len(rows[row][0]) for row in chosen])
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    scores = np.add.reduceat(weights[buckets] * amounts[:, None], starts, axis=0)
    error = softmax(scores)
    error[np.arange(len(chosen)), targets[chosen]] -= 1
    error *= balance[targets[chosen], None] * np.float32(rate / 16)
    np.subtract.at(weights, buckets, error[owner] * amounts[:, None])


def trained(per_intent: int = _PER_INTENT) -> Letters:
    """The model fitted to the training text of every language."""
    texts = [(example.text, code) for code in spoken() for example in examples(code, per_intent=per_intent)]
    return fit_letters(list(lessons(texts, Random(_SEED))), Course())


def main() -> None:
    """Writes the model file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=FILE)
    output = parser.parse_args().output
    trained().save(output)
    print(f"languages told apart: {', '.join(spoken())}; {output.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
