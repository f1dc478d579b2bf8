"""A sale of the past as it stands in the database."""

from dataclasses import dataclass
from uuid import UUID

from leadnurturebot.demo_shop.people.shapes import PastOrder
from leadnurturebot.demo_shop.seed.talks import Session


class PastDisagrees(RuntimeError):
    """The shop's rules did not come to what the past says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """An order of the past in the database."""

    order: PastOrder
    order_id: UUID
    reference: str
    link: str
    session: Session
