"""Removing an embedded database with all its data."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import explaining
from leadnurturebot.platform.embedded_database.home_lock import HomeLock
from leadnurturebot.platform.embedded_database.layout import find_layout, make_own_folder
from leadnurturebot.platform.embedded_database.server_processes import end_leftovers

_LOG = logging.getLogger(__name__).info


def erase(home: Path, *, log: Callable[[str], None] = _LOG) -> None:
    """Remove the data of the embedded database of `home` for good; nothing happens when it has none.

    The data of a database that root made lies outside the home, so removing the home would not remove it.
    Raises EmbeddedDatabaseError when the database is in use.
    """
    lock = HomeLock(make_own_folder(home))
    try:
        layout = find_layout(home)
        if layout is None:
            return
        with explaining(layout.holder):
            end_leftovers(layout.cluster, log=log)
            shutil.rmtree(layout.cluster)
            for path in (layout.passwords_file, layout.socket_record, layout.configuration_file, layout.pointer):
                path.unlink(missing_ok=True)
            if layout.holder != layout.own:
                shutil.rmtree(layout.holder)
    finally:
        lock.release()
