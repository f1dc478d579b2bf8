"""Who calls: a person by server session, or a machine by API key. Both come with their membership in one shop."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from leadnurturebot.platform import clocks
from leadnurturebot.shops.access import KEY_START, Member, get_key_holder, memberships_of

ACTIVE_SHOP = "active_shop"
"""Session key of the shop a person looks at; without it the oldest membership counts."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The holder of an API key, in place of a person."""

    id: UUID
    name: str
    language: str
    email: str = ""
    theme: str = "system"
    is_authenticated: bool = True
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What a caller may enter: every membership, and the one that is active (None for a person without a shop)."""

    memberships: tuple[Member, ...]
    active: Member | None


class SessionPerson(SessionAuthentication):
    """`Authorization: Bearer lnb_…`, else the session cookie with Django's CSRF check on every change."""

    def authenticate(self, request: Request) -> tuple[Any, Entry] | None:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme:
            return self._machine(scheme, key.strip())
        found = super().authenticate(request)
        if found is None:
            return None
        memberships = memberships_of(found[0].id)
        return found[0], Entry(memberships, chosen(memberships, request._request.session))

    def _machine(self, scheme: str, key: str) -> tuple[Machine, Entry]:
        is_ours = scheme.lower() == "bearer" and key.startswith(KEY_START)
        member = get_key_holder(key, now=clocks.wall_now()) if is_ours else None
        if member is None or member.key_id is None:
            raise AuthenticationFailed("This API key is unknown or was revoked.")
        return Machine(member.key_id, member.name, member.shop.language), Entry((member,), member)

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


def chosen(memberships: tuple[Member, ...], session: SessionBase | dict[str, Any]) -> Member | None:
    """The membership in the shop that the session names, else the oldest; None without any."""
    wanted = session.get(ACTIVE_SHOP)
    named = (member for member in memberships if str(member.shop.id) == wanted)
    return next(named, memberships[0] if memberships else None)


def entry_of(request: Request) -> Entry:
    """What the caller may enter; nothing for a stranger."""
    return cast(Entry, request.auth) if request.auth else Entry((), None)


def member_of(request: Request) -> Member | None:
    """The caller's membership in the active shop."""
    return entry_of(request).active
