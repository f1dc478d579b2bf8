from leadnurturebot.platform.fresh_plans import FreshPlans
from leadnurturebot.platform.sql import Connection


def test_a_plan_made_on_an_empty_table_is_not_kept(connection: Connection) -> None:
    connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    connection.execute("CREATE TEMP TABLE grown (id int PRIMARY KEY) ON COMMIT DROP")
    connection.execute("INSERT INTO grown VALUES (0)")
    connection.execute("ANALYZE grown")
    connection.execute("PREPARE found AS SELECT 1 FROM grown WHERE id = $1")
    plans = FreshPlans(seconds=3600)
    plans.renew(connection)
    assert way(connection) == "Seq Scan"
    connection.execute("INSERT INTO grown SELECT generate_series(1, 20000)")
    plans.renew(connection)
    assert way(connection) == "Seq Scan", "an hour has not passed: the old plan is still kept"
    FreshPlans().renew(connection)
    assert way(connection).startswith("Index")
    connection.execute("DEALLOCATE found")


def way(connection: Connection) -> str:
    """How the prepared statement reads the table."""
    row = connection.execute("EXPLAIN EXECUTE found(7)").fetchone()
    assert row is not None
    return str(row[0]).partition(" using ")[0].partition(" on ")[0].strip()
