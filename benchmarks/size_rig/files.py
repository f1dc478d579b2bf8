"""A file of bodies with the size that fitted, or with a size and how it fitted: CSV, TSV or JSON lines, also gzipped."""

import csv
import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.size_rig.columns import MEASURES, column, metric, rank_of_size, recognised, verdict

_TEST_SHARE = 0.3


class Unreadable(ValueError):
    """The file has no rows, or lacks a column without which nothing can be measured. The message says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A person with a size, and how it fitted (-1 too small, 0 right, 1 too large) where that is told."""

    body: Mapping[str, float]
    """Centimetres, kilograms, years."""
    size: str
    rank: float
    fit: int | None
    person: str
    item: str
    share: float
    """Where its hash lies between 0 and 1: the same in every run."""

    @property
    def is_test(self) -> bool:
        return self.share < _TEST_SHARE


def load(path: Path) -> tuple[list[Row], dict[str, str]]:
    """The rows that have a size and a body, and which column was taken for what. Raises `Unreadable`."""
    raw = _raw(path)
    if not raw:
        raise Unreadable(f"{path} has no rows")
    names = recognised(list(dict.fromkeys(name for row in raw[:1000] for name in row)))
    told = [kind for kind in MEASURES if kind in names]
    if "size" not in names or not {"weight", "bust", "waist", "hip"} & set(told):
        found = ", ".join(raw[0])
        raise Unreadable(f"{path} needs a column size and one of weight, bust, waist, hips; it has {found}")
    bodies = {kind: metric(kind, names[kind], column(raw, names[kind])) for kind in told}
    words = ("size", "fit", "person", "item")
    texts: dict[str, Sequence[str]] = {kind: column(raw, names[kind]) for kind in words if kind in names}
    rows = [_row(at, {kind: own[at] for kind, own in bodies.items()}, texts) for at in range(len(raw))]
    return [row for row in rows if row is not None], names


def _raw(path: Path) -> list[dict[str, object]]:
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = whole.decode("utf-8-sig", errors="replace")
    if text.lstrip().startswith(("{", "[")):
        return _objects(path, text)
    first = text.partition("\n")[0]
    divider = max(("\t", ";", ","), key=first.count)
    return [dict(row) for row in csv.DictReader(text.splitlines(), delimiter=divider)]


def _objects(path: Path, text: str) -> list[dict[str, object]]:
    try:
        if text.lstrip().startswith("["):
            return [dict(row) for row in json.loads(text)]
        return [dict(json.loads(line)) for line in text.splitlines() if line.strip()]
    except (json.JSONDecodeError, TypeError, ValueError) as error:
        raise Unreadable(f"{path} is not JSON lines: {error}") from error


def _row(at: int, measures: Mapping[str, float | None], texts: Mapping[str, Sequence[str]]) -> Row | None:
    body = {kind: value for kind, value in measures.items() if value is not None}
    size = texts["size"][at].strip()
    rank = rank_of_size(size)
    if rank is None or not body.keys() - {"age", "height"}:
        return None
    person = texts["person"][at] if "person" in texts else ""
    own = person or json.dumps([size, sorted(body.items())])
    return Row(
        body=body, size=size, rank=rank, fit=verdict(texts["fit"][at]) if "fit" in texts else None, person=person,
        item=texts["item"][at] if "item" in texts else "",
        share=int(hashlib.sha256(own.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF,
    )  # fmt: skip
