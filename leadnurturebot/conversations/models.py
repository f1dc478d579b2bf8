"""Thread = lead x business number; conversation = a session in a thread; messages are partitioned by their UUIDv7."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Thread(ShopRow):
    """All that is said between a lead and one business number, and who holds it now."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lead = models.ForeignKey("leads.Lead", on_delete=models.CASCADE, related_name="threads")
    number = models.ForeignKey("shops.BusinessNumber", on_delete=models.CASCADE, related_name="threads")
    language = models.TextField(default="")
    state_sealed = models.BinaryField(default=bytes)
    """What the assistant remembers of the talk, as sealed JSON: it may hold the customer's words. Empty for nothing."""
    holder = models.TextField(default="bot")
    """`bot`, `waiting` (a person was asked for) or `person`."""
    holder_user_id = models.UUIDField(null=True)
    handoff_reason = models.TextField(default="")
    handoff_summary = models.BinaryField(default=bytes)
    handoff_at = models.DateTimeField(null=True)
    stage = models.TextField(default="browsing")
    conversation_id = models.UUIDField(null=True)
    last_inbound_at = models.DateTimeField(null=True)
    ad_tap_at = models.DateTimeField(null=True)
    replied_to_tap_at = models.DateTimeField(null=True)
    free_until = models.DateTimeField(null=True)
    """End of the free entry point window as the provider told it in a status."""
    blocked_at = models.DateTimeField(null=True)
    """Since when the shop has kept this person from writing."""
    last_message_at = models.DateTimeField(null=True)
    preview_sealed = models.BinaryField(default=bytes)
    preview_from = models.TextField(default="customer")
    unread = models.IntegerField(default=0)
    focus_product_id = models.UUIDField(null=True)
    focus_color = models.TextField(default="")
    focus_size = models.TextField(default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "lead", "number"], name="one_thread_per_number")]
        indexes = [
            models.Index(fields=["shop_id", "-last_message_at"], name="thread_by_time"),
            models.Index(fields=["shop_id", "holder"], condition=~models.Q(holder="bot"), name="thread_held_by_people"),
        ]


class Conversation(ShopRow):
    """A session: opens at the first inbound message, ends after 24 h of silence or when resolved."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="conversations")
    lead_id = models.UUIDField()
    status = models.TextField(default="active")
    started_at = models.DateTimeField()
    last_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    first_reply_ms = models.IntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["shop_id", "-started_at"], name="conversation_by_start"),
            # By its start, which never changes: an index of `last_at` would be written anew at every message.
            models.Index(fields=["started_at"], condition=models.Q(status="active"), name="conversation_active"),
        ]


class Message(ShopRow):
    """One message, in or out. Content is sealed JSON; cost fields are set on outgoing ones."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="messages", db_constraint=False, db_index=False
    )
    conversation_id = models.UUIDField(null=True)
    lead_id = models.UUIDField()
    direction = models.TextField()
    sender = models.TextField()
    sender_user_id = models.UUIDField(null=True)
    kind = models.TextField()
    purpose = models.TextField(default="reply")
    content_sealed = models.BinaryField()
    provider_id = models.TextField(default="")
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    status = models.TextField()
    status_rank = models.SmallIntegerField(default=0)
    status_at = models.DateTimeField(null=True)
    error_code = models.IntegerField(null=True)
    error_text = models.TextField(default="")
    failed_provider_id = models.TextField(db_default="")
    """The provider's id of a try that failed after it was accepted. There is one further try, and late news of the first
    are ignored."""
    decision_id = models.UUIDField(null=True)
    answers = ArrayField(models.UUIDField(), default=list)
    market = models.TextField(default="")
    category = models.TextField(default="")
    pricing_type = models.TextField(default="")
    rate_card_date = models.DateField(null=True)
    expected_micros = models.BigIntegerField(null=True)
    actual_micros = models.BigIntegerField(null=True)
    cost_currency = models.CharField(max_length=3, default="")

    class Meta:
        indexes = [
            models.Index(fields=["shop_id", "thread", "at", "id"], name="message_by_thread"),
            models.Index(fields=["provider_id"], condition=~models.Q(provider_id=""), name="message_by_provider"),
        ]


class MediaFile(ShopRow):
    """A picture, recording or document somebody sent: fetched once from the provider, kept sealed in the storage."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread_id = models.UUIDField()
    message_id = models.UUIDField()
    number_id = models.UUIDField()
    kind = models.TextField()
    provider_media_id = models.TextField()
    expected_sha256 = models.TextField(default="")
    """As the webhook gave it; hexadecimal or base64."""
    mime_type = models.TextField(default="")
    size = models.IntegerField(default=0)
    state = models.TextField(default="due")
    """`due`, `fetching`, `stored`; `expired` (the provider no longer has it), `refused` (too large, of a type nobody may
    send, or not what was announced), `failed`; `erased`: its file is about to go."""
    attempts = models.SmallIntegerField(default=0)
    due_at = models.DateTimeField()
    stored_as = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state__in=["due", "fetching", "erased"]), name="media_due"
            ),
            models.Index(fields=["shop_id", "message_id"], name="media_by_message"),
            models.Index(fields=["shop_id", "thread_id"], name="media_by_thread"),
        ]
