"""Addresses served by Django. Webhooks and live events never come here: they have ASGI routes of their own."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
