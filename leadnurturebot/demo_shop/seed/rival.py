"""Marco's shop: another tenant on the same installation, who must see nothing of Sarah's."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from leadnurturebot.catalog.actions import save_products
from leadnurturebot.catalog.drafts import ProductDraft, VariantDraft
from leadnurturebot.demo_shop.catalogue.reading import slug
from leadnurturebot.demo_shop.seed.founding import MARCO, OPEN_FOR, DemoConnections, add_people, connect
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.actions import settings_change, shop_create
from leadnurturebot.shops.models import Shop

SLUG, NAME = "northside-denim", "Northside Denim"
_JEANS, _LETTERS = "30 31 32 33 34 36", "S M L XL"

# Name, category, price, colours, sizes, material, fit.
_GOODS = (
    ("Northside Straight Jeans", "jeans", "79", "indigo, black", _JEANS, "99% cotton, 1% elastane", "regular"),
    ("Slim Work Jeans", "jeans", "85", "dark blue", _JEANS, "98% cotton, 2% elastane", "slim"),
    ("Relaxed Carpenter Jeans", "jeans", "89", "light blue", _JEANS, "100% cotton", "loose"),
    ("Selvedge Jeans", "jeans", "145", "indigo", _JEANS, "100% cotton", "regular"),
    ("Trucker Jacket", "jacket", "98", "indigo, black", _LETTERS, "100% cotton", "regular"),
    ("Lined Denim Jacket", "jacket", "128", "dark blue", _LETTERS, "100% cotton, polyester lining", "regular"),
    ("Denim Overshirt", "shirt", "74", "light blue", _LETTERS, "100% cotton", "loose"),
    ("Chambray Shirt", "shirt", "59", "blue", _LETTERS, "100% cotton", "regular"),
    ("Heavy Pocket Tee", "t-shirt", "29", "white, navy, grey", _LETTERS, "100% cotton", "regular"),
    ("Denim Shorts", "shorts", "49", "light blue", _JEANS, "100% cotton", "regular"),
    ("Leather Belt", "belt", "39", "brown, black", "S M L", "full-grain leather", ""),
    ("Canvas Tool Tote", "bag", "45", "ecru", "One Size", "100% cotton canvas", ""),
)


def found_northside(connection: Connection, accounts: DemoConnections | None, *, password: str, now: datetime) -> Shop:
    """Northside Denim with its dozen products; reachable when it has accounts of its own."""
    since = now - OPEN_FOR
    shop = shop_create(
        slug=SLUG, name=NAME, country="US", currency="USD", language="en", timezone="America/Chicago", now=since
    )
    add_people(shop, (MARCO,), password=password, now=since)
    settings_change(
        shop=shop, now=since,
        changes={"shipping_flat": "7.50", "return_days": 14, "hours": "Mon-Fri 10:00-17:00", "team_name": "Marco"},
    )  # fmt: skip
    if accounts is not None:
        connect(shop, accounts, now=since)
    save_products(connection=connection, shop_id=shop.id, drafts=list(_drafts()), now=since)
    return shop


def _drafts() -> Iterator[ProductDraft]:
    for number, (name, category, price, colors, sizes, material, fit) in enumerate(_GOODS, start=1):
        wanted = sizes.split(" ") if sizes != "One Size" else [sizes]
        variants = [
            VariantDraft(
                sku=f"ND{number:02d}-{slug(color)}-{slug(size)}".upper(), price=Decimal(price), color=color, size=size,
                stock=(number * 3 + place) % 9,
            )
            for color in colors.split(", ")
            for place, size in enumerate(wanted)
        ]  # fmt: skip
        yield ProductDraft(
            external_id=slug(name), name=name, category=category, audience="men", collection="Denim",
            description=f"{name} by {NAME}.", material=material, fit=fit, variants=variants,
        )  # fmt: skip
