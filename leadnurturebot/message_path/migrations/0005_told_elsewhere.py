from django.db import migrations


class Migration(migrations.Migration):
    """Notices stand with the shops, and so does what the provider says of a number's limit."""

    dependencies = [("message_path", "0004_long_loads"), ("shops", "0004_provider_state_and_notices")]

    operations = [
        migrations.DeleteModel(name="Notice"),
        migrations.RemoveField(model_name="numberstate", name="daily_people"),
    ]
