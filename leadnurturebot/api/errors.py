"""The one shape of errors (RFC 9457): a stable code, a sentence, fields, and the trace id to ask about."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from rest_framework import exceptions, status
from rest_framework.response import Response

from leadnurturebot.api.tracing import trace_id_of

CONTENT_TYPE = "application/problem+json"
_TITLES = {
    400: "Not understood", 401: "Not signed in", 403: "Not allowed", 404: "Not found", 405: "Method not allowed",
    406: "Not acceptable", 409: "Not possible now", 415: "Unsupported media type", 429: "Too many requests",
    500: "Something failed here", 503: "Not available",
}  # fmt: skip
_CODES: dict[type[Exception], str] = {
    exceptions.NotAuthenticated: "not_authenticated",
    exceptions.AuthenticationFailed: "not_authenticated",
    exceptions.ValidationError: "invalid",
    exceptions.ParseError: "unreadable",
    exceptions.NotFound: "not_found",
    exceptions.MethodNotAllowed: "method_not_allowed",
    exceptions.UnsupportedMediaType: "unsupported_media_type",
    exceptions.Throttled: "too_many_requests",
}


class Refused(exceptions.APIException):
    """The request is understood and cannot be done, for a reason that the caller branches on by its code."""

    def __init__(self, code: str, detail: str, *, status_code: int = status.HTTP_409_CONFLICT) -> None:
        super().__init__(detail=detail, code=code)
        self.code = code
        self.status_code = status_code


def problem(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """Django REST framework's exception handler. None for what is nobody's mistake but ours."""
    error = _known(exc)
    if error is None:
        return None
    request = context.get("request")
    body = problem_body(
        error.status_code,
        code=_code(error),
        detail=_sentence(error),
        fields=_fields(error),
        trace_id=trace_id_of(request),
    )
    headers = {"WWW-Authenticate": error.auth_header} if hasattr(error, "auth_header") else {}
    return Response(body, status=error.status_code, headers=headers, content_type=CONTENT_TYPE)


def problem_body(
    status_code: int, *, code: str, detail: str, trace_id: str, fields: Mapping[str, list[str]] | None = None
) -> dict[str, Any]:
    """The members of a problem."""
    return {
        "type": f"urn:leadnurturebot:problem:{code}", "title": _TITLES.get(status_code, "Error"),
        "status": status_code, "detail": detail, "code": code, "fields": dict(fields or {}), "trace_id": trace_id,
    }  # fmt: skip


def problem_response(request: HttpRequest, status_code: int, *, code: str, detail: str) -> HttpResponse:
    """A problem outside Django REST framework."""
    body = problem_body(status_code, code=code, detail=detail, trace_id=trace_id_of(request))
    return JsonResponse(body, status=status_code, content_type=CONTENT_TYPE)


def _known(exc: Exception) -> exceptions.APIException | None:
    if isinstance(exc, Http404):
        return exceptions.NotFound()
    if isinstance(exc, DjangoPermissionDenied):
        return exceptions.PermissionDenied()
    return exc if isinstance(exc, exceptions.APIException) else None


def _code(error: exceptions.APIException) -> str:
    if isinstance(error, Refused):
        return error.code
    if isinstance(error, exceptions.PermissionDenied):
        csrf = str(error.detail).startswith("CSRF")
        return "csrf_failed" if csrf else "not_allowed"
    return _CODES.get(type(error), "error")


def _sentence(error: exceptions.APIException) -> str:
    if isinstance(error, exceptions.ValidationError):
        return "Some values cannot be used."
    return str(error.detail)


def _fields(error: exceptions.APIException) -> dict[str, list[str]]:
    if not isinstance(error, exceptions.ValidationError) or not isinstance(error.detail, dict):
        return {}
    return {path: texts for name, messages in error.detail.items() for path, texts in _by_path(name, messages)}


def _by_path(name: str, messages: Any) -> list[tuple[str, list[str]]]:
    """A list of things names each by its place: `variants.3.stock`."""
    if isinstance(messages, list) and any(isinstance(each, dict) for each in messages):
        return [
            (f"{name}.{place}.{inner}", _flat(texts))
            for place, each in enumerate(messages)
            for inner, texts in each.items()
        ]
    return [(name, _flat(messages))]


def _flat(messages: Any) -> list[str]:
    if isinstance(messages, dict):
        return [text for inner in messages.values() for text in _flat(inner)]
    return [str(text) for text in messages] if isinstance(messages, list) else [str(messages)]
