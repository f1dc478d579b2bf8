"""Who may act for a shop: memberships of people, keys of machines. Every other read of a shop's people starts here."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import ApiKey, Membership, Shop, User
from leadnurturebot.shops.settings import ShopSettings
from leadnurturebot.shops.shipping_settings import TaxSettings, ZoneSetting, simple_zone

KEY_START = "lnb_"
"""Every API key begins with it, so that a key in the wrong place is recognised."""
NOTED_EVERY = timedelta(minutes=1)
"""How exactly the last use of a key is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRef:
    """A shop as its members see it."""

    id: UUID
    slug: str
    name: str
    currency: str
    country: str
    language: str
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who acts for a shop: a person (`user_id`) with a role, or a machine (`key_id`) as admin."""

    shop: ShopRef
    role: str
    name: str
    is_owner: bool = False
    user_id: UUID | None = None
    key_id: UUID | None = None


def memberships_of(user_id: UUID) -> tuple[Member, ...]:
    """The person's memberships, oldest shop first."""
    # Asked before any shop is active: which shops a person may enter is what is being found out.
    with system_scope():
        rows = Membership.objects.filter(user_id=user_id).select_related("shop", "user")
        rows = rows.order_by("shop__created_at", "id")
        return tuple(
            Member(shop=shop_ref(row.shop), role=row.role, name=row.user.name, is_owner=row.is_owner, user_id=user_id)
            for row in rows
        )


def get_member(user_id: UUID, shop_id: UUID) -> Member | None:
    """The person's membership in one shop, None for a stranger."""
    return next((member for member in memberships_of(user_id) if member.shop.id == shop_id), None)


def get_key_holder(plain: str, *, now: datetime) -> Member | None:
    """The machine that holds an API key, None for an unknown or revoked one. The use is noted (`now` is wall time)."""
    with system_scope():
        key = ApiKey.objects.filter(digest=key_digest(plain), revoked_at=None).first()
        if key is None:
            return None
        # To the minute is enough for people, and spares a busy program a write for every call.
        if key.last_used_at is None or key.last_used_at < now - NOTED_EVERY:
            ApiKey.objects.filter(id=key.id).update(last_used_at=now)
    shop = shop_ref(Shop.objects.get(id=key.shop_id))
    return Member(shop=shop, role="admin", name=key.name, key_id=key.id)


def key_digest(plain: str) -> str:
    """What is kept of an API key: its SHA-256. The key itself holds 192 random bits, so no salt is needed."""
    return hashlib.sha256(plain.encode()).hexdigest()


def shop_ref(shop: Shop) -> ShopRef:
    """The shop as its members see it."""
    return ShopRef(
        id=shop.id, slug=shop.slug, name=shop.name, currency=shop.currency, country=shop.country,
        language=shop.language, timezone=shop.timezone,
    )  # fmt: skip


def settings_of(shop_id: UUID) -> ShopSettings:
    """The shop's settings, validated."""
    return ShopSettings.model_validate(Shop.objects.values_list("settings", flat=True).get(id=shop_id))


def delivery_rules(shop_id: UUID) -> tuple[tuple[ZoneSetting, ...], TaxSettings]:
    """The shop's zones and taxes; the one rule of a shop without zones as a zone."""
    settings = settings_of(shop_id)
    return settings.shipping_zones or simple_zone(settings), settings.taxes


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyView:
    """A key as the people of its shop see it; the key itself is kept nowhere."""

    id: UUID
    name: str
    ending: str
    created_at: datetime
    last_used_at: datetime | None


def list_api_keys(shop_id: UUID) -> tuple[ApiKeyView, ...]:
    """The shop's keys that still open, newest first."""
    rows = ApiKey.objects.filter(shop_id=shop_id, revoked_at=None).order_by("-created_at", "-id")
    return tuple(
        ApiKeyView(id=r.id, name=r.name, ending=r.ending, created_at=r.created_at, last_used_at=r.last_used_at)
        for r in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef:
    """Somebody of the shop."""

    id: UUID
    name: str


def people_of(shop_id: UUID) -> tuple[PersonRef, ...]:
    """Who may work for the shop (viewers only look on), by name."""
    rows = Membership.objects.filter(shop_id=shop_id).exclude(role="viewer").order_by("user__name", "id")
    return tuple(PersonRef(id=user_id, name=name) for user_id, name in rows.values_list("user_id", "user__name"))


def get_shop(shop_id: UUID) -> Shop:
    """The shop itself, for actions."""
    return Shop.objects.get(id=shop_id)


def get_user(user_id: UUID) -> User:
    """The person behind a session."""
    return User.objects.get(id=user_id)


def find_user(user_id: str) -> User | None:
    """The active person with this id as text, None for none."""
    return User.objects.filter(id=user_id, is_active=True).first()
