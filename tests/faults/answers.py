"""Waiting until a customer's message was answered: decided in the database, and its replies on their way or settled."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from tests.faults.database import Window
from tests.faults.shops import FaultShop

PATIENCE_SECONDS = 60.0
LOOK_SECONDS = 0.04

# Decided, and none of its replies is still to be sent or just being sent.
_ANSWERED = """
SELECT m.provider_id, m.id, d.id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM message_path_outbox o WHERE o.id = ANY(d.reply_ids) AND o.state IN ('due', 'sending'))
FROM conversations_message m LEFT JOIN assistant_decisionrecord d ON d.id = m.decision_id AND d.shop_id = m.shop_id
WHERE m.direction = 'in' AND m.provider_id = ANY(%s)
"""
_NEWEST = """
SELECT content_sealed FROM conversations_message WHERE shop_id = %s AND direction = 'out' AND thread_id =
  (SELECT thread_id FROM conversations_message WHERE shop_id = %s AND provider_id = %s LIMIT 1)
ORDER BY id DESC LIMIT 1
"""


class NotAnswered(Exception):
    """A customer's message got no answer in time."""


class Answers:
    """One look for all who wait."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._waiting: dict[str, tuple[bool, asyncio.Future[None]]] = {}

    async def of(self, wamid: str, *, is_stored_only: bool = False) -> None:
        """Return when the message was answered, or stored when no answer is due. Raises NotAnswered."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[wamid] = (is_stored_only, over)
        try:
            await asyncio.wait_for(over, PATIENCE_SECONDS)
        except TimeoutError as error:
            raise NotAnswered(wamid) from error
        finally:
            del self._waiting[wamid]

    async def watch(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            if self._waiting:
                for wamid, _, is_answered in await self._window.rows(_ANSWERED, [list(self._waiting)]):
                    is_stored_only, over = self._waiting.get(wamid, (True, None))
                    if over is not None and not over.done() and (is_answered or is_stored_only):
                        over.set_result(None)
            await asyncio.sleep(LOOK_SECONDS)

    async def newest_reply(self, shop: FaultShop, wamid: str) -> dict[str, Any]:
        """The newest message of the shop in the thread of a customer's message."""
        sealed = await self._window.value(_NEWEST, [shop.id, shop.id, wamid])
        content: dict[str, Any] = orjson.loads(shop.key.open(sealed))["content"]
        return content


async def until(ask: Callable[[], Awaitable[bool]], *, seconds: float, what: str) -> None:
    """Return once `ask` says yes. Raises NotAnswered after `seconds`."""
    deadline = time.monotonic() + seconds
    while not await ask():
        if time.monotonic() > deadline:
            raise NotAnswered(what)
        await asyncio.sleep(LOOK_SECONDS)
