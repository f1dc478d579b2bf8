"""How a product fitted those who bought it, as its page shows it."""

from dataclasses import dataclass
from uuid import UUID

from leadnurturebot.domain.sizing.learning import Verdicts, leaning
from leadnurturebot.orders.fits import fits_of_shop
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class FitView:
    """Verdicts in all and by kind. `leaning`: what they come to beside the record, `small`, `large`, `true`; empty while
    nobody has said anything."""

    verdicts: int
    small: int
    right: int
    large: int
    leaning: str


def fit_of_product(connection: Connection, shop_id: UUID, product_id: UUID, *, runs: str) -> FitView:
    """What has been said of a product. `runs`: what its record says."""
    fits = fits_of_shop(connection, shop_id)
    told = fits.verdicts.get(product_id, Verdicts())
    return FitView(
        verdicts=told.count, small=told.small, right=told.right, large=told.large,
        leaning=leaning(fits.offset(product_id, runs)),
    )  # fmt: skip
