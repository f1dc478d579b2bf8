"""Partitioned tables: the migration operation that creates one, and the upkeep of daily partitions."""

from datetime import date, timedelta
from typing import Any

from django.db import migrations, models

from leadnurturebot.platform.sql import Connection


class CreatePartitioned(migrations.CreateModel):
    """`CreateModel` whose table is `PARTITION BY RANGE (column)` with a default partition, so that no row is refused."""

    def __init__(self, *args: Any, partition_by: str, **kwargs: Any) -> None:
        self.partition_by = partition_by
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        name, args, kwargs = super().deconstruct()
        return name, list(args), {**kwargs, "partition_by": self.partition_by}

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model: type[models.Model] = to_state.apps.get_model(app_label, self.name)
        sql, parameters = schema_editor.table_sql(model)
        table = schema_editor.quote_name(model._meta.db_table)
        schema_editor.execute(f"{sql} PARTITION BY RANGE ({schema_editor.quote_name(self.partition_by)})", parameters)
        default = schema_editor.quote_name(f"{model._meta.db_table}_default")
        schema_editor.execute(f"CREATE TABLE {default} PARTITION OF {table} DEFAULT")
        schema_editor.deferred_sql.extend(schema_editor._model_indexes_sql(model))


def keep_daily_partitions(connection: Connection, table: str, *, today: date, ahead: int, keep: int) -> None:
    """Make the daily partitions of `table` up to `ahead` days from today, and drop those older than `keep` days.

    A day whose rows already sit in the default partition is left there: PostgreSQL refuses the overlap, and they age
    out with `drop_old_default`.
    """
    existing = {
        row[0]
        for row in connection.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [table]
        )
    }
    for day in (today + timedelta(days=step) for step in range(-1, ahead + 1)):
        name = f"{table}_{day:%Y%m%d}"
        taken = connection.execute(f"SELECT 1 FROM {table}_default WHERE day = %s LIMIT 1", [day]).fetchone()
        if name not in existing and not taken:
            bounds = f"FROM ('{day}') TO ('{day + timedelta(days=1)}')"
            connection.execute(f"CREATE TABLE IF NOT EXISTS {name} PARTITION OF {table} FOR VALUES {bounds}")
    oldest = today - timedelta(days=keep)
    for name in existing:
        stamp = name.rpartition("_")[2]
        if stamp.isdigit() and stamp < f"{oldest:%Y%m%d}":
            connection.execute(f"DROP TABLE {name}")
    connection.execute(f"DELETE FROM {table}_default WHERE day < %s", [oldest])
