"""Connecting a payment provider: the connection is made, then its webhook endpoint by the provider's own API."""

from collections.abc import Mapping
from datetime import datetime

from leadnurturebot.payments.setup_call import CannotConnect, call_setup
from leadnurturebot.shops.actions import connection_create, connection_secrets_set
from leadnurturebot.shops.models import Connection, Shop

__all__ = ["CannotConnect", "connect"]


def connect(*, shop: Shop, slug: str, secrets: Mapping[str, str], now: datetime) -> Connection:
    """A payment connection that receives its events. Raises CannotConnect, and what `connection_create` raises."""
    connection = connection_create(shop=shop, kind="payments", slug=slug, config={}, secrets=secrets, now=now)
    try:
        learned = call_setup(connection, secrets)
    except CannotConnect:
        # A connection whose events never arrive must not look like a way to be paid.
        connection.delete()
        raise
    if learned:
        connection_secrets_set(shop=shop, connection=connection, secrets={**secrets, **learned}, now=now)
    return connection
