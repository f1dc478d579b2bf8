"""Connecting a payment provider: the connection is made, then its webhook endpoint by the provider's own API."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leadnurturebot.payments.setup_call import CannotConnect, call_setup
from leadnurturebot.platform import audit
from leadnurturebot.providers.registry import provider
from leadnurturebot.providers.settings_schema import names_filled_by
from leadnurturebot.shops.actions import connection_create
from leadnurturebot.shops.connecting import Wanted
from leadnurturebot.shops.connection_changes import connection_change, connection_remove
from leadnurturebot.shops.connection_checks import check_connection
from leadnurturebot.shops.connection_settings import opened
from leadnurturebot.shops.connections import connected
from leadnurturebot.shops.models import Connection, Shop

__all__ = ["CannotConnect", "connect", "keep_events_coming"]


def connect(
    *, shop: Shop, slug: str, secrets: Mapping[str, str], now: datetime, config: Mapping[str, Any] | None = None,
    actor: str = audit.SYSTEM,
) -> Connection:  # fmt: skip
    """A payment connection that receives its events. Raises CannotConnect, and what `connection_create` raises."""
    split = Wanted.of("payments", slug, {**(config or {}), **secrets}).split
    connection = connection_create(
        shop=shop, kind="payments", slug=slug, config=split.open, secrets=split.secret, now=now, actor=actor
    )
    if _has_setup_settings(slug, {**connection.config, **opened(shop.id, connection.secrets)}):
        return connection
    try:
        learned = call_setup(connection, opened(shop.id, connection.secrets))
    except CannotConnect:
        # A connection whose events never arrive must not look like a way to be paid.
        connection_remove(shop_id=shop.id, connection_id=connection.id, now=now, actor=actor)
        raise
    _learn(shop, connection, learned, now, actor)
    return connection


def keep_events_coming(*, shop: Shop, connection: Connection, now: datetime, actor: str = audit.SYSTEM) -> None:
    """After a changed key: where the provider sends no events to us (another account), have it send them.

    Raises CannotConnect.
    """
    results = check_connection("payments", connection.slug, connected(connection))
    if any(result.finding.reason == "no_endpoint" for result in results):
        _learn(shop, connection, call_setup(connection, opened(shop.id, connection.secrets)), now, actor)


def _has_setup_settings(slug: str, settings: Mapping[str, Any]) -> bool:
    """Whether the shop made the endpoint by hand and gave what the set-up would have returned."""
    wanted = names_filled_by(provider("payments", slug).Config, "setup")
    return bool(wanted) and all(settings.get(name) for name in wanted)


def _learn(shop: Shop, connection: Connection, learned: Mapping[str, str], now: datetime, actor: str) -> None:
    if learned:
        connection_change(shop_id=shop.id, connection_id=connection.id, changes=learned, now=now, actor=actor)
