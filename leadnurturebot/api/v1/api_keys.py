"""The shop's API keys: which there are, a new one, one less."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.platform import clocks
from leadnurturebot.shops.access import get_shop, list_api_keys
from leadnurturebot.shops.actions import NoSuchKey, api_key_create, api_key_revoke


class ApiKeySerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    ending = serializers.CharField()
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)


class ApiKeyPageSerializer(serializers.Serializer[Any]):
    results = ApiKeySerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class NewApiKeySerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80)


class MadeApiKeySerializer(ApiKeySerializer):
    key = serializers.CharField(help_text="Told this once; only its SHA-256 is kept.")


class ApiKeysView(ShopView):
    """The keys."""

    @operation("listApiKeys", "api_keys", answer=ApiKeyPageSerializer)
    def get(self, request: Request) -> Response:
        """The keys that open the API, newest first. `last_used_at` is known to the minute."""
        return answered(ApiKeyPageSerializer, Page(results=list_api_keys(self.shop.id), next_cursor=None))

    @operation("createApiKey", "api_keys", answer=MadeApiKeySerializer, body=NewApiKeySerializer, status=201)
    def post(self, request: Request) -> Response:
        """Make a key; a person only, so that a stolen key cannot make another."""
        name = checked(NewApiKeySerializer, request)["name"]
        _person_only(self)
        plain = api_key_create(shop=get_shop(self.shop.id), name=name, now=clocks.wall_now(), actor=self.actor)
        made = next(key for key in list_api_keys(self.shop.id) if key.ending == plain[-4:] and key.name == name)
        return answered(MadeApiKeySerializer, {**asdict(made), "key": plain}, status=201)


class ApiKeyView(ShopView):
    """One key."""

    @operation("revokeApiKey", "api_keys", answer=None, status=204)
    def delete(self, request: Request, key_id: UUID) -> Response:
        """The key opens nothing from this moment on; a person only."""
        _person_only(self)
        try:
            api_key_revoke(shop=get_shop(self.shop.id), key_id=key_id, now=clocks.wall_now(), actor=self.actor)
        except NoSuchKey as error:
            raise NotFound("There is no such key (any more).") from error
        return Response(status=204)


def _person_only(view: ShopView) -> None:
    if view.user_id is None:
        raise Refused("person_needed", "Only a person can make or revoke keys.", status_code=403)
