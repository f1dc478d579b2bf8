"""Events of templates: their state is kept with them, and the owner hears when one can no longer be used."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture import template_reviews
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.notices import Notice, raise_notices, settle_notices

_UNUSABLE = {"REJECTED": "template_rejected", "PAUSED": "template_paused", "DISABLED": "template_disabled"}


class Told(Protocol):
    """An event of the account that a template belongs to."""

    @property
    def shop_id(self) -> UUID: ...
    @property
    def data(self) -> Mapping[str, Any]: ...
    @property
    def at(self) -> datetime: ...
    def notice(self, kind: str, subject: str = "", *, severity: str = "warning", detail: str = "") -> Notice: ...


def status(connection: Connection, told: Told, times: Times) -> None:
    """A review's outcome, a pause, an end."""
    name = template_reviews.reviewed(connection, told.shop_id, told.data, at=told.at, now=times.now)
    if name is None:
        return
    settle_notices(connection, told.shop_id, list(_UNUSABLE.values()), name, at=told.at)
    if kind := _UNUSABLE.get(told.data["status"]):
        detail = " ".join(filter(None, (told.data["title"], told.data["detail"]))) or told.data["reason"]
        raise_notices(connection, [told.notice(kind, name, detail=detail)])
    if told.data["event"] == "FLAGGED":
        raise_notices(connection, [told.notice("template_quality_low", name)])


def quality(connection: Connection, told: Told, times: Times) -> None:
    """How customers take it."""
    name = template_reviews.rated(connection, told.shop_id, told.data, at=told.at, now=times.now)
    if name is None:
        return
    settle_notices(connection, told.shop_id, ["template_quality_low"], name, at=told.at)
    if told.data["quality"] == "RED":
        raise_notices(connection, [told.notice("template_quality_low", name)])


def category(connection: Connection, told: Told, times: Times) -> None:
    """Moved to another category, or about to be: it costs differently from then on."""
    name = template_reviews.categorised(connection, told.shop_id, told.data, at=told.at, now=times.now)
    if name is not None:
        detail = told.data["upcoming"] or told.data["category"]
        raise_notices(connection, [told.notice("template_category_changed", name, detail=detail)])


def components(connection: Connection, told: Told, times: Times) -> None:
    """Its text was edited at the provider."""
    template_reviews.edited(connection, told.shop_id, told.data, at=told.at, now=times.now)
