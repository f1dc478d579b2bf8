from django.db import migrations

# Queue tables live minutes and change constantly: vacuum early and cheaply, leave room on each page for updates in place.
TUNE = "autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000, autovacuum_vacuum_cost_delay=0"
TABLES = ("message_path_inbox", "message_path_outbox", "message_path_status", "message_path_timer")


class Migration(migrations.Migration):
    dependencies = [("message_path", "0001_initial"), ("conversations", "0001_initial")]
    operations = [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} SET (fillfactor=70, {TUNE})",
                f"ALTER TABLE {table} RESET (fillfactor, autovacuum_vacuum_scale_factor,"
                " autovacuum_vacuum_threshold, autovacuum_vacuum_cost_delay)",
            )
            for table in TABLES
        ),
        # A message is written once and its status two or three times; a thread at every turn.
        migrations.RunSQL(
            "ALTER TABLE conversations_message_default SET (fillfactor=80)",
            "ALTER TABLE conversations_message_default RESET (fillfactor)",
        ),
        migrations.RunSQL(
            "ALTER TABLE conversations_thread SET (fillfactor=70)",
            "ALTER TABLE conversations_thread RESET (fillfactor)",
        ),
    ]
