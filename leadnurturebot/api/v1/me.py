"""The person who is signed in, and the shop looked at."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from leadnurturebot.api.authentication import ACTIVE_SHOP, Entry, Machine, entry_of
from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1.shapes import ShopRef
from leadnurturebot.api.views import answered, checked, operation
from leadnurturebot.shops.access import ShopRef as Shop
from leadnurturebot.shops.access import get_user
from leadnurturebot.shops.actions import LANGUAGES, ROLES, THEMES, user_preferences_change


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who is signed in, and as what."""

    user: Any
    shop: Shop | None
    shops: tuple[Shop, ...]
    role: str
    is_owner: bool
    demo: bool
    version: str
    session_seconds: int
    """How long a session lasts in which nothing is asked of the server."""


class PersonSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    email = serializers.CharField()
    language = serializers.CharField()
    theme = serializers.ChoiceField(choices=THEMES)


class MeSerializer(serializers.Serializer[Any]):
    user = PersonSerializer()
    shop = ShopRef(allow_null=True)
    shops = ShopRef(many=True)
    role = serializers.ChoiceField(choices=ROLES)
    is_owner = serializers.BooleanField()
    demo = serializers.BooleanField()
    version = serializers.CharField()
    session_seconds = serializers.IntegerField(help_text="A session ends when nothing was asked for so long.")


class MePatchSerializer(serializers.Serializer[Any]):
    language = serializers.ChoiceField(choices=LANGUAGES, required=False)
    theme = serializers.ChoiceField(choices=THEMES, required=False)


class ChooseShopSerializer(serializers.Serializer[Any]):
    shop = serializers.UUIDField()


class MeView(APIView):
    """Who is signed in."""

    @operation("getMe", "me", answer=MeSerializer)
    def get(self, request: Request) -> Response:
        """The person, their shops and role."""
        return answered(MeSerializer, _me(request.user, entry_of(request)))

    @operation("updateMe", "me", answer=MeSerializer, body=MePatchSerializer)
    def patch(self, request: Request) -> Response:
        """Change the portal's language or theme for the person."""
        changes = checked(MePatchSerializer, request)
        user = get_user(_person(request).id)
        user_preferences_change(user=user, **changes)
        return answered(MeSerializer, _me(user, entry_of(request)))


class MyShopView(APIView):
    """Which shop is looked at."""

    @operation("chooseShop", "me", answer=MeSerializer, body=ChooseShopSerializer)
    def post(self, request: Request) -> Response:
        """Look at another shop of the person."""
        person, entry = _person(request), entry_of(request)
        wanted = checked(ChooseShopSerializer, request)["shop"]
        member = next((member for member in entry.memberships if member.shop.id == wanted), None)
        if member is None:
            raise NotFound("You belong to no such shop.")
        request._request.session[ACTIVE_SHOP] = str(wanted)
        return answered(MeSerializer, _me(person, replace(entry, active=member)))


def _person(request: Request) -> Any:
    if isinstance(request.user, Machine):
        raise Refused("person_needed", "An API key has no preferences; sign in as a person.", status_code=403)
    return request.user


def _me(user: Any, entry: Entry) -> Me:
    active = entry.active
    return Me(
        user=user,
        shop=active.shop if active else None,
        shops=tuple(member.shop for member in entry.memberships),
        role=active.role if active else "viewer",
        is_owner=bool(active and active.is_owner),
        demo=settings.DEMO,
        version=settings.VERSION,
        session_seconds=settings.SESSION_COOKIE_AGE,
    )
