"""Where the shop ships, how and for how much, and which taxes it shows."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.shops.access import delivery_rules, get_shop
from leadnurturebot.shops.actions import delivery_rules_change
from leadnurturebot.shops.settings import UnusableSetting
from leadnurturebot.shops.shipping_settings import MOST_OPTIONS, MOST_PLACES, MOST_RATES, MOST_ZONES

_OPTIONAL: dict[str, Any] = {"required": False, "allow_null": True, "default": None}
_AMOUNT: dict[str, Any] = {"max_digits": 14, "decimal_places": 3, "min_value": 0, "normalize_output": True}


def _names(about: str) -> "serializers.ListField":
    return serializers.ListField(
        child=serializers.CharField(max_length=80),
        max_length=MOST_PLACES,
        required=False,
        default=list,
        help_text=about,
    )


class ShippingOptionSerializer(serializers.Serializer[Any]):
    """A way of shipping. Amounts in major units of the shop's currency."""

    code = serializers.CharField(
        max_length=4, required=False, allow_blank=True, default="", help_text="Ours; empty for a new option."
    )
    kind = serializers.ChoiceField(choices=("standard", "express", "pickup"), required=False, default="standard")
    name = serializers.CharField(
        max_length=30,
        required=False,
        allow_blank=True,
        default="",
        help_text="Empty: the kind's word in the customer's language.",
    )
    flat = serializers.DecimalField(**_AMOUNT)
    free_from = serializers.DecimalField(**_AMOUNT, **_OPTIONAL)
    per_item = serializers.DecimalField(
        **_AMOUNT, required=False, default=Decimal(0), help_text="What every piece beyond the first adds."
    )
    days_min = serializers.IntegerField(min_value=0, max_value=90, **_OPTIONAL)
    days_max = serializers.IntegerField(min_value=0, max_value=90, **_OPTIONAL)


class ShippingZoneSerializer(serializers.Serializer[Any]):
    """Places that are shipped to alike; without countries the rest of the world."""

    name = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    countries = _names("Two letters each (ISO 3166).")
    regions = _names("Only these states or provinces of the one country.")
    postcodes = _names("Only postcodes that begin like one of these.")
    cities = _names("Only these towns.")
    options = serializers.ListField(child=ShippingOptionSerializer(), min_length=1, max_length=MOST_OPTIONS)


class TaxRateSerializer(serializers.Serializer[Any]):
    """A rate, for a country or for the parts of it that are named."""

    country = serializers.CharField(min_length=2, max_length=2)
    regions = _names("Only these states or provinces.")
    postcodes = _names("Only postcodes that begin like one of these.")
    percent = serializers.DecimalField(max_digits=5, decimal_places=3, min_value=0, max_value=50, normalize_output=True)


class TaxesSerializer(serializers.Serializer[Any]):
    """Without rates no tax is shown."""

    is_included = serializers.BooleanField(help_text="Prices contain it; else it is added at checkout.")
    on_shipping = serializers.BooleanField(help_text="Shipping is taxed, too.")
    name = serializers.CharField(
        max_length=30, required=False, allow_blank=True, default="", help_text="What it is called: VAT, IVA, GST…"
    )
    rates = serializers.ListField(child=TaxRateSerializer(), max_length=MOST_RATES)


class DeliveryRulesInputSerializer(serializers.Serializer[Any]):
    zones = serializers.ListField(child=ShippingZoneSerializer(), max_length=MOST_ZONES)
    taxes = TaxesSerializer()


class DeliveryRulesSerializer(DeliveryRulesInputSerializer):
    country = serializers.CharField(help_text="The shop's own.")
    currency = serializers.CharField()


class DeliveryRulesView(ShopView):
    """The rules as a whole: they are read and replaced together."""

    @operation("getDeliveryRules", "delivery", answer=DeliveryRulesSerializer)
    def get(self, request: Request) -> Response:
        """Zones and taxes. A shop with one rule for all has it as its only zone."""
        return self._shown()

    @operation("setDeliveryRules", "delivery", answer=DeliveryRulesSerializer, body=DeliveryRulesInputSerializer)
    def put(self, request: Request) -> Response:
        """Replace zones and taxes. Orders and payment links that exist keep what they cost."""
        given = checked(DeliveryRulesInputSerializer, request)
        try:
            delivery_rules_change(
                shop_id=self.shop.id, zones=given["zones"], taxes=given["taxes"], now=self.now, actor=self.actor
            )
        except UnusableSetting as error:
            raise ValidationError({"zones": [str(error)]}) from error
        return self._shown()

    def _shown(self) -> Response:
        shop, (zones, taxes) = get_shop(self.shop.id), delivery_rules(self.shop.id)
        shown = {"zones": zones, "taxes": taxes, "country": shop.country, "currency": shop.currency}
        return answered(DeliveryRulesSerializer, shown)
