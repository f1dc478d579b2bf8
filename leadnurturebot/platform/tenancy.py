"""One shop never sees another: the active shop, and managers that fail closed without one.

A request, job or command enters `shop_scope(shop_id)`; code that serves all shops at once enters `system_scope()` and
says so. A query with neither raises `NoActiveShop`. The explicit `shop_id` filter is still written in every query.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import models

_SYSTEM = UUID(int=0)
_active: ContextVar[UUID | None] = ContextVar("active_shop", default=None)


class NoActiveShop(RuntimeError):
    """A query was made without saying for which shop."""


@contextmanager
def shop_scope(shop_id: UUID) -> Iterator[None]:
    """Everything inside belongs to one shop."""
    token = _active.set(shop_id)
    try:
        yield
    finally:
        _active.reset(token)


@contextmanager
def system_scope() -> Iterator[None]:
    """Work across shops: start-up, commands, roles. Never a request of a person."""
    with shop_scope(_SYSTEM):
        yield


def active_shop() -> UUID:
    """The active shop's id. Raises NoActiveShop outside `shop_scope`, and inside `system_scope`."""
    shop_id = _active.get()
    if shop_id is None or shop_id == _SYSTEM:
        raise NoActiveShop("no shop is active here")
    return shop_id


Row = TypeVar("Row", bound=models.Model)


class ShopManager(models.Manager[Row], Generic[Row]):
    """Rows of the active shop only; raises NoActiveShop when there is none."""

    def get_queryset(self) -> models.QuerySet[Row]:
        shop_id = _active.get()
        if shop_id is None:
            raise NoActiveShop(f"{self.model.__name__} was queried with no active shop")
        rows = super().get_queryset()
        return rows if shop_id == _SYSTEM else rows.filter(shop_id=shop_id)


class ShopRow(models.Model):
    """A row that belongs to one shop."""

    shop_id = models.UUIDField(editable=False)

    objects: ShopManager[Any] = ShopManager()

    class Meta:
        abstract = True
