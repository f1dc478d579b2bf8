"""The demo shop's data: its accounts at the stand-ins, the seed, and what `demo-info` tells of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from leadnurturebot.cli.demo_number import DISPLAY_NUMBER, PHONE_NUMBER_ID, WABA_ID
from leadnurturebot.demo_shop.seed import DemoConnections, SeededShop, seed
from leadnurturebot.payments.setup_call import call_setup
from leadnurturebot.platform.clocks import business_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import api_key_create, connection_secrets_set
from leadnurturebot.shops.models import Connection, Shop


def demo_shop_info(kept: dict[str, str], say: Callable[[str], None]) -> dict[str, Any]:
    """The seeded shop, its provider introduced to it; `kept` gains the API key that is shown once."""
    now = _now()
    account = DemoConnections(
        phone_number_id=PHONE_NUMBER_ID, waba_id=WABA_ID, display_number=DISPLAY_NUMBER, app_secret=kept["app_secret"],
        access_token=kept["access_token"], verify_token=kept["verify_token"], stripe_api_key=kept["stripe_key"],
        stripe_webhook_secret="",
    )  # fmt: skip
    with system_scope():
        shop = seed(
            connections=account, password=kept["owner_password"], now=now, base_url=settings.BASE_URL,
            media_root=Path(settings.MEDIA_ROOT), log=say,
        )  # fmt: skip
        if shop.is_new:
            _connect_stripe(shop, kept)
        if not kept["api_key"]:
            kept["api_key"] = api_key_create(shop=Shop.objects.get(id=shop.shop_id), name="Demo", now=now)
    connections.close_all()
    return {
        "webhook_url": f"{settings.BASE_URL}/hooks/messaging/whatsapp_cloud/{shop.endpoint_keys['whatsapp_cloud']}/",
        "app_secret": kept["app_secret"], "verify_token": kept["verify_token"], "phone_number_id": PHONE_NUMBER_ID,
        "waba_id": WABA_ID, "shop": shop.slug, "owner_email": shop.owner_email,
        "owner_password": kept["owner_password"], "api_key": kept["api_key"],
    }  # fmt: skip


def _now() -> Any:
    with transaction.atomic():
        return business_now(borrowed())


def _connect_stripe(seeded: SeededShop, kept: dict[str, str]) -> None:
    """Make the webhook endpoint at the payment stand-in and keep its signing secret."""
    connection = Connection.objects.get(shop_id=seeded.shop_id, slug="stripe")
    learned = call_setup(connection, {"api_key": kept["stripe_key"]})
    connection_secrets_set(
        shop=Shop.objects.get(id=seeded.shop_id), connection=connection, secrets={"api_key": kept["stripe_key"], **learned},
        now=_now(),
    )  # fmt: skip
