from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]
    operations = [
        migrations.AddIndex(
            model_name="productimage",
            index=models.Index(fields=["shop_id", "position"], name="picture_by_shop"),
        ),
    ]
