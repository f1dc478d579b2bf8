import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import aiohttp
import pytest

from leadnurturebot.domain.message_content import Button, Buttons, Text
from leadnurturebot.message_path.preparing import Preparer
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.providers.messaging.base import Account
from leadnurturebot.providers.registry import messaging_provider

ACCOUNT = Account(base_url="https://api.example", phone_number_id="", waba_id="AC1", secrets={})
BUTTONS = Buttons("Shall I?", (Button("1", "Yes"),))
OWNER = (uuid7(), uuid7())


class Session:
    """Answers every request alike, after letting others go first."""

    def __init__(self, status: int = 201, body: bytes = b'{"sid":"HX1"}', error: Exception | None = None) -> None:
        self.status, self.body, self.error, self.asked = status, body, error, 0

    @asynccontextmanager
    async def request(self, *_: Any, **__: Any) -> AsyncIterator["Session"]:
        self.asked += 1
        await asyncio.sleep(0)
        if self.error:
            raise self.error
        yield self

    async def read(self) -> bytes:
        return self.body


async def ready(preparer: Preparer, session: Session, content: Any = BUTTONS, slug: str = "twilio") -> Account:
    return await preparer.ready(
        cast(aiohttp.ClientSession, session), messaging_provider(slug), content, ACCOUNT, OWNER
    )  # fmt: skip


async def test_many_messages_of_a_shape_make_it_once() -> None:
    preparer, session = Preparer(), Session()
    found = await asyncio.gather(*(ready(preparer, session) for _ in range(5)))
    assert [dict(account.remembered) for account in found] == [{"quick_reply/1": "HX1"}] * 5
    assert session.asked == 1


@pytest.mark.parametrize(
    ("content", "slug"), [(Text("Hi"), "twilio"), (BUTTONS, "whatsapp_cloud"), (BUTTONS, "dialog360")]
)
async def test_what_needs_nothing_asks_nothing(content: Any, slug: str) -> None:
    session = Session()
    assert await ready(Preparer(), session, content, slug) is ACCOUNT
    assert session.asked == 0


@pytest.mark.parametrize(
    "session",
    [Session(500, b""), Session(201, b"<html>"), Session(error=TimeoutError()), Session(error=aiohttp.ClientError())],
)
async def test_what_cannot_be_had_is_done_without_and_asked_for_again_next_time(session: Session) -> None:
    preparer = Preparer()
    assert await ready(preparer, session) is ACCOUNT
    assert await ready(preparer, session) is ACCOUNT
    assert session.asked == 2
