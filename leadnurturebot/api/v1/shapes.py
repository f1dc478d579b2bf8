"""Shapes that several resources share."""

from typing import Any

from rest_framework import serializers

Field = serializers.Field[Any, Any, Any, Any]


class Money(serializers.Serializer[Any]):
    """Minor units (cents) of a currency."""

    minor = serializers.IntegerField()
    currency = serializers.CharField()


class LeadRef(serializers.Serializer[Any]):
    """A person in a list."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    initials = serializers.CharField()
    language = serializers.CharField()
    country = serializers.CharField()


class ShopRef(serializers.Serializer[Any]):
    """A shop as its members see it."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    currency = serializers.CharField()
    country = serializers.CharField()
    language = serializers.CharField()
    timezone = serializers.CharField()


class Clock(serializers.Serializer[Any]):
    """Business time."""

    now = serializers.DateTimeField()
    offset_seconds = serializers.IntegerField()
    demo = serializers.BooleanField()
