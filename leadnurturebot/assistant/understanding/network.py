"""The intent network at run time: hashed features into one hidden layer, a whole batch at once, numpy only."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.assistant.understanding.features import Batch, batch

FILE = Path(__file__).parent / "model.npz"

Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Weights in single precision, and what is needed to read a message the way it was trained."""

    intents: tuple[str, ...]
    idf: Floats
    table: Floats
    """One row per bucket; int8 with a scale per column in the file."""
    bias: Floats
    output: Floats
    output_bias: Floats
    temperature: float
    """Divides the scores so that 0.8 is right in about 80 of 100."""
    vocabulary: frozenset[str]
    """Words seen in training: never taken for a slip of another word."""
    told: Mapping[str, float] = field(default_factory=dict)
    """By language, the share read rightly of phrases whose patterns a trial training did not see."""

    def probabilities(self, messages: Sequence[Sequence[str]]) -> Floats:
        """One row per message (already words), one column per intent."""
        if not messages:
            return np.zeros((0, len(self.intents)), np.float32)
        return softmax(self.scores(batch(messages, self.idf)) / self.temperature)

    def scores(self, rows: Batch) -> Floats:
        """Unnormalised scores of each row."""
        weighted = self.table[rows.indices] * rows.weights[:, None]
        hidden = np.add.reduceat(weighted, rows.starts, axis=0) + self.bias
        found: Floats = np.maximum(hidden, 0.0) @ self.output + self.output_bias
        return found

    def save(self, path: Path) -> None:
        """Writes the file: the table as int8, the rest small enough as it is."""
        scale = np.abs(self.table).max(axis=0) / 127 + 1e-12
        arrays: dict[str, Any] = {
            "table": np.round(self.table / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "idf": self.idf.astype(np.float16),
            "bias": self.bias,
            "output": self.output,
            "output_bias": self.output_bias,
            "temperature": np.float32(self.temperature),
            "intents": np.array(self.intents),
            "vocabulary": np.frombuffer("\n".join(sorted(self.vocabulary)).encode(), np.uint8),
            "told": np.frombuffer(json.dumps(dict(self.told), sort_keys=True).encode(), np.uint8),
        }
        np.savez_compressed(path, **arrays)


def softmax(scores: Floats) -> Floats:
    """Rows that sum to one."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


@cache
def load(path: Path = FILE) -> Network:
    """The network of a file, read once per process."""
    with np.load(path, allow_pickle=False) as data:
        return Network(
            intents=tuple(str(intent) for intent in data["intents"]),
            idf=data["idf"].astype(np.float32),
            table=data["table"].astype(np.float32) * data["scale"],
            bias=data["bias"],
            output=data["output"],
            output_bias=data["output_bias"],
            temperature=float(data["temperature"]),
            vocabulary=frozenset(data["vocabulary"].tobytes().decode().split("\n")),
            told=json.loads(data["told"].tobytes()) if "told" in data else {},
        )
