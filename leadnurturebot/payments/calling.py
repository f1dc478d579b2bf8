"""Calling a payment provider: its address, its token where it has one, one new token after a 401. Never in a transaction."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.platform import http_client
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.payments.base import PaymentProvider, Settings
from leadnurturebot.shops.access_tokens import forget_token, with_token

Build = Callable[[str, Settings], OutgoingRequest]
"""Makes the request of an address and settings."""
UNAUTHORIZED = 401


class NotConnected(LookupError):
    """The shop's account with the provider is gone or switched off."""


def settings_of(connection: Connection, shop_id: UUID, connection_id: UUID | None) -> dict[str, Any]:
    """The settings of an active payment connection, opened. Raises NotConnected."""
    row = connection.execute(
        "SELECT config, secrets FROM shops_connection WHERE shop_id = %s AND id = %s AND status = 'active'",
        [shop_id, connection_id],
    ).fetchone()
    if row is None:
        raise NotConnected(f"payment connection {connection_id} is not active")
    secrets = orjson.loads(ring().of(connection, shop_id).open(row[1])) if row[1] else {}
    return {**row[0], **secrets}


def ask(provider: PaymentProvider, settings: Mapping[str, str], build: Build) -> http_client.Answer:
    """Make the call. Raises CallFailed, and ProviderError when there is no token to be had or nothing to be asked."""
    base_url = address_of(provider)
    answer = _call(build(base_url, with_token(provider, base_url, settings)))
    if answer.status == UNAUTHORIZED and forget_token(provider, base_url, settings):
        answer = _call(build(base_url, with_token(provider, base_url, settings)))
    return answer


def _call(request: OutgoingRequest) -> http_client.Answer:
    return http_client.call(request.method, request.url, headers=request.headers, body=request.body, is_configured=True)
