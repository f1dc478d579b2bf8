from django.db import migrations, models

import leadnurturebot.platform.ids


def _id() -> models.UUIDField:
    return models.UUIDField(
        primary_key=True, default=leadnurturebot.platform.ids.uuid7, editable=False, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [("catalog", "0003_editing_and_imports")]
    operations = [
        migrations.CreateModel(
            name="Companion",
            fields=[
                ("shop_id", models.UUIDField(editable=False)),
                ("id", _id()),
                ("product_id", models.UUIDField()),
                ("other_id", models.UUIDField()),
                ("closeness", models.FloatField()),
                ("buyers", models.IntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["shop_id", "product_id", "other_id"], name="one_companion_per_pair")
                ]
            },
        ),
        migrations.CreateModel(
            name="CompanionRun",
            fields=[
                ("shop_id", models.UUIDField(editable=False)),
                ("id", _id()),
                ("reckoned_at", models.DateTimeField()),
                ("deeds", models.IntegerField(default=0)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=["shop_id"], name="one_companion_run")]},
        ),
    ]
