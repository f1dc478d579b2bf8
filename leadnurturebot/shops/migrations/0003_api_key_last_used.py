from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shops", "0002_connection_remembered")]

    operations = [
        migrations.AddField(
            model_name="apikey",
            name="last_used_at",
            field=models.DateTimeField(null=True),
        ),
    ]
