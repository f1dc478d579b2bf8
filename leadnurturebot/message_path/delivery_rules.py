"""A shop's settings of shipping and taxes as the rules that a turn works with."""

from decimal import Decimal

from leadnurturebot.domain.money import from_major
from leadnurturebot.domain.places import normal, normal_postcode, normal_region
from leadnurturebot.domain.shipping import ShippingOption, Zone
from leadnurturebot.domain.taxes import PER_PERCENT, Taxes, TaxRate
from leadnurturebot.shops.settings import ShopSettings
from leadnurturebot.shops.shipping_settings import OptionSetting, TaxRateSetting, ZoneSetting


def zones_of(settings: ShopSettings, currency: str) -> tuple[Zone, ...]:
    """The zones, amounts in minor units, names as they are compared."""
    return tuple(_zone(zone, currency) for zone in settings.shipping_zones)


def _zone(zone: ZoneSetting, currency: str) -> Zone:
    country = zone.countries[0] if zone.countries else ""
    return Zone(
        options=tuple(_option(option, currency) for option in zone.options),
        countries=zone.countries,
        regions=tuple(normal_region(country, region) for region in zone.regions),
        postcodes=tuple(normal_postcode(start) for start in zone.postcodes),
        cities=tuple(normal(city) for city in zone.cities),
        name=zone.name,
    )


def _option(option: OptionSetting, currency: str) -> ShippingOption:
    low, high = option.days_min, option.days_max
    return ShippingOption(
        flat=_minor(option.flat, currency),
        free_from=None if option.free_from is None else _minor(option.free_from, currency),
        per_item=_minor(option.per_item, currency),
        days=None if low is None or high is None else (low, high),
        code=option.code,
        kind=option.kind,
        name=option.name,
    )


def taxes_of(settings: ShopSettings) -> Taxes:
    """The tax rules, rates in thousandths of a percent."""
    given = settings.taxes
    return Taxes(tuple(_rate(rate) for rate in given.rates), given.is_included, given.on_shipping, given.name)


def _rate(rate: TaxRateSetting) -> TaxRate:
    return TaxRate(
        country=rate.country,
        rate=int(rate.percent * PER_PERCENT),
        regions=tuple(normal_region(rate.country, region) for region in rate.regions),
        postcodes=tuple(normal_postcode(start) for start in rate.postcodes),
    )


def _minor(amount: Decimal, currency: str) -> int:
    return from_major(amount, currency).minor
