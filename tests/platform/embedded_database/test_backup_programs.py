import subprocess
from pathlib import Path

import psycopg

from leadnurturebot.platform.embedded_database import Running, binary


def test_a_dump_of_the_running_database_can_be_restored(server: Running, tmp_path: Path) -> None:
    dump = tmp_path / "shop.dump"
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE dresses AS SELECT 'Rosé' AS name")
        connection.execute("CREATE DATABASE restored")
    subprocess.run([binary("pg_dump"), "-Fc", "-f", dump, server.url], check=True)
    restored = server.url.replace("/leadnurturebot?", "/restored?")
    subprocess.run([binary("pg_restore"), "-d", restored, dump], check=True)
    shown = subprocess.run(
        [binary("psql"), "-At", "-c", "SELECT name FROM dresses", restored], capture_output=True, check=True
    )
    assert shown.stdout.decode() == "Rosé\n"
