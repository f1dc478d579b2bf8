"""Why an import or a row of it failed, by code and values, so that the portal says it in the owner's language."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_personal_catalogues")]

    operations = [
        migrations.AddField(
            model_name="catalogimport", name="why", field=models.JSONField(db_default={}, default=dict)
        ),
        migrations.AddField(
            model_name="catalogimportrow", name="why", field=models.JSONField(db_default={}, default=dict)
        ),
    ]
