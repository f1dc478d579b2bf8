"""The queues of the message path. Only `message_path` names these tables, in raw SQL; the models are for migrations,
inspection and the page of parked rows."""

from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Lane(models.Model):
    """The lock behind which the messages of one contact on one connection are handled in order."""

    id = models.BigAutoField(primary_key=True)
    connection_id = models.UUIDField()
    contact = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection_id", "contact"], name="one_lane_per_contact")]


class InboxRow(ShopRow):
    """An event that was acknowledged to its sender and is not handled yet."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    connection_id = models.UUIDField()
    contact = models.BinaryField()
    kind = models.TextField()
    event_id = models.TextField()
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    waited = models.BooleanField(default=False)
    state = models.TextField(default="due")
    attempts = models.SmallIntegerField(default=0)
    error = models.TextField(default="")
    payload_sealed = models.BinaryField()

    class Meta:
        db_table = "message_path_inbox"
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="due"), name="inbox_due"),
            models.Index(fields=["connection_id", "contact"], name="inbox_by_lane"),
            models.Index(fields=["shop_id"], condition=models.Q(state="parked"), name="inbox_parked"),
        ]


class EventKey(models.Model):
    """Events seen in the last weeks, so that a redelivery is known. Partitioned by the day of the sender's stamp."""

    pk = models.CompositePrimaryKey("connection_id", "event_id", "day")
    connection_id = models.UUIDField()
    event_id = models.TextField()
    """SHA-256 of the provider's id of the event."""
    day = models.DateField()

    class Meta:
        db_table = "message_path_eventkey"


class StatusRow(models.Model):
    """A delivery status, appended as it came and applied in bulk."""

    id = models.BigAutoField(primary_key=True)
    connection_id = models.UUIDField()
    shop_id = models.UUIDField()
    provider_id = models.TextField()
    message_id = models.UUIDField(null=True)
    status = models.TextField()
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    data = models.JSONField(default=dict)

    class Meta:
        db_table = "message_path_status"


class OutboxRow(ShopRow):
    """A message to be sent. `due` -> `sending` -> gone when answered, or `unknown` until a status or its deadline."""

    id = models.UUIDField(primary_key=True, editable=False)
    """The message's own id."""
    thread_id = models.UUIDField()
    lead_id = models.UUIDField()
    number_id = models.UUIDField()
    purpose = models.TextField()
    state = models.TextField(default="due")
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.SmallIntegerField(default=0)
    catalogue_version = models.BigIntegerField(default=0)
    payload_sealed = models.BinaryField()
    decided_at = models.DateTimeField()
    weight = models.SmallIntegerField(db_default=1)
    """What it counts against the number's rate: itself and the messages it answers, for the limit is in and out."""
    slot_at = models.DateTimeField(null=True)
    """The moment that the number's rate allots to it."""
    reason = models.TextField(db_default="")
    """Why it waits, when it is not just its turn."""

    class Meta:
        db_table = "message_path_outbox"
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="due"), name="outbox_due"),
            models.Index(fields=["thread_id", "id"], name="outbox_by_thread"),
            models.Index(fields=["lease_until"], condition=~models.Q(state="due"), name="outbox_leases"),
        ]


class Timer(ShopRow):
    """Something due at a business time, once per purpose."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField()
    purpose_key = models.TextField()
    lead_id = models.UUIDField(null=True)
    thread_id = models.UUIDField(null=True)
    due_at = models.DateTimeField()
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "kind", "purpose_key"], name="one_timer_per_purpose")]
        indexes = [models.Index(fields=["due_at"], name="timer_due")]


class NumberState(ShopRow):
    """What a business number may send now: the one place where all senders count."""

    number_id = models.UUIDField(primary_key=True)
    free_at = models.DateTimeField(null=True)
    """The rate is spent up to this moment."""
    bulk_at = models.DateTimeField(null=True)
    """The same for what we start: it may use half the rate, so that answers never wait for it."""
    rate = models.IntegerField(null=True)
    """Messages a second, where it is not the setting `NUMBER_RATE`: 20 for a number that is also in the phone's app, 1,000
    after an upgrade."""
    slow_until = models.DateTimeField(null=True)
    slow_factor = models.SmallIntegerField(db_default=1)
    """The rate is divided by it until `slow_until`: the provider said that it was too fast."""
    marketing_path = models.BooleanField(db_default=False)
    """Marketing templates of this number go to `/marketing_messages` (error 131063)."""
    stopped_at = models.DateTimeField(null=True)
    stopped_code = models.IntegerField(null=True)
    stopped_told = models.TextField(db_default="")

    class Meta:
        db_table = "message_path_numberstate"


class PairPace(models.Model):
    """How much of the rate to one person is borrowed from the future. Rows in the past mean nothing and are swept."""

    thread_id = models.UUIDField(primary_key=True)
    full_at = models.DateTimeField()

    class Meta:
        db_table = "message_path_pairpace"


class Opening(ShopRow):
    """A person whom a shop wrote to outside the window, and when last: they count for 24 h."""

    pk = models.CompositePrimaryKey("shop_id", "lead_id")
    lead_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "message_path_opening"
        indexes = [models.Index(fields=["shop_id", "at"], name="opening_by_time")]


class ProcessCounter(models.Model):
    """A figure that one process has counted, for `/metrics` of another."""

    pk = models.CompositePrimaryKey("process", "name", "label")
    process = models.TextField()
    name = models.TextField()
    label = models.TextField()
    value = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "message_path_counter"
