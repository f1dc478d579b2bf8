"""Pictures of a product: added one by one, put in order together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from leadnurturebot.catalog.actions import bump, lock_shop, renew
from leadnurturebot.catalog.editing.forms import FIELDS_MOST, NoSuchProduct, UnusableProduct
from leadnurturebot.catalog.editing.picture_files import UnusablePicture, cleaned
from leadnurturebot.platform import audit
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection

PICTURES_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureForm:
    """A picture that is there already: its colour ("" for all) and what is to be seen on it."""

    id: UUID
    color: str = ""
    alt: str = ""


def picture_add(
    *, connection: Connection, shop_id: UUID, product_id: UUID, body: bytes, color: str, alt: str, actor: str,
    now: datetime,
) -> UUID:  # fmt: skip
    """A picture behind the others. Raises NoSuchProduct, UnusableProduct."""
    lock_shop(connection, shop_id)
    places = _places(connection, shop_id, product_id)
    _check_words(color, alt, "")
    if len(places) >= PICTURES_MOST:
        raise UnusableProduct({"file": "many"})
    try:
        picture = cleaned(body)
    except UnusablePicture as error:
        raise UnusableProduct({"file": error.code}) from error
    picture_id = uuid7()
    stored = default_storage.save(f"shops/{shop_id}/{picture_id}.{picture.ending}", ContentFile(picture.body))
    connection.execute(
        "INSERT INTO catalog_productimage (id, shop_id, product_id, color, file, alt, position)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        [
            picture_id,
            shop_id,
            product_id,
            color.strip().casefold(),
            stored,
            alt.strip(),
            max(places.values(), default=-1) + 1,
        ],
    )
    _changed(connection, shop_id, product_id, "product.picture_added", actor, now)
    return picture_id


def pictures_arrange(
    *, connection: Connection, shop_id: UUID, product_id: UUID, pictures: Sequence[PictureForm], actor: str,
    now: datetime,
) -> None:  # fmt: skip
    """The product's pictures in this order, with these words; those that are not named leave the product.

    Their files stay: past conversations show them. Raises NoSuchProduct, UnusableProduct.
    """
    lock_shop(connection, shop_id)
    places = _places(connection, shop_id, product_id)
    wanted = [picture.id for picture in pictures]
    if len(set(wanted)) != len(wanted) or not set(wanted) <= set(places):
        raise UnusableProduct({"pictures": "unknown"})
    for place, picture in enumerate(pictures):
        _check_words(picture.color, picture.alt, f"pictures.{place}.")
    connection.execute(
        "DELETE FROM catalog_productimage WHERE shop_id = %s AND product_id = %s AND id <> ALL(%s)",
        [shop_id, product_id, wanted],
    )
    _place(connection, shop_id, product_id, pictures)
    _changed(connection, shop_id, product_id, "product.pictures_arranged", actor, now)


def _place(connection: Connection, shop_id: UUID, product_id: UUID, pictures: Sequence[PictureForm]) -> None:
    """First to places that nobody has: two pictures may change places."""
    connection.execute(
        "UPDATE catalog_productimage SET position = -1 - position WHERE shop_id = %s AND product_id = %s",
        [shop_id, product_id],
    )
    connection.execute(
        "UPDATE catalog_productimage i SET position = g.place, color = g.color, alt = g.alt"
        " FROM unnest(%s::uuid[], %s::int[], %s::text[], %s::text[]) AS g(id, place, color, alt)"
        " WHERE i.shop_id = %s AND i.id = g.id",
        [
            [picture.id for picture in pictures],
            list(range(len(pictures))),
            [picture.color.strip().casefold() for picture in pictures],
            [picture.alt.strip() for picture in pictures],
            shop_id,
        ],
    )


def _places(connection: Connection, shop_id: UUID, product_id: UUID) -> dict[UUID, int]:
    """Places of the product's pictures. Raises NoSuchProduct."""
    if not connection.execute(
        "SELECT 1 FROM catalog_product WHERE shop_id = %s AND id = %s", [shop_id, product_id]
    ).fetchone():
        raise NoSuchProduct(f"there is no product {product_id}")
    rows = connection.execute(
        "SELECT id, position FROM catalog_productimage WHERE shop_id = %s AND product_id = %s", [shop_id, product_id]
    )
    return dict(rows.fetchall())


def _check_words(color: str, alt: str, start: str) -> None:
    found = {start + name: "long" for name, text in (("color", color), ("alt", alt)) if len(text) > FIELDS_MOST[name]}
    if found:
        raise UnusableProduct(found)


def _changed(connection: Connection, shop_id: UUID, product_id: UUID, action: str, actor: str, now: datetime) -> None:
    renew(connection, shop_id, [product_id])
    bump(connection, shop_id)
    audit.record(shop_id=shop_id, actor=actor, action=action, now=now, subject=str(product_id))
