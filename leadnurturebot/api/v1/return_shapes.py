"""A return as pages show it: in the list, alone, and on its order."""

from typing import Any

from rest_framework import serializers

from leadnurturebot.api.v1 import shapes


class ReturnSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    order_id = serializers.UUIDField()
    order_number = serializers.CharField()
    thread_id = serializers.UUIDField()
    lead = shapes.LeadRef()
    name = serializers.CharField()
    color = serializers.CharField()
    size = serializers.CharField()
    quantity = serializers.IntegerField()
    amount = shapes.Money()
    image_url = serializers.CharField(allow_null=True)
    reason = serializers.CharField()
    wanted = serializers.CharField()
    wanted_size = serializers.CharField()
    state = serializers.CharField()
    state_at = serializers.DateTimeField()
    why = serializers.CharField(help_text="Why a person has to decide; empty when the rule did.")
    exchange_order_id = serializers.UUIDField(allow_null=True)
    exchange_number = serializers.CharField()
    refund_amount = shapes.Money(allow_null=True)
    asked_by = serializers.CharField()
    words = serializers.CharField()
    created_at = serializers.DateTimeField()
    deeds = serializers.ListField(child=serializers.CharField())
