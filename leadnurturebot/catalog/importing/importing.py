"""A catalogue file into the shop: good rows are saved, bad ones reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from leadnurturebot.catalog.actions import save_products
from leadnurturebot.catalog.importing import own_csv, shopify, woocommerce
from leadnurturebot.catalog.importing.gathering import Gathering
from leadnurturebot.catalog.importing.problems import NothingToImport, Problem
from leadnurturebot.catalog.importing.tables import Table, opened
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import came to: products made and changed, rows left out, variants of which there are more now."""

    created: int
    updated: int
    problems: Sequence[Problem]
    raised: Sequence[StockRaised] = ()


def import_catalog(*, connection: Connection, shop_id: UUID, file: Path, now: datetime) -> ImportReport:
    """Save the products of a CSV file in the caller's transaction. `now` is business time.

    Products and variants that the file does not name stay as they are. Raises NothingToImport when the file is none
    of the formats known, or no row of it is usable.
    """
    gathering = gathered(connection, shop_id, file, now)
    drafts = gathering.drafts()
    problems = sorted(gathering.problems, key=lambda problem: problem.row)
    if not drafts:
        raise NothingToImport("nothing_usable", problems)
    saved = save_products(connection=connection, shop_id=shop_id, drafts=drafts, now=now)
    return ImportReport(created=saved.created, updated=saved.updated, problems=problems, raised=saved.raised)


def gathered(connection: Connection, shop_id: UUID, file: Path, now: datetime) -> Gathering:
    """The products of a file, and what is wrong with it. Raises NothingToImport when it is none of the formats known."""
    gathering = Gathering(_currency(connection, shop_id))
    with opened(file) as table:
        _gather(connection, shop_id, table, gathering, now)
    return gathering


def _gather(connection: Connection, shop_id: UUID, table: Table, gathering: Gathering, now: datetime) -> None:
    columns = frozenset(table.columns)
    if shopify.is_format(columns):
        shopify.gather(table, gathering)
    elif woocommerce.is_format(columns):
        woocommerce.gather(table, gathering, now)
    elif own_csv.is_format(columns):
        own_csv.gather(table, gathering, _owners(connection, shop_id))
    else:
        raise NothingToImport(
            "columns_unknown", needed=", ".join(sorted(own_csv.NEEDED)), found=", ".join(table.columns)[:200]
        )


def _currency(connection: Connection, shop_id: UUID) -> str:
    row = connection.execute("SELECT currency FROM shops_shop WHERE id = %s", [shop_id]).fetchone()
    if row is None:
        raise LookupError(f"there is no shop {shop_id}")
    return str(row[0])


def _owners(connection: Connection, shop_id: UUID) -> dict[str, str]:
    """External id of the product by SKU."""
    rows = connection.execute(
        "SELECT v.sku, p.external_id FROM catalog_variant v"
        " JOIN catalog_product p ON p.id = v.product_id AND p.shop_id = v.shop_id WHERE v.shop_id = %s",
        [shop_id],
    )
    return dict(rows.fetchall())
