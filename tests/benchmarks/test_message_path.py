import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import message_path
from benchmarks.path_rig import bloat, peer
from benchmarks.path_rig.bloat import TableState
from benchmarks.path_rig.customers import VISITS, Customer
from benchmarks.path_rig.figures import Used, of_stage, percentile
from benchmarks.path_rig.stages import SECONDS_BETWEEN, Stage, first_customers, repeated, stages_of
from benchmarks.path_rig.verdict import Received, Sent, Stored, judge

ROOT = Path(__file__).parents[2]
PAIR = ("1065", "447700900000")


@pytest.mark.processes
def test_a_short_run_answers_every_message_once() -> None:
    command = [sys.executable, "-m", "benchmarks.message_path", "--seconds", "3", "--rate", "20", "--json"]
    command += ["--preload-messages", "2000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    counts = {name: found[name] for name in ("sent", "refused", "lost", "doubled", "reordered", "waiting")}
    assert counts == {"sent": 120 + 60 + 60, "refused": 0, "lost": 0, "doubled": 0, "reordered": 0, "waiting": 0}
    assert 0 < found["p95_ms"] < 5000
    assert [stage["stage"] for stage in found["stages"]] == ["fixed", "fixed-stored"]
    assert 0 < found["stored_cpu_ratio"] < 20
    (messages,) = [one for one in found["stages"][1]["tables"] if one["table"] == "conversations_message"]
    assert messages["live"] >= 2000
    assert (found["p95_ms_at_1000"], found["peer_cpu_ratio"]) == (None, None)


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


def stages(*arguments: str) -> list[Stage]:
    return stages_of(message_path.options_of(arguments))


def test_without_a_rate_every_kind_of_load_is_measured() -> None:
    names = ["warm-up", "idle", "half", "full", "most", "opening", "open", "burst"]
    assert [stage.name for stage in stages("--quick")] == names
    assert [stage.rate for stage in stages()] == [40.0, 2.0, 500.0, 1000.0, None, None, None, 100.0]
    assert [stage.name for stage in stages("--rate", "5")] == ["warm-up", "fixed"]
    assert [stage.name for stage in repeated(stages())] == ["full-stored", "most-stored"]


def test_nobody_writes_twice_within_six_seconds() -> None:
    (full,) = [stage for stage in stages() if stage.name == "full"]
    assert full.people == 1000 * SECONDS_BETWEEN
    assert SECONDS_BETWEEN >= 6


def test_open_conversations_are_those_that_were_opened() -> None:
    firsts = first_customers(stages())
    assert firsts["open"] == firsts["opening"]
    assert firsts["burst"] == firsts["open"] + 10_000


def test_a_long_load_is_told_minute_by_minute() -> None:
    minute = 60 * 10**9
    dues = [n * minute // 2 for n in range(4)]
    verdict = judge([Sent("s", dues, [0] * 4, [200] * 4, 0.0)], [], stored(4))
    verdict.latencies["s"], verdict.answered_due["s"] = [10**6, 10**6, 10**6, 5 * 10**6], dues
    verdict.last_reply["s"] = dues[-1]
    found = of_stage(Stage(name="s", seconds=120), Sent("s", dues, [0] * 4, [200] * 4, 0.0), verdict, Used())
    assert [(one["messages"], one["p95_ms"]) for one in found["by_minute"]] == [(2, 1.0), (2, 5.0)]


def test_bloat_is_what_changed_between_two_moments() -> None:
    before = TableState(heap=2**20, indexes=0, live=10, dead=0, updates=5, in_place=5, vacuums=1)
    after = TableState(heap=3 * 2**20, indexes=2**19, live=20, dead=7, updates=105, in_place=80, vacuums=3)
    (row,) = bloat.growth({"inbox": before}, {"inbox": after})
    assert (row["heap_mb"], row["indexes_mb"], row["dead"]) == ([1.0, 3.0], [0.0, 0.5], 7)
    assert (row["updates"], row["in_place_percent"], row["vacuums"]) == (100, 75, 2)


def test_without_pywa_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peer, "is_installed", lambda: False)
    monkeypatch.setattr(sys, "argv", ["message_path", "--peer"])
    assert message_path.main() == 2
    assert capsys.readouterr().err.splitlines() == [peer.MISSING]
