"""Keeping a person from writing to the shop, and letting them again. The provider decides; we keep what it said.

WhatsApp blocks only people who wrote within the last 24 hours, on the number they wrote to.
"""

from datetime import datetime
from uuid import UUID

from leadnurturebot.conversations.batch import ThreadRow, load_by_id
from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.agents import NoThread
from leadnurturebot.message_path.holding_threads import withdraw
from leadnurturebot.message_path.sending_numbers import NumberRow, load_numbers
from leadnurturebot.platform import http_client
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection, borrowed
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import BlocksUsers, Recipient
from leadnurturebot.providers.registry import messaging_provider
from leadnurturebot.shops.models import User

NOT_RECENT = frozenset({139100, 139103})
"""Codes for people who did not write within 24 hours."""


class CannotBlock(RuntimeError):
    """The provider refused, could not be reached, or knows no block list. `reason`: `not_recent`, `refused`,
    `unreachable` or `unsupported`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def set_blocked(*, shop_id: UUID, thread_id: UUID, user: User, now: datetime, is_blocked: bool) -> None:
    """Block or unblock the person of a thread on its number; what waits to be sent to them is withdrawn.

    `now` is business time. Not to be called in a transaction: it waits for the provider. Raises NoThread, CannotBlock.
    """
    connection = borrowed()
    thread = load_by_id(connection, [(shop_id, thread_id)]).get(thread_id)
    if thread is None:
        raise NoThread("there is no such conversation")
    _ask_provider(connection, thread, is_blocked=is_blocked)
    with connection.transaction():
        connection.execute(
            "UPDATE conversations_thread SET blocked_at = CASE WHEN %s THEN coalesce(blocked_at, %s) END"
            " WHERE shop_id = %s AND id = %s",
            [is_blocked, now, shop_id, thread_id],
        )
        if is_blocked:
            withdraw(connection, [(shop_id, thread_id)], reason="blocked", agents_too=True)
        notify(connection, shop_id, "conversation", thread_id)


def _ask_provider(connection: Connection, thread: ThreadRow, *, is_blocked: bool) -> None:
    number = load_numbers(connection, [thread.number_id]).get(thread.number_id)
    provider: object = messaging_provider(number.slug) if number else None
    if number is None or not isinstance(provider, BlocksUsers):
        raise CannotBlock("unsupported", "this number's provider has no block list")
    request = provider.build_block(_person(connection, thread), account=account_of(number), is_blocked=is_blocked)
    answer = _call(request, number)
    refusal = provider.read_block(answer.status, answer.body)
    if refusal is not None:
        raise CannotBlock("not_recent" if refusal.code in NOT_RECENT else "refused", refusal.text)


def _person(connection: Connection, thread: ThreadRow) -> Recipient:
    key = ring().of(connection, thread.shop_id)
    found = addresses_of(connection, [(thread.shop_id, thread.lead_id)], {thread.shop_id: key})
    return Recipient(*found.get(thread.lead_id, ("", "")))


def _call(request: OutgoingRequest, number: NumberRow) -> http_client.Answer:
    try:
        return http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
    except http_client.CallFailed as error:
        raise CannotBlock("unreachable", f"{number.slug} could not be reached") from error
