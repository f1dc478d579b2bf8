"""Connecting a business number by any messaging provider: its connection, the number, and where its events go."""

from collections.abc import Callable, Mapping
from datetime import datetime

from leadnurturebot.platform import audit, http_client
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import ProviderError
from leadnurturebot.providers.messaging.base import MessagingProvider
from leadnurturebot.providers.messaging.extras import SetsUpWebhook, identity_of
from leadnurturebot.providers.registry import messaging_provider
from leadnurturebot.shops.actions import connection_create, number_add
from leadnurturebot.shops.connecting import Wanted
from leadnurturebot.shops.connection_changes import check_number_free, connection_remove
from leadnurturebot.shops.connection_settings import opened
from leadnurturebot.shops.connections import webhook_url
from leadnurturebot.shops.models import BusinessNumber, Connection, Shop

__all__ = ["CannotConnect", "connect", "keep_events_coming", "webhook_url"]


class CannotConnect(Exception):
    """The provider could not be reached or refused; the message is for the owner."""


def connect(
    *, shop: Shop, slug: str, values: Mapping[str, str], now: datetime,
    introduce: Callable[[BusinessNumber], None] = lambda number: None, actor: str = audit.SYSTEM,
) -> BusinessNumber:  # fmt: skip
    """A number of the shop that can be written to. `introduce` tells a stand-in of it, before the provider is called.

    Raises CannotConnect, UnknownProvider and UnusableConnection; nothing is left then.
    """
    given = dict(values)
    shown = given.pop("display_number", "")
    split = Wanted.of("messaging", slug, given).split
    provider = messaging_provider(slug)
    identity = identity_of(provider, {**split.open, "display_number": shown})
    check_number_free(shop.id, identity.phone_number_id)
    connection = connection_create(
        shop=shop, kind="messaging", slug=slug, config=split.open, secrets=split.secret, now=now, actor=actor
    )
    number = number_add(
        shop=shop, connection=connection, phone_number_id=identity.phone_number_id, waba_id=identity.waba_id,
        display_number=identity.display_number, now=now, actor=actor,
    )  # fmt: skip
    try:
        introduce(number)
        _set_up(provider, connection, split.secret)
    except BaseException:
        # A number whose events never arrive must not look connected.
        connection_remove(shop_id=shop.id, connection_id=connection.id, now=now, actor=actor)
        raise
    return number


def keep_events_coming(connection: Connection) -> None:
    """After changed settings: tell the provider again where events go, where it is told by its API. Raises CannotConnect."""
    secrets = opened(connection.shop_id, connection.secrets)
    _set_up(messaging_provider(connection.slug), connection, secrets)


def _set_up(provider: MessagingProvider, connection: Connection, secrets: Mapping[str, str]) -> None:
    if not isinstance(provider, SetsUpWebhook):
        return
    request = provider.build_setup(
        webhook_url=webhook_url(connection), base_url=address_of(provider), secrets=secrets
    )  # fmt: skip
    try:
        answer = http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
        provider.read_setup(answer.status, answer.body)
    except (http_client.CallFailed, ProviderError) as error:
        raise CannotConnect(f"{provider.label} could not be connected: {error}") from error
