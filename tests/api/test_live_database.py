"""News through the real database: told at commit, heard by who listens."""

import asyncio
from uuid import UUID

import psycopg
import pytest
from django.conf import settings

from leadnurturebot.api.live_hub import Hub
from leadnurturebot.platform import live
from leadnurturebot.platform.live import Change

SHOP = UUID("01990000-0000-7000-8000-00000000000a")


@pytest.mark.django_db
async def test_committed_news_reach_the_stream_and_rolled_back_ones_do_not() -> None:
    hub = Hub(gather_seconds=0.0)
    stream = await hub.join(SHOP)
    await asyncio.to_thread(_tell, "rolled back", commit=False)
    await asyncio.to_thread(_tell, "committed", commit=True)
    assert await stream.next(timeout=30) == [Change("order", "committed")]
    hub.leave(stream)


def _tell(thing: str, *, commit: bool) -> None:
    with psycopg.connect(settings.DATABASE_URL) as connection:
        live.notify(connection, SHOP, "order", thing)
        if not commit:
            connection.rollback()
