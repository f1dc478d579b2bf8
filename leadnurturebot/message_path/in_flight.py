"""Sends under way. Those that are answered quickly are settled together; one that is not holds up nobody."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any
from uuid import UUID

from leadnurturebot.message_path.sends import Send
from leadnurturebot.message_path.settling import Answer

TOGETHER_SECONDS = 0.1
"""How long the answered ones of a round wait for the others."""


class InFlight:
    """What one sender process has out."""

    def __init__(self) -> None:
        self._sends: dict[asyncio.Task[Answer], Send] = {}

    def __len__(self) -> int:
        return len(self._sends)

    def ids(self) -> list[UUID]:
        """The messages that are out."""
        return [send.id for send in self._sends.values()]

    async def fly(self, sends: Iterable[tuple[Send, Coroutine[Any, Any, Answer]]]) -> list[tuple[Send, Answer]]:
        """Start sends, and return what has been answered when they all are or a moment is over."""
        started = {asyncio.create_task(work): send for send, work in sends}
        self._sends |= started
        if started:
            await asyncio.wait(started, timeout=TOGETHER_SECONDS)
        return self._landed()

    async def land(self) -> list[tuple[Send, Answer]]:
        """The rest, when all of it is answered."""
        if self._sends:
            await asyncio.wait(self._sends)
        return self._landed()

    def _landed(self) -> list[tuple[Send, Answer]]:
        done = [task for task in self._sends if task.done()]
        return [(self._sends.pop(task), task.result()) for task in done]
