"""Size charts: body measures by size, used by any number of products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.actions import bump, lock_shop
from leadnurturebot.catalog.editing.forms import NoSuchProduct, UnusableProduct
from leadnurturebot.platform import audit
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, json_text

ROWS_MOST, MEASURE_MAX, NAME_MOST = 60, 250, 100


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A size and what body it is for: lowest and highest measure in centimetres by name."""

    size: str
    body: Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A size chart, and how many products use it."""

    id: UUID
    name: str
    rows: tuple[ChartRow, ...]
    products: int


_CHARTS = """
SELECT c.id, c.name, c.rows, (SELECT count(*) FROM catalog_product p
  WHERE p.shop_id = c.shop_id AND p.size_chart_id = c.id AND p.archived_at IS NULL)::int
FROM catalog_sizechart c WHERE c.shop_id = %s ORDER BY lower(c.name), c.id
"""


def list_size_charts(connection: Connection, shop_id: UUID) -> list[ChartView]:
    """All charts by name."""
    return [
        ChartView(
            id=chart_id, name=name, rows=tuple(ChartRow(r["size"], r.get("body", {})) for r in rows), products=used
        )
        for chart_id, name, rows, used in connection.execute(_CHARTS, [shop_id])
    ]


def size_chart_save(
    *, connection: Connection, shop_id: UUID, chart_id: UUID | None, name: str, rows: Sequence[ChartRow], actor: str,
    now: datetime,
) -> UUID:  # fmt: skip
    """A new chart, or another content of one. Raises NoSuchProduct, UnusableProduct."""
    lock_shop(connection, shop_id)
    _check(connection, shop_id, chart_id, name.strip(), rows)
    values = [name.strip(), json_text([{"size": row.size.strip(), "body": dict(row.body)} for row in rows])]
    if chart_id is None:
        chart_id = uuid7()
        connection.execute(
            "INSERT INTO catalog_sizechart (id, shop_id, name, rows) VALUES (%s, %s, %s, %s)",
            [chart_id, shop_id, *values],
        )
    elif not connection.execute(
        "UPDATE catalog_sizechart SET name = %s, rows = %s WHERE shop_id = %s AND id = %s",
        [*values, shop_id, chart_id],
    ).rowcount:
        raise NoSuchProduct(f"there is no size chart {chart_id}")
    bump(connection, shop_id)
    audit.record(shop_id=shop_id, actor=actor, action="size_chart.saved", now=now, subject=str(chart_id))
    return chart_id


def size_chart_delete(*, connection: Connection, shop_id: UUID, chart_id: UUID, actor: str, now: datetime) -> None:
    """No chart any more, also for the products that used it. Raises NoSuchProduct."""
    lock_shop(connection, shop_id)
    connection.execute(
        "UPDATE catalog_product SET size_chart_id = NULL, version = version + 1"
        " WHERE shop_id = %s AND size_chart_id = %s",
        [shop_id, chart_id],
    )
    deleted = connection.execute(
        "DELETE FROM catalog_sizechart WHERE shop_id = %s AND id = %s", [shop_id, chart_id]
    ).rowcount
    if not deleted:
        raise NoSuchProduct(f"there is no size chart {chart_id}")
    bump(connection, shop_id)
    audit.record(shop_id=shop_id, actor=actor, action="size_chart.deleted", now=now, subject=str(chart_id))


def _check(connection: Connection, shop_id: UUID, chart_id: UUID | None, name: str, rows: Sequence[ChartRow]) -> None:
    found: dict[str, str] = {}
    if not name or len(name) > NAME_MOST:
        found["name"] = "long" if name else "missing"
    elif connection.execute(
        "SELECT 1 FROM catalog_sizechart WHERE shop_id = %s AND name = %s AND id IS DISTINCT FROM %s",
        [shop_id, name, chart_id],
    ).fetchone():
        found["name"] = "taken"
    if not rows or len(rows) > ROWS_MOST:
        found["rows"] = "many" if rows else "missing"
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if not row.size.strip() or row.size.strip() in seen:
            found[f"rows.{place}.size"] = "twice" if row.size.strip() else "missing"
        seen.add(row.size.strip())
        found |= {f"rows.{place}.{measure}": code for measure, span in row.body.items() if (code := _span(span))}
    if found:
        raise UnusableProduct(found)


def _span(span: Sequence[float]) -> str:
    if len(span) != 2 or not all(0 < centimetres <= MEASURE_MAX for centimetres in span):
        return "no_measure"
    return "" if span[0] <= span[1] else "upside_down"
