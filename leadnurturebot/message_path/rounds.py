"""A loop of rounds over one connection of its own: what a thread or a role does until it is told to stop."""

import threading
from abc import ABC, abstractmethod
from typing import ClassVar

import psycopg
import structlog

from leadnurturebot.platform.sql import Connection, connect

log = structlog.get_logger("rounds")


class Rounds(ABC):
    """Rounds one after the other while there is something to do, else one now and then. Any number of the same kind may
    run; claims keep them apart."""

    name: ClassVar[str]
    """Stands in the log, and in the database's list of its connections."""
    every_seconds: ClassVar[float]

    def __init__(self) -> None:
        self._connection: Connection | None = None

    @abstractmethod
    def round(self) -> bool:
        """Do what is due now. True when more may be due."""

    def run(self, stop: threading.Event) -> None:
        """Rounds until `stop` is set. A database that is away is waited for."""
        while not stop.is_set():
            try:
                busy = self.round()
            except psycopg.OperationalError as error:
                log.error("database away", of=self.name, error=type(error).__name__)
                self._connection = None
                busy = False
            if not busy:
                stop.wait(self.every_seconds)
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> Connection:
        """The connection, made anew where it was lost."""
        if self._connection is None or self._connection.closed:
            self._connection = connect(name=f"leadnurturebot {self.name}")
        return self._connection
