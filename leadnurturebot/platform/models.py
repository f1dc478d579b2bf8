"""Tables of the ground. They hold a bare `shop_id`: nothing here points upwards."""

from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Clock(models.Model):
    """One row: how far business time runs ahead of wall time."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    offset_seconds = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1, offset_seconds__gte=0), name="one_forward_clock")
        ]


class ShopKey(models.Model):
    """A shop's data key, wrapped by the master key."""

    shop_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()


class AuditEntry(ShopRow):
    """Who did what, when, to what."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    actor = models.TextField()
    action = models.TextField()
    subject = models.TextField(default="")
    details = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "-at"], name="audit_by_time")]
