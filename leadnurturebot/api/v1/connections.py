"""The shop's connections to outside systems: connecting, changing, disconnecting, testing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.connection_health import Health, health_of
from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import Page
from leadnurturebot.api.v1.connection_shapes import (
    ChangedConnectionSerializer,
    CheckedPageSerializer,
    ConnectionPageSerializer,
    ConnectionSerializer,
    NewConnectionSerializer,
    Shown,
    field_errors,
)
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.message_path import connecting as numbers
from leadnurturebot.message_path import number_health
from leadnurturebot.payments import connecting
from leadnurturebot.platform import clocks
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.providers.registry import UnknownProvider, provider
from leadnurturebot.providers.settings_schema import names_filled_by
from leadnurturebot.shops.access import get_shop
from leadnurturebot.shops.connecting import Wanted, try_changes, try_settings
from leadnurturebot.shops.connection_changes import NoSuchConnection, connection_change, connection_switch
from leadnurturebot.shops.connection_checks import check_connection
from leadnurturebot.shops.connection_settings import UnusableConnection
from leadnurturebot.shops.connections import (
    ConnectionView,
    connected,
    find_connection,
    get_connection,
    list_connections,
)

NOTHING_HERE = "There is no such connection."


class ConnectionBase(ShopView):
    """What operations on connections share."""

    is_atomic = False  # actions commit by themselves: no call to a provider inside a transaction

    def answer(self, connection_id: UUID, *, status: int = 200) -> Response:
        """The connection as it is now. Raises NotFound."""
        view = get_connection(self.shop.id, connection_id)
        if view is None:
            raise NotFound(NOTHING_HERE)
        return answered(ConnectionSerializer, self.shown([view])[0], status=status)

    def shown(self, views: list[ConnectionView]) -> list[Shown]:
        """Connections with how they are doing."""
        health = health_of(self.shop.id, now=self.now, wall=clocks.wall_now())
        return [_shown(view, health[view.id]) for view in views]


def _shown(view: ConnectionView, health: Health) -> Shown:
    attention = tuple(_attention(view, health)) if view.is_active else ()
    state = "off" if not view.is_active else "attention" if attention else "connected"
    return Shown(view=view, health=health, state=state, attention=attention)


def _attention(view: ConnectionView, health: Health) -> list[str]:
    """What of a connection needs a person, worst first."""
    learned = names_filled_by(provider(view.kind, view.slug).Config, "setup")
    unset = {secret.name for secret in view.secrets if not secret.is_set}
    unset |= {name for name, value in view.settings.items() if value == ""}
    # One refused message may be the customer's number; when nothing has gone since, it is the connection.
    is_failing = health.last_failed_at and (health.last_sent_at is None or health.last_sent_at <= health.last_failed_at)
    found = {
        "no_number": view.kind == "messaging" and not view.numbers,
        "no_events": bool(unset & set(learned)),
        "failing": bool(is_failing),
        "parked": health.parked > 0,
    }
    return [name for name, is_so in found.items() if is_so]


class ConnectionsView(ConnectionBase):
    """The connections."""

    @operation("listConnections", "integrations", answer=ConnectionPageSerializer)
    def get(self, request: Request) -> Response:
        """The shop's connections, oldest first. Secrets are never told, only whether they are set."""
        page = Page(results=self.shown(list_connections(self.shop.id)), next_cursor=None)
        return answered(ConnectionPageSerializer, page)

    @operation(
        "createConnection", "integrations", answer=ConnectionSerializer, body=NewConnectionSerializer, status=201
    )
    def post(self, request: Request) -> Response:
        """Connect a provider. Its settings are tried at the provider first. 409 `already_connected`, `cannot_connect`."""
        values = checked(NewConnectionSerializer, request)
        try:
            wanted = _wanted(values["kind"], values["slug"], values["settings"])
            self._refuse_second(wanted)
            try_settings(self.shop.id, wanted)
            connection_id = self._connect(wanted)
        except UnusableConnection as error:
            raise field_errors(error, self.language) from error
        except (connecting.CannotConnect, numbers.CannotConnect) as error:
            raise Refused("cannot_connect", str(error)) from error
        return self.answer(connection_id, status=201)

    def _refuse_second(self, wanted: Wanted) -> None:
        """A shop has many numbers, but is paid in each way over one account."""
        slugs = [found.slug for found in list_connections(self.shop.id)]
        if wanted.kind == "payments" and wanted.slug in slugs:
            raise Refused("already_connected", "This provider is connected already; change its settings instead.")

    def _connect(self, wanted: Wanted) -> UUID:
        shop, now = get_shop(self.shop.id), self.now
        if wanted.kind == "messaging":
            values = {**wanted.split.open, **wanted.split.secret}
            number = numbers.connect(shop=shop, slug=wanted.slug, values=values, now=now, actor=self.actor)
            return number.connection_id
        made = connecting.connect(
            shop=shop,
            slug=wanted.slug,
            config=wanted.split.open,
            secrets=wanted.split.secret,
            now=now,
            actor=self.actor,
        )
        made_id: UUID = made.id
        return made_id


def _wanted(kind: str, slug: str, settings: Mapping[str, Any]) -> Wanted:
    try:
        return Wanted.of(kind, slug, settings)
    except UnknownProvider as error:
        raise ValidationError({"slug": ["There is no such provider."]}) from error


class ConnectionOneView(ConnectionBase):
    """One connection."""

    @operation("getConnection", "integrations", answer=ConnectionSerializer)
    def get(self, request: Request, connection_id: UUID) -> Response:
        """The connection with its numbers and how it is doing."""
        return self.answer(connection_id)

    @operation("updateConnection", "integrations", answer=ConnectionSerializer, body=ChangedConnectionSerializer)
    def patch(self, request: Request, connection_id: UUID) -> Response:
        """Change settings and secrets; what is left out stays. 409 `cannot_connect`."""
        changes = checked(ChangedConnectionSerializer, request)["settings"]
        try:
            before = find_connection(self.shop.id, connection_id)
            if before is None:
                raise NotFound(NOTHING_HERE)
            try_changes(before, changes)
            connection_change(
                shop_id=self.shop.id, connection_id=connection_id, changes=changes, now=self.now, actor=self.actor
            )
            self._keep_events_coming(connection_id)
        except UnusableConnection as error:
            raise field_errors(error, self.language) from error
        except (connecting.CannotConnect, numbers.CannotConnect) as error:
            raise Refused("cannot_connect", str(error)) from error
        return self.answer(connection_id)

    def _keep_events_coming(self, connection_id: UUID) -> None:
        changed = find_connection(self.shop.id, connection_id)
        if changed is None:
            raise NotFound(NOTHING_HERE)
        if changed.kind == "messaging":
            numbers.keep_events_coming(changed)
        else:
            shop = get_shop(self.shop.id)
            connecting.keep_events_coming(shop=shop, connection=changed, now=self.now, actor=self.actor)


class DisconnectView(ConnectionBase):
    """Taking a connection off."""

    @operation("disconnectConnection", "integrations", answer=ConnectionSerializer)
    def post(self, request: Request, connection_id: UUID) -> Response:
        """Nothing is taken or sent over it from now on (within ten seconds); settings, numbers and history stay."""
        return self._switch(connection_id, is_active=False)

    def _switch(self, connection_id: UUID, *, is_active: bool) -> Response:
        try:
            connection_switch(
                shop_id=self.shop.id, connection_id=connection_id, is_active=is_active, now=self.now, actor=self.actor
            )
        except NoSuchConnection as error:
            raise NotFound(NOTHING_HERE) from error
        return self.answer(connection_id)


class EnableView(DisconnectView):
    """Putting a connection on again."""

    @operation("enableConnection", "integrations", answer=ConnectionSerializer)
    def post(self, request: Request, connection_id: UUID) -> Response:
        """Connect again with the settings that were kept."""
        return self._switch(connection_id, is_active=True)


class TestConnectionView(ConnectionBase):
    """Asking the provider."""

    @operation("testConnection", "integrations", answer=CheckedPageSerializer)
    def post(self, request: Request, connection_id: UUID) -> Response:
        """Ask the provider whether key, number and webhook are as they should be. Changes nothing there."""
        row = find_connection(self.shop.id, connection_id)
        view = get_connection(self.shop.id, connection_id)
        if row is None or view is None:
            raise NotFound(NOTHING_HERE)
        results = check_connection(row.kind, row.slug, connected(row, view.numbers))
        number_health.take(borrowed(), row.id, results)
        return answered(CheckedPageSerializer, Page(results=results, next_cursor=None))
