"""Who may do what: one row per route and method. A route without a row fails."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern

from leadnurturebot.api.permissions import ROLES_BY_OPERATION, operation_of
from leadnurturebot.api.v1.urls import urlpatterns
from tests.people import Cast, signed_in

NOBODYS = "01990000-0000-7000-8000-000000000000"

# Route, method: the statuses for admin, manager, agent and viewer. 404 and 400 mean: allowed, but nothing is there.
TABLE = {
    ("me", "get"): (200, 200, 200, 200),
    ("me", "patch"): (200, 200, 200, 200),
    ("me/shop", "post"): (400, 400, 400, 400),
    ("status", "get"): (200, 200, 200, 200),
    ("demo/clock", "post"): (404, 403, 403, 403),
    ("dashboard", "get"): (200, 200, 200, 200),
    ("conversations", "get"): (200, 200, 200, 200),
    ("conversations/<uuid:thread_id>", "get"): (404, 404, 404, 404),
    ("conversations/<uuid:thread_id>/messages", "get"): (404, 404, 404, 404),
    ("conversations/<uuid:thread_id>/messages", "post"): (400, 400, 400, 403),
    ("conversations/<uuid:thread_id>/products", "post"): (400, 400, 400, 403),
    ("conversations/<uuid:thread_id>/products/preview", "post"): (400, 400, 400, 403),
    ("conversations/<uuid:thread_id>/take-over", "post"): (404, 404, 404, 403),
    ("conversations/<uuid:thread_id>/hand-back", "post"): (404, 404, 404, 403),
    ("conversations/<uuid:thread_id>/media/<uuid:media_id>", "get"): (404, 404, 404, 404),
    ("leads/<uuid:lead_id>/notices", "get"): (404, 404, 404, 404),
    ("leads/<uuid:lead_id>/notices/<uuid:variant_id>/cancel", "post"): (404, 404, 404, 403),
    ("leads/<uuid:lead_id>/merges", "post"): (400, 400, 403, 403),
    ("leads/<uuid:lead_id>/merges/<uuid:merge_id>/undo", "post"): (404, 404, 403, 403),
    ("conversations/<uuid:thread_id>/seen", "post"): (404, 404, 404, 403),
    ("conversations/<uuid:thread_id>/block", "post"): (404, 404, 404, 403),
    ("conversations/<uuid:thread_id>/block", "delete"): (404, 404, 404, 403),
    ("products", "get"): (200, 200, 200, 200),
    ("products/<uuid:product_id>", "get"): (404, 404, 404, 404),
    ("products", "post"): (400, 400, 403, 403),
    ("products/<uuid:product_id>/feedback", "get"): (404, 404, 404, 404),
    ("products/<uuid:product_id>", "put"): (400, 400, 403, 403),
    ("products/<uuid:product_id>/status", "post"): (400, 400, 403, 403),
    ("products/<uuid:product_id>/stock", "post"): (400, 400, 400, 403),
    ("products/<uuid:product_id>/pictures", "post"): (400, 400, 403, 403),
    ("products/<uuid:product_id>/pictures", "put"): (400, 400, 403, 403),
    ("personal-catalogues", "get"): (200, 200, 200, 200),
    ("personal-catalogues", "post"): (400, 400, 400, 403),
    ("personal-catalogues/<uuid:page_id>/revoke", "post"): (404, 404, 404, 403),
    ("analytics/suggestions", "get"): (200, 200, 200, 200),
    ("size-charts", "get"): (200, 200, 200, 200),
    ("size-charts", "post"): (400, 400, 403, 403),
    ("size-charts/<uuid:chart_id>", "put"): (400, 400, 403, 403),
    ("size-charts/<uuid:chart_id>", "delete"): (404, 404, 403, 403),
    ("catalogue/export", "get"): (200, 200, 403, 403),
    ("catalogue/imports", "get"): (200, 200, 403, 403),
    ("catalogue/imports", "post"): (400, 400, 403, 403),
    ("catalogue/imports/<uuid:import_id>", "get"): (404, 404, 403, 403),
    ("catalogue/imports/<uuid:import_id>", "delete"): (404, 404, 403, 403),
    ("catalogue/imports/<uuid:import_id>/rows", "get"): (404, 404, 403, 403),
    ("catalogue/imports/<uuid:import_id>/apply", "post"): (404, 404, 403, 403),
    ("catalogue/imports/<uuid:import_id>/undo", "post"): (404, 404, 403, 403),
    ("orders", "get"): (200, 200, 200, 200),
    ("orders/export", "get"): (200, 200, 403, 403),
    ("orders/<uuid:order_id>", "get"): (404, 404, 404, 404),
    ("orders/<uuid:order_id>/pack", "post"): (404, 404, 404, 403),
    ("orders/<uuid:order_id>/ship", "post"): (404, 404, 404, 403),
    ("orders/<uuid:order_id>/deliver", "post"): (404, 404, 404, 403),
    ("orders/<uuid:order_id>/cancel", "post"): (404, 404, 404, 403),
    ("orders/<uuid:order_id>/notes", "post"): (400, 400, 400, 403),
    ("orders/<uuid:order_id>/returns", "post"): (400, 400, 400, 403),
    ("returns", "get"): (200, 200, 200, 200),
    ("tickets", "get"): (200, 200, 200, 200),
    ("tickets", "post"): (400, 400, 400, 403),
    ("tickets/<uuid:ticket_id>", "get"): (404, 404, 404, 404),
    ("tickets/<uuid:ticket_id>", "patch"): (404, 404, 404, 403),
    ("tickets/<uuid:ticket_id>/notes", "post"): (400, 400, 400, 403),
    ("tickets/<uuid:ticket_id>/reply", "post"): (400, 400, 400, 403),
    ("analytics/tickets", "get"): (200, 200, 200, 200),
    ("returns/<uuid:return_id>", "get"): (404, 404, 404, 404),
    ("returns/<uuid:return_id>/<slug:deed>", "post"): (404, 404, 404, 403),
    ("carriers", "get"): (200, 200, 200, 200),
    ("orders/<uuid:order_id>/refunds", "post"): (400, 400, 400, 403),
    ("orders/<uuid:order_id>/refunds/by-hand", "post"): (400, 400, 400, 403),
    ("orders/<uuid:order_id>/refunds/<uuid:refund_id>/approve", "post"): (404, 404, 403, 403),
    ("orders/<uuid:order_id>/refunds/<uuid:refund_id>/decline", "post"): (404, 404, 403, 403),
    ("delivery-rules", "get"): (200, 200, 200, 200),
    ("delivery-rules", "put"): (400, 400, 403, 403),
    ("coupons", "get"): (200, 200, 200, 200),
    ("coupons", "post"): (400, 400, 403, 403),
    ("coupons/<uuid:coupon_id>/stop", "post"): (404, 404, 403, 403),
    ("assistant/texts", "get"): (200, 200, 200, 200),
    ("assistant/texts/<str:language>/<str:key>", "put"): (400, 400, 403, 403),
    ("assistant/texts/<str:language>/<str:key>", "delete"): (404, 404, 403, 403),
    ("assistant/voice", "get"): (200, 200, 200, 200),
    ("assistant/voice", "put"): (400, 400, 403, 403),
    ("coupons/<uuid:coupon_id>/resume", "post"): (404, 404, 403, 403),
    ("assistant/answers", "get"): (200, 200, 200, 200),
    ("assistant/answers", "post"): (400, 400, 403, 403),
    ("assistant/answers/<uuid:entry_id>", "get"): (404, 404, 404, 404),
    ("assistant/answers/<uuid:entry_id>", "put"): (404, 404, 403, 403),
    ("assistant/answers/<uuid:entry_id>", "delete"): (404, 404, 403, 403),
    ("assistant/examples", "get"): (200, 200, 200, 200),
    ("assistant/examples", "post"): (400, 400, 403, 403),
    ("assistant/examples/<uuid:example_id>", "delete"): (404, 404, 403, 403),
    ("assistant/unanswered", "get"): (200, 200, 200, 200),
    ("assistant/unanswered/<uuid:unanswered_id>/answer", "post"): (400, 400, 403, 403),
    ("assistant/unanswered/<uuid:unanswered_id>/example", "post"): (400, 400, 403, 403),
    ("assistant/unanswered/<uuid:unanswered_id>/dismiss", "post"): (404, 404, 403, 403),
    ("assistant/try", "post"): (400, 400, 400, 403),
    ("parked", "get"): (200, 200, 200, 200),
    ("parked/<uuid:row_id>/retry", "post"): (404, 404, 403, 403),
    ("sending/resume", "post"): (204, 204, 403, 403),
    ("notices/<uuid:notice_id>/dismiss", "post"): (404, 404, 403, 403),
    ("templates", "get"): (200, 200, 200, 200),
    ("templates", "post"): (400, 400, 403, 403),
    ("templates/sync", "post"): (503, 503, 403, 403),
    ("templates/<uuid:template_id>", "get"): (404, 404, 404, 404),
    ("templates/<uuid:template_id>", "put"): (400, 400, 403, 403),
    ("templates/<uuid:template_id>", "delete"): (404, 404, 403, 403),
    ("templates/<uuid:template_id>/submit", "post"): (404, 404, 403, 403),
    ("templates/<uuid:template_id>/accept-category", "post"): (404, 404, 403, 403),
    ("providers", "get"): (200, 200, 403, 403),
    ("connections", "get"): (200, 200, 403, 403),
    ("connections", "post"): (400, 403, 403, 403),
    ("connections/<uuid:connection_id>", "get"): (404, 404, 403, 403),
    ("connections/<uuid:connection_id>", "patch"): (400, 403, 403, 403),
    ("connections/<uuid:connection_id>/disconnect", "post"): (404, 403, 403, 403),
    ("connections/<uuid:connection_id>/enable", "post"): (404, 403, 403, 403),
    ("connections/<uuid:connection_id>/test", "post"): (404, 404, 403, 403),
    ("connections/<uuid:connection_id>/numbers", "post"): (400, 403, 403, 403),
    ("connections/<uuid:connection_id>/numbers/<uuid:number_id>", "patch"): (404, 403, 403, 403),
    ("connections/<uuid:connection_id>/numbers/<uuid:number_id>", "delete"): (404, 403, 403, 403),
    ("api-keys", "get"): (200, 200, 403, 403),
    ("api-keys", "post"): (400, 403, 403, 403),
    ("api-keys/<uuid:key_id>", "delete"): (404, 403, 403, 403),
}
METHODS = ("get", "post", "put", "patch", "delete")


def routes() -> Iterator[tuple[str, str]]:
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        view = pattern.callback.view_class  # type: ignore[attr-defined]  # set by as_view
        yield from ((str(pattern.pattern), method) for method in METHODS if hasattr(view, method))


def test_every_route_and_method_has_a_row() -> None:
    assert set(routes()) == set(TABLE)


def test_every_operation_is_in_the_table_of_roles_once() -> None:
    views = [(pattern.callback.view_class, str(pattern.pattern)) for pattern in urlpatterns]  # type: ignore[attr-defined]  # as above
    operations = [operation_of(view, m.upper()) for view, _ in views for m in METHODS if hasattr(view, m)]
    assert sorted(filter(None, operations)) == sorted(ROLES_BY_OPERATION)


@pytest.mark.parametrize(("route", "method"), list(TABLE))
def test_each_role_gets_its_answer(cast: Cast, route: str, method: str) -> None:
    people = (cast.sarah, cast.david, cast.ana, cast.vera)
    answers = tuple(_ask(signed_in(person), route, method) for person in people)
    assert answers == TABLE[route, method]


@pytest.mark.parametrize(("route", "method"), list(TABLE))
def test_a_stranger_is_told_to_sign_in(cast: Cast, route: str, method: str) -> None:
    assert _ask(Client(), route, method) == 401


def _ask(browser: Client, route: str, method: str) -> int:
    path = "/".join(
        NOBODYS if part.startswith("<uuid") else part.replace("<slug:deed>", "approve") for part in route.split("/")
    )
    call = getattr(browser, method)
    kwargs = {} if method == "get" else {"data": "{}", "content_type": "application/json"}
    status: int = call(f"/api/v1/{path}", **kwargs).status_code
    return status
