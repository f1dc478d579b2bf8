"""How a shop ships and what it taxes, as its settings keep them: zones with options, tax rates.

`shipping_flat`, `shipping_free_from` and the days are the first option of the first zone, said in one breath: whichever of the
two is changed, the other follows. A shop without zones ships everywhere (that `ships_to` names) by that one rule.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

if TYPE_CHECKING:
    from leadnurturebot.shops.settings import ShopSettings

MOST_ZONES, MOST_OPTIONS, MOST_RATES, MOST_PLACES = 20, 6, 100, 200
_CODE = re.compile(r"[a-z0-9]{1,4}")
_COUNTRY = re.compile(r"[A-Z]{2}")
SIMPLE = ("shipping_flat", "shipping_free_from", "shipping_days_min", "shipping_days_max", "ships_to")
"""The settings that say the one rule."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OptionSetting(_Strict):
    """A way of shipping. Amounts in major units."""

    code: str = ""
    """Given by us when left out; buttons carry it."""
    kind: Literal["standard", "express", "pickup"] = "standard"
    name: str = Field(default="", max_length=30)
    flat: Decimal = Field(ge=0, le=10**9)
    free_from: Decimal | None = Field(default=None, ge=0, le=10**9)
    per_item: Decimal = Field(default=Decimal(0), ge=0, le=10**9)
    days_min: int | None = Field(default=None, ge=0, le=90)
    days_max: int | None = Field(default=None, ge=0, le=90)

    @field_validator("name")
    @classmethod
    def _trimmed(cls, value: str) -> str:
        return " ".join(value.split())

    @field_validator("code")
    @classmethod
    def _short(cls, value: str) -> str:
        if value and not _CODE.fullmatch(value):
            raise ValueError("a code is one to four small letters or digits")
        return value

    @model_validator(mode="after")
    def _range(self) -> Self:
        if (self.days_min is None) != (self.days_max is None):
            raise ValueError("days are a range: give the lowest and the highest, or neither")
        if self.days_min is not None and self.days_max is not None and self.days_min > self.days_max:
            raise ValueError("the lowest number of days is above the highest")
        return self


class _Places(_Strict):
    """What narrows countries down."""

    regions: tuple[str, ...] = Field(default=(), max_length=MOST_PLACES)
    postcodes: tuple[str, ...] = Field(default=(), max_length=MOST_PLACES)

    @field_validator("regions", "postcodes", "cities", mode="before", check_fields=False)
    @classmethod
    def _listed(cls, value: Any) -> Any:
        """Names without blanks; a text is a list between commas."""
        parts = value.split(",") if isinstance(value, str) else value
        return [" ".join(str(part).split()) for part in parts if str(part).strip()]


class ZoneSetting(_Places):
    """Places that are shipped to alike; without countries the rest of the world."""

    name: str = Field(default="", max_length=60)
    countries: tuple[str, ...] = Field(default=(), max_length=MOST_PLACES)
    cities: tuple[str, ...] = Field(default=(), max_length=MOST_PLACES)
    options: tuple[OptionSetting, ...] = Field(min_length=1, max_length=MOST_OPTIONS)

    @field_validator("countries", mode="before")
    @classmethod
    def _countries(cls, value: Any) -> Any:
        parts = value.split(",") if isinstance(value, str) else value
        return [str(part).strip().upper() for part in parts if str(part).strip()]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if wrong := next((each for each in self.countries if not _COUNTRY.fullmatch(each)), ""):
            raise ValueError(f"{wrong!r} is no country code of two letters")
        if (self.regions or self.postcodes or self.cities) and len(self.countries) != 1:
            raise ValueError("regions, towns and postcodes narrow down one country: name exactly one")
        return self


class TaxRateSetting(_Places):
    """A rate in percent, for a country or the parts of it that regions or beginnings of postcodes name."""

    country: str
    percent: Decimal = Field(ge=0, le=50, decimal_places=3)

    @field_validator("country", mode="before")
    @classmethod
    def _country(cls, value: Any) -> str:
        found = str(value).strip().upper()
        if not _COUNTRY.fullmatch(found):
            raise ValueError(f"{found!r} is no country code of two letters")
        return found


class TaxSettings(_Strict):
    """Which taxes the shop shows. Without rates none."""

    is_included: bool = True
    """Prices contain it; else it is added at checkout."""
    on_shipping: bool = True
    name: str = Field(default="", max_length=30)
    rates: tuple[TaxRateSetting, ...] = Field(default=(), max_length=MOST_RATES)


def with_codes(zones: tuple[ZoneSetting, ...]) -> tuple[ZoneSetting, ...]:
    """The zones with a code for every option, each once in the shop: those given stay, so that buttons of yesterday work."""
    taken = {option.code for zone in zones for option in zone.options if option.code}
    fresh = (code for number in range(1, 10_000) if (code := f"o{number}") not in taken)
    seen: set[str] = set()
    return tuple(
        zone.model_copy(update={"options": tuple(_coded(option, seen, fresh) for option in zone.options)})
        for zone in zones
    )


def _coded(option: OptionSetting, seen: set[str], fresh: Iterator[str]) -> OptionSetting:
    code = option.code if option.code and option.code not in seen else next(fresh)
    seen.add(code)
    return option.model_copy(update={"code": code})


def in_step(settings: "ShopSettings", names: frozenset[str]) -> "ShopSettings":
    """The one rule and the first option of the first zone as one, after the settings of these names were changed."""
    if "shipping_zones" in names:
        zones = with_codes(settings.shipping_zones)
        return settings.model_copy(update={"shipping_zones": zones, **(_simple(zones) if zones else {})})
    if settings.shipping_zones and names & set(SIMPLE):
        zones = _first_changed(settings)
        zones = _narrowed(zones, settings.ships_to) if "ships_to" in names and settings.ships_to else zones
        return settings.model_copy(update={"shipping_zones": zones})
    return settings


def _simple(zones: tuple[ZoneSetting, ...]) -> dict[str, Any]:
    first = zones[0].options[0]
    everywhere = any(not zone.countries for zone in zones)
    countries = () if everywhere else tuple(dict.fromkeys(code for zone in zones for code in zone.countries))
    return {
        "shipping_flat": first.flat,
        "shipping_free_from": first.free_from,
        "shipping_days_min": first.days_min,
        "shipping_days_max": first.days_max,
        "ships_to": countries,
    }


def simple_zone(settings: "ShopSettings") -> tuple[ZoneSetting, ...]:
    """The one rule of a shop without zones as its only zone; none while it has no rule."""
    if settings.shipping_flat is None:
        return ()
    option = OptionSetting(
        flat=settings.shipping_flat, free_from=settings.shipping_free_from, days_min=settings.shipping_days_min,
        days_max=settings.shipping_days_max,
    )  # fmt: skip
    return (ZoneSetting(countries=settings.ships_to, options=(option,)),)


def _first_changed(settings: "ShopSettings") -> tuple[ZoneSetting, ...]:
    """The zones with the one rule as their first option. Without a price there is no rule left, and no zones."""
    if settings.shipping_flat is None:
        return ()
    zone, *others = settings.shipping_zones
    rule = {
        "flat": settings.shipping_flat,
        "free_from": settings.shipping_free_from,
        "days_min": settings.shipping_days_min,
        "days_max": settings.shipping_days_max,
    }
    options = (zone.options[0].model_copy(update=rule), *zone.options[1:])
    return (zone.model_copy(update={"options": options}), *others)


def _narrowed(zones: tuple[ZoneSetting, ...], countries: tuple[str, ...]) -> tuple[ZoneSetting, ...]:
    """The zones with these countries and no others; one that no zone had is shipped to as the first one is."""
    kept = []
    for zone in zones:
        fitting = tuple(code for code in zone.countries if code in countries)
        if fitting:
            kept.append(zone.model_copy(update={"countries": fitting}))
    known = {code for zone in kept for code in zone.countries}
    new = tuple(code for code in countries if code not in known)
    if new and zones:
        parts: dict[str, Any] = {"countries": new, "regions": (), "postcodes": (), "cities": (), "name": ""}
        kept.append(zones[0].model_copy(update=parts))
    return with_codes(tuple(kept))
