"""Plans that keep up with their tables.

A prepared statement keeps its plan until statistics are gathered anew, which autovacuum does once a minute at best. A plan
made while a table was empty reads it whole for each of a thousand ids, and goes on so while the table fills: the first
busy minute of an installation then costs ten times its work. Planning again every few seconds costs next to nothing.
"""

import time

from leadnurturebot.platform.sql import Connection

KEPT_SECONDS = 5.0


class FreshPlans:
    """Has PostgreSQL forget a connection's plans every few seconds."""

    def __init__(self, seconds: float = KEPT_SECONDS) -> None:
        self._seconds = seconds
        self._kept_until = 0.0

    def renew(self, connection: Connection) -> None:
        """Forget the plans when they are old; within a transaction of the caller."""
        now = time.monotonic()
        if now >= self._kept_until:
            connection.execute("DISCARD PLANS")
            self._kept_until = now + self._seconds
