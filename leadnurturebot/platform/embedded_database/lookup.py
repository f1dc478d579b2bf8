"""Finding the running embedded database of a home, from any other command."""

from dataclasses import dataclass
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import explaining
from leadnurturebot.platform.embedded_database.layout import Layout, find_layout
from leadnurturebot.platform.embedded_database.passwords import read_passwords
from leadnurturebot.platform.embedded_database.server_processes import recorded_server
from leadnurturebot.platform.embedded_database.socket_folder import is_listening, is_private
from leadnurturebot.platform.embedded_database.urls import application_url


@dataclass(frozen=True, slots=True)
class EmbeddedDatabase:
    """A running embedded database: its home, the url for the product, the socket's folder, the server's process id."""

    home: Path
    url: str
    socket_directory: Path
    pid: int


def connection_url(home: Path) -> str | None:
    """The url of the running embedded database of `home`, or None when none runs."""
    found = find_running(home)
    return found.url if found else None


def find_running(home: Path) -> EmbeddedDatabase | None:
    """The running embedded database of `home`, or None; raises EmbeddedDatabaseError when the home may not be read."""
    with explaining(home):
        layout = find_layout(home)
        folder = recorded_socket_folder(layout) if layout else None
        if layout is None or folder is None:
            return None
        passwords = read_passwords(layout.passwords_file)
        pid = recorded_server(layout.cluster)
    if passwords is None or pid is None or not is_private(folder, layout.account) or not is_listening(folder):
        return None
    return EmbeddedDatabase(layout.home, application_url(passwords, folder), folder, pid)


def recorded_socket_folder(layout: Layout) -> Path | None:
    record = layout.socket_record
    return Path(record.read_text().strip()) if record.exists() else None
