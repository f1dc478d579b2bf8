"""Whose news a session may hear, read without touching the session: listening is no activity."""

from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils.crypto import constant_time_compare

from leadnurturebot.api.authentication import chosen
from leadnurturebot.api.sessions import SessionStore
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.shops.access import find_user, memberships_of


def active_shop_of(session_key: str) -> UUID | None:
    """The shop that a live session looks at; None for a session that is over, or whose person may no longer enter."""
    try:
        return _active_shop(session_key)
    finally:
        connection.close()


def _active_shop(session_key: str) -> UUID | None:
    row = Session.objects.filter(session_key=session_key, expire_date__gt=wall_now()).first()
    if row is None:
        return None
    values = SessionStore().decode(row.session_data)
    user = find_user(values[SESSION_KEY]) if BACKEND_SESSION_KEY in values else None
    if user is None or not constant_time_compare(values.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    member = chosen(memberships_of(user.id), values)
    return member.shop.id if member else None
