from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0002_blocked_people")]
    operations = [
        migrations.RemoveIndex(model_name="conversation", name="conversation_to_end"),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=models.Q(("status", "active")), fields=["started_at"], name="conversation_active"
            ),
        ),
    ]
