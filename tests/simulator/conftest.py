from collections.abc import AsyncIterator

import pytest_asyncio

from tests.simulator.world_rig import Rig


@pytest_asyncio.fixture
async def rig() -> AsyncIterator[Rig]:
    """A world whose number is verified and whose clock has ticked once."""
    made = Rig()
    await made.time.run(0)
    yield made
    await made.http.aclose()
