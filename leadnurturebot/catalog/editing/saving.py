"""Making and changing a product by hand: one transaction, the version as it was seen, everything or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.actions import bump, lock_shop, renew, save_products
from leadnurturebot.catalog.drafts import ProductDraft
from leadnurturebot.catalog.editing.checking import Taken, draft_of, problems_of
from leadnurturebot.catalog.editing.forms import (
    STATUSES,
    ChangedMeanwhile,
    NoSuchProduct,
    ProductForm,
    UnusableProduct,
    VariantForm,
)
from leadnurturebot.catalog.external_ids import free_external_id
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True)
class Saved:
    """The product, and its variants of which there are more now."""

    product_id: UUID
    raised: tuple[StockRaised, ...] = ()


def product_create(*, connection: Connection, shop_id: UUID, form: ProductForm, actor: str, now: datetime) -> Saved:
    """A new product in the caller's transaction. Raises UnusableProduct."""
    currency = lock_shop(connection, shop_id)
    chart = _checked(connection, shop_id, form, currency, own={})
    external_id = free_external_id(connection, shop_id, form.name)
    return _save(connection, shop_id, external_id, form, chart, currency, "product.created", actor, now)


def product_change(
    *, connection: Connection, shop_id: UUID, product_id: UUID, version: int, form: ProductForm, actor: str,
    now: datetime,
) -> Saved:  # fmt: skip
    """The product as the form has it; variants that the form does not name are removed.

    `version` is the one that was edited. Raises NoSuchProduct, UnusableProduct, and ChangedMeanwhile when the product
    or a stock that the form sets is another one by now.
    """
    currency = lock_shop(connection, shop_id)
    external_id = _expected(connection, shop_id, product_id, version)
    own = _own_variants(connection, shop_id, product_id)
    chart = _checked(connection, shop_id, form, currency, own=own)
    _check_stock_seen(form.variants, own)
    _check_not_held(connection, shop_id, set(own) - {variant.id for variant in form.variants}, now)
    _rename(connection, shop_id, form.variants, own)
    return _save(connection, shop_id, external_id, form, chart, currency, "product.changed", actor, now)


def product_status_set(
    *, connection: Connection, shop_id: UUID, product_id: UUID, status: str, actor: str, now: datetime
) -> None:
    """`active` is sold, `hidden` is not spoken of, `archived` is put away. Raises NoSuchProduct, UnusableProduct."""
    if status not in STATUSES:
        raise UnusableProduct({"status": "unknown"})
    lock_shop(connection, shop_id)
    _find(connection, shop_id, product_id)
    _set_status(connection, shop_id, product_id, status, now)
    renew(connection, shop_id, [product_id])
    bump(connection, shop_id)
    audit.record(shop_id=shop_id, actor=actor, action=f"product.{status}", now=now, subject=str(product_id))


def _save(
    connection: Connection, shop_id: UUID, external_id: str, form: ProductForm, chart: str, currency: str, action: str,
    actor: str, now: datetime,
) -> Saved:  # fmt: skip
    draft = _draft(external_id, form, chart, currency)
    report = save_products(connection=connection, shop_id=shop_id, drafts=[draft], now=now, replace=True)
    ((product_id,),) = connection.execute(
        "SELECT id FROM catalog_product WHERE shop_id = %s AND external_id = %s", [shop_id, external_id]
    ).fetchall()
    _set_status(connection, shop_id, product_id, form.status, now)
    audit.record(
        shop_id=shop_id, actor=actor, action=action, now=now, subject=str(product_id),
        details={"variants": len(form.variants)},
    )  # fmt: skip
    return Saved(product_id, report.raised)


def _draft(external_id: str, form: ProductForm, chart: str, currency: str) -> ProductDraft:
    return ProductDraft(
        external_id=external_id, name=form.name.strip(), category=form.category.strip().casefold(),
        audience=form.audience, collection=form.collection.strip(), description=form.description.strip(),
        material=form.material.strip(), fit=form.fit.strip(),
        details={name.strip(): value.strip() for name, value in form.details.items()},
        occasions=[text for each in form.occasions if (text := each.strip())], size_chart=chart,
        variants=[draft_of(variant, currency) for variant in form.variants], is_active=form.status == "active",
    )  # fmt: skip


def _checked(
    connection: Connection, shop_id: UUID, form: ProductForm, currency: str, *, own: Mapping[UUID, tuple[str, int]]
) -> str:
    """The name of the form's size chart, "" for none, after everything was checked."""
    skus = [variant.sku.strip() for variant in form.variants]
    rows = connection.execute(
        "SELECT sku, id FROM catalog_variant WHERE shop_id = %s AND sku = ANY(%s)", [shop_id, skus]
    )
    found = problems_of(form, currency, Taken(dict(rows.fetchall()), frozenset(own)))
    chart = _chart(connection, shop_id, form.size_chart_id)
    if chart is None:
        found["size_chart_id"] = "unknown"
    if found:
        raise UnusableProduct(found)
    return chart or ""


def _chart(connection: Connection, shop_id: UUID, chart_id: UUID | None) -> str | None:
    if chart_id is None:
        return ""
    row = connection.execute(
        "SELECT name FROM catalog_sizechart WHERE shop_id = %s AND id = %s", [shop_id, chart_id]
    ).fetchone()
    return str(row[0]) if row else None


def _find(connection: Connection, shop_id: UUID, product_id: UUID) -> tuple[str, int]:
    row = connection.execute(
        "SELECT external_id, version FROM catalog_product WHERE shop_id = %s AND id = %s", [shop_id, product_id]
    ).fetchone()
    if row is None:
        raise NoSuchProduct(f"there is no product {product_id}")
    return str(row[0]), int(row[1])


def _expected(connection: Connection, shop_id: UUID, product_id: UUID, version: int) -> str:
    external_id, current = _find(connection, shop_id, product_id)
    if current != version:
        raise ChangedMeanwhile("Somebody changed this product meanwhile. Look at it again, then save.")
    return external_id


def _own_variants(connection: Connection, shop_id: UUID, product_id: UUID) -> dict[UUID, tuple[str, int]]:
    """SKU and stock by variant, locked in the order in which buyers lock them."""
    rows = connection.execute(
        "SELECT id, sku, stock FROM catalog_variant WHERE shop_id = %s AND product_id = %s"
        " ORDER BY id FOR NO KEY UPDATE",
        [shop_id, product_id],
    )
    return {variant_id: (sku, stock) for variant_id, sku, stock in rows}


def _check_stock_seen(variants: Sequence[VariantForm], own: Mapping[UUID, tuple[str, int]]) -> None:
    for variant in variants:
        if variant.id is None or variant.stock is None or variant.stock_seen is None:
            continue
        sku, stock = own[variant.id]
        if stock != variant.stock_seen:
            raise ChangedMeanwhile(f"The stock of {sku} is {stock} by now. Look at it again, then save.", stock=stock)


def _check_not_held(connection: Connection, shop_id: UUID, removed: set[UUID], now: datetime) -> None:
    """What somebody is paying for stays until it is paid or let go."""
    row = connection.execute(
        "SELECT 1 FROM orders_stockhold WHERE shop_id = %s AND variant_id = ANY(%s) AND state = 'held' AND until > %s",
        [shop_id, list(removed), now],
    ).fetchone()
    if row is not None:
        raise UnusableProduct({"variants": "held"})


def _rename(
    connection: Connection, shop_id: UUID, variants: Sequence[VariantForm], own: Mapping[UUID, tuple[str, int]]
) -> None:
    """Give variants their new SKUs: first a name that nobody has, so that two may change places."""
    renamed = {v.id: v.sku.strip() for v in variants if v.id is not None and own[v.id][0] != v.sku.strip()}
    if not renamed:
        return
    connection.execute(
        "UPDATE catalog_variant SET sku = id::text WHERE shop_id = %s AND id = ANY(%s)", [shop_id, list(renamed)]
    )
    # A variant that leaves frees its SKU for one that stays.
    named = {variant.id for variant in variants}
    connection.execute(
        "DELETE FROM catalog_variant WHERE shop_id = %s AND id = ANY(%s)",
        [shop_id, [each for each in own if each not in named]],
    )
    connection.execute(
        "UPDATE catalog_variant v SET sku = g.sku FROM unnest(%s::uuid[], %s::text[]) AS g(id, sku)"
        " WHERE v.shop_id = %s AND v.id = g.id",
        [list(renamed), list(renamed.values()), shop_id],
    )


def _set_status(connection: Connection, shop_id: UUID, product_id: UUID, status: str, now: datetime) -> None:
    connection.execute(
        "UPDATE catalog_product SET is_active = %s, archived_at = CASE WHEN %s THEN coalesce(archived_at, %s) END"
        " WHERE shop_id = %s AND id = %s",
        [status == "active", status == "archived", now, shop_id, product_id],
    )
