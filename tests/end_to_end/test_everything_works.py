"""Nothing is a stub: every command and every route of the running demo is used and shows an effect."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from django.urls import URLPattern, URLResolver

from leadnurturebot.cli import parser
from leadnurturebot.config.urls import urlpatterns
from tests.end_to_end.running import Demo, Phone, get, post, status_of

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("demo")]


def as_owner(demo: Demo, path: str) -> Any:
    """GET as the shop's key."""
    return get(f"{demo.info['base_url']}{path}", {"Authorization": f"Bearer {demo.info['api_key']}"})


def first_id(demo: Demo, path: str) -> str:
    return str(as_owner(demo, path)["results"][0]["id"])


def one(demo: Demo, path: str, more: str = "") -> Any:
    """The first thing of a list."""
    return as_owner(demo, f"{path}/{first_id(demo, path)}{more}")


def shop(demo: Demo) -> list[str]:
    return ["--shop", demo.info["shop"]]


def number_of(demo: Demo) -> str:
    """Somebody who wrote, as a number to export."""
    Phone(demo, "neha").do(text="hi there")
    return "919876543210"


def file_with(demo: Demo, name: str, content: str) -> str:
    file = demo.home / name
    file.write_text(content)
    return str(file)


NOBODYS = "00000000-0000-7000-8000-000000000000"
GOODS = "sku,name,category,color,size,price,stock\nX-1,Everything Tee,t-shirt,white,M,18.00,5\n"

# Each command with what it must show. The roles and `demo` are the processes that all of this talks to.
COMMANDS: dict[str, Callable[[Demo], bool]] = {
    "demo": lambda demo: demo.process.poll() is None,
    "web": lambda demo: "web" in demo.roles(),
    "worker": lambda demo: "worker" in demo.roles(),
    "sender": lambda demo: "sender" in demo.roles(),
    "scheduler": lambda demo: "scheduler" in demo.roles(),
    "demo-info": lambda demo: json.loads(demo.command("demo-info", "--json")) == demo.info,
    "create-shop": lambda demo: (
        json.loads(demo.command("create-shop", "--slug", "every", "--name", "Every", "--json"))["shop"] == "every"
    ),
    "shop-set": lambda demo: "return_days" in demo.command("shop-set", *shop(demo), "return_days=30"),
    "connect": lambda demo: "connected" in demo.command("connect", *shop(demo), "stripe", "api_key=sk_test_second"),
    "import-catalog": lambda demo: (
        "created" in demo.command("import-catalog", *shop(demo), file_with(demo, "x.csv", GOODS))
    ),
    "understand": lambda demo: (
        json.loads(demo.command("understand", *shop(demo), "--json", given="STOP\n"))["intent"] == "opt_out"
    ),
    "chat": lambda demo: bool(
        json.loads(demo.command("chat", *shop(demo), "--script", file_with(demo, "c.txt", "hi\n")))["text"]
    ),
    "demo-clock": lambda demo: "ahead" in demo.command("demo-clock", "--advance", "1s"),
    "inspect": lambda demo: json.loads(demo.command("inspect", *shop(demo), "--json"))["products"]["active"] > 90,
    "check": lambda demo: "Demo mode is on" in demo.command("check", succeeds=False),
    "migrate": lambda demo: "up to date" in demo.command("migrate"),
    "backup": lambda demo: "bytes" in demo.command("backup", str(demo.home / "backup.dump")),
    "restore": lambda demo: "no file" in demo.command("restore", str(demo.home / "no such file"), succeeds=False),
    "rotate-keys": lambda demo: "under way" in demo.command("rotate-keys", "--finish", succeeds=False),
    "up": lambda demo: (
        "used by another program"
        in demo.command("up", "--port", demo.info["base_url"].rpartition(":")[2], succeeds=False)
    ),
    "export-lead": lambda demo: "hi there" in demo.command("export-lead", *shop(demo), "--lead", number_of(demo)),
    "erase-lead": lambda demo: bool(demo.command("erase-lead", *shop(demo), "--lead", number_of(demo), "--yes")),
}


def commands() -> set[str]:
    actions = [action for action in parser()._actions if action.choices and action.dest == "command"]
    return set(actions[0].choices or ())


def test_every_command_has_a_row() -> None:
    assert set(COMMANDS) == commands()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_an_effect(demo: Demo, name: str) -> None:
    assert COMMANDS[name](demo)


def is_json_of(path: str, *keys: str) -> Callable[[Demo], bool]:
    return lambda demo: set(keys) <= set(as_owner(demo, path))


def answers(path: str, status: int, **how: Any) -> Callable[[Demo], bool]:
    return lambda demo: status_of(f"{demo.info['base_url']}{path}", **how) == status


def shows(path: str, words: str) -> Callable[[Demo], bool]:
    def look(demo: Demo) -> bool:
        with urlopen(f"{demo.info['base_url']}{path}", timeout=10) as answer:
            return words in answer.read().decode()

    return look


def connection_of(demo: Demo, slug: str) -> str:
    """The id of the shop's first connection to a provider."""
    return next(str(r["id"]) for r in as_owner(demo, "/api/v1/connections")["results"] if r["slug"] == slug)


def as_owner_post(demo: Demo, path: str) -> Any:
    return post(f"{demo.info['base_url']}{path}", {}, {"Authorization": f"Bearer {demo.info['api_key']}"})


def verdicts(demo: Demo, slug: str) -> Any:
    """What the provider's stand-in answers to a test."""
    return as_owner_post(demo, f"/api/v1/connections/{connection_of(demo, slug)}/test")["results"]


def tried(demo: Demo, line: str) -> str:
    """What the assistant would answer."""
    headers = {"Authorization": f"Bearer {demo.info['api_key']}"}
    answer = post(f"{demo.info['base_url']}/api/v1/assistant/try", {"lines": [line]}, headers)
    return str(answer["turns"][0]["reply"])


def switched(demo: Demo, deed: str) -> str:
    """The state of cash on delivery after a deed."""
    return str(as_owner_post(demo, f"/api/v1/connections/{connection_of(demo, 'cash_on_delivery')}/{deed}")["state"])


# Each route with what it must answer; acting on a conversation is covered as a person in tests/api.
ROUTES: dict[str, Callable[[Demo], bool]] = {
    "healthz": answers("/healthz", 200),
    "readyz": lambda demo: get(f"{demo.info['base_url']}/readyz")["status"] == "ready",
    "metrics": answers("/metrics", 200),
    "docs/integrations": shows("/docs/integrations", '<h2 id="whatsapp-cloud-api">'),
    "docs/webhooks": shows("/docs/webhooks", "X-Hub-Signature-256"),
    "docs/security": shows("/docs/security", "Authorization: Bearer lnb_"),
    "docs/api/v1": answers("/docs/api/v1", 200),
    "docs/api/v1/openapi.json": lambda demo: get(f"{demo.info['base_url']}/docs/api/v1/openapi.json")[
        "openapi"
    ].startswith("3.1"),
    "media/<path:path>": answers("/media/trendythreads/logo.png", 200),
    "p/<slug:token>": answers("/p/nobody", 404),
    "p/<slug:token>/done": answers("/p/nobody/done", 404),
    "c/<slug:token>": answers("/c/nobody", 404),
    "c/<slug:token>/<int:slot>": answers("/c/nobody/1", 404),
    "g/<slug:code>": answers("/g/JEANS", 302),
    "demo/clock": answers("/demo/clock", 404),
    "_allauth/": answers("/_allauth/browser/v1/config", 200),
    "api/v1/me": is_json_of("/api/v1/me", "shop", "role"),
    "api/v1/me/shop": answers("/api/v1/me/shop", 401, method="POST", data=b"{}"),
    "api/v1/status": is_json_of("/api/v1/status", "bot", "clock"),
    "api/v1/demo/clock": answers("/api/v1/demo/clock", 401, method="POST", data=b"{}"),
    "api/v1/dashboard": lambda demo: as_owner(demo, "/api/v1/dashboard?range=30d")["revenue"]["value"]["minor"] > 0,
    "api/v1/conversations": lambda demo: as_owner(demo, "/api/v1/conversations")["counts"]["all"] > 0,
    "api/v1/conversations/<uuid:thread_id>": lambda demo: "consent" in one(demo, "/api/v1/conversations"),
    "api/v1/conversations/<uuid:thread_id>/messages": lambda demo: bool(
        one(demo, "/api/v1/conversations", "/messages")["results"]
    ),
    "api/v1/conversations/<uuid:thread_id>/take-over": answers(
        f"/api/v1/conversations/{NOBODYS}/take-over", 401, method="POST", data=b"{}"
    ),
    "api/v1/conversations/<uuid:thread_id>/products": answers(
        f"/api/v1/conversations/{NOBODYS}/products", 401, method="POST", data=b"{}"
    ),
    "api/v1/conversations/<uuid:thread_id>/products/preview": answers(
        f"/api/v1/conversations/{NOBODYS}/products/preview", 401, method="POST", data=b"{}"
    ),
    "api/v1/conversations/<uuid:thread_id>/hand-back": answers(
        f"/api/v1/conversations/{NOBODYS}/hand-back", 401, method="POST", data=b"{}"
    ),
    "api/v1/products": lambda demo: bool(as_owner(demo, "/api/v1/products")["results"]),
    "api/v1/products/<uuid:product_id>": lambda demo: bool(one(demo, "/api/v1/products")["variants"]),
    "api/v1/products/<uuid:product_id>/status": answers(
        f"/api/v1/products/{NOBODYS}/status", 401, method="POST", data=b"{}"
    ),
    "api/v1/products/<uuid:product_id>/stock": answers(
        f"/api/v1/products/{NOBODYS}/stock", 401, method="POST", data=b"{}"
    ),
    "api/v1/products/<uuid:product_id>/pictures": answers(
        f"/api/v1/products/{NOBODYS}/pictures", 401, method="POST", data=b"{}"
    ),
    "api/v1/personal-catalogues": lambda demo: bool(as_owner(demo, "/api/v1/personal-catalogues")["results"]),
    "api/v1/personal-catalogues/<uuid:page_id>/revoke": answers(
        f"/api/v1/personal-catalogues/{NOBODYS}/revoke", 401, method="POST", data=b"{}"
    ),
    "api/v1/analytics/suggestions": lambda demo: as_owner(demo, "/api/v1/analytics/suggestions")["total"]["shown"] > 0,
    "api/v1/size-charts": lambda demo: bool(as_owner(demo, "/api/v1/size-charts")["results"]),
    "api/v1/size-charts/<uuid:chart_id>": answers(f"/api/v1/size-charts/{NOBODYS}", 401, method="DELETE"),
    "api/v1/catalogue/export": answers("/api/v1/catalogue/export", 401),
    "api/v1/catalogue/imports": is_json_of("/api/v1/catalogue/imports", "results"),
    "api/v1/catalogue/imports/<uuid:import_id>": answers(f"/api/v1/catalogue/imports/{NOBODYS}", 401),
    "api/v1/catalogue/imports/<uuid:import_id>/rows": answers(f"/api/v1/catalogue/imports/{NOBODYS}/rows", 401),
    "api/v1/catalogue/imports/<uuid:import_id>/apply": answers(
        f"/api/v1/catalogue/imports/{NOBODYS}/apply", 401, method="POST", data=b"{}"
    ),
    "api/v1/catalogue/imports/<uuid:import_id>/undo": answers(
        f"/api/v1/catalogue/imports/{NOBODYS}/undo", 401, method="POST", data=b"{}"
    ),
    "api/v1/orders": lambda demo: as_owner(demo, "/api/v1/orders")["counts"]["all"] > 200,
    "api/v1/orders/export": answers("/api/v1/orders/export", 401),
    "api/v1/orders/<uuid:order_id>": lambda demo: bool(one(demo, "/api/v1/orders")["lines"]),
    "api/v1/orders/<uuid:order_id>/pack": answers(f"/api/v1/orders/{NOBODYS}/pack", 401, method="POST", data=b"{}"),
    "api/v1/orders/<uuid:order_id>/ship": answers(f"/api/v1/orders/{NOBODYS}/ship", 401, method="POST", data=b"{}"),
    "api/v1/orders/<uuid:order_id>/deliver": answers(
        f"/api/v1/orders/{NOBODYS}/deliver", 401, method="POST", data=b"{}"
    ),
    "api/v1/orders/<uuid:order_id>/cancel": answers(f"/api/v1/orders/{NOBODYS}/cancel", 401, method="POST", data=b"{}"),
    "api/v1/orders/<uuid:order_id>/notes": answers(f"/api/v1/orders/{NOBODYS}/notes", 401, method="POST", data=b"{}"),
    "api/v1/orders/<uuid:order_id>/returns": answers(
        f"/api/v1/orders/{NOBODYS}/returns", 401, method="POST", data=b"{}"
    ),
    "api/v1/tickets": is_json_of("/api/v1/tickets", "results", "counts"),
    "api/v1/tickets/<uuid:ticket_id>": answers(f"/api/v1/tickets/{NOBODYS}", 401),
    "api/v1/tickets/<uuid:ticket_id>/notes": answers(
        f"/api/v1/tickets/{NOBODYS}/notes", 401, method="POST", data=b"{}"
    ),
    "api/v1/tickets/<uuid:ticket_id>/reply": answers(
        f"/api/v1/tickets/{NOBODYS}/reply", 401, method="POST", data=b"{}"
    ),
    "api/v1/analytics/tickets": is_json_of("/api/v1/analytics/tickets", "rate", "by_kind"),
    "api/v1/returns": is_json_of("/api/v1/returns", "results", "counts"),
    "api/v1/returns/<uuid:return_id>": answers(f"/api/v1/returns/{NOBODYS}", 401),
    "api/v1/returns/<uuid:return_id>/<slug:deed>": answers(
        f"/api/v1/returns/{NOBODYS}/approve", 401, method="POST", data=b"{}"
    ),
    "api/v1/carriers": lambda demo: "USPS" in {row["name"] for row in as_owner(demo, "/api/v1/carriers")["results"]},
    "api/v1/orders/<uuid:order_id>/refunds": answers(
        f"/api/v1/orders/{NOBODYS}/refunds", 401, method="POST", data=b"{}"
    ),
    "api/v1/orders/<uuid:order_id>/refunds/by-hand": answers(
        f"/api/v1/orders/{NOBODYS}/refunds/by-hand", 401, method="POST", data=b"{}"
    ),
    "api/v1/orders/<uuid:order_id>/refunds/<uuid:refund_id>/approve": answers(
        f"/api/v1/orders/{NOBODYS}/refunds/{NOBODYS}/approve", 401, method="POST", data=b"{}"
    ),
    "api/v1/orders/<uuid:order_id>/refunds/<uuid:refund_id>/decline": answers(
        f"/api/v1/orders/{NOBODYS}/refunds/{NOBODYS}/decline", 401, method="POST", data=b"{}"
    ),
    "api/v1/assistant/texts": is_json_of("/api/v1/assistant/texts", "results"),
    "api/v1/assistant/texts/<str:language>/<str:key>": answers(
        "/api/v1/assistant/texts/en/no.such", 401, method="DELETE"
    ),
    "api/v1/assistant/voice": is_json_of("/api/v1/assistant/voice", "greeting"),
    "api/v1/assistant/answers": is_json_of("/api/v1/assistant/answers", "results"),
    "api/v1/assistant/answers/<uuid:entry_id>": answers(f"/api/v1/assistant/answers/{NOBODYS}", 401, method="DELETE"),
    "api/v1/assistant/examples": is_json_of("/api/v1/assistant/examples", "results"),
    "api/v1/assistant/examples/<uuid:example_id>": answers(
        f"/api/v1/assistant/examples/{NOBODYS}", 401, method="DELETE"
    ),
    "api/v1/delivery-rules": is_json_of("/api/v1/delivery-rules", "zones"),
    "api/v1/products/<uuid:product_id>/feedback": answers(f"/api/v1/products/{NOBODYS}/feedback", 401),
    "api/v1/leads/<uuid:lead_id>/notices": answers(f"/api/v1/leads/{NOBODYS}/notices", 401),
    "api/v1/leads/<uuid:lead_id>/notices/<uuid:variant_id>/cancel": answers(
        f"/api/v1/leads/{NOBODYS}/notices/{NOBODYS}/cancel", 401, method="POST", data=b"{}"
    ),
    "api/v1/coupons": is_json_of("/api/v1/coupons", "results"),
    "api/v1/coupons/<uuid:coupon_id>/stop": answers(f"/api/v1/coupons/{NOBODYS}/stop", 401, method="POST", data=b"{}"),
    "api/v1/coupons/<uuid:coupon_id>/resume": answers(
        f"/api/v1/coupons/{NOBODYS}/resume", 401, method="POST", data=b"{}"
    ),
    "api/v1/assistant/unanswered": is_json_of("/api/v1/assistant/unanswered", "results", "open_count"),
    "api/v1/assistant/unanswered/<uuid:unanswered_id>/answer": answers(
        f"/api/v1/assistant/unanswered/{NOBODYS}/answer", 401, method="POST", data=b"{}"
    ),
    "api/v1/assistant/unanswered/<uuid:unanswered_id>/example": answers(
        f"/api/v1/assistant/unanswered/{NOBODYS}/example", 401, method="POST", data=b"{}"
    ),
    "api/v1/assistant/unanswered/<uuid:unanswered_id>/dismiss": answers(
        f"/api/v1/assistant/unanswered/{NOBODYS}/dismiss", 401, method="POST", data=b"{}"
    ),
    "api/v1/assistant/try": lambda demo: "ask the team" in tried(demo, "do you do alterations?"),
    "api/v1/parked": is_json_of("/api/v1/parked", "results"),
    "api/v1/conversations/<uuid:thread_id>/seen": answers(
        f"/api/v1/conversations/{NOBODYS}/seen", 401, method="POST", data=b"{}"
    ),
    "api/v1/conversations/<uuid:thread_id>/block": answers(
        f"/api/v1/conversations/{NOBODYS}/block", 401, method="POST", data=b"{}"
    ),
    "api/v1/conversations/<uuid:thread_id>/media/<uuid:media_id>": answers(
        f"/api/v1/conversations/{NOBODYS}/media/{NOBODYS}", 401
    ),
    "api/v1/leads/<uuid:lead_id>/merges": answers(f"/api/v1/leads/{NOBODYS}/merges", 401, method="POST", data=b"{}"),
    "api/v1/leads/<uuid:lead_id>/merges/<uuid:merge_id>/undo": answers(
        f"/api/v1/leads/{NOBODYS}/merges/{NOBODYS}/undo", 401, method="POST", data=b"{}"
    ),
    "api/v1/sending/resume": answers("/api/v1/sending/resume", 401, method="POST", data=b"{}"),
    "api/v1/notices/<uuid:notice_id>/dismiss": answers(
        f"/api/v1/notices/{NOBODYS}/dismiss", 401, method="POST", data=b"{}"
    ),
    "api/v1/templates": is_json_of("/api/v1/templates", "results"),
    "api/v1/templates/sync": answers("/api/v1/templates/sync", 401, method="POST", data=b"{}"),
    "api/v1/templates/<uuid:template_id>": lambda demo: "body" in one(demo, "/api/v1/templates"),
    "api/v1/templates/<uuid:template_id>/submit": answers(
        f"/api/v1/templates/{NOBODYS}/submit", 401, method="POST", data=b"{}"
    ),
    "api/v1/templates/<uuid:template_id>/accept-category": answers(
        f"/api/v1/templates/{NOBODYS}/accept-category", 401, method="POST", data=b"{}"
    ),
    "api/v1/providers": lambda demo: (
        {"whatsapp_cloud", "stripe", "cash_on_delivery"}
        <= {row["slug"] for row in as_owner(demo, "/api/v1/providers")["results"]}
    ),
    "api/v1/connections": lambda demo: (
        demo.info["webhook_url"] in {row["webhook_url"] for row in as_owner(demo, "/api/v1/connections")["results"]}
    ),
    "api/v1/connections/<uuid:connection_id>": lambda demo: bool(one(demo, "/api/v1/connections")["numbers"]),
    "api/v1/connections/<uuid:connection_id>/test": lambda demo: (
        [row["verdict"] for row in verdicts(demo, "whatsapp_cloud")] == ["works", "works"]
        and [row["verdict"] for row in verdicts(demo, "stripe")] == ["works", "works"]
    ),
    "api/v1/connections/<uuid:connection_id>/disconnect": lambda demo: switched(demo, "disconnect") == "off",
    "api/v1/connections/<uuid:connection_id>/enable": lambda demo: switched(demo, "enable") == "connected",
    "api/v1/connections/<uuid:connection_id>/numbers": answers(
        f"/api/v1/connections/{NOBODYS}/numbers", 401, method="POST", data=b"{}"
    ),
    "api/v1/connections/<uuid:connection_id>/numbers/<uuid:number_id>": answers(
        f"/api/v1/connections/{NOBODYS}/numbers/{NOBODYS}", 401, method="DELETE"
    ),
    "api/v1/api-keys": lambda demo: (
        demo.info["api_key"][-4:] in {row["ending"] for row in as_owner(demo, "/api/v1/api-keys")["results"]}
    ),
    "api/v1/api-keys/<uuid:key_id>": answers(f"/api/v1/api-keys/{NOBODYS}", 401, method="DELETE"),
    "api/v1/parked/<uuid:row_id>/retry": answers(f"/api/v1/parked/{NOBODYS}/retry", 401, method="POST", data=b"{}"),
}


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every address of ours; a library's own tree counts as one."""
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if path.startswith("^"):
            continue  # the portal and the "nothing here" answer, which catch what is left
        if isinstance(pattern, URLResolver) and not path.startswith("_allauth"):
            yield from routes(list(pattern.url_patterns), path)
        else:
            yield path


def test_every_route_has_a_row() -> None:
    assert set(ROUTES) == set(routes(list(urlpatterns)))


@pytest.mark.parametrize("path", sorted(ROUTES))
def test_every_route_answers_with_an_effect(demo: Demo, path: str) -> None:
    assert ROUTES[path](demo)


def test_the_demo_clock_is_shared_with_who_holds_its_token(demo: Demo) -> None:
    before = get(f"{demo.simulator}/phone/clock")
    post(f"{demo.simulator}/phone/clock", {"advance_seconds": 1})
    assert get(f"{demo.simulator}/phone/clock") != before
