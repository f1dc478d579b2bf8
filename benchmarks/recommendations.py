"""How good suggestions are: `python -m benchmarks.recommendations [--seed N] [--json] [--file X.csv]`.

Of every customer the product they took last is hidden; each way to suggest lists ten, and is right when the hidden one is
among them. Told are hit rate among five and ten and nDCG among ten, each with the 95 % interval of 1,000 bootstrap samples,
and the difference to popularity over the same customers.

Ways: `ours` is what the product does, `together` only what people take together, `likeness` only records, `popularity` what was
bought most, `random` chance. Without `--file` a year of simulated customers is judged (`simulator/baskets.py`), whose rules are
not ours, once with all that the shop has seen and once as a young shop that has seen sixty customers. With `--file` a CSV of
transactions: a customer, an item and a time per row, recognised by the names of the columns.

What it cannot tell: whether people would have taken what was shown. A hidden product was found without us; one
that would have pleased more counts as wrong. Companions are learned from everybody's whole past, so a season's later days
help to guess its earlier ones, for all ways alike.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.suggesting.figures import FIGURES, intervals, scores
from benchmarks.suggesting.holding_out import Split, hold_out, learned_of
from benchmarks.suggesting.transactions import ROWS_MAX, Transactions, UnreadableFile, read_transactions
from benchmarks.suggesting.ways import Way, past_of, ways
from simulator.baskets import Piece, open_street

JUDGED_MAX = 5000
YOUNG = 60
"""Customers whose deeds a young shop knows, beside those of the one it suggests to."""


def judged(
    split: Split, pieces: Sequence[Piece], count: int, seed: int, *, learned: Split | None = None
) -> dict[str, Any]:  # fmt: skip
    """Figures of every way over the customers of a split; habits are learned from `learned`, else from all that is known."""
    source = learned or split
    past = past_of(split, source, count, pieces)
    found = {name: _rows(way, split) for name, way in ways(source, past, count, seed).items()}
    base = found["popularity"]
    took = np.array(past.took_ms)
    return {
        "customers": len(split.judged),
        "customers_possible": split.possible,
        "products": count,
        "known_deeds": len(source.items),
        "ways": {name: _told(rows, rows - base, seed) for name, rows in found.items()},
        "ms_per_list": {"median": float(np.median(took)), "p99": float(np.quantile(took, 0.99))},
    }


def _rows(way: Way, split: Split) -> Any:
    pairs = zip(split.judged.tolist(), split.hidden.tolist(), strict=True)
    return np.array([scores(way(customer), hidden) for customer, hidden in pairs])


def _told(rows: Any, beyond: Any, seed: int) -> dict[str, Any]:
    low, high = intervals(rows, seed=seed)
    beyond_low, beyond_high = intervals(beyond, seed=seed)
    return {
        name: {
            "mean": float(rows[:, place].mean()),
            "interval": [float(low[place]), float(high[place])],
            "beyond_popularity": float(beyond[:, place].mean()),
            "beyond_interval": [float(beyond_low[place]), float(beyond_high[place])],
        }
        for place, name in enumerate(FIGURES)
    }


def simulated(seed: int) -> dict[str, Any]:
    """Figures on a simulated year, of which orders are hidden and looks are known."""
    street = open_street(seed=seed)
    rows = Transactions(
        np.array([deed.customer for deed in street.deeds], np.int32),
        np.array([deed.piece for deed in street.deeds], np.int32),
        np.array([deed.at for deed in street.deeds]),
        tuple(piece.name for piece in street.pieces),
    )
    is_order = np.array([deed.is_order for deed in street.deeds])
    split = hold_out(rows, seed=seed, most=JUDGED_MAX, is_order=is_order)
    count = len(street.pieces)
    return {
        "data": f"simulated year, seed {seed}",
        **judged(split, street.pieces, count, seed),
        "young_shop": judged(split, street.pieces, count, seed, learned=learned_of(split, YOUNG)),
    }


def of_file(path: Path, seed: int, most: int) -> dict[str, Any]:
    """Figures on a file of transactions. Raises UnreadableFile."""
    rows = read_transactions(path, most=most)
    split = hold_out(rows, seed=seed, most=JUDGED_MAX)
    if not len(split.judged):
        raise UnreadableFile(f"{path}: no customer has two different products, so nothing can be hidden")
    about = {"data": str(path), "rows": len(rows.items), "rows_skipped": rows.skipped, "rows_cut_off": rows.was_cut}
    return {**about, **judged(split, (), len(rows.names), seed)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures, as a table or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20, help="of the simulated year, of drawing customers (20)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--file", type=Path, help="a CSV of transactions to judge on instead")
    parser.add_argument("--rows", type=int, default=ROWS_MAX, help=f"most rows read of the file ({ROWS_MAX:,})")
    given = parser.parse_args(arguments)
    try:
        found = of_file(given.file, given.seed, given.rows) if given.file else simulated(given.seed)
    except UnreadableFile as error:
        sys.exit(f"cannot judge: {error}")
    print(json.dumps(found) if given.json else "\n".join(_lines(found)))


def _lines(found: dict[str, Any]) -> list[str]:
    lines = _table(found)
    if "young_shop" in found:
        young = {"data": f"the same customers where the shop knows {YOUNG} customers", **found["young_shop"]}
        lines += ["", *_table(young)]
    return lines


def _table(found: dict[str, Any]) -> list[str]:
    head = [f"{found['data']}: {found['known_deeds']:,} known deeds, {found['products']:,} products,"]
    head += [f"{found['customers']:,} customers judged of {found['customers_possible']:,} with two products and more"]
    if "rows" in found:
        cut = ", and the file has more" if found["rows_cut_off"] else ""
        head += [f"{found['rows']:,} rows read, {found['rows_skipped']:,} skipped{cut}"]
    table = [f"{'':12}" + "".join(f"{name:>26}" for name in FIGURES) + f"{'hit@10 beyond popularity':>32}"]
    table += [_line(name, way) for name, way in found["ways"].items()]
    took = found["ms_per_list"]
    return [*head, "", *table, "", f"a list of ours takes {took['median']:.2f} ms of CPU, p99 {took['p99']:.2f} ms"]


def _line(name: str, way: dict[str, Any]) -> str:
    cells = [f"{way[figure]['mean']:.4f} [{_span(way[figure]['interval'])}]" for figure in FIGURES]
    hits = way["hit@10"]
    beyond = "" if name == "popularity" else f"{hits['beyond_popularity']:+.4f} [{_span(hits['beyond_interval'])}]"
    return f"{name:12}" + "".join(f"{cell:>26}" for cell in cells) + f"{beyond:>32}"


def _span(interval: Sequence[float]) -> str:
    return f"{interval[0]:.4f}, {interval[1]:.4f}"


if __name__ == "__main__":
    main()
