"""Making a provider's webhook endpoint by its API."""

from collections.abc import Mapping

from leadnurturebot.payments.sessions import api_url
from leadnurturebot.platform import http_client
from leadnurturebot.providers.base import ProviderError
from leadnurturebot.providers.registry import payment_provider
from leadnurturebot.shops.connections import webhook_url
from leadnurturebot.shops.models import Connection


class CannotConnect(Exception):
    """The provider could not be reached or refused; the message is for the owner."""


def call_setup(connection: Connection, secrets: Mapping[str, str]) -> Mapping[str, str]:
    """Secrets that the set-up returned, none where nothing has to be called. Raises CannotConnect."""
    provider = payment_provider(connection.slug)
    request = provider.build_setup(
        webhook_url=webhook_url(connection), base_url=api_url(connection.slug), secrets=secrets
    )
    if request is None:
        return {}
    try:
        answer = http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
        return provider.read_setup(answer.status, answer.body)
    except (http_client.CallFailed, ProviderError) as error:
        raise CannotConnect(f"{provider.label} could not be connected: {error}") from error
