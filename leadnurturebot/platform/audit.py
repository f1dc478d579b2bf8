"""The audit trail: who did what to what, kept with the shop."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.sql import Connection
from leadnurturebot.platform.tenancy import shop_scope

SYSTEM = "system"
"""The actor of commands and start-up."""
PERSON = "user:"
"""How the actor's name of a person begins."""


def record(
    *, shop_id: UUID, actor: str, action: str, now: datetime, subject: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Write one entry in the caller's transaction. `details` carries no secret and no personal fact."""
    with shop_scope(shop_id):
        AuditEntry.objects.create(
            shop_id=shop_id, actor=actor, action=action, subject=subject, details=dict(details or {}), at=now
        )


def append(connection: Connection, *, shop_id: UUID, actor: str, action: str, now: datetime, subject: str = "") -> None:
    """`record` on a connection of the message path."""
    connection.execute(
        "INSERT INTO platform_auditentry (id, shop_id, actor, action, subject, details, at)"
        " VALUES (%s, %s, %s, %s, %s, '{}', %s)",
        [uuid7(), shop_id, actor, action, subject, now],
    )


def person(user_id: UUID) -> str:
    """The actor's name of a person."""
    return f"{PERSON}{user_id}"
