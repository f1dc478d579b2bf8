"""Shops for tests of the catalogue."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.shops.actions import shop_create


def new_shop(now: datetime, *, slug: str = "boutique", currency: str = "USD") -> UUID:
    """An empty shop."""
    shop = shop_create(
        slug=slug, name=slug.title(), country="US", currency=currency, language="en", timezone="America/New_York",
        now=now,
    )  # fmt: skip
    return shop.id
