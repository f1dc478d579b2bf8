"""What the owner must know about the sending: told by the codes of `domain.send_errors`, kept with the shop's notices."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.notices import Notice, raise_notices, settle_notices


def tell(connection: Connection, shop_id: UUID, told: str, *, now: datetime, subject: str = "") -> None:
    """Tell the owner; the same again is counted on the notice that stands. `subject`: a template's name, or "".

    `now` is business time.
    """
    raise_notices(connection, [Notice(shop_id=shop_id, kind=told, subject=subject, since=now)])


def settle(connection: Connection, shop_id: UUID, told: str, *, now: datetime, subject: str = "") -> None:
    """Take a notice back whose cause is gone."""
    settle_notices(connection, shop_id, [told], subject, at=now)
