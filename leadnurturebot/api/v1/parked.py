"""Events set aside after several tries: shown with their error, sent round again by a press."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, operation
from leadnurturebot.message_path import parked
from leadnurturebot.platform import audit, live
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed


class ParkedRowSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    kind = serializers.CharField()
    error = serializers.CharField()
    attempts = serializers.IntegerField()


class ParkedPageSerializer(serializers.Serializer[Any]):
    results = ParkedRowSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class ParkedView(ShopView):
    """Parked events."""

    @operation("listParked", "parked", answer=ParkedPageSerializer)
    def get(self, request: Request) -> Response:
        """Everything that is parked, oldest first, at most 200."""
        rows = parked.list_parked(borrowed(), self.shop.id)
        return answered(ParkedPageSerializer, Page(results=rows, next_cursor=None))


class ParkedRetryView(ShopView):
    """One parked event."""

    @operation("retryParked", "parked", answer=None, status=204)
    def post(self, request: Request, row_id: UUID) -> Response:
        """Send the event round again."""
        try:
            parked.retry(borrowed(), self.shop.id, row_id, now=wall_now())
        except parked.NotParked as error:
            raise NotFound("This event is not parked (any more).") from error
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="parked.retried", now=wall_now(), subject=str(row_id)
        )
        live.notify(borrowed(), self.shop.id, "dashboard")
        return Response(status=204)
