"""The period that a request asks for, as figures are given for it."""

from datetime import date, datetime
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from leadnurturebot.analytics.periods import RANGES, Period, UnusablePeriod, named_period, own_period
from leadnurturebot.api.views import chosen, query

PARAMETERS = (
    query("range", choices=RANGES, about="Days of the shop, ending today."),
    query("from", kind=date, about="With `to`, instead of `range`: days of the shop, both included."),
    query("to", kind=date),
)


class _DatesSerializer(serializers.Serializer[Any]):
    vars()["from"] = serializers.DateField()
    to = serializers.DateField()


def period_of(request: Request, zone: str, now: datetime, *, default: str = "today") -> Period:
    """The period that a request names. Raises ValidationError."""
    if not {"from", "to"} & set(request.query_params):
        return named_period(chosen(request, "range", RANGES, default), now=now, timezone=zone)
    dates = _DatesSerializer(data=request.query_params)
    dates.is_valid(raise_exception=True)
    try:
        return own_period(dates.validated_data["from"], dates.validated_data["to"], timezone=zone)
    except UnusablePeriod as error:
        raise ValidationError({"to": [str(error)]}) from error
