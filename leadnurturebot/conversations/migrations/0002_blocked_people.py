from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0001_initial")]
    operations = [
        migrations.AddField(model_name="thread", name="blocked_at", field=models.DateTimeField(null=True)),
    ]
