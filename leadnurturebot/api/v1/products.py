"""The catalogue."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import PAGE, Page, decode_count, encode
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.views import ShopView, answered, chosen, operation, query
from leadnurturebot.catalog.queries import ProductView, get_product, list_products

PROBLEMS = ("sold_out", "low")


class SizeStockSerializer(serializers.Serializer[Any]):
    size = serializers.CharField()
    stock = serializers.IntegerField()


class ProductRowSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    category = serializers.CharField()
    collection = serializers.CharField()
    price_from = shapes.Money()
    price_to = shapes.Money()
    sale = serializers.BooleanField()
    image_url = serializers.CharField(allow_null=True)
    stock_total = serializers.IntegerField()
    sizes = SizeStockSerializer(many=True)
    colors = serializers.ListField(child=serializers.CharField())
    sold_30d = serializers.IntegerField()
    asked_30d = serializers.IntegerField()


class ProductPageSerializer(serializers.Serializer[Any]):
    results = ProductRowSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class VariantSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    sku = serializers.CharField()
    color = serializers.CharField()
    size = serializers.CharField()
    price = shapes.Money()
    compare_at = shapes.Money(allow_null=True)
    stock = serializers.IntegerField()
    held = serializers.IntegerField()


class ChartRowSerializer(serializers.Serializer[Any]):
    size = serializers.CharField()
    body = serializers.DictField(child=serializers.ListField(child=serializers.FloatField()))


class PictureSerializer(serializers.Serializer[Any]):
    color = serializers.CharField()
    url = serializers.CharField()


class ProductSerializer(ProductRowSerializer):
    description = serializers.CharField()
    material = serializers.CharField()
    fit = serializers.CharField()
    details = serializers.ListField(child=serializers.CharField())
    variants = VariantSerializer(many=True)
    size_chart = ChartRowSerializer(many=True)
    images = PictureSerializer(many=True)

    def to_representation(self, instance: ProductView) -> dict[str, Any]:
        """The row's own fields beside those of the page."""
        row = ProductRowSerializer(instance.row).data
        own = {name: field for name, field in self.fields.items() if name not in row}
        return {**row, **{name: field.to_representation(field.get_attribute(instance)) for name, field in own.items()}}


_PARAMETERS = (
    query("q", about="Part of a name, colour or SKU."),
    query("category"),
    query("problem", choices=PROBLEMS, about="`sold_out`: and asked for; `low`: one to three pieces of a size."),
    query("cursor"),
)


class ProductsView(ShopView):
    """The products."""

    @operation("listProducts", "products", answer=ProductPageSerializer, parameters=_PARAMETERS)
    def get(self, request: Request) -> Response:
        """Products on sale, most asked for first."""
        values = request.query_params
        found = list_products(
            self.shop.id,
            self.shop.currency,
            now=self.now,
            limit=PAGE + 1,
            text=values.get("q", "").strip(),
            category=values.get("category", ""),
            problem=chosen(request, "problem", PROBLEMS, ""),
            after=decode_count(values.get("cursor", "")),
        )
        shown = found[:PAGE]
        cursor = encode(shown[-1].asked_30d, shown[-1].id) if len(found) > PAGE else None
        return answered(ProductPageSerializer, Page(results=shown, next_cursor=cursor))


class ProductOneView(ShopView):
    """One product."""

    @operation("getProduct", "products", answer=ProductSerializer)
    def get(self, request: Request, product_id: UUID) -> Response:
        """The product with its variants, size chart and pictures."""
        found = get_product(self.shop.id, self.shop.currency, product_id, now=self.now)
        if found is None:
            raise NotFound("There is no such product.")
        return answered(ProductSerializer, found)
