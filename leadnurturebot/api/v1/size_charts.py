"""Size charts."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import Page
from leadnurturebot.api.v1.product_editing import ProductEditing
from leadnurturebot.api.views import answered, checked, operation
from leadnurturebot.catalog.editing import size_charts as charts
from leadnurturebot.platform.sql import borrowed


class ChartLineSerializer(serializers.Serializer[Any]):
    size = serializers.CharField(allow_blank=True)
    body = serializers.DictField(
        child=serializers.ListField(child=serializers.FloatField()), help_text="Centimetres from and to, by measure."
    )


class ChartFormSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(allow_blank=True)
    rows = ChartLineSerializer(many=True)


class ChartSerializer(ChartFormSerializer):
    id = serializers.UUIDField()
    products = serializers.IntegerField()


class ChartPageSerializer(serializers.Serializer[Any]):
    results = ChartSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class ChartView(ProductEditing):
    """What operations on size charts share."""

    def save(self, request: Request, chart_id: UUID | None) -> UUID:
        """Write the chart in the body."""
        values = checked(ChartFormSerializer, request)
        rows = [charts.ChartRow(**row) for row in values["rows"]]
        with self.refusals():
            return charts.size_chart_save(
                connection=borrowed(), shop_id=self.shop.id, chart_id=chart_id, name=values["name"], rows=rows,
                actor=self.actor, now=self.now,
            )  # fmt: skip

    def shown(self, chart_id: UUID, *, status: int = 200) -> Response:
        """The chart as it is now."""
        found = next(each for each in charts.list_size_charts(borrowed(), self.shop.id) if each.id == chart_id)
        return answered(ChartSerializer, found, status=status)


class SizeChartsView(ChartView):
    """All size charts."""

    @operation("listSizeCharts", "products", answer=ChartPageSerializer)
    def get(self, request: Request) -> Response:
        """Every size chart by name, with how many products use it."""
        rows = charts.list_size_charts(borrowed(), self.shop.id)
        return answered(ChartPageSerializer, Page(results=rows, next_cursor=None))

    @operation("createSizeChart", "products", answer=ChartSerializer, body=ChartFormSerializer, status=201)
    def post(self, request: Request) -> Response:
        """A new size chart."""
        return self.shown(self.save(request, None), status=201)


class SizeChartOneView(ChartView):
    """One size chart."""

    @operation("changeSizeChart", "products", answer=ChartSerializer, body=ChartFormSerializer)
    def put(self, request: Request, chart_id: UUID) -> Response:
        """Another content; products that use it follow."""
        return self.shown(self.save(request, chart_id))

    @operation("deleteSizeChart", "products", answer=None, status=204)
    def delete(self, request: Request, chart_id: UUID) -> Response:
        """No chart any more, also for the products that used it."""
        with self.refusals():
            charts.size_chart_delete(
                connection=borrowed(), shop_id=self.shop.id, chart_id=chart_id, actor=self.actor, now=self.now
            )
        return Response(status=204)
