"""The numbers of a messaging connection."""

from uuid import UUID

from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1.connection_shapes import (
    ChangedNumberSerializer,
    ConnectionSerializer,
    NewNumberSerializer,
    field_errors,
)
from leadnurturebot.api.v1.connections import NOTHING_HERE, ConnectionBase
from leadnurturebot.api.views import checked, operation
from leadnurturebot.conversations.queries import has_threads
from leadnurturebot.shops.access import get_shop
from leadnurturebot.shops.actions import number_add
from leadnurturebot.shops.connection_changes import (
    NoSuchConnection,
    NumberInUse,
    check_number_free,
    number_change,
    number_remove,
)
from leadnurturebot.shops.connection_settings import UnusableConnection
from leadnurturebot.shops.connections import find_connection


class NumbersView(ConnectionBase):
    """The numbers."""

    is_atomic = True

    @operation("addNumber", "integrations", answer=ConnectionSerializer, body=NewNumberSerializer, status=201)
    def post(self, request: Request, connection_id: UUID) -> Response:
        """Take messages on one more number of the account. 409 `has_no_numbers` where a provider has none."""
        values = checked(NewNumberSerializer, request)
        connection = find_connection(self.shop.id, connection_id)
        if connection is None:
            raise NotFound(NOTHING_HERE)
        if connection.kind != "messaging":
            raise Refused("has_no_numbers", "Only messaging connections have numbers.")
        try:
            check_number_free(self.shop.id, values["phone_number_id"])
        except UnusableConnection as error:
            raise field_errors(error, self.language) from error
        shop = get_shop(self.shop.id)
        number_add(shop=shop, connection=connection, now=self.now, actor=self.actor, **values)
        return self.answer(connection_id, status=201)


class NumberView(ConnectionBase):
    """One number."""

    is_atomic = True

    @operation("updateNumber", "integrations", answer=ConnectionSerializer, body=ChangedNumberSerializer)
    def patch(self, request: Request, connection_id: UUID, number_id: UUID) -> Response:
        """Change the number as people read it, or its ids."""
        changes = checked(ChangedNumberSerializer, request)
        try:
            number_change(
                shop_id=self.shop.id, connection_id=connection_id, number_id=number_id, changes=changes, now=self.now,
                actor=self.actor,
            )  # fmt: skip
        except NoSuchConnection as error:
            raise NotFound("There is no such number.") from error
        except UnusableConnection as error:
            raise field_errors(error, self.language) from error
        return self.answer(connection_id)

    @operation("removeNumber", "integrations", answer=ConnectionSerializer)
    def delete(self, request: Request, connection_id: UUID, number_id: UUID) -> Response:
        """Take a number off. 409 `has_conversations` when somebody has written to it: disconnect instead."""
        try:
            number_remove(
                shop_id=self.shop.id, connection_id=connection_id, number_id=number_id, now=self.now, actor=self.actor,
                is_used=lambda: has_threads(self.shop.id, number_id),
            )  # fmt: skip
        except NoSuchConnection as error:
            raise NotFound("There is no such number.") from error
        except NumberInUse as error:
            detail = "Customers have written to this number, so it stays. Disconnect it to stop its messages."
            raise Refused("has_conversations", detail) from error
        return self.answer(connection_id)
