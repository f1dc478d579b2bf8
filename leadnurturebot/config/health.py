"""Whether this installation is alive and ready, and its figures for Prometheus."""

from datetime import datetime, timedelta
from functools import cache
from ipaddress import ip_address

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from leadnurturebot.api.errors import problem_response
from leadnurturebot.message_path.depths import inbox_lag
from leadnurturebot.message_path.metrics import KEPT, page
from leadnurturebot.platform.clocks import business_now, wall_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import KEY_START, get_key_holder

LAG_ALLOWED = timedelta(seconds=60)


@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """This process answers."""
    return JsonResponse({"status": "alive"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database is there, its tables are those of this version, and messages are being handled."""
    checks = _checks()
    ok = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ready" if ok else "not ready", "checks": checks}, status=200 if ok else 503)


def _checks() -> dict[str, str]:
    try:
        connection.ensure_connection()
        if not _migrated():
            return {"database": "ok", "migrations": "some are not applied; run `leadnurturebot migrate`"}
        lag = inbox_lag(wall_now())
    except DatabaseError as error:
        return {"database": f"not reachable ({type(error).__name__})"}
    late = f"the oldest message has waited for {int(lag.total_seconds())} s; is a worker running?"
    return {"database": "ok", "migrations": "ok", "inbox": "ok" if lag < LAG_ALLOWED else late}


@cache
def _once_migrated() -> dict[str, bool]:
    return {}


def _migrated() -> bool:
    # Applied migrations stay applied while this version runs, so that the costly look is needed once.
    known = _once_migrated()
    if not known.get("yes"):
        executor = MigrationExecutor(connection)
        known["yes"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return known["yes"]


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus figures, for this machine itself or the holder of an API key."""
    if not (_from_this_machine(request) or _has_key(request)):
        return problem_response(request, 403, code="not_allowed", detail="Ask from this machine, or with an API key.")
    return HttpResponse(_figures() + generate_latest(), content_type=CONTENT_TYPE_LATEST)


@cache
def _last() -> dict[str, tuple[datetime, bytes]]:
    return {}


def _figures() -> bytes:
    """The system's figures, looked up anew when they are some seconds old; of this process only its own memory and time."""
    now, last = wall_now(), _last().get("page")
    if last is None or not timedelta(0) <= now - last[0] < KEPT:
        with transaction.atomic():
            last = (now, page(borrowed(), wall=now, business=business_now(borrowed())))
        _last()["page"] = last
    return last[1]


def _from_this_machine(request: HttpRequest) -> bool:
    # Behind a proxy of this machine every caller looks local; the header tells them apart.
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    address = request.META.get("REMOTE_ADDR", "")
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _has_key(request: HttpRequest) -> bool:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    key = key.strip()
    return scheme.lower() == "bearer" and key.startswith(KEY_START) and get_key_holder(key, now=wall_now()) is not None
