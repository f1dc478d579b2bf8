"""The two sides of a run: quiet shops and stormy shops, equal but for their ids."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from benchmarks.path_rig.addresses import ShopAddress
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.sql import connect
from tests.faults.plan import SHOPS, Person

STRIPE_SECRET = "whsec_path"


@dataclass(frozen=True, slots=True)
class FaultShop:
    """A shop as harness and provider know it."""

    id: UUID
    address: ShopAddress
    payments_path: str
    key: ShopKey
    goods: dict[str, str]
    """What stands for each product's and variant's id, the same in all shops."""


def open_sides() -> tuple[list[FaultShop], list[FaultShop]]:
    """The quiet shops and the stormy ones."""
    # Models are imported once Django is set up on the scratch database.
    from benchmarks.path_rig.shops import open_shops

    addresses = open_shops(2 * SHOPS, burst_wait_ms=0)
    with connect(name="fault suite") as connection:
        shops = [_shop(connection, address) for address in addresses]
    return shops[:SHOPS], shops[SHOPS:]


def _shop(connection: Any, address: ShopAddress) -> FaultShop:
    shop_id, endpoint = connection.execute(
        "SELECT n.shop_id, c.endpoint_key FROM shops_businessnumber n JOIN shops_connection c"
        " ON c.shop_id = n.shop_id AND c.slug = 'stripe' WHERE n.phone_number_id = %s",
        [address.phone_number_id],
    ).fetchone()
    goods = connection.execute(
        "SELECT id::text, external_id FROM catalog_product WHERE shop_id = %(shop)s"
        " UNION ALL SELECT id::text, sku FROM catalog_variant WHERE shop_id = %(shop)s",
        {"shop": shop_id},
    ).fetchall()
    return FaultShop(
        shop_id, address, f"/hooks/payments/stripe/{endpoint}/", ring().of(connection, shop_id), dict(goods)
    )


def number_of(person: Person) -> str:
    """A British mobile number from the range kept for drama. The same people visit both sides."""
    return f"4477009{person.index:05d}"


def user_id_of(person: Person) -> str:
    """The id under which the provider's business knows the person."""
    return f"GB.7009{person.index:05d}"
