"""Orders as a file for a spreadsheet: what the list shows, all of it."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from rest_framework.request import Request

from leadnurturebot.api.v1.order_filters import FILTERS, order_filter
from leadnurturebot.api.v1.orders import PaidRow, paid_rows
from leadnurturebot.api.views import ShopView, file_operation
from leadnurturebot.orders.queries import OrderFilter, Place, list_orders
from leadnurturebot.platform import audit
from leadnurturebot.platform.spreadsheets import csv_file, harmless

AT_ONCE = 500
MOST = 20_000
"""Orders of one file."""
COLUMNS = (
    "number", "placed_at", "customer", "items", "total", "currency", "state", "payment", "payment_method", "source", "ad",
)  # fmt: skip


class OrdersExportView(ShopView):
    """The orders as a file."""

    @file_operation("exportOrders", "orders", kind="text/csv", parameters=FILTERS)
    def get(self, request: Request) -> HttpResponse:
        """The orders of the list with these filters as CSV, newest first, at most 20,000. Times are the shop's."""
        wanted = order_filter(request, self.shop, self.key)
        zone = ZoneInfo(self.shop.timezone)
        body = csv_file([COLUMNS, *(_cells(row, zone) for row in self._rows(wanted))])
        audit.record(shop_id=self.shop.id, actor=self.actor, action="orders.exported", now=self.now)
        name = f"{self.shop.slug}-orders-{self.now.astimezone(zone).date().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)

    def _rows(self, wanted: OrderFilter) -> Iterator[PaidRow]:
        before: Place | None = None
        for _ in range(MOST // AT_ONCE):
            found = list_orders(self.shop.id, self.key, wanted, limit=AT_ONCE, before=before)
            yield from paid_rows(self.shop.id, found)
            if len(found) < AT_ONCE:
                return
            before = found[-1].placed_at, found[-1].id


def _cells(row: PaidRow, zone: ZoneInfo) -> list[str]:
    order = row.order
    cells = (
        order.number, order.placed_at.astimezone(zone).strftime("%Y-%m-%d %H:%M"), order.lead.name, order.items_text,
        str(order.total.major), order.total.currency, order.state, row.payment_state, order.payment_method, order.source,
        order.ad_name or "",
    )  # fmt: skip
    return [harmless(cell) for cell in cells]
