"""The catalogue."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import PAGE, Page, decode_count, encode
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.v1.product_editing import (
    ProductChangeSerializer,
    ProductEditing,
    ProductFormSerializer,
    form_of,
)
from leadnurturebot.api.views import answered, checked, chosen, operation, query
from leadnurturebot.catalog.editing import saving
from leadnurturebot.catalog.editing.forms import STATUSES
from leadnurturebot.catalog.product_page import ProductView, get_product
from leadnurturebot.catalog.queries import list_products
from leadnurturebot.message_path import restock
from leadnurturebot.platform.sql import borrowed

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
    status = serializers.CharField()


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
    measures = serializers.DictField(child=serializers.FloatField())


class ChartRowSerializer(serializers.Serializer[Any]):
    size = serializers.CharField()
    body = serializers.DictField(child=serializers.ListField(child=serializers.FloatField()))


class PictureSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    color = serializers.CharField()
    url = serializers.CharField()
    alt = serializers.CharField()


class DetailSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class ProductSerializer(ProductRowSerializer):
    version = serializers.IntegerField()
    audience = serializers.CharField()
    description = serializers.CharField()
    material = serializers.CharField()
    fit = serializers.CharField()
    details = serializers.ListField(child=serializers.CharField())
    named_details = DetailSerializer(many=True)
    occasions = serializers.ListField(child=serializers.CharField())
    variants = VariantSerializer(many=True)
    size_chart_id = serializers.UUIDField(allow_null=True)
    size_chart = ChartRowSerializer(many=True)
    images = PictureSerializer(many=True)

    def to_representation(self, instance: ProductView) -> dict[str, Any]:
        """The row's own fields beside those of the page."""
        row = ProductRowSerializer(instance.row).data
        own = {name: field for name, field in self.fields.items() if name not in row}
        values = {name: field.get_attribute(instance) for name, field in own.items()}
        shown = {
            name: None if values[name] is None else field.to_representation(values[name]) for name, field in own.items()
        }
        return {**row, **shown}


_PARAMETERS = (
    query("q", about="Part of a name, colour or SKU."),
    query("category"),
    query("problem", choices=PROBLEMS, about="`sold_out`: and asked for; `low`: one to three pieces of a size."),
    query("status", choices=STATUSES, about="`active` are on sale; `hidden` and `archived` are not spoken of."),
    query("cursor"),
)


class ProductsView(ProductEditing):
    """The products."""

    @operation("listProducts", "products", answer=ProductPageSerializer, parameters=_PARAMETERS)
    def get(self, request: Request) -> Response:
        """Products of a status, most asked for first."""
        values = request.query_params
        found = list_products(
            self.shop.id,
            self.shop.currency,
            now=self.now,
            limit=PAGE + 1,
            text=values.get("q", "").strip(),
            category=values.get("category", ""),
            problem=chosen(request, "problem", PROBLEMS, ""),
            status=chosen(request, "status", STATUSES, "active"),
            after=decode_count(values.get("cursor", "")),
        )
        shown = found[:PAGE]
        cursor = encode(shown[-1].asked_30d, shown[-1].id) if len(found) > PAGE else None
        return answered(ProductPageSerializer, Page(results=shown, next_cursor=cursor))

    @operation("createProduct", "products", answer=ProductSerializer, body=ProductFormSerializer, status=201)
    def post(self, request: Request) -> Response:
        """A new product with its variants. What cannot be saved is named by field."""
        form = form_of(checked(ProductFormSerializer, request))
        with self.refusals():
            saved = saving.product_create(
                connection=borrowed(), shop_id=self.shop.id, form=form, actor=self.actor, now=self.now
            )
        return answered(ProductSerializer, shown(self, saved.product_id), status=201)


def shown(view: ProductEditing, product_id: UUID) -> ProductView:
    """The product as it is now. Raises NotFound."""
    found = get_product(view.shop.id, view.shop.currency, product_id, now=view.now)
    if found is None:
        raise NotFound("There is no such product.")
    return found


class ProductOneView(ProductEditing):
    """One product."""

    @operation("getProduct", "products", answer=ProductSerializer)
    def get(self, request: Request, product_id: UUID) -> Response:
        """The product with its variants, size chart and pictures."""
        return answered(ProductSerializer, shown(self, product_id))

    @operation("changeProduct", "products", answer=ProductSerializer, body=ProductChangeSerializer)
    def put(self, request: Request, product_id: UUID) -> Response:
        """The product as the form has it; variants it does not name are removed. 409 when it was changed meanwhile."""
        values = checked(ProductChangeSerializer, request)
        version, form = values.pop("version"), form_of(values)
        with self.refusals():
            saved = saving.product_change(
                connection=borrowed(), shop_id=self.shop.id, product_id=product_id, version=version, form=form,
                actor=self.actor, now=self.now,
            )  # fmt: skip
        restock.watch(borrowed(), self.shop.id, saved.raised, now=self.now)
        return answered(ProductSerializer, shown(self, product_id))
