"""Leave-last-out: of every customer the product they came to last is hidden, the rest is known."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.suggesting.transactions import Transactions


@dataclass(frozen=True, slots=True)
class Split:
    """What is known, oldest first, and of each judged customer the hidden product."""

    customers: NDArray[np.int64]
    items: NDArray[np.int64]
    times: NDArray[np.float64]
    is_order: NDArray[np.bool_]
    judged: NDArray[np.int64]
    hidden: NDArray[np.int64]
    possible: int
    """Customers with two products and more, of whom `judged` are some."""


def hold_out(rows: Transactions, *, seed: int, most: int, is_order: NDArray[np.bool_] | None = None) -> Split:
    """Hide of each customer the product they took last, and every other trace of it: what they looked at before
    choosing it would give it away. Repeated purchases count once, at their first time. Where looks are known beside orders,
    what is hidden was ordered. At most `most` customers are judged, drawn by `seed`."""
    orders = np.ones(len(rows.items), np.bool_) if is_order is None else is_order
    age = np.lexsort((np.arange(len(rows.items)), rows.times))
    customers, items = rows.customers[age].astype(np.int64), rows.items[age].astype(np.int64)
    times, orders = rows.times[age], orders[age]
    judged, hidden, possible = _last_of_each(customers, items, orders, seed, most)
    target = np.full(int(customers.max()) + 1, -1)
    target[judged] = hidden
    known = items != target[customers]
    return Split(customers[known], items[known], times[known], orders[known], judged, hidden, possible)


def learned_of(split: Split, customers: int) -> Split:
    """What a shop knows that has seen only the first customers, by number."""
    known = split.customers < customers
    return replace(
        split, customers=split.customers[known], items=split.items[known], times=split.times[known],
        is_order=split.is_order[known],
    )  # fmt: skip


def _last_of_each(
    customers: NDArray[np.int64], items: NDArray[np.int64], orders: NDArray[np.bool_], seed: int, most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Customers with their last new product, of those who have another one too."""
    count = int(items.max()) + 1
    keys = customers * count + items
    goods_each = np.bincount(np.unique(keys) // count)
    rows = np.flatnonzero(orders)
    _, first = np.unique(keys[rows], return_index=True)
    firsts = np.sort(rows[first])
    last = {int(customers[row]): int(items[row]) for row in firsts}
    able = np.array(sorted(customer for customer in last if goods_each[customer] > 1), np.int64)
    chosen = able
    if len(able) > most:
        chosen = np.sort(np.random.default_rng(seed).choice(able, most, replace=False))
    return chosen, np.array([last[int(customer)] for customer in chosen], np.int64), len(able)
