"""The whole demo, built once for this module and rolled back: what it holds, and that it adds up."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from leadnurturebot.analytics.dashboard import figures
from leadnurturebot.analytics.periods import Period, own_period
from leadnurturebot.analytics.suggestions import suggestions
from leadnurturebot.catalog.personal.queries import list_pages
from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.people.past import past
from leadnurturebot.demo_shop.people.shapes import Past
from leadnurturebot.demo_shop.pictures.files import first_pictures
from leadnurturebot.demo_shop.seed import DemoConnections, SeededShop, seed
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.leads.queries import find_leads
from leadnurturebot.orders.coupons import list_coupons
from leadnurturebot.platform import encryption
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed

NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)
ACCOUNTS = DemoConnections(
    phone_number_id="1065", waba_id="1022", display_number="+1 555 010 0199", app_secret="app-secret",
    access_token="access-token", verify_token="verify-token", stripe_api_key="sk_test_seed",
    stripe_webhook_secret="whsec_seed",
)  # fmt: skip


def build(media_root: Path) -> SeededShop:
    return seed(
        connections=ACCOUNTS, password="a long password", now=NOW, base_url="https://shop.example",
        media_root=media_root, log=lambda line: None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def told() -> Past:
    return past(NOW)


@pytest.fixture(scope="module")
def shop(django_db_blocker: DjangoDbBlocker, media_root: Path) -> Iterator[SeededShop]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(media_root)
        transaction.set_rollback(True)
    encryption._ring = None


@pytest.fixture
def rows(shop: SeededShop) -> Any:
    def read(statement: str, *values: Any) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = borrowed().execute(statement, [shop.shop_id, *values]).fetchall()
        return found

    return read


def test_everybody_of_the_past_is_a_lead_with_a_thread(rows: Any, told: Past) -> None:
    for table in ("leads_lead", "leads_identity", "leads_touch", "conversations_thread"):
        assert rows(f"SELECT count(*) FROM {table} WHERE shop_id = %s") == [(len(told.leads),)]
    arrivals = rows("SELECT created_at FROM leads_lead WHERE shop_id = %s ORDER BY created_at")
    assert [at for (at,) in arrivals] == [lead.arrived_at for lead in told.leads]


def test_every_message_is_stored_and_ours_were_delivered(rows: Any, told: Past) -> None:
    said = [message for talk in told.conversations for message in talk.messages]
    found = dict(rows("SELECT direction, count(*) FROM conversations_message WHERE shop_id = %s GROUP BY 1"))
    ours = sum(not message.is_inbound for message in said)
    assert found == {"in": len(said) - ours, "out": ours}
    counted = rows("SELECT sum(service_delivered) FROM nurture_monthusage WHERE shop_id = %s")
    charged = rows(
        "SELECT count(*) FROM conversations_message WHERE shop_id = %s AND direction = 'out'"
        " AND status IN ('delivered', 'read') AND pricing_type <> 'free_entry_point'"
    )
    assert counted == charged
    assert rows("SELECT count(*) FROM conversations_message WHERE shop_id = %s AND actual_micros IS NOT NULL") == [
        (ours,)
    ]


def test_every_conversation_knows_how_long_its_first_reply_took(rows: Any) -> None:
    [(without, fastest, slowest)] = rows(
        "SELECT count(*) FILTER (WHERE first_reply_ms IS NULL), min(first_reply_ms), max(first_reply_ms)"
        " FROM conversations_conversation WHERE shop_id = %s"
    )
    assert without == 0
    assert 700 <= fastest < slowest <= 2100


def test_every_order_is_there_in_its_state(rows: Any, told: Past) -> None:
    found = rows(
        "SELECT number, state, total, placed_at FROM orders_order WHERE shop_id = %s AND payment_method <> 'exchange'"
        " ORDER BY number"
    )
    assert found == [(order.number, order.state, order.total_minor, order.placed_at) for order in told.orders]


def test_every_order_is_the_sum_of_its_lines_and_shipping(rows: Any) -> None:
    wrong = rows(
        "SELECT o.number FROM orders_order o WHERE o.shop_id = %s AND o.total <> o.shipping - o.discount +"
        " (SELECT sum(l.quantity * l.unit_price) FROM orders_orderline l WHERE l.order_id = o.id)"
    )
    assert wrong == []


def test_the_next_order_is_tt12345(rows: Any) -> None:
    assert rows("SELECT order_prefix, next_order_number FROM shops_shop WHERE id = %s") == [("TT", 12345)]


def test_every_verdict_is_there_and_returns_have_come_as_far_as_they_would(rows: Any, told: Past) -> None:
    judged = {(fit.sku, order.number) for order in told.orders for fit in order.fits}
    assert rows("SELECT count(*) FROM orders_fitverdict WHERE shop_id = %s") == [(len(judged),)]
    returned = [back for order in told.orders for back in order.returns]
    assert rows("SELECT count(*) FROM orders_return WHERE shop_id = %s") == [(len(returned),)]
    settled = sum(back.settled_at is not None for back in returned)
    assert rows("SELECT count(*) FROM orders_return WHERE shop_id = %s AND state = 'settled'") == [(settled,)]
    states = {state for (state,) in rows("SELECT DISTINCT state FROM orders_return WHERE shop_id = %s")}
    assert len(states & {"requested", "approved", "in_transit", "received"}) >= 2


def test_exchanges_are_orders_that_cost_nothing(rows: Any) -> None:
    made = rows("SELECT count(*) FROM orders_return WHERE shop_id = %s AND exchange_order_id IS NOT NULL")
    costs = rows("SELECT count(*), sum(total) FROM orders_order WHERE shop_id = %s AND payment_method = 'exchange'")
    assert costs == [(made[0][0], 0)]
    assert made[0][0] >= 2


def test_the_coupons_have_their_uses(shop: SeededShop, told: Past) -> None:
    found = {coupon.code: coupon for coupon in list_coupons(shop.shop_id, "USD", now=NOW)}
    used = [order.code for order in told.orders if order.code and order.state != "expired"]
    assert {code: coupon.used for code, coupon in found.items()} == {
        "TREND10": used.count("TREND10"), "AUTUMN5": used.count("AUTUMN5"), "KNITWEAR15": 0, "STAFF20": 0,
    }  # fmt: skip
    assert [found[code].state for code in ("TREND10", "AUTUMN5", "STAFF20")] == ["active", "over", "stopped"]


def test_the_dashboard_shows_what_the_past_brought(shop: SeededShop, told: Past) -> None:
    period = own_period(datetime(2026, 9, 1).date(), NOW.date(), timezone=SHOP.timezone)  # noqa: DTZ001 - a date
    shown = figures(shop.shop_id, "USD", period, NOW)
    paid = [order for order in told.orders if order.paid_at]
    back = sum(
        line.unit_price_minor * line.quantity + (order.shipping_minor if order.state == "refunded" else 0)
        for order in told.orders
        for sent in order.returns
        if sent.wants == "refund" and sent.settled_at
        for line in order.lines
        if line.sku == sent.sku
    )
    assert shown.revenue.value.minor == sum(order.total_minor for order in paid) - back
    assert shown.channels_total.revenue == shown.revenue.value
    assert (shown.channels_total.orders, shown.funnel.arrived) == (len(paid), len(told.leads))
    assert shown.funnel.bought == len({order.lead_key for order in paid})


def test_the_ledger_is_the_sum_of_payments_and_refunds(rows: Any) -> None:
    [(ledger,)] = rows(
        "SELECT sum(amount_micros) / 10000 FROM ledger_entry WHERE shop_id = %s"
        " AND kind IN ('payment.settled', 'refund.settled')"
    )
    [(money,)] = rows("SELECT sum(received_amount - refunded) FROM payments_payment WHERE shop_id = %s")
    assert ledger == money


def test_the_shelf_holds_what_the_catalogue_says(rows: Any, told: Past) -> None:
    held = {
        line.sku: line.quantity for order in told.orders if order.state == "awaiting_payment" for line in order.lines
    }
    stock = dict(rows("SELECT sku, stock FROM catalog_variant WHERE shop_id = %s"))
    assert stock == {sku: variant.stock + held.get(sku, 0) for sku, (_, variant) in by_sku().items()}
    live = rows("SELECT v.sku, h.quantity FROM orders_stockhold h JOIN catalog_variant v ON v.id = h.variant_id"
                " WHERE h.shop_id = %s AND h.state = 'held' AND h.until > %s", NOW)  # fmt: skip
    assert dict(live) == held


def test_three_people_wait_and_whoever_said_stop_is_left_alone(rows: Any, told: Past) -> None:
    assert rows("SELECT count(*) FROM conversations_thread WHERE shop_id = %s AND holder = 'waiting'") == [(3,)]
    stopped = sum(talk.outcome == "stopped" for talk in told.conversations)
    assert rows("SELECT count(*) FROM leads_lead WHERE shop_id = %s AND opted_out_at IS NOT NULL") == [(stopped,)]


def test_emma_is_found_by_name_and_by_the_end_of_her_number(shop: SeededShop) -> None:
    key = ring().of(borrowed(), shop.shop_id)
    by_name = find_leads(shop.shop_id, "emma wilson", key)
    assert len(by_name) == 1
    assert by_name[0] in find_leads(shop.shop_id, "0142", key)


def test_the_ads_lead_to_their_products(rows: Any) -> None:
    found = rows(
        "SELECT a.external_id, p.external_id, a.code FROM leads_ad a JOIN catalog_product p ON p.id = a.product_id"
        " WHERE a.shop_id = %s ORDER BY a.external_id"
    )
    assert found == [
        ("120214873301520447", "blue-floral-sundress", ""), ("120215560947710382", "sage-wrap-dress", ""),
        ("JEANS", "straight-jeans", "JEANS"),
    ]  # fmt: skip


def test_the_rival_has_a_shop_of_his_own(shop: SeededShop) -> None:
    found = borrowed().execute(
        "SELECT s.slug, (SELECT count(*) FROM catalog_product p WHERE p.shop_id = s.id) FROM shops_membership m"
        " JOIN shops_shop s ON s.id = m.shop_id JOIN shops_user u ON u.id = m.user_id WHERE u.email = %s",
        ["marco@northsidedenim.example"],
    ).fetchall()  # fmt: skip
    assert found == [("northside-denim", 12)]


def test_seeding_again_changes_nothing(shop: SeededShop, rows: Any, media_root: Path) -> None:
    def counts() -> list[tuple[Any, ...]]:
        entries = rows("SELECT count(*), max(id::text) FROM ledger_entry WHERE shop_id = %s")
        return [*entries, *rows("SELECT catalogue_version, next_order_number FROM shops_shop WHERE id = %s")]

    before = counts()
    again = build(media_root)
    assert (again.shop_id, again.is_new, shop.is_new) == (shop.shop_id, False, True)
    assert again.endpoint_keys == shop.endpoint_keys
    assert counts() == before


def test_tickets_stand_in_every_state(rows: Any) -> None:
    found = rows("SELECT kind, state, priority FROM orders_ticket WHERE shop_id = %s ORDER BY number")
    assert [state for _, state, _ in found].count("solved") == 4
    assert [row for row in found if row[1] != "solved"] == [
        ("damaged", "reopened", "normal"), ("not_arrived", "waiting", "normal"), ("missing", "open", "normal"),
        ("payment", "open", "high"),
    ]  # fmt: skip


def test_the_ads_pictures_are_there_at_once(shop: SeededShop, media_root: Path) -> None:
    there = {file.name for file in (media_root / SHOP.slug).iterdir()}
    assert there == first_pictures()
    assert "blue-floral-sundress--blue-floral.png" in there


def test_suggestions_of_the_past_were_opened_and_bought_less_the_further_down(shop: SeededShop) -> None:
    day = NOW.date()
    found = suggestions(shop.shop_id, Period(from_date=day - timedelta(days=59), to_date=day, timezone="UTC"))
    shares = [part.reach.tapped / part.reach.shown for part in found.slots[:4]]
    assert found.total.shown > 400
    assert 0.25 < found.total.tapped / found.total.shown < 0.5
    assert found.total.bought > 10
    assert shares[0] > shares[3]
    assert {part.name for part in found.reasons} == {"alike", "goes_with", "best", "bought_with", "new", "asked"}


def test_one_customer_has_a_page_of_dresses_and_asked_from_it(shop: SeededShop) -> None:
    (page,) = list_pages(shop.shop_id, now=NOW, limit=5)
    assert (page.state, page.items, page.clicks, page.asked, page.made_by) == ("open", 14, 2, 1, "assistant")
