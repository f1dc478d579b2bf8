"""The shop of each tag's transcripts: its country's money, its rules, its goods."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.domain.dialogue.turn import Customer
from tests.conversations.goods import FOLDER, Goods
from tests.conversations.harness import Phone

SHOPS: Mapping[str, Mapping[str, Any]] = {
    "es": {
        "country": "ES", "currency": "EUR", "timezone": "Europe/Madrid", "shipping_flat": 395, "shipping_free_from": 6000,
        "shipping_days": (2, 3), "team_name": "el equipo de Sara",
    },
    "pt": {
        "country": "BR", "currency": "BRL", "timezone": "America/Sao_Paulo", "shipping_flat": 1200,
        "shipping_free_from": 25000, "shipping_days": (3, 5), "team_name": "a equipe da Sara",
    },
    "hi": {
        "country": "IN", "currency": "INR", "timezone": "Asia/Kolkata", "shipping_flat": 4900, "shipping_free_from": 99900,
        "shipping_days": (4, 6), "payment_methods": ("card", "cash_on_delivery"), "team_name": "सारा की टीम",
    },
    "hi-Latn": {
        "country": "IN", "currency": "INR", "timezone": "Asia/Kolkata", "shipping_flat": 4900, "shipping_free_from": 99900,
        "shipping_days": (4, 6), "payment_methods": ("card", "cash_on_delivery"), "team_name": "Sarah ki team",
    },
    "id": {
        "country": "ID", "currency": "IDR", "timezone": "Asia/Jakarta", "shipping_flat": 1100000,
        "shipping_free_from": 30000000, "shipping_days": (2, 3), "team_name": "tim Sarah",
    },
}  # fmt: skip
"""Settings that differ from `harness.SHOP`, in minor units."""
_NAMES = {"es": "Lucía García", "pt": "Ana Souza", "hi": "नेहा शर्मा", "hi-Latn": "Neha Sharma", "id": "Sari Dewi"}


def opened(tag: str, *, goods: str) -> Phone:
    """A phone in the shop of a tag, with the goods of one (English goods where it has none of its own)."""
    if tag == "en":
        return Phone(goods=Goods.load(goods))
    settings = SHOPS[tag]
    has_own = (FOLDER / goods / "goods.yaml").exists()
    phone = Phone(
        goods=Goods.load(goods if has_own else "en", settings["currency"]),
        customer=Customer(name=_NAMES[tag], country=settings["country"]),
    )
    phone.set_shop({**settings, "language": tag})
    return phone
