"""Changing a connection and its numbers. Every deed locks its row and leaves an audit entry without any value."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from leadnurturebot.platform import audit
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.providers.registry import provider
from leadnurturebot.shops.connection_settings import FieldProblem, Split, UnusableConnection, judged, opened, sealed
from leadnurturebot.shops.models import BusinessNumber, Connection


class NoSuchConnection(LookupError):
    """The shop has no such connection, or no such number on it."""


class NumberInUse(Exception):
    """Conversations hang on the number."""


def settings_merged(connection: Connection, changes: Mapping[str, Any]) -> Split:
    """The connection's settings with `changes`; what is left out stays as it is, secrets too. Raises UnusableConnection."""
    before = {**connection.config, **opened(connection.shop_id, connection.secrets)}
    return judged(provider(connection.kind, connection.slug).Config, {**before, **changes})


@transaction.atomic
def connection_change(
    *, shop_id: UUID, connection_id: UUID, changes: Mapping[str, Any], now: datetime, actor: str = audit.SYSTEM
) -> Connection:
    """New settings and secrets. Raises NoSuchConnection, UnusableConnection."""
    connection = _locked(shop_id, connection_id)
    split = settings_merged(connection, changes)
    connection.config, connection.secrets = split.open, sealed(shop_id, split.secret)
    with shop_scope(shop_id):
        connection.save(update_fields=["config", "secrets"])
    audit.record(
        shop_id=shop_id, actor=actor, action="connection.changed", now=now, subject=str(connection_id),
        details={"settings": sorted(changes)},
    )  # fmt: skip
    return connection


@transaction.atomic
def connection_switch(
    *, shop_id: UUID, connection_id: UUID, is_active: bool, now: datetime, actor: str = audit.SYSTEM
) -> Connection:
    """Disconnect, or connect again with the settings that were kept. Doing it twice is doing it once.

    Raises NoSuchConnection.
    """
    connection = _locked(shop_id, connection_id)
    status = "active" if is_active else "disabled"
    if connection.status == status:
        return connection
    connection.status = status
    with shop_scope(shop_id):
        connection.save(update_fields=["status"])
    action = "connection.enabled" if is_active else "connection.disconnected"
    audit.record(shop_id=shop_id, actor=actor, action=action, now=now, subject=str(connection_id))
    return connection


@transaction.atomic
def connection_remove(*, shop_id: UUID, connection_id: UUID, now: datetime, actor: str = audit.SYSTEM) -> None:
    """Take away a connection that never came to be. Raises NoSuchConnection."""
    connection = _locked(shop_id, connection_id)
    with shop_scope(shop_id):
        connection.delete()
    audit.record(shop_id=shop_id, actor=actor, action="connection.removed", now=now, subject=str(connection_id))


def check_number_free(shop_id: UUID, phone_number_id: str, *, but: UUID | None = None) -> None:
    """Raises UnusableConnection when another number of the shop has this id: its messages would be answered twice."""
    with shop_scope(shop_id):
        rows = BusinessNumber.objects.filter(shop_id=shop_id, phone_number_id=phone_number_id).exclude(id=but)
        if rows.exists():
            raise UnusableConnection({"phone_number_id": FieldProblem("taken", "this number is connected already")})


@transaction.atomic
def number_change(
    *, shop_id: UUID, connection_id: UUID, number_id: UUID, changes: Mapping[str, str], now: datetime,
    actor: str = audit.SYSTEM,
) -> BusinessNumber:  # fmt: skip
    """Another name or id for a number; its conversations stay with it. Raises NoSuchConnection, UnusableConnection."""
    number = _locked_number(shop_id, connection_id, number_id)
    check_number_free(shop_id, changes.get("phone_number_id", number.phone_number_id), but=number.id)
    for name, value in changes.items():
        setattr(number, name, value)
    with shop_scope(shop_id):
        number.save(update_fields=list(changes))
    audit.record(
        shop_id=shop_id, actor=actor, action="number.changed", now=now, subject=str(number_id),
        details={"fields": sorted(changes)},
    )  # fmt: skip
    return number


@transaction.atomic
def number_remove(
    *, shop_id: UUID, connection_id: UUID, number_id: UUID, is_used: Callable[[], bool], now: datetime,
    actor: str = audit.SYSTEM,
) -> None:  # fmt: skip
    """Take a number off. `is_used` tells, once the number is locked, whether conversations hang on it.

    Raises NoSuchConnection, NumberInUse.
    """
    number = _locked_number(shop_id, connection_id, number_id)
    if is_used():
        raise NumberInUse(f"conversations hang on number {number_id}")
    with shop_scope(shop_id):
        number.delete()
    audit.record(shop_id=shop_id, actor=actor, action="number.removed", now=now, subject=str(number_id))


def _locked(shop_id: UUID, connection_id: UUID) -> Connection:
    with shop_scope(shop_id):
        rows = Connection.objects.select_for_update()
        row: Connection | None = rows.filter(shop_id=shop_id, id=connection_id).first()
    if row is None:
        raise NoSuchConnection(f"there is no connection {connection_id}")
    return row


def _locked_number(shop_id: UUID, connection_id: UUID, number_id: UUID) -> BusinessNumber:
    with shop_scope(shop_id):
        rows = BusinessNumber.objects.select_for_update()
        row: BusinessNumber | None = rows.filter(shop_id=shop_id, connection_id=connection_id, id=number_id).first()
    if row is None:
        raise NoSuchConnection(f"there is no number {number_id}")
    return row
