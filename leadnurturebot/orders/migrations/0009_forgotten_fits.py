"""A verdict outlives its order's person: its line may be empty."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0008_tickets")]

    operations = [
        migrations.AlterField(
            model_name="fitverdict",
            name="line",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fit_verdict",
                to="orders.orderline",
            ),
        )
    ]
