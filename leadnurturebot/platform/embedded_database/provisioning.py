"""The product's role and database inside a running server."""

import psycopg
from psycopg import sql

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.passwords import Passwords
from leadnurturebot.platform.embedded_database.urls import APPLICATION_DATABASE, APPLICATION_ROLE

_CONNECT_SECONDS = 10


def provision(url: str, passwords: Passwords) -> None:
    """Sign in with the admin's `url` and create what is missing; safe to run at every start.

    Raises EmbeddedDatabaseError when signing in or creating fails.
    """
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=_CONNECT_SECONDS) as connection:
            _provide_role(connection, passwords.application)
            _provide_database(connection)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[-1].rstrip(".")
        raise EmbeddedDatabaseError(f"The database runs but could not be set up: {reason}.") from error


def _provide_role(connection: "psycopg.Connection[tuple[object, ...]]", password: str) -> None:
    """The password is set each time: the file with the passwords, not the database, says what it is."""
    role = sql.Identifier(APPLICATION_ROLE)
    found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION_ROLE]).fetchone()
    if not found:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB IN ROLE pg_monitor").format(role))
    connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(role, sql.Literal(password)))


def _provide_database(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [APPLICATION_DATABASE]).fetchone()
    if not found:
        create = sql.SQL("CREATE DATABASE {} OWNER {}")
        connection.execute(create.format(sql.Identifier(APPLICATION_DATABASE), sql.Identifier(APPLICATION_ROLE)))
