from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("orders", "0009_forgotten_fits"),
    ]

    operations = [
        migrations.AddField(
            model_name="cartline",
            name="lapsed_at",
            field=models.DateTimeField(null=True),
        ),
    ]
