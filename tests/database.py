"""A private PostgreSQL for the test run: one server, one migrated template, a copy of it for every test process.

Loaded by `-p` before anything reads settings. With `DATABASE_URL` set that server is used instead (its role must be
allowed to create databases).
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

SERVER = "LEADNURTUREBOT_TEST_SERVER"
TEMPLATE = "leadnurturebot_template"


def database_url(server: str, name: str) -> str:
    """The address of another database on the same server."""
    parts = urlsplit(server)
    return urlunsplit(parts._replace(path=f"/{name}"))


def create(server: str, name: str, *, template: str = TEMPLATE) -> str:
    """A fresh copy of the template; returns its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
    return database_url(server, name)


def drop(server: str, name: str) -> None:
    """Remove a copy."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _start_server() -> str:
    from leadnurturebot.platform import embedded_database

    home = Path(tempfile.mkdtemp(prefix="leadnurturebot-tests-"))
    running = embedded_database.start(home, settings={"fsync": "off", "max_connections": "100"})

    def end() -> None:
        running.stop(immediate=True)
        embedded_database.erase(home)
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(end)
    return running.url


def _make_template(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(TEMPLATE)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    environment = {**os.environ, "DATABASE_URL": database_url(server, TEMPLATE)}
    command = [sys.executable, "-m", "django", "migrate", "--settings", "leadnurturebot.config.settings", "-v", "0"]
    subprocess.run(command, env=environment, check=True)


def _prepare() -> None:
    os.environ.setdefault("LEADNURTUREBOT_HOME", tempfile.mkdtemp(prefix="leadnurturebot-home-"))
    os.environ["DATABASE_POOL"] = "0"
    # Most tests stand still in time, where no rate ever refills; those about limits set their own.
    os.environ["NUMBER_RATE"] = "5000"
    os.environ["WHATSAPP_GRAPH_URL"] = "http://127.0.0.1:9"  # nobody answers there, and nothing leaves this machine
    os.environ["DJANGO_SETTINGS_MODULE"] = "leadnurturebot.config.settings"
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not worker:
        os.environ[SERVER] = os.environ.get("DATABASE_URL") or _start_server()
        _make_template(os.environ[SERVER])
    name = f"leadnurturebot_test_{worker or 'main'}"
    os.environ["DATABASE_URL"] = create(os.environ[SERVER], name)


_prepare()
