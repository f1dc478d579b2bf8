import os
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from leadnurturebot.platform.embedded_database import (
    EmbeddedDatabaseError,
    Running,
    connection_url,
    erase,
    find_running,
    start,
)
from leadnurturebot.platform.embedded_database.waiting import wait_until


def one_value(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_the_server_is_a_direct_child_that_answers_on_its_url(server: Running) -> None:
    assert server.is_alive()
    assert find_running(server.database.home) == server.database
    assert f"PPid:\t{os.getpid()}\n" in Path(f"/proc/{server.process.pid}/status").read_text()
    assert one_value(server.url, "SELECT current_database()") == "leadnurturebot"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("listen_addresses", ""),
        ("data_checksums", "on"),
        ("server_encoding", "UTF8"),
        ("lc_collate", "C"),
        ("jit", "off"),
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("shared_buffers", "128MB"),
        ("max_connections", "60"),
        ("password_encryption", "scram-sha-256"),
    ],
)
def test_the_server_runs_with_our_setting(server: Running, setting: str, value: str) -> None:
    query = "SELECT current_setting(%s)" if setting != "lc_collate" else "SELECT datcollate FROM pg_database LIMIT 1"
    with psycopg.connect(server.url) as connection:
        assert connection.execute(query, [setting] if "%s" in query else []).fetchone() == (value,)


def test_the_product_is_no_superuser_but_may_create_databases(server: Running) -> None:
    query = "SELECT rolsuper::text || rolcreatedb::text FROM pg_roles WHERE rolname = current_user"
    assert one_value(server.url, query) == "falsetrue"
    assert one_value(server.admin_url, query) == "truetrue"


def test_a_wrong_password_is_refused(server: Running) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(server.url, password="guessed")


def test_a_missing_password_is_refused_even_to_the_owner_of_the_socket(server: Running) -> None:
    password = urlsplit(server.url).password or ""
    with pytest.raises(psycopg.OperationalError, match="no password supplied"):
        psycopg.connect(server.url.replace(f":{password}@", "@"))


def test_the_socket_folder_and_the_passwords_are_private(server: Running, shared_home: Path) -> None:
    assert server.socket_directory.stat().st_mode & 0o777 == 0o700
    assert (shared_home / "postgres" / "passwords.json").stat().st_mode & 0o777 == 0o600


def test_the_home_keeps_its_mode(server: Running, shared_home: Path) -> None:
    assert server.is_alive()
    assert shared_home.stat().st_mode & 0o777 == 0o700


def test_the_server_does_not_see_the_keys_of_the_product(server: Running) -> None:
    environment = Path(f"/proc/{server.process.pid}/environ").read_bytes().split(b"\0")
    names = {each.partition(b"=")[0] for each in environment if each}
    assert names <= {b"PATH", b"LD_LIBRARY_PATH", b"LC_ALL", b"TZ"}


def test_a_second_start_on_the_same_home_is_refused_in_one_sentence(server: Running, shared_home: Path) -> None:
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        start(shared_home)
    assert str(refusal.value) == (
        f"The database of {shared_home} is already in use by LeadNurtureBot (process {os.getpid()}): "
        "stop that one first or choose another home folder."
    )
    assert one_value(server.url, "SELECT 1") == 1


def test_other_commands_find_the_url_of_the_running_database(server: Running, shared_home: Path) -> None:
    assert connection_url(shared_home) == server.url


def test_no_url_is_found_where_nothing_was_ever_started(home: Path) -> None:
    assert connection_url(home) is None
    assert not home.exists()


def test_restart_keeps_the_data_and_the_url(server: Running) -> None:
    url, process = server.url, server.process
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept_over_restart AS SELECT 42 AS answer")
    server.restart()
    assert server.process.pid != process.pid
    assert process.poll() == 0
    assert server.url == url
    assert one_value(url, "SELECT answer FROM kept_over_restart") == 42


def test_the_log_holds_no_statement_and_no_value_of_a_customer(server: Running) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE numbers (phone text PRIMARY KEY)")
        connection.execute("INSERT INTO numbers VALUES ('15550001111')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO numbers VALUES ('15550001111')")
    # The line may reach the log a moment after the error reached us.
    assert wait_until(lambda: "duplicate key value violates" in server.log_file.read_text(), seconds=10)
    assert "15550001111" not in server.log_file.read_text()


def test_the_whole_life_of_a_database(home: Path) -> None:
    """One test for many promises, because each first start makes a whole data directory."""
    first = start(home, settings={"fsync": "off"})
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE letters AS SELECT 'kept' AS word")
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
    first.stop()
    assert connection_url(home) is None
    assert not first.socket_directory.exists()
    assert first.process.returncode == 0

    (home / "postgres" / "passwords.json").unlink()
    said: list[str] = []
    second = start(home, log=said.append)
    assert said == ["The file with the database passwords is missing; setting new ones."]
    assert one_value(second.url, "SELECT word FROM letters") == "kept"
    with pytest.raises(EmbeddedDatabaseError, match="is already in use"):
        erase(home)
    second.stop()
    second.stop()

    with pytest.raises(EmbeddedDatabaseError, match="was stopped: start it anew"):
        second.restart()
    erase(home)
    assert sorted(path.name for path in (home / "postgres").iterdir()) == ["lock", "log"]


def test_two_homes_do_not_meet(server: Running, home: Path) -> None:
    other = start(home)
    try:
        assert other.socket_directory != server.socket_directory
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(other.url, host=str(server.socket_directory))
    finally:
        other.stop()
    assert server.is_alive()
