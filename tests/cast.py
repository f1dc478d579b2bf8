"""A small shop for tests: TrendyThreads with three products, one number, and the people of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.catalog.actions import save_products, save_size_charts
from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, SizeChartDraft, VariantDraft
from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.actions import connection_create, number_add, settings_change, shop_create
from leadnurturebot.shops.models import BusinessNumber, Shop
from leadnurturebot.shops.models import Connection as ShopConnection

APP_SECRET = "app-secret-of-the-tests"
VERIFY_TOKEN = "verify-token-of-the-tests"
EMMA = "447700900142"
JAKE = "15125550147"
AD_ID = "120210000000000123"


@dataclass(frozen=True, slots=True)
class Boutique:
    """The shop and what tests need to know of it."""

    shop: Shop
    number_id: UUID
    connection_id: UUID
    endpoint_key: str
    phone_number_id: str
    waba_id: str
    payments_key: str


def open_boutique(
    connection: Connection,
    now: datetime,
    *,
    slug: str = "trendythreads",
    phone_number_id: str = "1065",
    waba_id: str = "1022",
    settings: Mapping[str, Any] | None = None,
    link_code: str = "K7Q2",
) -> Boutique:
    """A shop with goods, a WhatsApp number, Stripe and cash on delivery."""
    shop = _shop(slug, now, settings or {})
    whatsapp, number = _whatsapp(shop, now, phone_number_id, waba_id)
    stripe = connection_create(
        shop=shop, kind="payments", slug="stripe", config={}, now=now,
        secrets={"api_key": "sk_test_tests", "webhook_secret": "whsec_tests"},
    )  # fmt: skip
    connection_create(shop=shop, kind="payments", slug="cash_on_delivery", config={}, secrets={}, now=now)
    _goods(connection, shop, now, link_code)
    return Boutique(shop, number.id, whatsapp.id, whatsapp.endpoint_key, phone_number_id, waba_id, stripe.endpoint_key)


def _shop(slug: str, now: datetime, settings: Mapping[str, Any]) -> Shop:
    shop = shop_create(
        slug=slug, name="TrendyThreads Boutique", country="US", currency="USD", language="en",
        timezone="America/New_York", order_prefix="TT", now=now,
    )  # fmt: skip
    Shop.objects.filter(id=shop.id).update(next_order_number=12345)
    settings_change(shop=shop, now=now, changes={**_SETTINGS, **settings})
    return shop


_SETTINGS = {
    "shipping_flat": "5",
    "shipping_free_from": "80",
    "shipping_days_min": "3",
    "shipping_days_max": "5",
    "return_days": "30",
    "burst_wait_ms": "0",
}


def _whatsapp(shop: Shop, now: datetime, phone_number_id: str, waba_id: str) -> tuple[ShopConnection, BusinessNumber]:
    whatsapp = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud", now=now,
        config={"phone_number_id": phone_number_id, "waba_id": waba_id},
        secrets={"app_secret": APP_SECRET, "access_token": "EAAtest", "verify_token": VERIFY_TOKEN},
    )  # fmt: skip
    number = number_add(
        shop=shop, connection=whatsapp, phone_number_id=phone_number_id, waba_id=waba_id,
        display_number="15550783881", now=now,
    )  # fmt: skip
    return whatsapp, number


def _goods(connection: Connection, shop: Shop, now: datetime, link_code: str) -> None:
    rows = [("XS", 78, 82), ("S", 83, 88), ("M", 89, 95), ("L", 96, 102), ("XL", 103, 110)]
    chart = [SizeRow(size=size, body={"bust": (low, high), "waist": (low - 18, high - 18)}) for size, low, high in rows]
    save_size_charts(connection=connection, shop_id=shop.id, drafts=[SizeChartDraft(name="dresses", rows=chart)])
    stock = {"XS": 4, "S": 9, "M": 7, "L": 12, "XL": 0}
    dress = ProductDraft(
        external_id="sundress",
        name="Blue Floral Sundress",
        category="dress",
        material="light cotton",
        fit="regular",
        details={"length": "knee length", "pockets": "no"},
        size_chart="dresses",
        collection="Summer Collection",
        variants=[
            VariantDraft(sku=f"DR-BLUE-{size}", price=Decimal(49), stock=count, color="blue", size=size)
            for size, count in stock.items()
        ],
        images=[ImageDraft(file="trendythreads/sundress.png", color="blue")],
    )
    wrap = ProductDraft(
        external_id="wrap",
        name="Sage Wrap Dress",
        category="dress",
        material="viscose",
        fit="loose",
        size_chart="dresses",
        variants=[
            VariantDraft(sku=f"WR-{size}", price=Decimal(68), stock=3, color="sage", size=size) for size in "SML"
        ],
        images=[ImageDraft(file="trendythreads/wrap.png", color="sage")],
    )
    tote = ProductDraft(
        external_id="tote",
        name="Canvas Tote",
        category="bag",
        material="canvas",
        variants=[VariantDraft(sku="TOTE", price=Decimal(25), stock=1, color="natural", size="one size")],
    )
    save_products(connection=connection, shop_id=shop.id, drafts=[dress, wrap, tote], now=now)
    connection.execute(
        "INSERT INTO leads_ad (id, shop_id, external_id, source, name, headline, body, autofill, product_id, color, code, created_at)"
        " SELECT %s, %s, %s, 'instagram_ad', 'Summer Collection', 'Blue Floral Sundress', '', '', id, 'blue', %s, %s"
        " FROM catalog_product WHERE shop_id = %s AND external_id = 'sundress'",
        [uuid7(), shop.id, AD_ID, link_code, now, shop.id],
    )


def webhook(
    boutique: Boutique, *messages: dict[str, Any], name: str = "Emma Wilson", statuses: tuple[dict[str, Any], ...] = ()
) -> bytes:
    """A webhook body as Meta sends it."""
    contacts = [
        {"profile": {"name": name}, "wa_id": number, "user_id": f"GB.{number}"}
        for number in dict.fromkeys(message["from"] for message in messages)
    ]
    value: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": boutique.phone_number_id},
    }
    if messages:
        value |= {"contacts": contacts, "messages": list(messages)}
    if statuses:
        value["statuses"] = list(statuses)
    return orjson.dumps(
        {
            "object": "whatsapp_business_account",
            "entry": [{"id": boutique.waba_id, "changes": [{"field": "messages", "value": value}]}],
        }
    )


def text(body: str, *, at: datetime, wamid: str, sender: str = EMMA, **more: Any) -> dict[str, Any]:
    """An inbound text message."""
    return {
        "from": sender,
        "from_user_id": f"GB.{sender}",
        "id": wamid,
        "timestamp": str(int(at.timestamp())),
        "type": "text",
        "text": {"body": body},
        **more,
    }


def tap(action: str, *, at: datetime, wamid: str, sender: str = EMMA) -> dict[str, Any]:
    """A tapped reply button."""
    reply = {"type": "button_reply", "button_reply": {"id": action, "title": "x"}}
    return {
        "from": sender,
        "from_user_id": f"GB.{sender}",
        "id": wamid,
        "timestamp": str(int(at.timestamp())),
        "type": "interactive",
        "interactive": reply,
    }


def ad_referral() -> dict[str, Any]:
    """The referral of a tap on the Instagram ad."""
    return {
        "source_url": "https://fb.me/3x",
        "source_id": AD_ID,
        "source_type": "ad",
        "headline": "Blue Floral Sundress",
        "ctwa_clid": "Aff-test",
    }
