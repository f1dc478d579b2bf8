"""The append-only ledger. A trigger forbids UPDATE and DELETE."""

from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Entry(ShopRow):
    """One fact. `data` holds no personal facts; the person is reached through `lead_id` alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField()
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    lead_id = models.UUIDField(null=True)
    conversation_id = models.UUIDField(null=True)
    subject_type = models.TextField(default="")
    subject_id = models.TextField(default="")
    amount_micros = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, default="")
    data = models.JSONField(default=dict)
    dedupe_key = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "dedupe_key"], name="one_fact_once")]
        indexes = [
            models.Index(fields=["shop_id", "kind", "occurred_at"], name="ledger_by_kind"),
            models.Index(fields=["shop_id", "lead_id"], name="ledger_by_lead"),
        ]


class LeadAlias(ShopRow):
    """A lead that turned out to be another one. Facts keep the lead they were written for; who counts people asks here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead_id = models.UUIDField()
    stands_for = models.UUIDField()
    """The lead that both are, with no alias of its own."""
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "lead_id"], name="one_alias_per_lead")]
        indexes = [models.Index(fields=["shop_id", "stands_for"], name="alias_by_lead")]
