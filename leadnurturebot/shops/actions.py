"""Making shops, people, keys, connections and numbers, and changing settings. Every deed leaves an audit entry."""

import secrets as random_secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError as InvalidValue
from django.core.validators import validate_email, validate_slug
from django.db import transaction
from pydantic import BaseModel

from leadnurturebot.platform import audit
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.providers.registry import provider
from leadnurturebot.shops.access import KEY_START, key_digest
from leadnurturebot.shops.connection_settings import UnusableConnection as UnusableConnection
from leadnurturebot.shops.connection_settings import judged, sealed
from leadnurturebot.shops.models import ApiKey, BusinessNumber, Connection, Membership, Shop, User
from leadnurturebot.shops.settings import ShopSettings, changed

ROLES = ("admin", "manager", "agent", "viewer")


class UnusableShop(ValueError):
    """A shop that cannot be made as asked; the message is for the owner."""


class UnusablePerson(ValueError):
    """An account or membership that cannot be made as asked; the message is for the owner."""


@transaction.atomic
def shop_create(
    *, slug: str, name: str, country: str, currency: str, language: str, timezone: str, order_prefix: str = "",
    now: datetime, actor: str = audit.SYSTEM,
) -> Shop:  # fmt: skip
    """A new shop with its own data key. Raises UnusableShop."""
    _check_place(country=country, currency=currency, timezone=timezone)
    _check_slug(slug)
    shop = Shop.objects.create(
        slug=slug, name=name, country=country, currency=currency, language=language, timezone=timezone,
        order_prefix=order_prefix or _prefix(name, slug), created_at=now,
    )  # fmt: skip
    ring().create(borrowed(), shop.id)
    audit.record(shop_id=shop.id, actor=actor, action="shop.created", now=now, subject=slug)
    return shop


def _check_place(*, country: str, currency: str, timezone: str) -> None:
    if not (len(country) == 2 and country.isalpha() and country.isupper()):
        raise UnusableShop(f"country {country!r} is not a two-letter code like US")
    if not (len(currency) == 3 and currency.isalpha() and currency.isupper()):
        raise UnusableShop(f"currency {currency!r} is not a three-letter code like USD")
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, IsADirectoryError) as error:
        raise UnusableShop(f"time zone {timezone!r} is unknown; use a name like America/New_York") from error


def _check_slug(slug: str) -> None:
    try:
        validate_slug(slug)
    except InvalidValue as error:
        raise UnusableShop(f"slug {slug!r} may hold letters, digits, hyphens and underscores only") from error
    if Shop.objects.filter(slug=slug).exists():
        raise UnusableShop(f"there is already a shop {slug!r}")


def _prefix(name: str, slug: str) -> str:
    capitals = "".join(letter for letter in name if letter.isascii() and letter.isupper())
    plain = "".join(letter for letter in slug.upper() if letter.isalpha())
    return (capitals if len(capitals) >= 2 else plain)[:2] or "O"


@transaction.atomic
def user_create(*, email: str, name: str, password: str, now: datetime, language: str = "en") -> User:
    """A person who can sign in at once: the address counts as verified. Raises UnusablePerson."""
    try:
        validate_email(email)
    except InvalidValue as error:
        raise UnusablePerson(f"{email!r} is not an e-mail address") from error
    if User.objects.filter(email__iexact=email).exists():
        raise UnusablePerson(f"{email} already has an account")
    user = User(email=email.lower(), name=name, language=language, created_at=now)
    user.set_password(password)
    user.save(force_insert=True)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def member_add(
    *, shop: Shop, user: User, role: str, now: datetime, is_owner: bool = False, actor: str = audit.SYSTEM
) -> Membership:
    """The person becomes a member of the shop. Raises UnusablePerson for an unknown role or a second membership."""
    if role not in ROLES:
        raise UnusablePerson(f"{role!r} is no role; use {', '.join(ROLES)}")
    with shop_scope(shop.id):
        if Membership.objects.filter(shop_id=shop.id, user=user).exists():
            raise UnusablePerson(f"{user.email} is already a member of {shop.slug}")
        membership: Membership = Membership.objects.create(shop=shop, user=user, role=role, is_owner=is_owner)
    details = {"role": role, "is_owner": is_owner}
    audit.record(
        shop_id=shop.id, actor=actor, action="member.added", now=now, subject=audit.person(user.id), details=details
    )
    return membership


@transaction.atomic
def api_key_create(*, shop: Shop, name: str, now: datetime, actor: str = audit.SYSTEM) -> str:
    """A new key for machines. The plain key is returned once and kept nowhere."""
    plain = KEY_START + random_secrets.token_urlsafe(24)
    with shop_scope(shop.id):
        key = ApiKey.objects.create(
            shop_id=shop.id, name=name, digest=key_digest(plain), ending=plain[-4:], created_at=now
        )
    audit.record(shop_id=shop.id, actor=actor, action="api_key.created", now=now, subject=str(key.id))
    return plain


class NoSuchKey(LookupError):
    """The shop has no such key that still opens."""


@transaction.atomic
def api_key_revoke(*, shop: Shop, key_id: UUID, now: datetime, actor: str = audit.SYSTEM) -> None:
    """The key opens nothing from this moment on. Raises NoSuchKey."""
    with shop_scope(shop.id):
        if not ApiKey.objects.filter(shop_id=shop.id, id=key_id, revoked_at=None).update(revoked_at=now):
            raise NoSuchKey(f"there is no key {key_id}")
    audit.record(shop_id=shop.id, actor=actor, action="api_key.revoked", now=now, subject=str(key_id))


@transaction.atomic
def connection_create(
    *, shop: Shop, kind: str, slug: str, config: Mapping[str, Any], secrets: Mapping[str, str], now: datetime,
    actor: str = audit.SYSTEM,
) -> Connection:  # fmt: skip
    """A connection to an outside system, its settings checked by the provider and its secrets sealed.

    Raises UnknownProvider, and UnusableConnection when the provider does not accept the settings.
    """
    split = judged(provider(kind, slug).Config, {**config, **secrets})
    with shop_scope(shop.id):
        connection: Connection = Connection.objects.create(
            shop_id=shop.id,
            kind=kind,
            slug=slug,
            config=split.open,
            secrets=sealed(shop.id, split.secret),
            created_at=now,
        )
    audit.record(
        shop_id=shop.id, actor=actor, action="connection.created", now=now, subject=str(connection.id),
        details={"kind": kind, "slug": slug},
    )  # fmt: skip
    return connection


@transaction.atomic
def connection_secrets_set(
    *, shop: Shop, connection: Connection, secrets: Mapping[str, str], now: datetime, actor: str = audit.SYSTEM
) -> None:
    """Replace a connection's secrets whole: after a set-up call returned a signing secret, or a key was changed.

    Raises UnusableConnection when the provider does not accept them.
    """
    split = judged(provider(connection.kind, connection.slug).Config, {**connection.config, **secrets})
    connection.secrets = sealed(shop.id, split.secret)
    connection.save(update_fields=["secrets"])
    audit.record(shop_id=shop.id, actor=actor, action="connection.secrets_changed", now=now, subject=str(connection.id))


@transaction.atomic
def number_add(
    *, shop: Shop, connection: Connection, phone_number_id: str, waba_id: str, now: datetime, display_number: str = "",
    actor: str = audit.SYSTEM,
) -> BusinessNumber:  # fmt: skip
    """A number on which the shop is written to, reached over `connection`."""
    with shop_scope(shop.id):
        number: BusinessNumber = BusinessNumber.objects.create(
            shop_id=shop.id, connection=connection, phone_number_id=phone_number_id, waba_id=waba_id,
            display_number=display_number,
        )  # fmt: skip
    audit.record(shop_id=shop.id, actor=actor, action="number.added", now=now, subject=str(number.id))
    return number


@transaction.atomic
def settings_change(
    *, shop: Shop, changes: Mapping[str, Any], now: datetime, actor: str = audit.SYSTEM
) -> ShopSettings:
    """The shop's settings with `changes` applied, values as text or typed; "" clears. Raises UnusableSetting."""
    row = Shop.objects.select_for_update().get(id=shop.id)
    before = ShopSettings.model_validate(row.settings)
    after = changed(before, dict(changes))
    row.settings = shop.settings = _json_settings(after)
    row.save(update_fields=["settings"])
    details = {name: [_plain(getattr(before, name)), _plain(getattr(after, name))] for name in changes}
    audit.record(shop_id=shop.id, actor=actor, action="settings.changed", now=now, subject=shop.slug, details=details)
    return after


def delivery_rules_change(
    *, shop_id: UUID, zones: Sequence[Mapping[str, Any]], taxes: Mapping[str, Any], now: datetime, actor: str
) -> ShopSettings:
    """The shop's zones and taxes replaced. Raises UnusableSetting."""
    shop = Shop.objects.get(id=shop_id)
    # Without zones nothing is shipped by a rule, and the one rule goes with the last of them.
    simple = {} if zones else dict.fromkeys(("shipping_flat", "shipping_free_from"), "")
    changes = {"shipping_zones": list(zones), "taxes": taxes, **simple}
    return settings_change(shop=shop, changes=changes, now=now, actor=actor)


def _json_settings(settings: ShopSettings) -> dict[str, Any]:
    read: dict[str, Any] = settings.model_dump(mode="json", exclude_defaults=True)
    return read


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


LANGUAGES = ("en", "es", "pt-BR", "hi", "id")
"""Languages of the portal."""
THEMES = ("system", "light", "dark")


def user_preferences_change(*, user: User, language: str | None = None, theme: str | None = None) -> None:
    """The person's own portal language and theme; None leaves one as it is. Raises UnusablePerson."""
    if language is not None and language not in LANGUAGES:
        raise UnusablePerson(f"{language!r} is not a language of the portal; use {', '.join(LANGUAGES)}")
    if theme is not None and theme not in THEMES:
        raise UnusablePerson(f"{theme!r} is no theme; use {', '.join(THEMES)}")
    user.language, user.theme = language or user.language, theme or user.theme
    user.save(update_fields=["language", "theme"])
