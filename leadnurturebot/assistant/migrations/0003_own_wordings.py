from django.db import migrations, models


class Migration(migrations.Migration):
    """Several wordings to a text, with plural forms. Nothing could be written to the column before."""

    dependencies = [("assistant", "0002_knowledge")]

    operations = [
        migrations.RemoveField("textoverride", "text"),
        migrations.AddField("textoverride", "wordings", models.JSONField(default=list)),
    ]
