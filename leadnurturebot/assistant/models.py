"""Decisions: what was understood and why the reply is what it is, kept so that a conversation can be explained."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class DecisionRecord(ShopRow):
    """One decision over one or more customer messages. The trace is sealed JSON."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread_id = models.UUIDField()
    message_ids = ArrayField(models.UUIDField(), default=list)
    reply_ids = ArrayField(models.UUIDField(), default=list)
    intent = models.TextField(default="")
    confidence = models.FloatField(default=0)
    language = models.TextField(default="")
    skill = models.TextField(default="")
    trace_sealed = models.BinaryField(default=bytes)
    catalogue_version = models.BigIntegerField(default=0)
    took_us = models.IntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "thread_id", "-at"], name="decision_by_thread")]


class TextOverride(ShopRow):
    """The shop's own wording of a text, newest version wins."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.TextField()
    language = models.TextField()
    text = models.TextField()
    version = models.IntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "key", "language", "version"], name="one_text_version")
        ]
