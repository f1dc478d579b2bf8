"""Connecting a business number by any messaging provider: its connection, the number, and where its events go."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.conf import settings
from pydantic import SecretStr

from leadnurturebot.platform import http_client
from leadnurturebot.platform.ids import token
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import Config, ProviderError
from leadnurturebot.providers.messaging.base import MessagingProvider
from leadnurturebot.providers.messaging.extras import SetsUpWebhook, identity_of
from leadnurturebot.providers.registry import messaging_provider
from leadnurturebot.shops.actions import UnusableConnection, connection_create, number_add
from leadnurturebot.shops.models import BusinessNumber, Connection, Shop


class CannotConnect(Exception):
    """The provider could not be reached or refused; the message is for the owner."""


def connect(
    *, shop: Shop, slug: str, values: Mapping[str, str], now: datetime,
    introduce: Callable[[BusinessNumber], None] = lambda number: None,
) -> BusinessNumber:  # fmt: skip
    """A number of the shop that can be written to. `introduce` tells a stand-in of it, before the provider is called.

    Raises CannotConnect, UnknownProvider and UnusableConnection; nothing is left then.
    """
    provider = messaging_provider(slug)
    _refuse_unknown(provider, values)
    secrets = _secrets(provider.Config, values)
    config = {name: value for name, value in values.items() if name not in secrets}
    connection = connection_create(shop=shop, kind="messaging", slug=slug, config=config, secrets=secrets, now=now)
    identity = identity_of(provider, config)
    number = number_add(
        shop=shop, connection=connection, phone_number_id=identity.phone_number_id, waba_id=identity.waba_id,
        display_number=identity.display_number, now=now,
    )  # fmt: skip
    try:
        introduce(number)
        _set_up(provider, connection, secrets)
    except BaseException:
        # A number whose events never arrive must not look connected.
        connection.delete()
        raise
    return number


def webhook_url(connection: Connection) -> str:
    """Where a connection's events go."""
    return f"{settings.BASE_URL}/hooks/{connection.kind}/{connection.slug}/{connection.endpoint_key}/"


def _refuse_unknown(provider: MessagingProvider, values: Mapping[str, str]) -> None:
    known = [*provider.Config.model_fields, "display_number"]
    if unknown := set(values) - set(known):
        raise UnusableConnection(f"{min(unknown)}: {provider.label} knows {', '.join(known)}")


def _secrets(config: type[Config], values: Mapping[str, str]) -> dict[str, str]:
    """The secrets among the values, and made-up ones for those that are ours to choose."""
    found = {}
    for name, field in config.model_fields.items():
        if field.annotation is not SecretStr:
            continue
        extra = field.json_schema_extra
        if value := values.get(name, ""):
            found[name] = value
        elif isinstance(extra, dict) and extra.get("filled_by") == "us":
            found[name] = token()
    return found


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
