"""A shop's connections as its people see them: settings, which secrets are set, addresses, numbers. Never a secret."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import Connected
from leadnurturebot.providers.registry import provider
from leadnurturebot.providers.settings_schema import names_filled_by
from leadnurturebot.shops.connection_settings import opened
from leadnurturebot.shops.models import BusinessNumber, Connection

ENDING_SHOWN_FROM = 12
"""Shorter secrets show no ending: four characters would be too much of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretView:
    """Whether a secret is set, and its last four characters."""

    name: str
    is_set: bool
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """A number on which the shop is written to."""

    id: UUID
    phone_number_id: str
    waba_id: str
    display_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionView:
    """A connection. `webhook_url` is empty for a provider that is never called."""

    id: UUID
    kind: str
    slug: str
    label: str
    is_active: bool
    created_at: datetime
    webhook_url: str
    paste_there: Mapping[str, str]
    """Secrets that we made up and that people paste at the provider, in full."""
    settings: Mapping[str, Any]
    secrets: tuple[SecretView, ...]
    numbers: tuple[NumberView, ...]


def list_connections(shop_id: UUID) -> list[ConnectionView]:
    """The shop's connections, oldest first."""
    rows = list(Connection.objects.filter(shop_id=shop_id).order_by("created_at", "id"))
    numbers = _numbers(shop_id, rows)
    return [_view(row, numbers.get(row.id, ())) for row in rows]


def get_connection(shop_id: UUID, connection_id: UUID) -> ConnectionView | None:
    """One connection, None for none of this shop."""
    row = find_connection(shop_id, connection_id)
    return _view(row, _numbers(shop_id, [row]).get(row.id, ())) if row else None


def find_connection(shop_id: UUID, connection_id: UUID) -> Connection | None:
    """The row itself, for actions."""
    return Connection.objects.filter(shop_id=shop_id, id=connection_id).first()


def connected(connection: Connection, numbers: Sequence[NumberView] = ()) -> Connected:
    """The connection as test calls need it."""
    return Connected(
        base_url=address_of(provider(connection.kind, connection.slug)),
        webhook_url=webhook_url(connection),
        config=connection.config,
        secrets=opened(connection.shop_id, connection.secrets),
        numbers=tuple((number.phone_number_id, number.waba_id) for number in numbers),
    )


def webhook_url(connection: Connection) -> str:
    """Where a connection's webhooks go."""
    return f"{settings.BASE_URL}/hooks/{connection.kind}/{connection.slug}/{connection.endpoint_key}/"


def _numbers(shop_id: UUID, rows: Sequence[Connection]) -> dict[UUID, tuple[NumberView, ...]]:
    found: dict[UUID, tuple[NumberView, ...]] = {}
    wanted = [row.id for row in rows]
    for number in BusinessNumber.objects.filter(shop_id=shop_id, connection_id__in=wanted).order_by("id"):
        found[number.connection_id] = (*found.get(number.connection_id, ()), number_view(number))
    return found


def number_view(number: BusinessNumber) -> NumberView:
    """A number as people see it."""
    return NumberView(
        id=number.id, phone_number_id=number.phone_number_id, waba_id=number.waba_id,
        display_number=number.display_number,
    )  # fmt: skip


def _view(row: Connection, numbers: tuple[NumberView, ...]) -> ConnectionView:
    found = provider(row.kind, row.slug)
    secrets = opened(row.shop_id, row.secrets)
    # A provider that we tell where its events go has got them from us already; nobody pastes them.
    ours = () if hasattr(found, "build_setup") else names_filled_by(found.Config, "us")
    return ConnectionView(
        id=row.id,
        kind=row.kind,
        slug=row.slug,
        label=found.label,
        is_active=row.status == "active",
        created_at=row.created_at,
        webhook_url=webhook_url(row) if found.address_setting else "",
        paste_there={name: secrets[name] for name in ours if secrets.get(name)},
        settings=row.config,
        secrets=tuple(_secret(name, value) for name, value in secrets.items()),
        numbers=numbers,
    )


def _secret(name: str, value: str) -> SecretView:
    return SecretView(name=name, is_set=bool(value), ending=value[-4:] if len(value) >= ENDING_SHOWN_FROM else "")
