"""Parts of a product that are changed alone: status, stock, pictures."""

from typing import Any
from uuid import UUID

from rest_framework.exceptions import NotFound
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.v1.product_editing import (
    PictureFileSerializer,
    PicturesSerializer,
    ProductEditing,
    ProductStatusSerializer,
    StockSerializer,
)
from leadnurturebot.api.v1.products import ProductSerializer, shown
from leadnurturebot.api.views import answered, checked, operation
from leadnurturebot.catalog.editing import pictures, saving, stock
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.message_path import restock
from leadnurturebot.platform.sql import borrowed


class ProductStatusView(ProductEditing):
    """Whether a product is sold."""

    @operation("setProductStatus", "products", answer=ProductSerializer, body=ProductStatusSerializer)
    def post(self, request: Request, product_id: UUID) -> Response:
        """Sell it, hide it for now, or put it away."""
        status = checked(ProductStatusSerializer, request)["status"]
        with self.refusals():
            saving.product_status_set(
                connection=borrowed(), shop_id=self.shop.id, product_id=product_id, status=status, actor=self.actor,
                now=self.now,
            )  # fmt: skip
        return answered(ProductSerializer, shown(self, product_id))


class ProductStockView(ProductEditing):
    """How many there are."""

    @operation("setStock", "products", answer=ProductSerializer, body=StockSerializer)
    def post(self, request: Request, product_id: UUID) -> Response:
        """A count in place of the one that was seen (409 when it is another one by now), or some more or fewer."""
        values = checked(StockSerializer, request)
        mine = {variant.id for variant in shown(self, product_id).variants}
        if values["variant_id"] not in mine:
            raise NotFound("There is no such variant.")
        with self.refusals():
            raised = self._counted(values)
        restock.watch(borrowed(), self.shop.id, raised, now=self.now)
        return answered(ProductSerializer, shown(self, product_id))

    def _counted(self, values: dict[str, Any]) -> list[StockRaised]:
        if "change" in values:
            return stock.stock_move(
                connection=borrowed(), shop_id=self.shop.id, variant_id=values["variant_id"], change=values["change"],
                actor=self.actor, now=self.now,
            )  # fmt: skip
        return stock.stock_set(
            connection=borrowed(), shop_id=self.shop.id, variant_id=values["variant_id"], stock=values["stock"],
            seen=values["seen"], actor=self.actor, now=self.now,
        )  # fmt: skip


class PicturesView(ProductEditing):
    """A product's pictures."""

    parser_classes = (MultiPartParser, JSONParser)

    @operation("addPicture", "products", answer=ProductSerializer, body=PictureFileSerializer, status=201)
    def post(self, request: Request, product_id: UUID) -> Response:
        """A JPEG or PNG up to 5 MB, placed behind the others."""
        values = checked(PictureFileSerializer, request)
        with self.refusals():
            pictures.picture_add(
                connection=borrowed(), shop_id=self.shop.id, product_id=product_id, body=values["file"].read(),
                color=values["color"], alt=values["alt"], actor=self.actor, now=self.now,
            )  # fmt: skip
        return answered(ProductSerializer, shown(self, product_id), status=201)

    @operation("arrangePictures", "products", answer=ProductSerializer, body=PicturesSerializer)
    def put(self, request: Request, product_id: UUID) -> Response:
        """The pictures in this order; those that are not named leave the product."""
        forms = [pictures.PictureForm(**each) for each in checked(PicturesSerializer, request)["pictures"]]
        with self.refusals():
            pictures.pictures_arrange(
                connection=borrowed(), shop_id=self.shop.id, product_id=product_id, pictures=forms, actor=self.actor,
                now=self.now,
            )  # fmt: skip
        return answered(ProductSerializer, shown(self, product_id))
