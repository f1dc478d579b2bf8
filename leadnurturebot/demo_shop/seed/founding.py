"""The shops themselves: place, people, connections to outside systems, rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.shops.actions import (
    connection_create,
    member_add,
    number_add,
    settings_change,
    shop_create,
    user_create,
)
from leadnurturebot.shops.models import BusinessNumber, Connection, Shop

OPEN_FOR = timedelta(days=90)
"""How long the shop has been with us when the demo begins: longer than anything in its past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoConnections:
    """The accounts that the demo connects a shop to: WhatsApp's and Stripe's stand-ins."""

    phone_number_id: str
    waba_id: str
    display_number: str
    app_secret: str
    access_token: str
    verify_token: str
    stripe_api_key: str
    stripe_webhook_secret: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in."""

    name: str
    email: str
    role: str
    is_owner: bool = False


SARAH = Person(SHOP.owner, "sarah@trendythreads.example", "admin", is_owner=True)
STAFF = (
    SARAH,
    Person("David Martinez", "david@trendythreads.example", "manager"),
    Person("Vera Lindqvist", "vera@trendythreads.example", "viewer"),
)
MARCO = Person("Marco Bellini", "marco@northsidedenim.example", "admin", is_owner=True)


def _standard(days: tuple[int, int]) -> dict[str, Any]:
    """What shipping costs everywhere, and how long it takes there."""
    return {
        "code": "std", "flat": SHOP.shipping_flat_minor // 100, "free_from": SHOP.shipping_free_from_minor // 100,
        "days_min": days[0], "days_max": days[1],
    }  # fmt: skip


SETTINGS: Mapping[str, Any] = {
    "shipping_zones": (
        {
            "name": "Home",
            "countries": [SHOP.country],
            "options": [
                _standard(SHOP.shipping_days),
                {"code": "exp", "kind": "express", "flat": SHOP.express_minor // 100, "days_min": 1, "days_max": 2},
            ],
        },
        {
            "name": "Abroad",
            "countries": [each for each in SHOP.ships_to if each != SHOP.country],
            "options": [{**_standard(SHOP.days_abroad), "code": "intl"}],
        },
    ),
    "return_days": SHOP.return_days,
    "exchange_free": SHOP.exchange_is_free,
    "hours": SHOP.hours,
    "address": SHOP.address,
    "team_name": "Sarah's team",
    "website_url": SHOP.website,
    "voice_greeting": SHOP.voice["greeting"],
    "voice_emoji": SHOP.voice["emoji"],
    "voice_signature": SHOP.voice["signature_emoji"],
    "handoff_value": 300,
    "monthly_cap": 60,
    "reminder_consent": False,
}


def add_people(shop: Shop, people: tuple[Person, ...], *, password: str, now: datetime) -> None:
    """Accounts and memberships, all with the same password."""
    for person in people:
        user = user_create(email=person.email, name=person.name, password=password, now=now)
        member_add(shop=shop, user=user, role=person.role, is_owner=person.is_owner, now=now)


def connect(shop: Shop, accounts: DemoConnections, *, now: datetime) -> BusinessNumber:
    """WhatsApp with its number, Stripe, and cash on delivery."""
    whatsapp = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud", now=now,
        config={"phone_number_id": accounts.phone_number_id, "waba_id": accounts.waba_id},
        secrets={
            "app_secret": accounts.app_secret, "access_token": accounts.access_token,
            "verify_token": accounts.verify_token,
        },
    )  # fmt: skip
    connection_create(
        shop=shop, kind="payments", slug="stripe", config={}, now=now,
        secrets={"api_key": accounts.stripe_api_key, "webhook_secret": accounts.stripe_webhook_secret},
    )  # fmt: skip
    connection_create(shop=shop, kind="payments", slug="cash_on_delivery", config={}, secrets={}, now=now)
    return number_add(
        shop=shop, connection=whatsapp, phone_number_id=accounts.phone_number_id, waba_id=accounts.waba_id,
        display_number=accounts.display_number, now=now,
    )  # fmt: skip


def found_trendythreads(*, first_order_number: int, password: str, now: datetime) -> Shop:
    """TrendyThreads with its people and rules, months ago; its orders are counted from `first_order_number`."""
    since = now - OPEN_FOR
    shop = shop_create(
        slug=SHOP.slug, name=SHOP.name, country=SHOP.country, currency=SHOP.currency, language=SHOP.language,
        timezone=SHOP.timezone, order_prefix=SHOP.order_prefix, now=since,
    )  # fmt: skip
    shop.next_order_number = first_order_number
    shop.save(update_fields=["next_order_number"])
    add_people(shop, STAFF, password=password, now=since)
    settings_change(shop=shop, changes=SETTINGS, now=since)
    return shop


def endpoint_keys(shop: Shop) -> dict[str, str]:
    """Endpoint key by provider slug: where each calls us."""
    with shop_scope(shop.id):
        return dict(Connection.objects.filter(shop_id=shop.id).values_list("slug", "endpoint_key"))
