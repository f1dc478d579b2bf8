"""Fits the intent network: one hidden layer, dropout, smoothed labels, Adam. Numpy only, the same result for a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.assistant.understanding.features import BUCKETS, Batch, batch, count_features
from leadnurturebot.assistant.understanding.network import Floats, Network, softmax
from leadnurturebot.domain.values import record


@record
class Plan:
    """How to fit."""

    hidden: int = 128
    rounds: int = 10
    rate: float = 0.004
    drop_input: float = 0.4
    drop_hidden: float = 0.4
    smoothing: float = 0.05
    rows: int = 64
    decay: float = 1e-5
    seed: int = 7


@dataclass(slots=True)
class _Moments:
    """A weight array with its running means for Adam; rows that a batch does not touch are left alone."""

    value: Floats
    mean: Floats
    square: Floats

    @classmethod
    def of(cls, value: Floats) -> "_Moments":
        return cls(value, np.zeros_like(value), np.zeros_like(value))

    def step(self, gradient: Floats, rate: float, rows: NDArray[np.int64] | slice) -> None:
        mean = self.mean[rows] * 0.9 + gradient * 0.1
        square = self.square[rows] * 0.999 + gradient * gradient * 0.001
        self.mean[rows], self.square[rows] = mean, square
        self.value[rows] -= rate * mean / (np.sqrt(square) + 1e-6)


def idf(messages: Sequence[Sequence[str]]) -> Floats:
    """How telling each bucket is: rarer among the messages weighs more; never seen weighs nothing."""
    seen = np.zeros(BUCKETS, np.float64)
    for words in messages:
        seen[list(count_features(words))] += 1
    weights = np.log((1 + len(messages)) / (1 + seen)) + 1
    found: Floats = np.where(seen > 0, weights, 0).astype(np.float32)
    return found


def fit(messages: Sequence[Sequence[str]], labels: Sequence[str], plan: Plan) -> Network:
    """A network that tells the labels of the messages (as words) apart. Not yet calibrated."""
    names = tuple(sorted(set(labels)))
    targets = np.array([names.index(label) for label in labels])
    weights = idf(messages)
    rows = batch(messages, weights)
    random = np.random.default_rng(plan.seed)
    table = _Moments.of((random.standard_normal((BUCKETS, plan.hidden)) * 0.1).astype(np.float32))
    bias = _Moments.of(np.zeros(plan.hidden, np.float32))
    output = _Moments.of(
        (random.standard_normal((plan.hidden, len(names))) * (2 / plan.hidden) ** 0.5).astype(np.float32)
    )
    output_bias = _Moments.of(np.zeros(len(names), np.float32))
    steps = plan.rounds * -(-len(messages) // plan.rows)
    for number, chosen in enumerate(_batches(len(messages), plan, random)):
        rate = plan.rate * (1 - number / steps)
        _step(rows, targets, chosen, (table, bias, output, output_bias), plan, rate, random)
    vocabulary = frozenset(word for words in messages for word in words if word[0] != "_")
    return Network(names, weights, table.value, bias.value, output.value, output_bias.value, 1.0, vocabulary)


def _batches(count: int, plan: Plan, random: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    for _ in range(plan.rounds):
        order = random.permutation(count)
        yield from (order[start : start + plan.rows] for start in range(0, count, plan.rows))


def _dense(
    rows: Batch, chosen: NDArray[np.int64], drop: float, random: np.random.Generator
) -> tuple[Floats, NDArray[np.int64]]:
    """The chosen rows over the buckets they touch, some dropped, and those buckets."""
    ends = np.append(rows.starts[1:], len(rows.indices))
    spots = np.concatenate([np.arange(rows.starts[row], ends[row]) for row in chosen])
    owner = np.repeat(np.arange(len(chosen)), ends[chosen] - rows.starts[chosen])
    kept = random.random(len(spots)) >= drop
    spots, owner = spots[kept], owner[kept]
    touched, columns = np.unique(rows.indices[spots], return_inverse=True)
    matrix = np.zeros((len(chosen), len(touched)), np.float32)
    matrix[owner, columns] = rows.weights[spots] / (1 - drop)
    return matrix, touched.astype(np.int64)


def _step(
    rows: Batch,
    targets: NDArray[np.int64],
    chosen: NDArray[np.int64],
    layers: tuple[_Moments, _Moments, _Moments, _Moments],
    plan: Plan,
    rate: float,
    random: np.random.Generator,
) -> None:
    table, bias, output, output_bias = layers
    matrix, touched = _dense(rows, chosen, plan.drop_input, random)
    hidden = np.maximum(matrix @ table.value[touched] + bias.value, 0)
    mask = ((random.random(hidden.shape) >= plan.drop_hidden) / (1 - plan.drop_hidden)).astype(np.float32)
    hidden *= mask
    shares = softmax(hidden @ output.value + output_bias.value)
    wanted = np.full_like(shares, plan.smoothing / shares.shape[1])
    wanted[np.arange(len(chosen)), targets[chosen]] += 1 - plan.smoothing
    error = (shares - wanted) / len(chosen)
    back = (error @ output.value.T) * mask * (hidden > 0)
    everything = slice(None)
    output.step(hidden.T @ error + plan.decay * output.value, rate, everything)
    output_bias.step(error.sum(axis=0), rate, everything)
    table.step(matrix.T @ back + plan.decay * table.value[touched], rate, touched)
    bias.step(back.sum(axis=0), rate, everything)


def temperature(scores: Floats, targets: NDArray[np.int64]) -> float:
    """The divisor under which the shares are most honest (least surprise on messages not trained on)."""
    candidates = [float(value) for value in np.linspace(0.3, 3.0, 55)]
    rows = np.arange(len(targets))
    return min(candidates, key=lambda value: float(-np.log(softmax(scores / value)[rows, targets] + 1e-9).mean()))
