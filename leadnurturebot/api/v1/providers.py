"""What can be connected: every registered provider with the form of its settings."""

from dataclasses import dataclass
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, operation
from leadnurturebot.providers.base import Provider
from leadnurturebot.providers.registry import KINDS, checked_provider, providers
from leadnurturebot.providers.settings_schema import Json, secret_names, settings_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderView:
    """A provider as the portal shows it."""

    kind: str
    slug: str
    label: str
    schema: Json
    secret_fields: tuple[str, ...]
    has_numbers: bool
    has_webhooks: bool
    sets_webhook: bool
    can_test: bool


class ProviderSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=KINDS)
    slug = serializers.CharField()
    name = serializers.CharField(source="label")
    schema = serializers.DictField(
        help_text="JSON schema of the settings; titles and descriptions in the caller's language."
    )
    secret_fields = serializers.ListField(child=serializers.CharField())
    has_numbers = serializers.BooleanField()
    has_webhooks = serializers.BooleanField()
    sets_webhook = serializers.BooleanField(help_text="Whether we tell the provider where its events go.")
    can_test = serializers.BooleanField()


class ProviderPageSerializer(serializers.Serializer[Any]):
    results = ProviderSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class ProvidersView(ShopView):
    """The registered providers."""

    @operation("listProviders", "integrations", answer=ProviderPageSerializer)
    def get(self, request: Request) -> Response:
        """Every provider that can be connected, by kind and name."""
        found = [_view(provider, self.language) for kind in KINDS for provider in _sorted(kind)]
        return answered(ProviderPageSerializer, Page(results=found, next_cursor=None))


def _sorted(kind: str) -> list[Provider]:
    return sorted(providers(kind).values(), key=lambda provider: provider.label)


def _view(provider: Provider, language: str) -> ProviderView:
    return ProviderView(
        kind=provider.kind,
        slug=provider.slug,
        label=provider.label,
        schema=settings_schema(provider.Config, language),
        secret_fields=secret_names(provider.Config),
        has_numbers=provider.kind == "messaging",
        has_webhooks=bool(provider.address_setting),
        sets_webhook=hasattr(provider, "build_setup"),
        can_test=checked_provider(provider.kind, provider.slug) is not None,
    )
