import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.path_rig.customers import VISITS, Customer
from benchmarks.path_rig.figures import percentile
from benchmarks.path_rig.verdict import Received, Sent, Stored, judge

ROOT = Path(__file__).parents[2]
PAIR = ("1065", "447700900000")


@pytest.mark.processes
def test_a_short_run_answers_every_message_once() -> None:
    command = [sys.executable, "-m", "benchmarks.message_path", "--seconds", "3", "--rate", "20", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    counts = {name: found[name] for name in ("sent", "refused", "lost", "doubled", "reordered", "waiting")}
    assert counts == {"sent": 120 + 60, "refused": 0, "lost": 0, "doubled": 0, "reordered": 0, "waiting": 0}
    assert 0 < found["p95_ms"] < 5000
    assert found["p95_ms_at_1000"] is None


def sent(count: int) -> Sent:
    return Sent("s", [1000 * n for n in range(count)], [0] * count, [200] * count, 0.0)


def stored(count: int, **changes: list[list[str]]) -> Stored:
    """A database in which decision n answers message `m<n>` by reply `r<n>`."""
    deciding: dict[str, list[list[str]]] = {f"m{n}": [[f"r{n}"]] for n in range(count)} | changes
    return Stored({f"wamid.in.s.{n}": [f"m{n}"] for n in range(count)}, deciding, without_read=0, waiting=0)


def received(*replies: str) -> list[Received]:
    return [Received(10_000 + place, *PAIR, reply) for place, reply in enumerate(replies)]


def test_one_reply_each_in_order_is_as_promised() -> None:
    verdict = judge([sent(2)], received("r0", "r1"), stored(2))
    assert verdict.holds
    assert verdict.latencies == {"s": [10_000, 9_001]}


def test_what_was_not_answered_is_lost() -> None:
    assert judge([sent(2)], received("r0"), stored(2)).lost == 1
    assert judge([sent(1)], received("r0"), stored(1, m0=[])).lost == 1


def test_what_was_answered_twice_is_doubled() -> None:
    assert judge([sent(1)], received("r0", "r0"), stored(1)).doubled == 1
    assert judge([sent(1)], received("r0", "x0"), stored(1, m0=[["r0"], ["x0"]])).doubled == 1
    assert judge([sent(1)], received("r0", "stray"), stored(1)).doubled == 1


def test_an_answer_after_that_of_a_later_message_is_reordered() -> None:
    assert judge([sent(2)], received("r1", "r0"), stored(2)).reordered == 1


def test_one_reply_may_answer_two_messages() -> None:
    verdict = judge([sent(2)], received("r1"), stored(2, m0=[["r1"]], m1=[["r1"]]))
    assert verdict.holds


def test_a_refused_webhook_breaks_the_promise() -> None:
    verdict = judge([Sent("s", [0], [5], [503], 0.0)], received("r0"), stored(1))
    assert (verdict.refused, verdict.holds) == (1, False)


def test_percentiles_are_values_that_were_measured() -> None:
    values = list(range(1, 101))
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99, 1)] == [50, 95, 99, 100]
    assert percentile([], 0.95) == 0
    assert percentile([7], 0.5) == 7


def test_every_eighth_customer_comes_by_the_ad() -> None:
    customers = [Customer(index, 32) for index in range(512)]
    assert sum(customer.is_new for customer in customers) == 64
    assert all(customer.line(0).is_ad_tap == customer.is_new for customer in customers)


def test_a_customer_goes_on_with_the_visit() -> None:
    known = Customer(33, 32)
    new = Customer(1, 32)
    assert not known.is_new
    assert tuple(known.line(turn).text for turn in range(6)) == VISITS[33 * 7 % len(VISITS)]
    assert new.line(1).text == VISITS[7][0]
