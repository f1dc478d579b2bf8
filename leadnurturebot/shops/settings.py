"""A shop's settings: one schema for the page, the `shop-set` command and everything that reads them.

Amounts are given in major units of the shop's currency ("6.50") and kept as Decimal; readers turn them into minor
units with the shop's currency.
"""

import json
import re
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from leadnurturebot.shops.shipping_settings import MOST_ZONES, TaxSettings, ZoneSetting, in_step

_HOURS = re.compile(r"^\s*(\w{3}(-\w{3})?\s+\d{2}:\d{2}-\d{2}:\d{2}\s*(,|$)\s*)+$")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class UnusableSetting(ValueError):
    """A setting that does not exist or a value that cannot be used; the message is for the owner."""


class ShopSettings(BaseModel):
    """Everything that an owner may set for a shop."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shipping_flat: Decimal | None = Field(default=None, ge=0)
    shipping_free_from: Decimal | None = Field(default=None, ge=0)
    shipping_days_min: int | None = Field(default=None, ge=0, le=90)
    shipping_days_max: int | None = Field(default=None, ge=0, le=90)
    shipping_zones: tuple[ZoneSetting, ...] = Field(default=(), max_length=MOST_ZONES)
    """Where it ships to and how; empty: everywhere by the one rule above."""
    taxes: TaxSettings = TaxSettings()
    dispatch_days_min: int | None = Field(default=None, ge=0, le=30)
    dispatch_days_max: int | None = Field(default=None, ge=0, le=30)
    ships_to: tuple[str, ...] = ()
    return_days: int | None = Field(default=None, ge=0, le=365)
    exchange_free: bool = False
    no_return_categories: tuple[str, ...] = ()
    """Kinds of goods that do not come back unless the shop is at fault ("underwear")."""
    return_instructions: str = Field(default="", max_length=300)
    """How something is sent back, in the owner's words; empty: the team writes to each customer."""
    hours: str = ""
    address: str = ""
    team_name: str = ""
    website_url: str = ""
    cod_fee: Decimal | None = Field(default=None, ge=0)
    """What cash on delivery adds to the total."""
    cod_limit: Decimal | None = Field(default=None, ge=0)
    """Most that may be paid in cash on delivery, fee included."""
    discount_limit: int = Field(default=90, ge=0, le=95)
    """Most that a coupon takes off a piece, in percent of its price: no piece is sold below the rest, and an order always
    has a price that can be paid."""
    refund_limit: Decimal | None = Field(default=None, ge=0)
    """Most that an agent may give back of one order without a manager; None: every refund of theirs waits for one."""
    refund_automatically: bool = True
    """Double money, and money for what sold out meanwhile, goes back by itself."""
    reminder_consent: bool = False
    reminders: bool = True
    fit_question_days: int = Field(default=3, ge=0, le=30)
    """Days after an order came until its buyer is asked, once, how it fits; 0: never."""
    voice_greeting: str = Field(default="", max_length=80)
    voice_emoji: Literal["none", "some", "many"] = "some"
    voice_signature: str = Field(default="", max_length=8)
    handoff_value: Decimal | None = Field(default=None, ge=0)
    ticket_hours: int = Field(default=4, ge=1, le=80)
    """Opening hours within which a ticket is answered; the customer is told until when that is."""
    burst_wait_ms: int = Field(default=700, ge=0, le=1500)
    show_typing: bool = True
    """While an answer waits for the rest of a burst the customer sees "typing…"; it marks the message as read."""
    read_receipts: bool = True
    """Blue ticks for messages that were answered, or that a person who holds the conversation has opened."""
    cart_days: int = Field(default=7, ge=4, le=90)
    """After how many days without a change a cart is put away, to be offered again. Its reminders end on the third."""
    monthly_cap: Decimal | None = Field(default=None, ge=0)
    """Most that messages may cost in a month, in the currency of the provider's rate card (US dollars)."""
    bot_paused: bool = False
    personal_page_days: int = Field(default=30, ge=1, le=365)
    """How long the link of a personal catalogue opens."""

    @field_validator("hours")
    @classmethod
    def _hours_read(cls, value: str) -> str:
        if value and not _HOURS.match(value):
            raise ValueError('opening hours look like "Mon-Fri 09:00-18:00, Sat 10:00-14:00"')
        unknown = [day for day in re.findall(r"[A-Za-z]{3}", value) if day not in DAYS]
        if unknown:
            raise ValueError(f"{unknown[0]} is no weekday; use {', '.join(DAYS)}")
        return value.strip()

    @field_validator("shipping_zones", "taxes", mode="before")
    @classmethod
    def _written(cls, value: Any) -> Any:
        """From the command line they come as JSON."""
        try:
            return json.loads(value) if isinstance(value, str) else value
        except json.JSONDecodeError as error:
            raise ValueError("is written as JSON; the portal's Settings page has a form for it") from error

    @field_validator("no_return_categories", mode="before")
    @classmethod
    def _categories(cls, value: Any) -> Any:
        return [part.strip().lower() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("ships_to", mode="before")
    @classmethod
    def _countries(cls, value: Any) -> Any:
        return [part.strip().upper() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def changed(current: ShopSettings, changes: dict[str, Any]) -> ShopSettings:
    """The settings with `changes` applied, values as text or typed; "" clears. Raises UnusableSetting."""
    merged = current.model_dump()
    for name, value in changes.items():
        if name == "currency":
            raise UnusableSetting(
                "the currency of a shop is chosen when it is made: prices, orders and ledger are kept in it"
            )
        if name not in ShopSettings.model_fields:
            raise UnusableSetting(f"there is no setting {name!r}; known are {', '.join(ShopSettings.model_fields)}")
        merged[name] = ShopSettings.model_fields[name].get_default() if value == "" else value
    try:
        return in_step(ShopSettings.model_validate(merged), frozenset(changes))
    except ValidationError as error:
        first = error.errors()[0]
        reason = first["msg"].removeprefix("Value error, ")
        raise UnusableSetting(f"{'.'.join(map(str, first['loc']))}: {reason}") from error
