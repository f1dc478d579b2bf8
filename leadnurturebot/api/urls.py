"""Addresses of the API and of its description."""

from django.urls import include, path

from leadnurturebot.api import authentication_scheme  # noqa: F401  # registers itself with drf-spectacular
from leadnurturebot.api.guides import GUIDES, guide
from leadnurturebot.api.pages import description_json, description_page

urlpatterns = [
    path("api/v1/", include("leadnurturebot.api.v1.urls")),
    *(path(f"docs/{name}", guide, {"name": name}) for name in GUIDES),
    path("docs/api/v1", description_page),
    path("docs/api/v1/openapi.json", description_json),
]
