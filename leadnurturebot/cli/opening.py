"""Opening a shop: its WhatsApp number, owner and key, and in demo mode the demo's ways to pay."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leadnurturebot.payments.connecting import connect
from leadnurturebot.platform.ids import token
from leadnurturebot.shops.actions import api_key_create, connection_create, member_add, number_add, user_create
from leadnurturebot.shops.connections import webhook_url
from leadnurturebot.shops.models import Connection, Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatsAppAccount:
    """A number at the Cloud API. What is left out is made up, which only a stand-in accepts."""

    phone_number_id: str = ""
    waba_id: str = ""
    app_secret: str = ""
    access_token: str = ""
    verify_token: str = ""
    display_number: str = ""
    catalog_id: str = ""
    """Of the catalogue at Meta; never made up."""

    def filled(self) -> "WhatsAppAccount":
        """With made-up values for what is missing."""
        digits = "".join(secrets.choice("0123456789") for _ in range(14))
        return WhatsAppAccount(
            phone_number_id=self.phone_number_id or f"1{digits}",
            waba_id=self.waba_id or f"2{digits}",
            app_secret=self.app_secret or secrets.token_hex(16),
            access_token=self.access_token or f"EAA{secrets.token_hex(24)}",
            verify_token=self.verify_token or token(),
            display_number=self.display_number or f"1555{digits[:7]}",
            catalog_id=self.catalog_id,
        )


def connect_whatsapp(shop: Shop, account: WhatsAppAccount, now: datetime) -> Connection:
    """The Cloud API connection with its number."""
    connection = connection_create(
        shop=shop, kind="messaging", slug="whatsapp_cloud",
        config={
            "phone_number_id": account.phone_number_id, "waba_id": account.waba_id, "catalog_id": account.catalog_id,
        },
        secrets={
            "app_secret": account.app_secret, "access_token": account.access_token, "verify_token": account.verify_token
        },
        now=now,
    )  # fmt: skip
    number_add(
        shop=shop, connection=connection, phone_number_id=account.phone_number_id, waba_id=account.waba_id,
        display_number=account.display_number, now=now,
    )  # fmt: skip
    return connection


def connect_demo_payments(shop: Shop, stripe_key: str, now: datetime) -> None:
    """The demo's payment provider, and cash on delivery."""
    connect(shop=shop, slug="stripe", secrets={"api_key": stripe_key}, now=now)
    connect(shop=shop, slug="cash_on_delivery", secrets={}, now=now)


def open_owner(shop: Shop, now: datetime) -> tuple[str, str]:
    """An owner who can sign in; returns e-mail and password."""
    email, password = f"owner@{shop.slug}.example", f"own-{secrets.token_urlsafe(9)}"
    user = user_create(email=email, name=f"{shop.name} owner", password=password, now=now)
    member_add(shop=shop, user=user, role="admin", is_owner=True, now=now)
    return email, password


def info(
    shop: Shop, connection: Connection | None, account: WhatsAppAccount, login: tuple[str, str], api_key: str
) -> dict[str, Any]:
    """What `demo-info` and `create-shop` print of a shop; without a connection nothing of a number."""
    number = {
        "webhook_url": webhook_url(connection), "app_secret": account.app_secret, "verify_token": account.verify_token,
        "phone_number_id": account.phone_number_id, "waba_id": account.waba_id,
    } if connection else {}  # fmt: skip
    person = {"owner_email": login[0], "owner_password": login[1], "api_key": api_key}
    return {**number, "shop": shop.slug, **person}


def new_api_key(shop: Shop, now: datetime) -> str:
    """A key for machines."""
    return api_key_create(shop=shop, name="Command line", now=now)
