"""Which orders a list or a file is of, as the address says it."""

from datetime import date, datetime, timedelta
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from leadnurturebot.analytics.periods import start_of
from leadnurturebot.api.views import chosen, query
from leadnurturebot.leads.queries import find_leads
from leadnurturebot.orders.queries import TABS, OrderFilter
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.shops.access import ShopRef

FILTERS = (
    query("tab", choices=tuple(TABS)),
    query("q", about="The start of an order number, words of a name, or a phone number."),
    query("from", kind=date, about="The first day of the shop on which they were placed."),
    query("to", kind=date, about="The last one, included."),
)


class _DatesSerializer(serializers.Serializer[Any]):
    vars()["from"] = serializers.DateField(required=False)  # a reserved word of the language
    to = serializers.DateField(required=False)


def order_filter(request: Request, shop: ShopRef, key: ShopKey) -> OrderFilter:
    """The filter of a request. Raises ValidationError for what are no days, or days in the wrong order."""
    text = request.query_params.get("q", "").strip()
    start, end = _days(request, shop.timezone)
    return OrderFilter(
        tab=chosen(request, "tab", tuple(TABS), "all"), number=text.removeprefix("#").upper(),
        lead_ids=find_leads(shop.id, text, key) if text else None, start=start, end=end,
    )  # fmt: skip


def _days(request: Request, timezone: str) -> tuple[datetime | None, datetime | None]:
    given = {name: value for name, value in request.query_params.items() if name in ("from", "to") and value}
    dates = _DatesSerializer(data=given)
    dates.is_valid(raise_exception=True)
    first, last = dates.validated_data.get("from"), dates.validated_data.get("to")
    if first and last and last < first:
        raise ValidationError({"to": ["The last day is before the first."]})
    return (
        start_of(first, timezone) if first else None,
        start_of(last + timedelta(days=1), timezone) if last else None,
    )
