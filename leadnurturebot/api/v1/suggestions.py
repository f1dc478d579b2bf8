"""What became of suggestions."""

from dataclasses import dataclass
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.periods import Period
from leadnurturebot.analytics.suggestions import Suggestions, suggestions
from leadnurturebot.api.v1.periods import PARAMETERS, period_of
from leadnurturebot.api.views import ShopView, answered, operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures and the days they are of."""

    period: Period
    found: Suggestions


class ReachSerializer(serializers.Serializer[Any]):
    shown = serializers.IntegerField()
    tapped = serializers.IntegerField(help_text="Showings that were opened, asked about or taken.")
    added = serializers.IntegerField()
    bought = serializers.IntegerField()


class PartSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    reach = ReachSerializer()


class ProductPartSerializer(serializers.Serializer[Any]):
    product_id = serializers.UUIDField()
    name = serializers.CharField()
    image_url = serializers.CharField(allow_null=True)
    reach = ReachSerializer()


class SuggestionsSerializer(serializers.Serializer[Any]):
    vars()["from"] = serializers.DateField(source="period.from_date")  # a reserved word of the language
    to = serializers.DateField(source="period.to_date")
    total = ReachSerializer(source="found.total")
    slots = PartSerializer(source="found.slots", many=True, help_text="By place in the list, from 1.")
    reasons = PartSerializer(source="found.reasons", many=True)
    sources = PartSerializer(source="found.sources", many=True, help_text="`chat` or `page`.")
    products = ProductPartSerializer(source="found.products", many=True, help_text="The most opened, at most 20.")


class SuggestionsView(ShopView):
    """Suggestions of a period."""

    @operation("getSuggestions", "analytics", answer=SuggestionsSerializer, parameters=PARAMETERS)
    def get(self, request: Request) -> Response:
        """How often suggested goods were shown, opened, put in the cart and bought, by place, reason, source and product.
        What is done within a week counts for the last showing."""
        period = period_of(request, self.shop.timezone, self.now, default="30d")
        return answered(SuggestionsSerializer, Report(period=period, found=suggestions(self.shop.id, period)))
