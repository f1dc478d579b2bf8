"""Making a provider's webhook endpoint by its API."""

from collections.abc import Mapping

from leadnurturebot.payments.calling import ask
from leadnurturebot.platform import http_client
from leadnurturebot.providers.base import ProviderError
from leadnurturebot.providers.payments.base import set_up_provider
from leadnurturebot.providers.registry import payment_provider
from leadnurturebot.shops.connections import webhook_url
from leadnurturebot.shops.models import Connection


class CannotConnect(Exception):
    """The provider could not be reached or refused; the message is for the owner."""


def call_setup(connection: Connection, secrets: Mapping[str, str]) -> Mapping[str, str]:
    """Settings that the set-up returned, none where nothing has to be called. Raises CannotConnect."""
    provider = set_up_provider(payment_provider(connection.slug))
    if provider is None:
        return {}
    url = webhook_url(connection)
    try:
        answer = ask(
            provider,
            {**connection.config, **secrets},
            lambda base, known: provider.build_setup(webhook_url=url, base_url=base, secrets=known),
        )
        return provider.read_setup(answer.status, answer.body)
    except (http_client.CallFailed, ProviderError) as error:
        raise CannotConnect(f"{provider.label} could not be connected: {error}") from error
