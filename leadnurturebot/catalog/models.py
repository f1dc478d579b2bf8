"""Products, variants with price and stock, size charts and pictures."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class SizeChart(ShopRow):
    """Body measures by size, as `[{"size": "M", "body": {"waist": [74, 79]}}]` in centimetres."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.TextField()
    rows = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "name"], name="one_chart_name")]


class Product(ShopRow):
    """A product. `code` is a small number unique in the shop, short enough for any button."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    external_id = models.TextField()
    code = models.IntegerField()
    name = models.TextField()
    category = models.TextField(default="")
    audience = models.TextField(default="women")
    collection = models.TextField(default="")
    description = models.TextField(default="")
    material = models.TextField(default="")
    fit = models.TextField(default="")
    details = models.JSONField(default=dict)
    occasions = ArrayField(models.TextField(), default=list)
    goes_with = ArrayField(models.UUIDField(), default=list)
    size_chart = models.ForeignKey(SizeChart, null=True, on_delete=models.SET_NULL, related_name="products")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "external_id"], name="one_product_per_external_id"),
            models.UniqueConstraint(fields=["shop_id", "code"], name="one_product_per_code"),
        ]


class Variant(ShopRow):
    """One colour and size. Price in minor units of the shop's currency; `stock` is what lies on the shelf."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    code = models.IntegerField()
    sku = models.TextField()
    color = models.TextField(default="")
    size = models.TextField(default="")
    position = models.IntegerField(default=0)
    price = models.BigIntegerField()
    compare_at = models.BigIntegerField(null=True)
    stock = models.IntegerField(default=0)
    measures = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "sku"], name="one_variant_per_sku"),
            models.UniqueConstraint(fields=["shop_id", "code"], name="one_variant_per_code"),
            models.CheckConstraint(condition=models.Q(stock__gte=0), name="stock_not_negative"),
            models.CheckConstraint(condition=models.Q(price__gte=0), name="price_not_negative"),
        ]


class ProductImage(ShopRow):
    """A picture of a product in a colour, in the file storage."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="images")
    color = models.TextField(default="")
    file = models.TextField()
    position = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "color", "position"], name="one_picture_a_place")]
        indexes = [models.Index(fields=["shop_id", "position"], name="picture_by_shop")]


class Companion(ShopRow):
    """A product that people take beside another one. Reckoned anew as a whole; no person stands in it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product_id = models.UUIDField()
    other_id = models.UUIDField()
    closeness = models.FloatField()
    buyers = models.IntegerField()
    """People who bought both."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "product_id", "other_id"], name="one_companion_per_pair"),
        ]


class CompanionRun(ShopRow):
    """When a shop's companions were reckoned last, and of how many deeds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reckoned_at = models.DateTimeField()
    deeds = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id"], name="one_companion_run")]
