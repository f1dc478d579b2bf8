"""A payment asked for an order, and refunds. The chat gets our own link; providers' sessions come and go behind it."""

from django.db import models

from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Payment(ShopRow):
    """One payment request of an order. `token` is our link; `reference` goes to the provider and comes back."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey("orders.Order", on_delete=models.CASCADE, related_name="payments")
    token = models.TextField(unique=True, default=token)
    connection_id = models.UUIDField(null=True)
    provider = models.TextField()
    state = models.TextField(default="created")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    reference = models.TextField(unique=True)
    session_id = models.TextField(default="")
    session_url = models.TextField(default="")
    session_expires_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    """Sessions made so far: part of the idempotency key of the next one."""
    charge_id = models.TextField(default="")
    arrived_as = models.TextField(default="")
    """How the money was judged when it came; empty while there is none."""
    received_amount = models.BigIntegerField(null=True)
    received_currency = models.CharField(max_length=3, default="")
    refunded = models.BigIntegerField(default=0)
    owner_must = models.TextField(default="")
    capturing = models.TextField(db_default="", default="")
    """The session whose approved money we take: of two that were approved one is captured."""
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["shop_id", "state"], name="payment_by_state"),
            models.Index(fields=["session_id"], condition=~models.Q(session_id=""), name="payment_by_session"),
            models.Index(fields=["charge_id"], condition=~models.Q(charge_id=""), name="payment_by_charge"),
        ]


class Refund(ShopRow):
    """Money given back, by us or at the provider's own page (then without `reference`).

    `state`: `waiting` for a manager, `requested`, `pending` at the provider, then `succeeded`, `failed`, `canceled` or
    `declined` by a manager.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="refunds")
    provider_id = models.TextField()
    reference = models.TextField(db_default="", default="")
    """Ours: the key against doing it twice, and what comes back in events."""
    amount = models.BigIntegerField()
    state = models.TextField()
    reason = models.TextField(default="")
    requested_by = models.TextField(db_default="", default="")
    """As the audit trail names who asked for it."""
    is_by_hand = models.BooleanField(db_default=False, default=False)
    """A person gave it back; no provider was asked."""
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "provider_id"], condition=~models.Q(provider_id=""), name="one_refund_once"
            ),
            models.UniqueConstraint(fields=["reference"], condition=~models.Q(reference=""), name="one_refund_by_us"),
        ]


class ProviderCall(ShopRow):
    """A call to a provider that is due, committed with its cause and made outside of any transaction.

    `kind` and `subject`: `look` at a session, `cancel` a session, `refund` by its reference, `refund_look` by the
    provider's id of a refund. Times are wall time.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="calls")
    kind = models.TextField()
    subject = models.TextField()
    due_at = models.DateTimeField()
    attempts = models.IntegerField(default=0)
    """Without an answer, in a row."""
    wanted_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["payment", "kind", "subject"], name="one_call_at_a_time")]
        indexes = [models.Index(fields=["due_at"], name="provider_call_due")]
