"""Making shops, people, keys and connections."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson
import pytest

from leadnurturebot.platform.encryption import KeyMissing, ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.sql import Connection
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.providers.registry import UnknownProvider
from leadnurturebot.shops.access import get_key_holder, get_member, memberships_of
from leadnurturebot.shops.actions import (
    UnusableConnection,
    UnusablePerson,
    UnusableShop,
    api_key_create,
    connection_create,
    member_add,
    settings_change,
    shop_create,
    user_create,
)
from leadnurturebot.shops.models import Connection as ShopConnection
from leadnurturebot.shops.models import Membership, Shop, User
from leadnurturebot.shops.settings import UnusableSetting

PLACE = {"country": "US", "currency": "USD", "language": "en", "timezone": "America/New_York"}


@pytest.fixture
def shop(db: None, now: datetime) -> Shop:
    """TrendyThreads."""
    return shop_create(slug="trendythreads", name="TrendyThreads Boutique", now=now, **PLACE)


@pytest.fixture
def sarah(db: None, now: datetime, settings: Any) -> User:
    """A person without a shop."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return user_create(email="Sarah@Example.com", name="Sarah", password="a long enough password", now=now)


def _audited(shop: Shop) -> list[tuple[str, str]]:
    with shop_scope(shop.id):
        return list(AuditEntry.objects.order_by("id").values_list("action", "actor"))


def test_a_shop_has_its_own_key_and_prefix(shop: Shop, connection: Connection) -> None:
    key = ring().of(connection, shop.id)
    assert key.open_text(key.seal_text("secret")) == "secret"
    assert (shop.order_prefix, shop.next_order_number) == ("TT", 1)
    assert _audited(shop) == [("shop.created", "system")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"slug": "trendythreads"}, "already a shop"), ({"slug": "no spaces"}, "letters, digits"),
        ({"country": "usa"}, "two-letter"), ({"currency": "dollar"}, "three-letter"),
        ({"timezone": "New York"}, "time zone"), ({"timezone": "../etc/passwd"}, "time zone"),
    ],
)  # fmt: skip
def test_an_unusable_shop_is_refused_with_its_reason(
    shop: Shop, now: datetime, changes: dict[str, str], words: str
) -> None:
    with pytest.raises(UnusableShop, match=words):
        shop_create(**{"slug": "other", "name": "Other", **PLACE, **changes}, now=now)
    assert Shop.objects.count() == 1


def test_a_key_of_no_shop_is_missing(connection: Connection) -> None:
    with pytest.raises(KeyMissing):
        ring().of(connection, uuid7())


def test_a_person_can_sign_in_by_a_verified_address(sarah: User) -> None:
    from allauth.account.models import EmailAddress

    address = EmailAddress.objects.get(user=sarah)
    assert (address.email, address.verified, address.primary) == ("sarah@example.com", True, True)
    assert sarah.check_password("a long enough password")


def test_an_address_has_one_account_in_any_case(sarah: User, now: datetime) -> None:
    with pytest.raises(UnusablePerson, match="already has an account"):
        user_create(email="SARAH@example.com", name="Other", password="a long enough password", now=now)
    assert User.objects.count() == 1


def test_a_member_acts_in_the_shop_and_in_no_other(shop: Shop, sarah: User, now: datetime) -> None:
    member_add(shop=shop, user=sarah, role="admin", is_owner=True, now=now)
    member = get_member(sarah.id, shop.id)
    assert member is not None
    assert (member.role, member.is_owner, member.shop.slug) == ("admin", True, "trendythreads")
    assert get_member(sarah.id, uuid7()) is None


@pytest.mark.parametrize("role", ["owner", "", "Admin"])
def test_an_unknown_role_is_refused(shop: Shop, sarah: User, now: datetime, role: str) -> None:
    with pytest.raises(UnusablePerson, match="no role"):
        member_add(shop=shop, user=sarah, role=role, now=now)
    assert memberships_of(sarah.id) == ()


def test_nobody_is_a_member_twice(shop: Shop, sarah: User, now: datetime) -> None:
    member_add(shop=shop, user=sarah, role="viewer", now=now)
    with pytest.raises(UnusablePerson, match="already a member"):
        member_add(shop=shop, user=sarah, role="admin", now=now)
    assert [row.role for row in Membership._base_manager.all()] == ["viewer"]


def test_of_a_key_only_the_digest_is_kept(shop: Shop, now: datetime) -> None:
    plain = api_key_create(shop=shop, name="Till", now=now)
    holder = get_key_holder(plain, now=now)
    assert holder is not None
    assert (holder.shop.id, holder.role, plain[:4]) == (shop.id, "admin", "lnb_")
    assert get_key_holder(plain[:-1] + "x", now=now) is None


def test_secrets_of_a_connection_are_sealed_and_its_settings_open(
    shop: Shop, connection: Connection, now: datetime
) -> None:
    config = {"phone_number_id": "1065", "waba_id": "1022"}
    secrets = {"app_secret": "hush", "access_token": "EAA", "verify_token": "v"}
    made = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud", config=config, secrets=secrets, now=now
    )
    assert made.config == {**config, "catalog_id": ""}
    assert b"hush" not in bytes(made.secrets)
    assert orjson.loads(ring().of(connection, shop.id).open(made.secrets)) == secrets


@pytest.mark.parametrize(
    ("slug", "error"), [("whatsapp_cloud", UnusableConnection), ("carrier_pigeon", UnknownProvider)]
)
def test_a_connection_that_its_provider_does_not_accept_is_not_made(
    shop: Shop, now: datetime, slug: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        connection_create(shop=shop, kind="messaging", slug=slug, config={}, secrets={}, now=now)
    assert ShopConnection._base_manager.count() == 0


def test_changed_settings_are_kept_and_audited(shop: Shop, now: datetime) -> None:
    changed = settings_change(
        shop=shop, changes={"shipping_flat": "6.50", "return_days": "30"}, now=now, actor="user:1"
    )
    assert (changed.shipping_flat, changed.return_days) == (Decimal("6.50"), 30)
    assert Shop.objects.get().settings == {"shipping_flat": "6.50", "return_days": 30}
    with shop_scope(shop.id):
        entry = AuditEntry.objects.get(action="settings.changed")
    assert (entry.actor, entry.details) == ("user:1", {"shipping_flat": [None, "6.50"], "return_days": [None, 30]})


def test_an_unusable_setting_changes_nothing(shop: Shop, now: datetime) -> None:
    with pytest.raises(UnusableSetting, match="return_days"):
        settings_change(shop=shop, changes={"shipping_flat": "6.50", "return_days": "-1"}, now=now)
    with pytest.raises(UnusableSetting, match="the currency of a shop is chosen when it is made"):
        settings_change(shop=shop, changes={"currency": "EUR"}, now=now)
    assert Shop.objects.get().settings == {}
