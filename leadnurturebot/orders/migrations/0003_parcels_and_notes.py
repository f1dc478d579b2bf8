from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("orders", "0002_payment_fee"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="tracking_number",
            field=models.TextField(db_default="", default=""),
        ),
        migrations.AddField(
            model_name="orderevent",
            name="note_sealed",
            field=models.BinaryField(db_default=b"", default=bytes),
        ),
    ]
