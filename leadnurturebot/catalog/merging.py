"""Pages of two leads that are one person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from leadnurturebot.platform.row_moves import move, move_back
from leadnurturebot.platform.sql import Connection

_OF_LEAD = "catalog_personalcatalogue.lead_id"


def join_pages(connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID) -> dict[str, Any]:
    """Give the merged lead's personal catalogues to the kept one; returns what moved."""
    return move(connection, _OF_LEAD, shop_id, source=merged_id, target=kept_id)


def part_pages(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, moved: Mapping[str, Any]
) -> None:
    """Undo `join_pages`."""
    move_back(connection, shop_id, [_OF_LEAD], moved, source=merged_id, target=kept_id)
