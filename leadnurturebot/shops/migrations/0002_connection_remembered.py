from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shops", "0001_initial")]

    operations = [
        migrations.AddField("connection", "remembered", models.JSONField(db_default={}, default=dict)),
    ]
