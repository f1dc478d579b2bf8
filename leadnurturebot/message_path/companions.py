"""What people take together, reckoned anew beside the timers: a large shop takes seconds."""

from leadnurturebot.analytics.companion_reckoning import reckon_due
from leadnurturebot.message_path.rounds import Rounds
from leadnurturebot.message_path.worker import read_times


class CompanionReckoner(Rounds):
    """Reckons the shops whose day is over, one a round."""

    name = "companions"
    every_seconds = 60.0

    def round(self) -> bool:
        """One shop, in a transaction of its own. False when none was due."""
        connection = self._opened()
        with connection.transaction():
            return reckon_due(connection, now=read_times(connection).now, limit=1) > 0
