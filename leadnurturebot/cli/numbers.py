"""The business numbers that a simulator has to know."""

from typing import Any

import orjson

from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.connections import webhook_url
from leadnurturebot.shops.models import BusinessNumber, Shop


def demo_numbers() -> list[dict[str, Any]]:
    """Every number with what the simulator needs to play its provider."""
    with system_scope():
        names = dict(Shop.objects.values_list("id", "name"))
        numbers = BusinessNumber.objects.select_related("connection").filter(connection__kind="messaging")
        return [number_json(number, names[number.shop_id]) for number in numbers.order_by("id")]


def number_json(number: BusinessNumber, shop_name: str) -> dict[str, Any]:
    """A number in the simulator's words."""
    connection = number.connection
    opened = orjson.loads(ring().of(borrowed(), connection.shop_id).open(connection.secrets))
    return {
        "phone_number_id": number.phone_number_id, "waba_id": number.waba_id,
        "display_phone_number": number.display_number, "name": shop_name, "webhook_url": webhook_url(connection),
        "provider": connection.slug, **opened,
    }  # fmt: skip
