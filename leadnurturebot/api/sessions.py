"""People's sessions: Django's own rows, whose end moves when somebody is active.

Written once a minute at most: a page of the portal asks a dozen things at once, and each would write.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session

from leadnurturebot.platform.clocks import wall_now

MOVED_EVERY = timedelta(minutes=1)


class SessionStore(db.SessionStore):
    """A session that counts as changed once its end was set a minute ago, so that the middleware saves it anew."""

    def _get_session_from_db(self) -> Session | None:
        found: Session | None = super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        idle = timedelta(seconds=settings.SESSION_COOKIE_AGE)
        if found is not None and found.expire_date - wall_now() < idle - MOVED_EVERY:
            self.modified = True
        return found
