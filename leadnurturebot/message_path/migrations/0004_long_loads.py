from django.db import migrations, models

# Rows that every turn changes, in tables that only grow: room on each page for the next version, and a vacuum after a
# share of the table that stays small when the table is large. By default it waits for a fifth of all rows.
FREE = {
    "conversations_conversation": 80,
    "conversations_thread": 70,
    "leads_lead": 80,
    "nurture_monthusage": 50,
    "orders_cart": 80,
}
TUNE = (
    "autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_threshold=1000, autovacuum_analyze_scale_factor=0.02,"
    " autovacuum_vacuum_insert_scale_factor=0.05"
)
NAMES = (
    "autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_analyze_scale_factor,"
    " autovacuum_vacuum_insert_scale_factor"
)
TUNED = (*FREE, "conversations_message_default", "message_path_lane")


def _tune(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(f"ALTER TABLE {table} SET ({TUNE})", f"ALTER TABLE {table} RESET ({NAMES})")


class Migration(migrations.Migration):
    dependencies = [
        ("message_path", "0003_limits"),
        ("conversations", "0003_conversation_active"),
        ("leads", "0001_initial"),
        ("nurture", "0001_initial"),
        ("orders", "0001_initial"),
    ]
    operations = [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} SET (fillfactor={percent})", f"ALTER TABLE {table} RESET (fillfactor)"
            )
            for table, percent in FREE.items()
            if table != "conversations_thread"  # has it since 0002
        ),
        *map(_tune, TUNED),
        # Few of millions: the dashboard and the page of parked rows look for them.
        migrations.AddIndex(
            model_name="inboxrow",
            index=models.Index(condition=models.Q(("state", "parked")), fields=["shop_id"], name="inbox_parked"),
        ),
    ]
