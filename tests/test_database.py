from leadnurturebot.platform.sql import Connection


def test_the_template_is_migrated(connection: Connection) -> None:
    row = connection.execute("SELECT count(*) FROM ledger_entry").fetchone()
    assert row == (0,)
