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
    """False: the bot does not speak of it; hidden for now, or archived."""
    archived_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1, db_default=1)
    """Changes with every edit, import and stock count; not with a sale."""
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
    alt = models.TextField(default="", db_default="")
    """What is to be seen on it, for people who do not see it."""
    position = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "color", "position"], name="one_picture_a_place")]
        indexes = [models.Index(fields=["shop_id", "position"], name="picture_by_shop")]


class CatalogImport(ShopRow):
    """A file of products: read, shown to the owner, applied row by row, and undone when the owner says so.

    `state`: `reading`, `ready` (shown, nothing changed yet), `running`, `done`, `undoing`, `undone`, `failed` (nothing
    could be read), `discarded`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    state = models.TextField(default="reading")
    file_name = models.TextField()
    stored_as = models.TextField(default="")
    """The sealed file until it has been read."""
    actor = models.TextField()
    reason = models.TextField(default="")
    """Why nothing could be read; `why` is the same by code and values."""
    why = models.JSONField(db_default={}, default=dict)
    problems = models.JSONField(default=list)
    """`[row, column, message, code, values]` of the first thousand."""
    problem_count = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    """Products dealt with in the present state."""
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop_id"], condition=models.Q(state__in=["reading", "running", "undoing"]),
                name="one_import_at_a_time",
            )
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["created_at"], condition=models.Q(state__in=["reading", "running", "undoing"]),
                name="import_to_do",
            )
        ]  # fmt: skip


class CatalogImportRow(ShopRow):
    """A product of an import: what the file wants, what there was before, and what became of it.

    `action`: `create`, `change` or `same`; `outcome`: empty while nothing was done, then `created`, `changed`, `same`,
    `failed`; after an undo `restored`, `removed`, `archived` or `kept` (changed since).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    import_id = models.UUIDField()
    position = models.IntegerField()
    line = models.IntegerField()
    external_id = models.TextField()
    name = models.TextField()
    action = models.TextField()
    outcome = models.TextField(default="")
    reason = models.TextField(default="")
    why = models.JSONField(db_default={}, default=dict)
    changes = models.JSONField(default=list)
    """`[sku or "", field, before, after]` of the first hundred."""
    draft = models.JSONField()
    before = models.JSONField(null=True)
    """The product as it was before it was changed."""
    after = models.JSONField(null=True)
    """Version and stock by SKU as the import left them."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["import_id", "position"], name="one_import_row_a_place")]


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


class PersonalCatalogue(ShopRow):
    """A page of chosen products behind a link, perhaps for one person. `lead_id` and `number_id` are of rooms that this
    one does not know."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    token = models.TextField()
    code = models.TextField()
    """Short and of its shop: it comes back in the words of who writes from the page."""
    lead_id = models.UUIDField(null=True)
    number_id = models.UUIDField(null=True)
    """The business number whose chat the page leads to; None: the shop's first."""
    language = models.TextField()
    made_by = models.TextField()
    """`assistant`, or a person or key as the audit trail names them."""
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token"], name="one_page_per_token"),
            models.UniqueConstraint(fields=["shop_id", "code"], name="one_page_per_code"),
        ]
        indexes = [
            models.Index(fields=["shop_id", "created_at", "id"], name="page_by_shop"),
            models.Index(fields=["shop_id", "lead_id"], name="page_by_lead"),
            models.Index(fields=["expires_at"], name="page_by_end"),
        ]


class PersonalItem(ShopRow):
    """A product of a personal catalogue, with its place from 1 and why it is there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    page = models.ForeignKey(PersonalCatalogue, on_delete=models.CASCADE, related_name="items")
    slot = models.SmallIntegerField()
    product_id = models.UUIDField()
    why = models.TextField()
    clicks = models.IntegerField(default=0, db_default=0)
    """How often a person went on from here to the chat."""
    clicked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "slot"], name="one_item_a_slot")]
