"""The checklist a stand-in for the platform has to keep, row by row: each row has a check that would fail without it."""

from collections.abc import Awaitable, Callable

import pytest

from tests.simulator.checks_of_events import (
    delivery,
    every_inbound_type,
    free_entry,
    handshake,
    precedence,
    referral,
    service_counter,
    service_window,
    signature,
    status_sequence,
    validation,
)
from tests.simulator.checks_of_sends import (
    addresses,
    authentication,
    carts,
    coexistence,
    conversions,
    exact_ids,
    faults,
    joined_post,
    limiters,
    links,
    media,
    number_forms,
    preferences,
    template_life,
    told_statuses,
    user_ids,
)
from tests.simulator.world_rig import Rig

pytestmark = pytest.mark.asyncio
Check = Callable[[Rig], Awaitable[None]]
ROWS: dict[int, Check] = {
    1: handshake,
    2: signature,
    3: delivery,
    4: precedence,
    5: every_inbound_type,
    6: referral,
    7: validation,
    8: service_window,
    9: free_entry,
    10: service_counter,
    11: status_sequence,
    12: limiters,
    13: template_life,
    14: media,
    15: preferences,
    16: user_ids,
    17: coexistence,
    18: links,
    19: carts,
    20: conversions,
    21: faults,
    22: authentication,
}


async def test_the_checklist_is_whole() -> None:
    assert sorted(ROWS) == list(range(1, 23))


@pytest.mark.parametrize("row", sorted(ROWS), ids=lambda row: f"{row}-{ROWS[row].__name__}")
async def test_a_row_of_the_checklist_holds(rig: Rig, row: int) -> None:
    await ROWS[row](rig)


TRAPS: tuple[Check, ...] = (joined_post, told_statuses, exact_ids, number_forms, addresses)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
async def test_a_fidelity_trap_is_kept(rig: Rig, trap: Check) -> None:
    await trap(rig)
