"""The fixed cast: Sarah owns the shop, David manages it, Vera looks on, Ana serves, and Marco owns a rival shop."""

from dataclasses import dataclass
from datetime import datetime

from django.test import Client

from leadnurturebot.shops.actions import (
    api_key_create,
    connection_create,
    member_add,
    number_add,
    shop_create,
    user_create,
)
from leadnurturebot.shops.models import BusinessNumber, Shop, User

PASSWORD = "a long enough password"


@dataclass(frozen=True, slots=True)
class Cast:
    """Two shops and their people."""

    shop: Shop
    rival: Shop
    number: BusinessNumber
    rival_number: BusinessNumber
    sarah: User
    david: User
    ana: User
    vera: User
    marco: User
    api_key: str


def make_cast(now: datetime) -> Cast:
    """Everybody, with memberships, a number each and an API key of Sarah's shop."""
    shop = _shop("trendythreads", "TrendyThreads Boutique", "America/New_York", now)
    rival = _shop("marcos", "Marco's Corner", "America/New_York", now)
    people = {name: _person(name, now) for name in ("sarah", "david", "ana", "vera", "marco")}
    for name, role in (("sarah", "admin"), ("david", "manager"), ("ana", "agent"), ("vera", "viewer")):
        member_add(shop=shop, user=people[name], role=role, is_owner=name == "sarah", now=now)
    member_add(shop=rival, user=people["marco"], role="admin", is_owner=True, now=now)
    key = api_key_create(shop=shop, name="Till", now=now)
    return Cast(shop, rival, _number(shop, now), _number(rival, now), **people, api_key=key)


def _shop(slug: str, name: str, timezone: str, now: datetime) -> Shop:
    return shop_create(slug=slug, name=name, country="US", currency="USD", language="en", timezone=timezone, now=now)


def _person(name: str, now: datetime) -> User:
    return user_create(email=f"{name}@example.com", name=name.capitalize(), password=PASSWORD, now=now)


def _number(shop: Shop, now: datetime) -> BusinessNumber:
    config = {"phone_number_id": "1055", "waba_id": "2055"}
    secrets = {"app_secret": "s" * 32, "access_token": "t" * 32, "verify_token": "v" * 32}
    connection = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud", config=config, secrets=secrets, now=now
    )
    return number_add(shop=shop, connection=connection, phone_number_id="1055", waba_id="2055", now=now)


def signed_in(user: User) -> Client:
    """A browser in which the person is signed in."""
    browser = Client()
    browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def with_key(key: str) -> Client:
    """A machine with an API key."""
    return Client(headers={"authorization": f"Bearer {key}"})
