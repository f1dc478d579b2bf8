from collections import Counter
from random import Random

import pytest

from leadnurturebot.domain.experiments import (
    Arm,
    Comparison,
    Count,
    Finding,
    Interval,
    any_day_z,
    assign,
    bucket,
    compare,
    difference,
    is_held_out,
    wilson,
)

LEADS = [f"lead-{number}" for number in range(20_000)]


def rounded(interval: Interval) -> tuple[float, float]:
    return round(interval.low, 4), round(interval.high, 4)


def test_a_lead_keeps_its_place_for_ever() -> None:
    assert bucket("salt", "greeting", "lead-1") == 5318
    assert bucket("other shop", "greeting", "lead-1") == 7566
    assert bucket("salt", "other test", "lead-1") == 562


def test_parts_of_the_key_do_not_run_together() -> None:
    assert bucket("ab", "c", "d") != bucket("a", "bc", "d")


def test_people_are_dealt_by_weight() -> None:
    arms = [Arm("plain", 3), Arm("warm", 1), Arm("off", 0)]
    dealt = Counter(assign("salt", "greeting", lead, arms) for lead in LEADS)
    assert set(dealt) == {"plain", "warm"}
    assert abs(dealt["plain"] - 15_000) < 250


def test_an_experiment_without_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an arm with a weight"):
        assign("salt", "greeting", "lead-1", [Arm("plain", 0)])


def test_a_tenth_is_held_out_whatever_arm_it_has() -> None:
    held = [lead for lead in LEADS if is_held_out("salt", "greeting", lead, 1000)]
    assert abs(len(held) - 2000) < 170
    warm = sum(assign("salt", "greeting", lead, [Arm("plain"), Arm("warm")]) == "warm" for lead in held)
    assert abs(warm - len(held) / 2) < 100


def test_nobody_and_everybody_can_be_held_out() -> None:
    assert not any(is_held_out("salt", "cart", lead, 0) for lead in LEADS)
    assert all(is_held_out("salt", "cart", lead, 10_000) for lead in LEADS)


@pytest.mark.parametrize(
    ("people", "successes", "expected"),
    [(263, 81, (0.2553, 0.3662)), (29, 1, (0.0061, 0.1718)), (148, 15, (0.0624, 0.1605)), (0, 0, (0, 1))],
)
def test_wilson_agrees_with_published_examples(people: int, successes: int, expected: tuple[float, float]) -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    assert rounded(wilson(Count(people, successes))) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Count(80, 48), Count(70, 56), (0.0524, 0.3339)),
        (Count(10, 3), Count(10, 9), (0.1705, 0.8090)),
        (Count(10, 0), Count(10, 10), (0.6075, 1.0)),
    ],
)
def test_newcombe_agrees_with_published_examples(one: Count, other: Count, expected: tuple[float, float]) -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10."""
    assert rounded(difference(one, other)) == expected


def test_an_interval_for_any_day_is_wider() -> None:
    assert [round(any_day_z(people), 2) for people in (200, 1000, 10_000)] == [3.36, 3.04, 3.24]


def test_looking_every_day_rarely_finds_what_is_not_there() -> None:
    chance = Random(7)
    winners = {Finding.A_BETTER, Finding.B_BETTER}
    fooled = fooled_by_a_plain_interval = 0
    for _ in range(200):
        findings, plain = set(), False
        a = b = Count(0, 0)
        for _day in range(30):
            a, b = (
                Count(arm.people + 50, arm.successes + sum(chance.random() < 0.1 for _ in range(50))) for arm in (a, b)
            )
            findings.add(compare(a, b).finding)
            plain |= difference(a, b).low > 0 or difference(a, b).high < 0
        fooled += bool(findings & winners)
        fooled_by_a_plain_interval += plain
    assert fooled <= 10
    assert fooled_by_a_plain_interval > 40


def test_below_a_hundred_people_only_progress_is_shown() -> None:
    assert compare(Count(99, 0), Count(150, 150)) == Comparison(finding=Finding.COLLECTING, people_missing=1)


VERDICTS = [
    (Count(1000, 50), Count(1000, 110), "b_better"),
    (Count(1000, 110), Count(1000, 50), "a_better"),
    (Count(1000, 50), Count(1000, 60), "too_early"),
    (Count(200, 10), Count(200, 20), "too_early"),
    (Count(20_000, 1000), Count(20_000, 1000), "no_real_difference"),
    (Count(1000, 50), Count(1300, 150), "uneven_split"),
]


@pytest.mark.parametrize(("a", "b", "finding"), VERDICTS)
def test_the_verdict_is_one_of_a_few_sentences(a: Count, b: Count, finding: str) -> None:
    assert compare(a, b).finding == finding


def test_what_a_look_on_one_day_calls_clear_may_be_too_early() -> None:
    a, b = Count(500, 25), Count(500, 42)
    assert difference(a, b).low > 0
    assert compare(a, b).finding is Finding.TOO_EARLY


def test_an_intended_imbalance_is_not_uneven() -> None:
    assert compare(Count(900, 90), Count(100, 10), weights=(9, 1)).finding is Finding.TOO_EARLY


def test_it_says_how_many_more_people_are_needed() -> None:
    early = compare(Count(1000, 50), Count(1000, 70))
    assert early.people_missing is not None
    factor = (2000 + early.people_missing) / 2000
    grown = [Count(round(1000 * factor), round(successes * factor)) for successes in (50, 70)]
    assert compare(*grown).finding is Finding.B_BETTER
    assert compare(Count(1000, 50), Count(1000, 50)).people_missing is None
