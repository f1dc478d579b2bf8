"""What people take together."""

from collections.abc import Sequence
from math import log2

import numpy as np
import pytest

from leadnurturebot.catalog.companions import PER_PERSON, Deeds, pair_up


def deeds(*rows: tuple[int, int, float, bool], count: int = 10) -> Deeds:
    people, goods, weights, bought = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Deeds(
        people=np.array(people, np.int64), goods=np.array(goods, np.int64), weights=np.array(weights, np.float64),
        bought=np.array(bought, np.bool_), count=count,
    )  # fmt: skip


def listed(found: Deeds, **options: float) -> list[tuple[int, int, float, int]]:
    pairs = pair_up(found, **options)  # type: ignore[arg-type]  # `most` is an int, `shrinkage` a float
    columns: Sequence[list[float]] = [c.tolist() for c in (pairs.goods, pairs.others, pairs.closeness, pairs.buyers)]
    return [(int(a), int(b), round(c, 6), int(d)) for a, b, c, d in zip(*columns, strict=True)]


def test_two_people_who_bought_both_tie_two_products() -> None:
    rows = [(person, item, 3.0, True) for person in (1, 2) for item in (4, 7)]
    share = 1 / log2(3)
    closeness = round(2 * 9 * share / (2 * 9 * share + 12), 6)
    assert listed(deeds(*rows)) == [(4, 7, closeness, 2), (7, 4, closeness, 2)]


def test_without_shrinkage_it_is_the_cosine() -> None:
    rows = [(1, 0, 1.0, False), (1, 1, 1.0, False), (2, 0, 1.0, False), (2, 2, 1.0, False)]
    assert listed(deeds(*rows), shrinkage=0.0) == [
        (0, 1, 0.707107, 0), (0, 2, 0.707107, 0), (1, 0, 0.707107, 0), (2, 0, 0.707107, 0),
    ]  # fmt: skip


def test_a_product_looked_at_often_by_one_person_counts_once_with_its_strongest_deed() -> None:
    once = [(1, 0, 3.0, True), (1, 1, 1.0, False)]
    assert listed(deeds((1, 0, 1.0, False), (1, 0, 1.0, False), *once)) == listed(deeds(*once))


def test_somebody_who_opens_everything_ties_less() -> None:
    few = listed(deeds((1, 0, 1.0, False), (1, 1, 1.0, False)))
    many = listed(deeds(*((1, item, 1.0, False) for item in range(8))))
    assert many[0][2] < few[0][2]


def test_of_one_person_only_the_newest_goods_count() -> None:
    rows = [(1, item, 1.0, False) for item in range(PER_PERSON + 1)]
    found = {goods for goods, *_ in listed(deeds(*rows, count=PER_PERSON + 1))}
    assert found == set(range(1, PER_PERSON + 1))


def test_the_closest_are_kept() -> None:
    rows = [(1, 0, 1.0, True), (1, 1, 3.0, True), (1, 2, 1.0, True)]
    assert [(goods, other) for goods, other, *_ in listed(deeds(*rows), most=1)] == [(0, 1), (1, 0), (2, 1)]


@pytest.mark.parametrize("rows", [[], [(1, 3, 1.0, True)], [(1, 3, 1.0, True), (2, 4, 1.0, True)]])
def test_without_two_goods_of_one_person_there_is_nothing(rows: list[tuple[int, int, float, bool]]) -> None:
    assert listed(deeds(*rows)) == []
