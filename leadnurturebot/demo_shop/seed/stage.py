"""What every part of seeding needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.demo_shop.people.shapes import Past
from leadnurturebot.demo_shop.seed.goods import Goods
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The shop as far as it stands, and the past that is to happen in it."""

    connection: Connection
    shop_id: UUID
    number_id: UUID
    currency: str
    key: ShopKey
    goods: Goods
    ads: Mapping[str, UUID]
    """Our ad ids by the platforms'."""
    past: Past
    now: datetime
    base_url: str

    @property
    def keys(self) -> dict[UUID, ShopKey]:
        """The shop's key as batches take it."""
        return {self.shop_id: self.key}
