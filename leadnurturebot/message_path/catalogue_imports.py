"""Imports of catalogues at work: files are read, applied and undone beside everything else, a piece at a time."""

import tempfile
from pathlib import Path

from leadnurturebot.catalog.importing import applying, jobs, planning, undoing
from leadnurturebot.message_path import restock
from leadnurturebot.message_path.rounds import Rounds
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import read_times
from leadnurturebot.platform import file_store
from leadnurturebot.platform.encryption import Unreadable, ring
from leadnurturebot.platform.sql import Connection


class CatalogueImporter(Rounds):
    """Works on imports, a piece a round."""

    name = "imports"
    every_seconds = 1.0

    def round(self) -> bool:
        """One piece of one import. False when there was none."""
        return work(self._opened())


def work(connection: Connection) -> bool:
    """One piece of the oldest import, in a transaction of its own. False when there is nothing to do."""
    with connection.transaction():
        job = jobs.claim(connection)
        if job is None:
            return False
        _step(connection, job, read_times(connection))
    if job.stored_as:
        file_store.delete(job.stored_as)
    return True


def _step(connection: Connection, job: jobs.Job, times: Times) -> None:
    if job.state == "reading":
        _read(connection, job, times)
        return
    some = applying.apply_some if job.state == "running" else undoing.undo_some
    raised = some(connection, job, now=times.now)
    restock.watch(connection, job.shop_id, raised, times.now)


def _read(connection: Connection, job: jobs.Job, times: Times) -> None:
    try:
        body = file_store.opened(ring().of(connection, job.shop_id), job.stored_as)
    except (file_store.FileMissing, Unreadable):
        jobs.finish(connection, job, "failed", now=times.now, reason="the file is no longer there; upload it again")
        return
    with tempfile.TemporaryDirectory(prefix="lnb-import-") as folder:
        file = Path(folder) / "catalogue.csv"
        file.write_bytes(body)
        planning.plan_import(connection, job, file, now=times.now)
