"""A home of its own: a fresh database with the product's usual settings, and the environment of its processes."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from leadnurturebot.config.home import kept_secrets
from leadnurturebot.platform import embedded_database
from leadnurturebot.platform.embedded_database import Running

# Of the environment only what a program needs to run: a benchmark must not meet somebody's own database.
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH")
NUMBER_RATE = 1000


@dataclass(frozen=True, slots=True)
class Scratch:
    """Where everything is."""

    home: Path
    database: Running
    web_port: int
    graph_port: int

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the product's processes."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return kept | {
            "LEADNURTUREBOT_HOME": str(self.home),
            "DATABASE_URL": self.database.url,
            "DJANGO_SETTINGS_MODULE": "leadnurturebot.config.settings",
            "BASE_URL": f"http://127.0.0.1:{self.web_port}",
            "WHATSAPP_GRAPH_URL": f"http://127.0.0.1:{self.graph_port}",
            "NUMBER_RATE": str(NUMBER_RATE),
        }


@contextmanager
def scratch() -> Iterator[Scratch]:
    """A scratch home with its database running, this process's Django set up on it; all gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="leadnurturebot-path-"))
    kept_secrets(home)
    try:
        database = embedded_database.start(home, log=lambda line: None)
        try:
            made = Scratch(home, database, free_port(), free_port())
            _set_up(made)
            yield made
        finally:
            database.stop(immediate=True)
    finally:
        embedded_database.erase(home)
        shutil.rmtree(home, ignore_errors=True)


def _set_up(made: Scratch) -> None:
    for name in ("SECRET_KEY", "MASTER_KEY"):
        os.environ.pop(name, None)
    os.environ.update(made.environment)
    from leadnurturebot.cli.demo_steps import migrate

    migrate()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
