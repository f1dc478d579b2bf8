"""The page behind a link: what a person sees, and what a program does not set off."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from leadnurturebot.assistant.own_words.actions import word_text
from leadnurturebot.catalog.personal.making import Page, page_revoke
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.platform.tenancy import shop_scope
from tests.cast import Boutique, open_boutique
from tests.catalog.personal.test_making import EMMA, facts, make

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1"


@pytest.fixture
def boutique(connection: Connection, now: datetime) -> Boutique:
    return open_boutique(connection, now)


@pytest.fixture
def page(connection: Connection, boutique: Boutique, now: datetime) -> Page:
    # Opened at the clock of the machine, whatever year that is.
    return make(connection, boutique, now, "sundress", "tote", lead_id=EMMA, days=36500)


def visit(path: str, agent: str = PHONE, **headers: str) -> Any:
    return Client().get(path, headers={"User-Agent": agent, **headers})


def clicks(connection: Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT clicks FROM catalog_personalitem ORDER BY slot").fetchall()]


def test_it_shows_price_sizes_that_are_here_and_those_that_are_not(page: Page) -> None:
    answer = visit(f"/c/{page.token}")
    html = re.sub(r"\s+", " ", answer.content.decode())
    assert answer.status_code == 200
    assert "Blue Floral Sundress" in html
    assert "<span>$49</span>" in html
    assert '<span class="size">M</span>' in html
    assert '<span class="size out">XL <small>sold out</small></span>' in html
    assert html.count("Ask about this on WhatsApp</a>") == 2


def test_a_sale_price_stands_beside_the_old_one(connection: Connection, page: Page) -> None:
    connection.execute("UPDATE catalog_variant SET price = 2000, compare_at = 2500 WHERE sku = 'TOTE'")
    assert "<span>$20</span> <s>$25</s>" in visit(f"/c/{page.token}").content.decode()


def test_what_is_wholly_sold_out_says_so_and_can_still_be_asked_about(connection: Connection, page: Page) -> None:
    connection.execute("UPDATE catalog_variant SET stock = 0 WHERE sku = 'TOTE'")
    html = visit(f"/c/{page.token}").content.decode()
    assert "Sold out right now" in html
    assert f'href="/c/{page.token}/2"' in html


def test_the_preview_carries_the_first_picture_with_its_whole_address(page: Page) -> None:
    html = visit(f"/c/{page.token}", "WhatsApp/2.26.1 A").content.decode()
    assert 'property="og:image" content="http://127.0.0.1:8000/media/trendythreads/sundress.png"' in html
    assert 'property="og:title" content="Chosen for you · TrendyThreads Boutique"' in html
    assert 'property="og:description" content="Blue Floral Sundress, Canvas Tote"' in html


@pytest.mark.parametrize("path", ["", "/1"])
def test_no_cache_search_or_other_site_learns_of_it(page: Page, path: str) -> None:
    answer = visit(f"/c/{page.token}{path}")
    assert (answer["Cache-Control"], answer["Referrer-Policy"], answer["X-Robots-Tag"]) == (
        "no-store", "no-referrer", "noindex"
    )  # fmt: skip


def test_a_tap_leads_to_the_chat_with_the_product_named_and_counts(connection: Connection, page: Page) -> None:
    answer = visit(f"/c/{page.token}/2")
    target = urlsplit(answer["Location"])
    (text,) = parse_qs(target.query)["text"]
    ((code,),) = connection.execute("SELECT code FROM catalog_personalcatalogue").fetchall()
    ((number,),) = connection.execute("SELECT code FROM catalog_product WHERE external_id = 'tote'").fetchall()
    assert (answer.status_code, target.path) == (302, "/15550783881")
    assert text == f"Hi! I'd like to know more about the Canvas Tote. (ref: P{number}-{code})"
    assert clicks(connection) == [0, 1]


def test_opening_the_page_counts_nothing_whoever_does(connection: Connection, page: Page) -> None:
    for agent in (PHONE, "facebookexternalhit/1.1"):
        visit(f"/c/{page.token}", agent)
    assert clicks(connection) == [0, 0]
    assert facts(connection, "recommendation.clicked") == []


@pytest.mark.parametrize(
    ("agent", "headers"),
    [
        ("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", {}),
        ("WhatsApp/2.26.1 A", {}),
        ("TelegramBot (like TwitterBot)", {}),
        ("Mozilla/5.0 (compatible; Googlebot/2.1)", {}),
        ("curl/8.5.0", {}),
        ("", {}),
        (PHONE, {"Sec-Purpose": "prefetch;prerender"}),
    ],
)
def test_a_program_is_led_on_and_not_counted(
    connection: Connection, page: Page, agent: str, headers: dict[str, str]
) -> None:
    assert visit(f"/c/{page.token}/1", agent, **headers).status_code == 302
    assert clicks(connection) == [0, 0]


def test_asking_for_the_head_alone_counts_nothing(connection: Connection, page: Page) -> None:
    assert Client().head(f"/c/{page.token}/1", headers={"User-Agent": PHONE}).status_code == 302
    assert clicks(connection) == [0, 0]


def test_nothing_can_be_posted(page: Page) -> None:
    assert Client().post(f"/c/{page.token}").status_code == 405
    assert Client().post(f"/c/{page.token}/1").status_code == 405


def test_a_page_that_ended_says_so_kindly_and_leads_to_the_chat(
    connection: Connection, boutique: Boutique, page: Page, now: datetime
) -> None:
    page_revoke(connection, boutique.shop.id, page.id, now=now)
    for path in ("", "/1"):
        answer = visit(f"/c/{page.token}{path}")
        assert answer.status_code == 410
        assert "no longer open" in answer.content.decode()
        assert "https://wa.me/15550783881?text=Hi%21" in answer.content.decode()
    assert clicks(connection) == [0, 0]


def test_a_link_that_nobody_made_says_so(connection: Connection) -> None:
    answer = visit("/c/nobody", **{"Accept-Language": "pt-BR,pt"})
    assert answer.status_code == 404
    assert "Este link não existe" in answer.content.decode()
    assert visit("/c/nobody/1").status_code == 404
    assert visit("/c/%00").status_code == 404


def test_an_item_that_is_not_on_the_page_leads_nowhere(connection: Connection, page: Page) -> None:
    assert visit(f"/c/{page.token}/3").status_code == 410


def test_it_speaks_the_customers_language_and_names_its_colours(
    connection: Connection, boutique: Boutique, page: Page, now: datetime
) -> None:
    connection.execute("UPDATE catalog_personalcatalogue SET language = 'es'")
    connection.execute("UPDATE catalog_variant SET color = 'green' WHERE sku = 'DR-BLUE-L'")
    html = visit(f"/c/{page.token}").content.decode()
    assert 'lang="es"' in html
    assert "Elegido para ti" in html
    assert '<span class="color">Verde</span>' in html


def test_a_page_leads_to_the_number_that_it_was_sent_from(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    connection.execute(
        "INSERT INTO shops_businessnumber SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(),"
        " 'phone_number_id', '2', 'display_number', '+1 555 000'))).* FROM shops_businessnumber n WHERE shop_id = %s",
        [boutique.shop.id],
    )
    ((other,),) = connection.execute("SELECT id FROM shops_businessnumber WHERE phone_number_id = '2'").fetchall()
    made = make(connection, boutique, now, "tote", number_id=other, days=36500)
    assert urlsplit(visit(f"/c/{made.token}/1")["Location"]).path == "/1555000"


def test_the_shops_own_words_stand_on_it(connection: Connection, boutique: Boutique, page: Page, now: datetime) -> None:
    key = ring().of(connection, boutique.shop.id)
    with shop_scope(boutique.shop.id):
        word_text(key, text="page.ask", language="en", wordings=[{"other": "Write to Sarah about it"}], now=now)
    assert visit(f"/c/{page.token}").content.decode().count("Write to Sarah about it</a>") == 2
