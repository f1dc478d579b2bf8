from datetime import timedelta

import pytest

from simulator.graph.errors import GraphError
from simulator.graph.limits import Limits
from tests.simulator.world_rig import START


def test_the_81st_message_within_a_second_is_refused_and_the_next_second_is_free() -> None:
    limits = Limits()
    for _ in range(80):
        limits.check_throughput("n", START)
        limits.count("n", START)
    with pytest.raises(GraphError) as refusal:
        limits.check_throughput("n", START + timedelta(milliseconds=999))
    assert refusal.value.code == 130429
    limits.check_throughput("n", START + timedelta(seconds=1))


def test_a_pair_may_burst_45_and_then_one_in_six_seconds() -> None:
    limits = Limits()
    for _ in range(45):
        limits.check_pair("n", "p", START)
    with pytest.raises(GraphError) as refusal:
        limits.check_pair("n", "p", START + timedelta(seconds=5))
    assert refusal.value.code == 131056
    limits.check_pair("n", "p", START + timedelta(seconds=6))
    limits.check_pair("n", "another person", START)
