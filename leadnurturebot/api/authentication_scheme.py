"""How `SessionPerson` is described in OpenAPI."""

from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema


class SessionPersonScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself by a metaclass without types
    """A session cookie of the portal, or an API key."""

    target_class = "leadnurturebot.api.authentication.SessionPerson"
    name = ["session", "apiKey"]

    def get_security_definition(self, auto_schema: AutoSchema) -> list[dict[str, Any]]:
        """The two ways in."""
        return [
            {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME},
            {"type": "http", "scheme": "bearer", "description": "An API key of the shop: `Bearer lnb_…`."},
        ]

    def get_security_requirement(self, auto_schema: AutoSchema) -> list[dict[str, Any]]:
        """Either of them."""
        return [{"session": []}, {"apiKey": []}]
