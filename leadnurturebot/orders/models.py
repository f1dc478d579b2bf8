"""Carts, orders, and pieces held while somebody pays. Amounts are minor units of the order's currency."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import ShopRow


class Cart(ShopRow):
    """The open cart of a thread. `version` counts changes: a payment link of an older version no longer works."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    thread_id = models.UUIDField(unique=True)
    lead_id = models.UUIDField()
    version = models.IntegerField(default=0)
    changed_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True)


class CartLine(ShopRow):
    """A variant in a cart and the price it was put in at."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="lines")
    variant_id = models.UUIDField()
    product_id = models.UUIDField()
    quantity = models.IntegerField()
    added_price = models.BigIntegerField()
    added_at = models.DateTimeField()
    lapsed_at = models.DateTimeField(null=True)
    """Put aside, because nobody touched the cart for as long as the shop keeps one: offered again, and no part of it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cart", "variant_id"], name="one_line_per_variant"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="cart_quantity_positive"),
        ]


class Order(ShopRow):
    """An order. States and their transitions are those of `domain.order_states`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.TextField()
    lead_id = models.UUIDField()
    thread_id = models.UUIDField()
    conversation_id = models.UUIDField(null=True)
    cart_version = models.IntegerField(default=0)
    state = models.TextField()
    state_at = models.DateTimeField()
    payment_method = models.TextField()
    currency = models.CharField(max_length=3)
    subtotal = models.BigIntegerField()
    shipping = models.BigIntegerField(default=0)
    fee = models.BigIntegerField(db_default=0, default=0)
    """What the way of paying costs the customer: cash on delivery may."""
    discount = models.BigIntegerField(db_default=0, default=0)
    """What a coupon took off the goods."""
    tax = models.BigIntegerField(db_default=0, default=0)
    """Contained in the other parts, or a part of the total itself."""
    is_tax_included = models.BooleanField(db_default=False, default=False)
    tax_rate = models.IntegerField(db_default=0, default=0)
    """Thousandths of a percent."""
    tax_name = models.TextField(db_default="", default="")
    shipping_option = models.TextField(null=True)
    """How it is sent, in the owner's words or as a kind of `domain.shipping`; null: the shop had one rule for all."""
    shipping_days_min = models.IntegerField(null=True)
    shipping_days_max = models.IntegerField(null=True)
    ship_to = models.TextField(db_default="", default="")
    """Countries that shipping and tax were reckoned for while no address was known, between commas."""
    coupon_id = models.UUIDField(null=True)
    total = models.BigIntegerField()
    address_sealed = models.BinaryField(default=bytes)
    source = models.TextField(default="direct")
    ad_id = models.UUIDField(null=True)
    last_source = models.TextField(default="direct")
    last_ad_id = models.UUIDField(null=True)
    tracking_url = models.TextField(default="")
    carrier = models.TextField(default="")
    tracking_number = models.TextField(db_default="", default="")
    placed_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop_id", "number"], name="one_order_number")]
        indexes = [
            models.Index(fields=["shop_id", "-placed_at"], name="order_by_time"),
            models.Index(fields=["shop_id", "lead_id"], name="order_by_lead"),
            models.Index(fields=["thread_id", "state"], name="order_by_thread"),
            models.Index(fields=["placed_at"], condition=models.Q(state="awaiting_payment"), name="order_unpaid"),
            models.Index(
                fields=["coupon_id", "lead_id"], condition=models.Q(coupon_id__isnull=False), name="order_by_coupon"
            ),
        ]


class Coupon(ShopRow):
    """A code that takes something off. Its uses are the orders that carry it and were not given up: an order that ends
    unpaid gives its use back by ending."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField()
    percent = models.IntegerField(null=True)
    amount = models.BigIntegerField(null=True)
    minimum = models.BigIntegerField(default=0)
    categories = ArrayField(models.TextField(), default=list)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    uses = models.IntegerField(null=True)
    uses_per_customer = models.IntegerField(null=True)
    is_told = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "code"], name="one_coupon_per_code"),
            models.CheckConstraint(
                condition=models.Q(percent__isnull=False, amount__isnull=True, percent__gte=1, percent__lte=95)
                | models.Q(percent__isnull=True, amount__isnull=False, amount__gte=1),
                name="coupon_percent_or_amount",
            ),
        ]


class OrderLine(ShopRow):
    """A line as it was sold."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    variant_id = models.UUIDField()
    product_id = models.UUIDField()
    name = models.TextField()
    color = models.TextField(default="")
    size = models.TextField(default="")
    quantity = models.IntegerField()
    unit_price = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "product_id"], name="order_line_by_product")]


class FitVerdict(ShopRow):
    """How a piece that was bought fitted: `felt` is `small`, `right` or `large`; `source` tells who said so (`asked`,
    `return`, `exchange`, `person`). One a line; the last word counts. Whose it is only the order tells: of somebody who
    asked to be forgotten the line is empty, and what is left is a count of the product."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.OneToOneField(OrderLine, on_delete=models.CASCADE, related_name="fit_verdict", null=True)
    product_id = models.UUIDField()
    felt = models.TextField()
    source = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "product_id", "felt"], name="fit_by_product")]
        constraints = [
            models.CheckConstraint(condition=models.Q(felt__in=["small", "right", "large"]), name="fit_is_a_verdict")
        ]


class StockHold(ShopRow):
    """Pieces set aside for an order: `held` until a time, then `consumed` by payment or `released`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="holds")
    variant_id = models.UUIDField()
    quantity = models.IntegerField()
    state = models.TextField(default="held")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "variant_id"], name="one_hold_per_line")]
        indexes = [
            models.Index(fields=["variant_id", "until"], condition=models.Q(state="held"), name="live_holds"),
        ]


class OrderEvent(ShopRow):
    """The order's timeline. Words of people are sealed: they may tell of the customer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="events")
    kind = models.TextField()
    at = models.DateTimeField()
    detail = models.TextField(default="")
    note_sealed = models.BinaryField(db_default=b"", default=bytes)

    class Meta:
        indexes = [models.Index(fields=["order", "at"], name="order_timeline")]


class Return(ShopRow):
    """Pieces of one order line that come back, for one reason. States and their moves are those of `domain.returns`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="returns")
    line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="returns")
    quantity = models.IntegerField()
    reason = models.TextField()
    wanted = models.TextField()
    state = models.TextField()
    state_at = models.DateTimeField()
    why = models.TextField(default="")
    """Why a person has to decide, as `domain.returns.judge` says it."""
    wanted_variant_id = models.UUIDField(null=True)
    is_set_aside = models.BooleanField(default=False)
    """The wanted pieces are off the shelf and in no order yet."""
    exchange_order_id = models.UUIDField(null=True)
    refund_amount = models.BigIntegerField(null=True)
    """Minor units asked back when it was settled."""
    asked_by = models.TextField()
    """`customer` or `team`."""
    words_sealed = models.BinaryField(default=bytes)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="return_quantity_positive"),
        ]
        indexes = [
            models.Index(fields=["shop_id", "-created_at"], name="return_by_time"),
            models.Index(fields=["order"], name="return_by_order"),
        ]


class TicketCounter(ShopRow):
    """The number of a shop's newest ticket: whoever opens one locks this row, not the shop."""

    shop_id = models.UUIDField(primary_key=True, editable=False)
    last = models.IntegerField(default=0)


class Ticket(ShopRow):
    """A matter after a sale that one answer did not settle. Kinds, states and moves are those of `domain.tickets`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.IntegerField()
    kind = models.TextField()
    state = models.TextField()
    state_at = models.DateTimeField()
    priority = models.TextField()
    order = models.ForeignKey(Order, on_delete=models.CASCADE, null=True, related_name="tickets")
    return_id = models.UUIDField(null=True)
    lead_id = models.UUIDField()
    thread_id = models.UUIDField()
    assignee_id = models.UUIDField(null=True)
    opened_by = models.TextField()
    """`customer` or who of the shop, as the audit trail names them."""
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """Until when a person answers, by the shop's hours."""
    answered_at = models.DateTimeField(null=True)
    """When a person first answered."""
    solved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop_id", "number"], name="one_ticket_number"),
            models.UniqueConstraint(
                fields=["shop_id", "lead_id", "order", "kind"], condition=~models.Q(state="solved"),
                name="one_open_ticket",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["shop_id", "lead_id", "-opened_at"], name="ticket_by_lead"),
            models.Index(fields=["shop_id", "opened_at"], name="ticket_by_time"),
            models.Index(fields=["shop_id", "due_at"], condition=~models.Q(state="solved"), name="ticket_by_due"),
            models.Index(fields=["thread_id"], condition=~models.Q(state="solved"), name="ticket_by_thread"),
        ]


class TicketEvent(ShopRow):
    """The ticket's timeline. Words are sealed; `message_id` points at the message that brought them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="events")
    kind = models.TextField()
    """`opened`, `added`, `photo`, `asked`, `answered`, `note`, `assigned`, `priority`, `return`, or a state it came to."""
    at = models.DateTimeField()
    actor = models.TextField()
    detail = models.TextField(default="")
    words_sealed = models.BinaryField(default=bytes)
    message_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ticket", "at"], name="ticket_timeline")]
        constraints = [
            models.UniqueConstraint(fields=["ticket", "kind", "message_id"], name="one_event_per_message"),
        ]
