"""A shop's zones and taxes as a transcript writes them. Amounts are minor units, rates thousandths of a percent."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.domain.places import normal, normal_region
from leadnurturebot.domain.shipping import ShippingOption, Zone
from leadnurturebot.domain.taxes import Taxes, TaxRate


def zone_written(zone: Mapping[str, Any]) -> Zone:
    countries = tuple(zone.get("countries", ()))
    return Zone(
        options=tuple(_option(option) for option in zone["options"]),
        countries=countries,
        regions=tuple(normal_region(countries[0], region) for region in zone.get("regions", ())),
        postcodes=tuple(str(start) for start in zone.get("postcodes", ())),
        cities=tuple(normal(city) for city in zone.get("cities", ())),
    )


def _option(option: Mapping[str, Any]) -> ShippingOption:
    days = option.get("days")
    return ShippingOption(**{**option, "days": tuple(days) if days else None})


def taxes_written(taxes: Mapping[str, Any]) -> Taxes:
    rates = tuple(
        TaxRate(
            rate["country"], rate["rate"],
            tuple(normal_region(rate["country"], region) for region in rate.get("regions", ())),
            tuple(str(start) for start in rate.get("postcodes", ())),
        )
        for rate in taxes["rates"]
    )  # fmt: skip
    return Taxes(rates, taxes.get("included", True), taxes.get("on_shipping", True), taxes.get("name", ""))
