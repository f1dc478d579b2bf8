"""What a provider wants to know before a message can be sent: asked once per connection and kept with it."""

import asyncio
from dataclasses import replace
from uuid import UUID

import aiohttp
import structlog

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.platform.sql import Connection, json_text
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Account, MessagingProvider, Refused
from leadnurturebot.providers.messaging.extras import Preparation, Prepares, prepares

Owner = tuple[UUID, UUID]
"""A connection: its shop, and its id."""

log = structlog.get_logger("preparing")


async def exchange(session: aiohttp.ClientSession, request: OutgoingRequest) -> tuple[int, bytes]:
    """Make a request and read its answer. Redirects are not followed."""
    async with session.request(
        request.method, request.url, headers=dict(request.headers), data=request.body, allow_redirects=False
    ) as response:
        return response.status, await response.read()


class Preparer:
    """Prepares each shape once, however many messages of a round want it; what was learned waits to be stored."""

    def __init__(self) -> None:
        self._under_way: dict[tuple[Owner, str], asyncio.Task[str]] = {}
        self._learned: list[tuple[Owner, str, str]] = []
        self._gone: set[Owner] = set()

    async def ready(
        self, session: aiohttp.ClientSession, provider: MessagingProvider, content: MessageContent, account: Account,
        owner: Owner,
    ) -> Account:  # fmt: skip
        """The account with what the message needs; unchanged when that cannot be had, and the message is said simpler."""
        preparing = prepares(provider)
        wanted = preparing.prepare(content, account=account) if preparing else None
        if preparing is None or wanted is None:
            return account
        key = (owner, wanted.key)
        task = self._under_way.get(key)
        if task is None:
            task = self._under_way[key] = asyncio.create_task(self._ask(session, preparing, wanted, owner))
            task.add_done_callback(lambda _: self._under_way.pop(key, None))
        value = await task
        return replace(account, remembered={**account.remembered, wanted.key: value}) if value else account

    async def _ask(self, session: aiohttp.ClientSession, provider: Prepares, wanted: Preparation, owner: Owner) -> str:
        try:
            status, body = await exchange(session, wanted.request)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("not prepared", key=wanted.key, error=type(error).__name__)
            return ""
        value = provider.read_preparation(wanted.key, status, body)
        if value:
            self._learned.append((owner, wanted.key, value))
        else:
            log.warning("not prepared", key=wanted.key, status=status)
        return value

    def note(self, provider: MessagingProvider, answer: Refused, owner: Owner) -> None:
        """A refusal that says that what was prepared is gone makes it be prepared anew."""
        preparing = prepares(provider)
        if preparing and answer.code in preparing.stale_codes:
            self._gone.add(owner)

    def store(self, connection: Connection) -> bool:
        """Keep what was learned, forget what is gone, in the caller's transaction. Whether anything changed."""
        learned, gone = self._learned, self._gone
        self._learned, self._gone = [], set()
        for owner in gone:
            connection.execute("UPDATE shops_connection SET remembered = '{}' WHERE shop_id = %s AND id = %s", [*owner])
        for owner, key, value in learned:
            connection.execute(
                "UPDATE shops_connection SET remembered = remembered || %s::jsonb WHERE shop_id = %s AND id = %s",
                [json_text({key: value}), *owner],
            )
        return bool(learned or gone)
