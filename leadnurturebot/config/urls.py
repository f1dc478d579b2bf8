"""Addresses served by Django. Webhooks and live events never come here: they have ASGI routes of their own."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path

from leadnurturebot.api.errors import problem_response
from leadnurturebot.assistant.personal_pages.pages import ask_about, personal_page
from leadnurturebot.config.demo_clock import demo_clock
from leadnurturebot.config.health import alive, metrics, ready
from leadnurturebot.config.landing import landing
from leadnurturebot.config.portal import nothing_here, picture, portal
from leadnurturebot.payments.pages import payment_done, payment_link

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", alive),
    path("readyz", ready),
    path("metrics", metrics),
    path("", include("leadnurturebot.api.urls")),
    path("_allauth/", include("allauth.headless.urls")),
    path("media/<path:path>", picture),
    path("p/<slug:token>", payment_link, name="payment_link"),
    path("p/<slug:token>/done", payment_done, name="payment_done"),
    path("c/<slug:token>", personal_page, name="personal_page"),
    path("c/<slug:token>/<int:slot>", ask_about, name="ask_about"),
    path("g/<slug:code>", landing, name="landing"),
    path("demo/clock", demo_clock, name="demo_clock"),
    # What looks like an address of the server and is none must not be answered with the portal.
    re_path(r"^(?P<path>(?:api|_allauth|media|static|docs|hooks|p|c|g|demo)(?:/.*)?)$", nothing_here),
    re_path(r"^(?P<path>.*)$", portal),
]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the API's words, wherever it happened."""
    return problem_response(request, 404, code="not_found", detail="There is nothing at this address.")


def failed(request: HttpRequest) -> HttpResponse:
    """500: our mistake; the trace id finds it in the log."""
    return problem_response(request, 500, code="failed", detail="Something failed here. Your data is as it was.")


handler404 = not_found
handler500 = failed
