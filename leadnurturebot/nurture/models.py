"""Follow-ups: templates known to the provider, and every planned step with what became of it."""

from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class MessageTemplate(ShopRow):
    """A WhatsApp template of the shop and its review state."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.TextField()
    language = models.TextField()
    category = models.TextField()
    status = models.TextField(default="PENDING")
    """`DRAFT` is ours alone; the others are Meta's: PENDING APPROVED REJECTED PAUSED DISABLED IN_APPEAL DELETED …"""
    body = models.TextField()
    header = models.TextField(db_default="")
    footer = models.TextField(db_default="")
    buttons = models.JSONField(db_default=[])
    """`{"type": "QUICK_REPLY" | "URL" | "PHONE_NUMBER", "text": …, "url": …, "phone_number": …}`."""
    parameters = models.JSONField(default=list)
    """What stands for {{1}}, {{2}}…"""
    ttl_seconds = models.IntegerField(null=True)
    provider_id = models.TextField(default="")
    """Meta's id of the template; empty while it is not submitted."""
    reason = models.TextField(default="")
    """Why it was rejected, paused or disabled, in Meta's words."""
    previous_category = models.TextField(db_default="")
    """What it was before Meta moved it to another category."""
    next_category = models.TextField(db_default="")
    """The category that the provider will move it to."""
    detail = models.TextField(db_default="")
    """The provider's advice, or why and how long it is paused."""
    held_reason = models.TextField(db_default="")
    """Not used although approved, until a person agrees: `category_changed`."""
    quality = models.TextField(db_default="")
    """`GREEN`, `YELLOW`, `RED`."""
    paused_until = models.DateTimeField(null=True)
    pauses = models.SmallIntegerField(db_default=0)
    """How often it was paused for low quality: 3 h, then 6 h, the third time it is disabled."""
    edits = models.JSONField(db_default=[])
    """When it was edited since it was approved (ISO times): once a day, ten times in 30 days."""
    deleted_at = models.DateTimeField(null=True)
    """Deleted once approved: its name cannot be used again for 30 days."""
    synced_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    """Of the provider's newest event about its review; older ones that come late change nothing."""
    rated_at = models.DateTimeField(null=True)
    categorised_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "name", "language"], name="one_template")]


class FollowUp(ShopRow):
    """One step of a sequence for one thread: planned, sent, held (with the reason) or cancelled."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread_id = models.UUIDField()
    lead_id = models.UUIDField()
    sequence = models.TextField()
    round = models.IntegerField(default=0)
    """The cart's version when the sequence began: a new cart begins a new round."""
    step = models.TextField()
    due_at = models.DateTimeField()
    state = models.TextField(default="planned")
    how = models.TextField(default="")
    reason = models.TextField(default="")
    message_id = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "thread_id", "sequence", "round", "step"], name="one_step_once")
        ]
        indexes = [models.Index(fields=["shop_id", "lead_id"], name="follow_up_by_lead")]


class MonthUsage(ShopRow):
    """What a business number's messages came to in a calendar month of the shop."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number_id = models.UUIDField()
    month = models.DateField()
    service_delivered = models.IntegerField(default=0)
    """Delivered service messages outside free ad windows: they use up the month's allowance."""
    spent_micros = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="USD")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number_id", "month"], name="one_usage_a_month")]
