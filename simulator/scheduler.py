"""Work that happens a little later: statuses, retries, expiries."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

Action = Callable[[], Awaitable[None]]
logger = logging.getLogger(__name__)


class Scheduler(Protocol):
    """Runs actions after some seconds of wall time; tests bring one with virtual time."""

    def later(self, seconds: float, action: Action) -> None: ...

    async def sleep(self, seconds: float) -> None: ...


class AsyncioScheduler:
    """The real one: a task per action, on the running loop."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def later(self, seconds: float, action: Action) -> None:
        task = asyncio.get_running_loop().create_task(self._run(seconds, action))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, seconds: float, action: Action) -> None:
        await asyncio.sleep(seconds)
        await action()

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("a scheduled action failed", exc_info=task.exception())
