import django.db.models.deletion
from django.db import migrations, models

import leadnurturebot.platform.ids


def _id() -> models.UUIDField:
    return models.UUIDField(
        primary_key=True, default=leadnurturebot.platform.ids.uuid7, editable=False, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [("catalog", "0004_companions")]
    operations = [
        migrations.CreateModel(
            name="PersonalCatalogue",
            fields=[
                ("shop_id", models.UUIDField(editable=False)),
                ("id", _id()),
                ("token", models.TextField()),
                ("code", models.TextField()),
                ("lead_id", models.UUIDField(null=True)),
                ("number_id", models.UUIDField(null=True)),
                ("language", models.TextField()),
                ("made_by", models.TextField()),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["token"], name="one_page_per_token"),
                    models.UniqueConstraint(fields=["shop_id", "code"], name="one_page_per_code"),
                ],
                "indexes": [
                    models.Index(fields=["shop_id", "created_at", "id"], name="page_by_shop"),
                    models.Index(fields=["shop_id", "lead_id"], name="page_by_lead"),
                    models.Index(fields=["expires_at"], name="page_by_end"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonalItem",
            fields=[
                ("shop_id", models.UUIDField(editable=False)),
                ("id", _id()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items",
                        to="catalog.personalcatalogue",
                    ),
                ),
                ("slot", models.SmallIntegerField()),
                ("product_id", models.UUIDField()),
                ("why", models.TextField()),
                ("clicks", models.IntegerField(db_default=0, default=0)),
                ("clicked_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["page", "slot"], name="one_item_a_slot")],
            },
        ),
    ]  # fmt: skip
