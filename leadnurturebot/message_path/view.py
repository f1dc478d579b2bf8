"""Rows as the dialogue's view: shop rules, the person, the turn."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson

from leadnurturebot.assistant.own_words.loading import OwnWords, own_words
from leadnurturebot.assistant.phrasing.shelf import Shelf
from leadnurturebot.assistant.phrasing.values import Speech
from leadnurturebot.assistant.phrasing.voice import Voice
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.dialogue.turn import Customer, Shop
from leadnurturebot.domain.money import from_major
from leadnurturebot.domain.opening_hours import is_open, next_opening
from leadnurturebot.leads.batch import LeadRow
from leadnurturebot.message_path.delivery_rules import taxes_of, zones_of
from leadnurturebot.payments.ways import methods_offered
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import ShopRow

_BODY = ("height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm", "foot_length_cm", "usual_size")
_DELIVERY = ("address", "address_note", "kept_address", "kept_note", "address_asked")
SIZES_FORGOTTEN = "sizes_forgotten_at"


def shop_view(shop: ShopRow, now: datetime) -> Shop:
    """The shop's rules as a turn may quote them."""
    settings, local = shop.settings, now.astimezone(ZoneInfo(shop.timezone))
    opening = next_opening(settings.hours, local)
    return Shop(
        name=shop.name,
        currency=shop.currency,
        country=shop.country,
        timezone=shop.timezone,
        language=shop.language,
        shipping_flat=minor(settings.shipping_flat, shop),
        shipping_free_from=minor(settings.shipping_free_from, shop),
        shipping_days=_span(settings.shipping_days_min, settings.shipping_days_max),
        dispatch_days=_span(settings.dispatch_days_min, settings.dispatch_days_max),
        ships_to=settings.ships_to,
        zones=zones_of(settings, shop.currency),
        taxes=taxes_of(settings),
        return_days=settings.return_days,
        exchange_free=settings.exchange_free,
        return_instructions=settings.return_instructions,
        hours=settings.hours,
        address=settings.address,
        team_name=settings.team_name,
        payment_methods=methods_offered(shop.payment_providers, shop.currency),
        cash_fee=minor(settings.cod_fee, shop) or 0,
        cash_limit=minor(settings.cod_limit, shop),
        discount_limit=settings.discount_limit,
        reminder_consent=settings.reminder_consent,
        handoff_value=minor(settings.handoff_value, shop),
        is_open=is_open(settings.hours, local),
        opens_at=opening,
    )


def minor(amount: Decimal | None, shop: ShopRow) -> int | None:
    """A setting's amount in minor units of the shop's currency."""
    return None if amount is None else from_major(amount, shop.currency).minor


def _span(lowest: int | None, highest: int | None) -> tuple[int, int] | None:
    return None if lowest is None or highest is None else (lowest, highest)


def speech_of(shop: ShopRow, language: str, own: OwnWords) -> Speech:
    """How the shop speaks to somebody in this language."""
    settings = shop.settings
    voice = Voice(greeting=settings.voice_greeting, emoji=settings.voice_emoji, signature=settings.voice_signature)
    return Speech(language, shop.country, voice, own.get(language, {}))


def speech_to(connection: Connection, shop: ShopRow, language: str) -> Speech:
    """The same where nobody holds the shop's own words."""
    return speech_of(shop, language, own_words(connection, shop.id, shop.knowledge_version))


def shelf_of(shop: ShopRow, number_id: UUID) -> Shelf | None:
    """The catalogue that messages from this number may show goods from."""
    catalog_id = shop.catalog_ids.get(str(number_id))
    return Shelf(catalog_id, shop.name) if catalog_id else None


def customer_view(lead: LeadRow) -> Customer:
    """What is known of the person."""
    return Customer(
        name=lead.name,
        country=lead.country,
        language=lead.language,
        opted_out=lead.opted_out_at is not None,
        marketing_consent=bool(lead.marketing_consent_at or lead.reminders_consent_at),
        **{name: lead.profile[name] for name in (*_BODY, *_DELIVERY) if name in lead.profile},
    )


def sizes_forgotten_at(lead: LeadRow) -> datetime | None:
    """When the lead asked to have their sizes forgotten: what they bought before is not looked at for a size."""
    at = lead.profile.get(SIZES_FORGOTTEN)
    return datetime.fromisoformat(at) if at else None


def state_of(key: ShopKey, sealed: bytes) -> ThreadState:
    """A thread's memory, opened; an empty one where nothing is stored."""
    return ThreadState.from_json(orjson.loads(key.open(sealed))) if sealed else ThreadState()


def sealed_state(key: ShopKey, state: ThreadState) -> bytes:
    """A thread's memory as it is stored."""
    return key.seal(orjson.dumps(state.to_json()))
