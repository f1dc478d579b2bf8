"""The shops under load and the customers they know already, made by the product's own actions and batches."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from benchmarks.path_rig.addresses import ShopAddress
from benchmarks.path_rig.customers import AUTOFILL, Customer
from benchmarks.path_rig.goods import products, size_chart
from leadnurturebot.catalog.actions import save_products, save_size_charts
from leadnurturebot.conversations.batch import load_threads
from leadnurturebot.leads.ads import AdDraft, ad_save
from leadnurturebot.leads.batch import ContactSeen, resolve_many
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import connection_create, number_add, settings_change, shop_create
from leadnurturebot.shops.models import BusinessNumber, Shop

SETTINGS = {
    "shipping_flat": "5", "shipping_free_from": "80", "shipping_days_min": "3", "shipping_days_max": "5",
    "return_days": "30", "hours": "Mon-Sat 09:00-18:00", "address": "12 Mill Lane, Leeds",
}  # fmt: skip
AT_ONCE = 500


def open_shops(count: int, *, burst_wait_ms: int) -> list[ShopAddress]:
    """Shops, each with goods, an ad, ways to pay and a number of its own."""
    with system_scope():
        return [_open(position, burst_wait_ms, wall_now()) for position in range(count)]


@transaction.atomic
def _open(position: int, burst_wait_ms: int, now: datetime) -> ShopAddress:
    shop = shop_create(
        slug=f"shop-{position}", name=f"Boutique {position}", country="GB", currency="GBP", language="en",
        timezone="Europe/London", order_prefix=f"B{position}", now=now,
    )  # fmt: skip
    settings_change(shop=shop, changes={**SETTINGS, "burst_wait_ms": burst_wait_ms}, now=now)
    save_size_charts(connection=borrowed(), shop_id=shop.id, drafts=[size_chart()])
    save_products(connection=borrowed(), shop_id=shop.id, drafts=products(), now=now)
    ad_id = f"1202100000{position:05d}"
    advertised = AdDraft(external_id=ad_id, source="instagram_ad", name="Summer", headline="Blue Floral Sundress",
                         autofill=AUTOFILL, product_id=_sundress(shop.id), color="blue floral")  # fmt: skip
    ad_save(connection=borrowed(), shop_id=shop.id, draft=advertised, now=now)
    for slug, keys in (
        ("stripe", {"api_key": "sk_test_path", "webhook_secret": "whsec_path"}),
        ("cash_on_delivery", {}),
    ):
        connection_create(shop=shop, kind="payments", slug=slug, config={}, secrets=keys, now=now)
    return _with_number(shop, position, ad_id, now)


def _sundress(shop_id: UUID) -> UUID:
    statement = "SELECT id FROM catalog_product WHERE shop_id = %s AND external_id = 'blue-floral-sundress'"
    row = borrowed().execute(statement, [shop_id]).fetchone()
    assert row is not None
    found: UUID = row[0]
    return found


def _with_number(shop: Shop, position: int, ad_id: str, now: datetime) -> ShopAddress:
    number, account, secret = f"10650000{position:04d}", f"10220000{position:04d}", secrets.token_hex(16)
    display = f"1555078{position:04d}"
    connection = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud", now=now,
        config={"phone_number_id": number, "waba_id": account},
        secrets={"app_secret": secret, "access_token": "EAApath", "verify_token": secrets.token_urlsafe(12)},
    )  # fmt: skip
    number_add(
        shop=shop, connection=connection, phone_number_id=number, waba_id=account, display_number=display, now=now
    )
    path = f"/hooks/messaging/whatsapp_cloud/{connection.endpoint_key}/"
    return ShopAddress(path, secret, number, account, display, ad_id)


def set_burst_wait(milliseconds: int) -> None:
    """Change every shop's burst wait."""
    with system_scope():
        for shop in Shop.objects.all():
            settings_change(shop=shop, changes={"burst_wait_ms": milliseconds}, now=wall_now())


def introduce(customers: Sequence[Customer]) -> int:
    """Store the customers whom the shops know already: lead, identities and thread. Returns how many there are."""
    with system_scope():
        numbers = {number.phone_number_id: number for number in BusinessNumber.objects.all()}
    places = [numbers[f"10650000{position:04d}"] for position in range(len(numbers))]
    known = [customer for customer in customers if not customer.is_new]
    for start in range(0, len(known), AT_ONCE):
        with transaction.atomic():
            _introduce(known[start : start + AT_ONCE], places, wall_now())
    return len(known)


def _introduce(customers: Sequence[Customer], numbers: Sequence[BusinessNumber], now: datetime) -> None:
    connection = borrowed()
    seen = [
        ContactSeen(shop_id=numbers[c.shop].shop_id, user_id=c.user_id, wa_id=c.number, name=c.name) for c in customers
    ]
    keys = ring().load(connection, [number.shop_id for number in numbers])
    leads = resolve_many(connection, seen, keys, now=now)
    places = [(lead.shop_id, lead.id, numbers[c.shop].id) for lead, c in zip(leads, customers, strict=True)]
    load_threads(connection, places, now=now)
