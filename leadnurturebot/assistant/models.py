"""Decisions: what was understood and why the reply is what it is; and what the shop taught its assistant."""

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
    """The shop's own wordings of a text, newest version wins; a version without any takes ours back."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.TextField()
    language = models.TextField()
    wordings = models.JSONField(default=list)
    version = models.IntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "key", "language", "version"], name="one_text_version")
        ]


class Entry(ShopRow):
    """An answer that the shop wrote, in one language or several."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    answers = models.JSONField(default=dict)
    """Text by language."""
    keywords = ArrayField(models.TextField(), default=list)
    is_active = models.BooleanField(default=True)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "id"], name="entry_by_shop")]


class Example(ShopRow):
    """What a message means in this shop: a question of an entry, or an intent. Customers' words are sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, related_name="wordings")
    intent = models.TextField(default="")
    language = models.TextField()
    text_sealed = models.BinaryField()
    lead_id = models.UUIDField(null=True)
    """Who wrote it, where it is a customer's message: it is forgotten with them."""
    position = models.SmallIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["shop_id", "id"], name="example_by_shop"),
            models.Index(fields=["shop_id", "lead_id"], name="example_by_lead"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(entry__isnull=True, intent__gt="") | models.Q(entry__isnull=False, intent=""),
                name="example_of_one_thing",
            )
        ]


class Unanswered(ShopRow):
    """Messages that ask the same and had no answer. How often is the number of its askings."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.BinaryField()
    """Blind index of what is asked, the same in every language."""
    state = models.TextField(default="open")
    """`open`, `answered`, `example`, `dismissed`."""
    reason = models.TextField()
    """Of the newest asking: `low_confidence`, `out_of_scope`, `asked_person`."""
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "state", "-last_at"], name="unanswered_by_state")]
        constraints = [models.UniqueConstraint(fields=["shop_id", "key"], name="one_unanswered_of_a_kind")]


class Asking(ShopRow):
    """One message that had no answer, its words sealed. Forgotten with the person who wrote it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unanswered = models.ForeignKey(Unanswered, on_delete=models.CASCADE, related_name="askings")
    message_id = models.UUIDField()
    thread_id = models.UUIDField()
    lead_id = models.UUIDField()
    language = models.TextField()
    text_sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["unanswered", "-at"], name="asking_newest"),
            models.Index(fields=["shop_id", "lead_id"], name="asking_by_lead"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "message_id", "unanswered"], name="one_asking_a_message")
        ]
