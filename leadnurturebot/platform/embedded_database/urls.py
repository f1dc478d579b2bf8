"""Connection urls of an embedded database."""

from pathlib import Path
from urllib.parse import quote

from leadnurturebot.platform.embedded_database.passwords import Passwords
from leadnurturebot.platform.embedded_database.socket_folder import PORT

ADMIN_ROLE = "postgres"
APPLICATION_ROLE = "leadnurturebot"
APPLICATION_DATABASE = "leadnurturebot"


def application_url(passwords: Passwords, socket_folder: Path) -> str:
    """For the product: owns its database and may create others, but is no superuser."""
    return _url(APPLICATION_ROLE, passwords.application, APPLICATION_DATABASE, socket_folder)


def admin_url(passwords: Passwords, socket_folder: Path) -> str:
    """For the superuser, in the maintenance database."""
    return _url(ADMIN_ROLE, passwords.admin, "postgres", socket_folder)


def _url(role: str, password: str, database: str, socket_folder: Path) -> str:
    host = quote(str(socket_folder), safe="")
    return f"postgresql://{role}:{quote(password, safe='')}@/{database}?host={host}&port={PORT}"
