"""Shops, their people, keys, connections to outside systems and settings."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.tenancy import ShopRow


class UserManager(BaseUserManager["User"]):
    """People are found by e-mail in any case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person of one or more shops."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.TextField()
    language = models.TextField(default="en")
    theme = models.TextField(default="system")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    def get_full_name(self) -> str:
        return self.name


class Shop(models.Model):
    """A shop: everything else hangs on its id."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(unique=True)
    name = models.TextField()
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    language = models.TextField(default="en")
    timezone = models.TextField()
    order_prefix = models.TextField()
    next_order_number = models.BigIntegerField(default=1)
    catalogue_version = models.BigIntegerField(default=1)
    knowledge_version = models.BigIntegerField(db_default=0, default=0)
    """Changes with every answer or example of the assistant; 0 while there is none."""
    settings = models.JSONField(default=dict)
    salt = models.TextField(default=token)
    created_at = models.DateTimeField()


class Membership(ShopRow):
    """A person's role in a shop."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.TextField()
    is_owner = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "user"], name="one_membership_per_shop")]


class ApiKey(ShopRow):
    """A key for machines: only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=4)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    """To the minute."""
    revoked_at = models.DateTimeField(null=True)


class Connection(ShopRow):
    """A shop's account with an outside system. `slug` names the provider; secrets are sealed.

    `remembered`: what the provider asked to be kept, such as names of content made there; nothing of any person.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField()
    slug = models.TextField()
    config = models.JSONField(default=dict)
    secrets = models.BinaryField(default=bytes)
    remembered = models.JSONField(default=dict, db_default={})
    endpoint_key = models.TextField(unique=True, default=token)
    status = models.TextField(default="active")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop_id", "kind"], name="connection_by_kind")]


class BusinessNumber(ShopRow):
    """A number on which the shop is written to."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="numbers")
    phone_number_id = models.TextField()
    waba_id = models.TextField()
    display_number = models.TextField(default="")
    # What the provider's webhooks said last. Empty: nothing yet.
    quality = models.TextField(db_default="")
    """`GREEN`, `YELLOW`, `RED`."""
    messaging_limit = models.TextField(db_default="")
    """People whom we may write to first in 24 hours, shared by the whole portfolio: `TIER_250` … `TIER_UNLIMITED`."""
    throughput = models.TextField(db_default="")
    """`HIGH` after an upgrade."""
    status = models.TextField(db_default="")
    """`RESTRICTED`, `DISABLED`, `DISCONNECTED`…; `CONNECTED` after such a time."""
    verified_name = models.TextField(db_default="")
    name_status = models.TextField(db_default="")
    username = models.TextField(db_default="")
    sending_paused = models.TextField(db_default="")
    """`all`, or `started`: nothing that we begin ourselves. Set and lifted by what the provider says of the account."""
    sending_paused_until = models.DateTimeField(null=True)
    """None with a pause: until the provider lifts it."""
    told_at = models.JSONField(db_default=models.Value({}, models.JSONField()))
    """When the newest event of each sort was sent: one that comes late changes nothing."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "phone_number_id"], name="one_number_per_connection")
        ]
        indexes = [models.Index(fields=["id"], condition=~models.Q(sending_paused=""), name="number_paused")]


class Notice(ShopRow):
    """Something outside the shop that its people should know of: stands until it is mended or read.

    `kind` is the code of a text of the portal, `subject` what it is about (a template, a number): one of each is open
    at a time.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.TextField()
    subject = models.TextField(default="")
    severity = models.TextField()
    """`danger`, `warning` or `info`."""
    parameters = models.JSONField(default=dict)
    count = models.IntegerField(default=1)
    """How often it was told since then."""
    since = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop_id", "kind", "subject"], condition=models.Q(resolved_at=None), name="one_open_notice"
            )
        ]


Json = dict[str, Any]
