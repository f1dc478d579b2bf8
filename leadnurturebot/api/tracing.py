"""An id for every request, in its answer, its errors and its log lines."""

from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from leadnurturebot.platform.ids import uuid7

HEADER = "X-Trace-Id"


class Tracing:
    """Middleware: gives the request its id and puts it on the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        trace_id = uuid7().hex
        request.META["leadnurturebot.trace_id"] = trace_id
        with structlog.contextvars.bound_contextvars(trace_id=trace_id):
            response = self._get_response(request)
        response[HEADER] = trace_id
        return response


def trace_id_of(request: Any) -> str:
    """The request's id, empty where there is none."""
    found: str = getattr(request, "META", {}).get("leadnurturebot.trace_id", "")
    return found
