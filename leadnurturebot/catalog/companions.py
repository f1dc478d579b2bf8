"""What people take together: cosine between products over the people who had to do with both, shrunk where few did.

One person counts less the more they looked at, so that somebody who opens everything ties nothing together. Plain numpy over
whole columns: a million deeds take seconds and some hundred megabytes.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.domain.values import record

PER_PERSON = 60
"""Of one person's goods so many count, the newest."""
MOST = 20
"""Companions kept of a product."""
SHRINKAGE = 12.0
"""Added to the denominator, where one buyer of both brings nine: a pair that one person made stays far from certain."""
_AT_ONCE = 4_000_000
"""Pairs held before they are summed up."""

Numbers = NDArray[np.int64]
Amounts = NDArray[np.float64]


@record
class Deeds:
    """Who had to do with what, as columns of equal length, oldest first."""

    people: Numbers
    goods: Numbers
    """Numbers from 0 to `count` - 1."""
    weights: Amounts
    """How much the deed tells: an order more than a look."""
    bought: NDArray[np.bool_]
    count: int
    """How many products there are."""


@record
class Pairs:
    """Products with their companions, closest first within a product."""

    goods: Numbers
    others: Numbers
    closeness: Amounts
    buyers: Numbers
    """People who bought both."""


def pair_up(deeds: Deeds, *, most: int = MOST, shrinkage: float = SHRINKAGE) -> Pairs:
    """The `most` closest companions of every product."""
    people, goods, weights, bought = _by_person(deeds)
    share = _share(people)
    keys, together, buyers = _together(people, goods, weights * np.sqrt(share), bought, deeds.count)
    norms = np.sqrt(np.bincount(goods, weights**2 * share, minlength=deeds.count))
    first, second = keys // deeds.count, keys % deeds.count
    closeness = together / (norms[first] * norms[second] + shrinkage)
    return _closest(first, second, closeness, buyers, most)


def _by_person(deeds: Deeds) -> tuple[Numbers, Numbers, Amounts, NDArray[np.bool_]]:
    """One row for each person and product with their strongest deed, sorted by person, the newest goods of each."""
    order = np.arange(len(deeds.people))
    rank = np.lexsort((order, deeds.goods, deeds.people))
    people, goods = deeds.people[rank], deeds.goods[rank]
    starts = np.flatnonzero(np.r_[True, (people[1:] != people[:-1]) | (goods[1:] != goods[:-1])]) if len(rank) else rank
    if not len(starts):
        return people, goods, deeds.weights[rank], deeds.bought[rank]
    weights = np.maximum.reduceat(deeds.weights[rank], starts)
    bought = np.maximum.reduceat(deeds.bought[rank], starts)
    newest = np.maximum.reduceat(order[rank], starts)
    people, goods = people[starts], goods[starts]
    by_age = np.lexsort((-newest, people))
    kept = by_age[_place_within(people[by_age]) < PER_PERSON]
    return people[kept], goods[kept], weights[kept], bought[kept]


def _place_within(groups: Numbers) -> Numbers:
    """The place of each row within its group, from 0; rows of a group stand together."""
    places = np.arange(len(groups))
    starts = np.r_[True, groups[1:] != groups[:-1]] if len(groups) else np.zeros(0, np.bool_)
    return places - np.maximum.accumulate(np.where(starts, places, 0)) if len(groups) else places


def _share(people: Numbers) -> Amounts:
    """What one row of a person counts: less, the more rows they have."""
    if not len(people):
        return np.zeros(0)
    _, place, counts = np.unique(people, return_inverse=True, return_counts=True)
    share: Amounts = 1.0 / np.log2(1.0 + counts[place])
    return share


def _together(
    people: Numbers, goods: Numbers, weights: Amounts, bought: NDArray[np.bool_], count: int
) -> tuple[Numbers, Amounts, Numbers]:
    """Sums over people for every pair of goods, as (key, weight, buyers); the key is first * count + second."""
    done: list[tuple[Numbers, Amounts, Numbers]] = []
    waiting = 0
    for apart in _distances(people):
        rows = np.flatnonzero(people[:-apart] == people[apart:])
        one, other = goods[rows], goods[rows + apart]
        keys = np.minimum(one, other) * count + np.maximum(one, other)
        both = (bought[rows] & bought[rows + apart]).astype(np.int64)
        done.append((keys, weights[rows] * weights[rows + apart], both))
        waiting += len(rows)
        if waiting > _AT_ONCE:
            done, waiting = [_summed(done)], 0
    return _summed(done)


def _distances(people: Numbers) -> Iterator[int]:
    """How far apart two rows of one person can stand."""
    longest = int(_place_within(people).max(initial=0))
    yield from range(1, longest + 1)


def _summed(parts: list[tuple[Numbers, Amounts, Numbers]]) -> tuple[Numbers, Amounts, Numbers]:
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64)
    keys = np.concatenate([part[0] for part in parts])
    unique, place = np.unique(keys, return_inverse=True)
    weights = np.bincount(place, np.concatenate([part[1] for part in parts]), minlength=len(unique))
    buyers = np.bincount(place, np.concatenate([part[2] for part in parts]), minlength=len(unique))
    return unique.astype(np.int64), weights.astype(np.float64), buyers.astype(np.int64)


def _closest(first: Numbers, second: Numbers, closeness: Amounts, buyers: Numbers, most: int) -> Pairs:
    """Both directions of every pair, of each product the closest."""
    goods, others = np.r_[first, second], np.r_[second, first]
    near, both = np.r_[closeness, closeness], np.r_[buyers, buyers]
    order = np.lexsort((others, -near, goods))
    kept = order[_place_within(goods[order]) < most]
    return Pairs(goods=goods[kept], others=others[kept], closeness=near[kept], buyers=both[kept])
