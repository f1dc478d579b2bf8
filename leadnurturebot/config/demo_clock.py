"""The demo's shared clock over HTTP: the product owns the offset, the simulator reads and moves it. Demo mode only."""

import hmac
from datetime import timedelta
from typing import Any

import orjson
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leadnurturebot.platform.clocks import advance, offset, wall_now
from leadnurturebot.platform.sql import borrowed

MOST_AT_ONCE = timedelta(days=365)


@csrf_exempt
@require_http_methods(["GET", "POST"])
def demo_clock(request: HttpRequest) -> JsonResponse:
    """GET tells business time; POST `{"advance_seconds": n}` moves it forward. Both carry the demo's token."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.DEMO or not settings.DEMO_TOKEN or not hmac.compare_digest(token, settings.DEMO_TOKEN):
        return JsonResponse({"error": "there is no demo clock here"}, status=404)
    with transaction.atomic():
        if request.method == "POST":
            seconds = _seconds(request.body)
            if seconds is None:
                return JsonResponse({"error": "advance_seconds is a whole number of seconds, 0 to a year"}, status=400)
            advance(borrowed(), by=timedelta(seconds=seconds))
        ahead = offset(borrowed())
    return JsonResponse({"now": (wall_now() + ahead).isoformat(), "offset_seconds": int(ahead.total_seconds())})


def _seconds(body: bytes) -> int | None:
    try:
        value: Any = orjson.loads(body)["advance_seconds"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 <= value <= MOST_AT_ONCE.total_seconds() else None
