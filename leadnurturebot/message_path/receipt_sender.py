"""Sends read receipts and "typing…" beside the messages: a few at a time, up to a budget, and never again."""

import asyncio
import contextlib
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import aiohttp
import psycopg
from django.conf import settings

from leadnurturebot.message_path import counters, receipts
from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.receipts import Receipt
from leadnurturebot.message_path.sending_numbers import NumberRow, load_numbers
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import connect
from leadnurturebot.providers.messaging.base import MarksRead
from leadnurturebot.providers.registry import messaging_provider

PER_SECOND = 20
"""The most that one installation sends. What comes faster takes the place of the thread's older receipt, or is lost."""
MOST_WAITING = 200
AT_ONCE = 4
# Typing that is shown after the reply would stand there for 25 seconds.
TOO_LATE_FOR_TYPING = timedelta(milliseconds=150)
NUMBERS_KEPT = timedelta(seconds=60)
LOCK = 7_302_118
PAUSE_SECONDS = 5.0


class ReceiptSender:
    """One per sender process; the one whose connection holds the lock does the work, the others stand by."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._waiting: dict[UUID, Receipt] = {}
        self._numbers: dict[UUID, NumberRow] = {}
        self._numbers_until = wall_now()
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Listen and send until cancelled."""
        sending = asyncio.create_task(self._send_waiting())
        try:
            while True:
                with contextlib.suppress(psycopg.OperationalError):
                    await self._listen()
                await asyncio.sleep(PAUSE_SECONDS)
        finally:
            sending.cancel()

    async def _listen(self) -> None:
        connection = await psycopg.AsyncConnection.connect(
            settings.DATABASE_URL, autocommit=True, application_name="leadnurturebot sender receipts"
        )
        async with connection:
            found = await (await connection.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])).fetchone()
            if not found or not found[0]:
                return
            await connection.execute(f"LISTEN {receipts.CHANNEL}")
            async for news in connection.notifies():
                self.add(receipts.read(news.payload))

    def add(self, given: Iterable[Receipt]) -> None:
        """Keep receipts for sending: the newest of a thread, and not more than a few seconds' worth."""
        for receipt in given:
            self._waiting.pop(receipt.thread_id, None)
            self._waiting[receipt.thread_id] = receipt
        while len(self._waiting) > MOST_WAITING:
            self._waiting.pop(next(iter(self._waiting)))
            counters.receipts_dropped.inc()
        self._wake.set()

    async def _send_waiting(self) -> None:
        while True:
            await self._wake.wait()
            while self._waiting:
                await self.send_some()
            self._wake.clear()

    async def send_some(self) -> None:
        """Send the oldest few, and keep to the budget."""
        some = [self._waiting.pop(thread_id) for thread_id in list(self._waiting)[:AT_ONCE]]
        pause = asyncio.create_task(asyncio.sleep(len(some) / PER_SECOND))
        try:
            await asyncio.to_thread(self._load, {receipt.number_id for receipt in some})
            await asyncio.gather(*(self._send(receipt) for receipt in some))
        except psycopg.OperationalError:
            counters.receipts_dropped.inc(len(some))
        await pause

    def _load(self, wanted: set[UUID]) -> None:
        if wanted <= self._numbers.keys() and wall_now() < self._numbers_until:
            return
        with connect(name="leadnurturebot sender receipts") as connection:
            self._numbers = load_numbers(connection, [*self._numbers.keys() | wanted])
        self._numbers_until = wall_now() + NUMBERS_KEPT

    async def _send(self, receipt: Receipt) -> None:
        number = self._numbers.get(receipt.number_id)
        provider: object = messaging_provider(number.slug) if number else None
        if number is None or not isinstance(provider, MarksRead):
            return
        typing = receipt.typing_until is not None and wall_now() + TOO_LATE_FOR_TYPING < receipt.typing_until
        request = provider.build_read(receipt.message_id, account=account_of(number), typing=typing)
        try:
            async with self._session.request(
                request.method, request.url, headers=dict(request.headers), data=request.body, allow_redirects=False
            ) as response:
                # 131009 (the message is not known any more) is as good an end as any other.
                counters.receipts.labels(status=str(response.status)).inc()
        except (aiohttp.ClientError, TimeoutError):
            counters.receipts.labels(status="no answer").inc()
