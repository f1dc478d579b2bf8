"""People who came to a shop, how they are reached, how they came, and what they agreed to."""

from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Ad(ShopRow):
    """An ad or link of the shop, by which a tap is told apart and led to its product."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    external_id = models.TextField()
    source = models.TextField()
    name = models.TextField()
    headline = models.TextField(default="")
    body = models.TextField(default="")
    autofill = models.TextField(default="")
    product_id = models.UUIDField(null=True)
    color = models.TextField(default="")
    code = models.TextField(default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "external_id"], name="one_ad_per_shop"),
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="one_link_code"),
        ]


class Lead(ShopRow):
    """A person, keyed by our own id. Name and profile (measures, address) are sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name_sealed = models.BinaryField(default=bytes)
    profile_sealed = models.BinaryField(default=bytes)
    country = models.CharField(max_length=2, default="")
    language = models.TextField(default="")
    source = models.TextField(default="direct")
    first_ad_id = models.UUIDField(null=True)
    last_ad_id = models.UUIDField(null=True)
    last_source = models.TextField(default="direct")
    status = models.TextField(default="new")
    score = models.IntegerField(default=0)
    opted_out_at = models.DateTimeField(null=True)
    marketing_consent_at = models.DateTimeField(null=True)
    reminders_consent_at = models.DateTimeField(null=True)
    marketing_stopped_at = models.DateTimeField(null=True)
    marketing_paused_until = models.DateTimeField(null=True)
    """WhatsApp's own limit of marketing for this person was hit (131049): nothing of that kind before."""
    marketing_refusals = models.SmallIntegerField(db_default=0)
    undeliverable = models.SmallIntegerField(db_default=0)
    """Messages in a row that could not be delivered (131026)."""
    unreachable_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)
    """When the person was forgotten: what is left is a number of ours that orders and the ledger point at."""
    merged_into_id = models.UUIDField(null=True)
    """The lead that this one turned out to be. It has no addresses any more, so nothing finds it."""

    class Meta:
        indexes = [models.Index(fields=["shop_id", "-created_at"], name="lead_by_arrival")]


class Identity(ShopRow):
    """A way to reach a lead: found by blind index, readable only with the shop's key."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="identities")
    kind = models.TextField()
    index = models.BinaryField()
    value_sealed = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "kind", "index"], name="one_identity_per_shop")]


class SearchWord(ShopRow):
    """Blind index of name words, their first three letters, and the last four digits of a number."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="search_words")
    index = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "index", "lead"], name="one_search_word")]


class Touch(ShopRow):
    """One arrival of a lead: the ad, link or code, and the click id that came with it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="touches")
    source = models.TextField()
    ad_id = models.UUIDField(null=True)
    headline = models.TextField(default="")
    click_sealed = models.BinaryField(default=bytes)
    occurred_at = models.DateTimeField()
    message_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["shop_id", "lead", "occurred_at"], name="touch_by_lead")]


class ConsentRecord(ShopRow):
    """What a lead agreed to or took back, when, and by which message."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="consents")
    kind = models.TextField()
    is_granted = models.BooleanField()
    at = models.DateTimeField()
    message_id = models.UUIDField(null=True)
    variant_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["shop_id", "lead", "-at"], name="consent_by_lead"),
            models.Index(fields=["shop_id", "variant_id"], condition=models.Q(kind="restock"), name="restock_wanted"),
        ]


class Merge(ShopRow):
    """Two leads that are one person, and what moved, so that it can be undone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kept_id = models.UUIDField()
    merged_id = models.UUIDField()
    reason = models.TextField()
    """`number_changed`, `linked` (the messenger gave both ids for one person) or `person` (somebody decided it)."""
    at = models.DateTimeField()
    moved = models.JSONField(default=dict)
    """Ids of moved rows by table, and standing consents of the kept lead before. Nothing personal."""
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop_id", "merged_id"], condition=models.Q(undone_at=None), name="one_merge_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["shop_id", "kept_id"], name="merge_by_kept")]
