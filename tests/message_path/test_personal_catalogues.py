"""Pages of chosen goods in the message path: who writes from one is understood to mean its product."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.catalog.actions import save_products
from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, VariantDraft
from leadnurturebot.catalog.personal.making import Page
from leadnurturebot.catalog.personal.reading import PageUnknown, find_page, items_of
from leadnurturebot.domain.dialogue.reply import Phrase
from leadnurturebot.domain.message_content import Buttons, Carousel
from leadnurturebot.privacy.erasing import erase_lead
from leadnurturebot.shops.actions import settings_change
from tests.cast import EMMA, JAKE, text
from tests.catalog.personal.test_making import make
from tests.message_path.driving import Drive


def lead_of(drive: Drive) -> UUID:
    ((lead_id,),) = drive.rows("SELECT id FROM leads_lead ORDER BY created_at LIMIT 1")
    found: UUID = lead_id
    return found


def greeted(drive: Drive) -> UUID:
    drive.hear(text("hi", at=drive.now, wamid="hello"))
    return lead_of(drive)


def reference(drive: Drive, page: Page, product: str) -> str:
    ((code,),) = drive.rows("SELECT code FROM catalog_personalcatalogue WHERE id = %s", page.id)
    ((number,),) = drive.rows("SELECT code FROM catalog_product WHERE external_id = %s", product)
    return f"(ref: P{number}-{code})"


def asks(
    drive: Drive, page: Page, product: str, words: str = "Hi! I'd like to know more about this.", **more: Any
) -> Any:
    (content,) = drive.hear(
        text(f"{words} {reference(drive, page, product)}", at=drive.now, **{"wamid": "ask", **more})
    )
    return content


def entries(drive: Drive, kind: str) -> list[tuple[Any, ...]]:
    return drive.rows(
        "SELECT lead_id, data->>'page', data->>'slot', data->>'why', subject_id FROM ledger_entry WHERE kind = %s", kind
    )


def test_a_message_from_a_page_is_about_its_product(drive: Drive) -> None:
    page = make(drive.connection, drive.boutique, drive.now, "wrap", "tote", lead_id=greeted(drive))
    content = asks(drive, page, "tote")
    assert isinstance(content, Buttons)
    assert "Canvas Tote" in content.body
    assert "$25" in content.body
    assert "ad" not in content.body.split()


@pytest.mark.parametrize("language", ["en", "es", "pt", "hi", "hi-Latn", "id"])
def test_the_text_of_the_button_is_understood_in_every_language(drive: Drive, language: str) -> None:
    page = make(drive.connection, drive.boutique, drive.now, "wrap", lead_id=greeted(drive))
    words = say(Phrase("page.ask_text", {"product": "Sage Wrap Dress"}), Speech(language, "US"))
    content = asks(drive, page, "wrap", words)
    assert "Sage Wrap Dress" in content.plain_text()
    assert "68" in content.plain_text()


def test_the_reference_is_not_taken_for_words(drive: Drive) -> None:
    page = make(drive.connection, drive.boutique, drive.now, "wrap", lead_id=greeted(drive))
    asks(drive, page, "wrap", "is it there in L?")
    assert drive.stored("ask")["text"] == "is it there in L?"


def test_what_is_asked_behind_the_reference_is_answered_too(drive: Drive) -> None:
    page = make(drive.connection, drive.boutique, drive.now, "sundress", lead_id=greeted(drive))
    words = f"More about the Blue Floral Sundress {reference(drive, page, 'sundress')} is XL there?"
    (content,) = drive.hear(text(words, at=drive.now, wamid="ask"))
    assert "sold out" in content.plain_text()


def test_the_ledger_tells_from_which_place_of_the_page_it_was_asked(drive: Drive) -> None:
    lead_id = greeted(drive)
    page = make(drive.connection, drive.boutique, drive.now, "wrap", "tote", lead_id=lead_id)
    asks(drive, page, "tote")
    asks(drive, page, "tote", wamid="again")
    ((tote,),) = drive.rows("SELECT id::text FROM catalog_product WHERE external_id = 'tote'")
    assert entries(drive, "recommendation.asked") == [(lead_id, str(page.id), "2", "picked", tote)]
    assert len(entries(drive, "recommendation.shown")) == 1


def test_who_got_the_page_from_a_friend_came_by_a_link_and_was_shown_that_one(drive: Drive) -> None:
    page = make(drive.connection, drive.boutique, drive.now, "wrap", "tote", lead_id=greeted(drive))
    content = asks(drive, page, "wrap", sender=JAKE)
    assert "Sage Wrap Dress" in content.plain_text()
    shown = drive.rows(
        "SELECT data->'slots' FROM ledger_entry WHERE kind = 'recommendation.shown' ORDER BY recorded_at, id"
    )
    assert [len(slots) for (slots,) in shown] == [2, 1]
    assert drive.rows("SELECT source FROM leads_touch ORDER BY occurred_at, id") == [("direct",), ("link",)]


@pytest.mark.parametrize("made_up", ["(ref: P1-ZZZZZZ)", "(ref: P999999-ZZZZZZ)"])
def test_a_reference_that_nobody_made_counts_nothing(drive: Drive, made_up: str) -> None:
    (content,) = drive.hear(text(f"Hi! {made_up}", at=drive.now, wamid="w"))
    assert content.plain_text()
    assert entries(drive, "recommendation.asked") == entries(drive, "recommendation.shown") == []


def test_a_reference_of_another_shop_means_nothing_here(drive: Drive) -> None:
    greeted(drive)
    drive.connection.execute(
        "INSERT INTO catalog_personalcatalogue (id, shop_id, token, code, language, made_by, created_at, expires_at)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), 't', 'AAAAAA', 'en', 'x', %s, %s)",
        [drive.now, drive.now],
    )
    drive.hear(text("Hi (ref: P1-AAAAAA)", at=drive.now, wamid="w", sender=EMMA))
    assert entries(drive, "recommendation.asked") == []


def test_erasing_a_person_ends_their_links(drive: Drive) -> None:
    lead_id = greeted(drive)
    page = make(drive.connection, drive.boutique, drive.now, "wrap", lead_id=lead_id)
    nobodys = make(drive.connection, drive.boutique, drive.now, "tote")
    erase_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_id, now=drive.now)
    with pytest.raises(PageUnknown):
        find_page(drive.connection, page.token, now=drive.now)
    assert find_page(drive.connection, nobodys.token, now=drive.now).id == nobodys.id


def many_dresses(drive: Drive, count: int = 12) -> None:
    drafts = [
        ProductDraft(
            external_id=f"dress-{n}", name=f"Dress Number {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}", category="dress",
            material="linen", variants=[VariantDraft(sku=f"D{n}", price=Decimal(30 + n), stock=2, color="red", size="M")],
            images=[ImageDraft(file="trendythreads/wrap.png", color="red")],
        )
        for n in range(count)
    ]  # fmt: skip
    save_products(connection=drive.connection, shop_id=drive.boutique.shop.id, drafts=drafts, now=drive.now)


def link_in(words: str) -> str:
    (found,) = re.findall(r"http\S+/c/([\w-]+)", words)
    return str(found)


@pytest.mark.parametrize(
    "words",
    ["show me all dresses", "muéstrame todos los vestidos", "me mostra todos os vestidos", "सारी ड्रेस दिखाओ",
     "saari dresses dikhao", "lihat semua dress dong"],
)  # fmt: skip
def test_who_wants_all_of_a_kind_gets_a_few_and_the_link_to_all(drive: Drive, words: str) -> None:
    many_dresses(drive)
    (content,) = drive.hear(text(words, at=drive.now, wamid="w"))
    assert isinstance(content, Carousel)
    assert len(content.cards) == 5
    assert "14" in content.body
    page = find_page(drive.connection, link_in(content.body), now=drive.now)
    assert len(items_of(drive.connection, page, now=drive.now)) == 14
    first = [item.name for item in items_of(drive.connection, page, now=drive.now)][:5]
    assert [card.body.split("*")[1] for card in content.cards] == first


def test_who_asks_again_gets_the_same_link(drive: Drive) -> None:
    many_dresses(drive)
    links = {
        link_in(content.plain_text())
        for wamid in ("w1", "w2") for content in drive.hear(text("show me all dresses", at=drive.now, wamid=wamid))
    }  # fmt: skip
    assert len(links) == 1


def test_what_fits_in_one_message_needs_no_link(drive: Drive) -> None:
    (content,) = drive.hear(text("show me all dresses", at=drive.now, wamid="w"))
    assert "/c/" not in content.plain_text()
    assert drive.count("catalog_personalcatalogue") == 0


def test_what_is_sold_out_is_not_counted(drive: Drive) -> None:
    many_dresses(drive)
    drive.connection.execute("UPDATE catalog_variant SET stock = 0 WHERE sku IN ('D0', 'D1')")
    (content,) = drive.hear(text("show me all dresses", at=drive.now, wamid="w"))
    assert "All 12" in content.plain_text()


@pytest.mark.parametrize(
    "words",
    ["send me your catalogue", "do you have a catalog?", "show me everything", "mándame el catálogo", "tem catálogo?",
     "अपना कैटलॉग भेजिए", "apna catalog bhej do", "minta katalognya kak"],
)  # fmt: skip
def test_who_wants_the_catalogue_gets_picks_of_every_kind_and_the_link(drive: Drive, words: str) -> None:
    many_dresses(drive)
    (content,) = drive.hear(text(words, at=drive.now, wamid="w"))
    page = find_page(drive.connection, link_in(content.plain_text()), now=drive.now)
    names = [item.name for item in items_of(drive.connection, page, now=drive.now)]
    assert len(names) == 15
    assert "Canvas Tote" in names[:2]


def test_the_page_is_the_customers_and_of_the_number_written_to(drive: Drive) -> None:
    many_dresses(drive)
    drive.hear(text("show me all dresses", at=drive.now, wamid="w"))
    assert drive.rows("SELECT lead_id, number_id, made_by, expires_at FROM catalog_personalcatalogue") == [
        (lead_of(drive), drive.boutique.number_id, "assistant", drive.now + timedelta(days=30))
    ]


def test_how_long_a_link_opens_is_a_setting(drive: Drive) -> None:
    many_dresses(drive)
    settings_change(shop=drive.boutique.shop, changes={"personal_page_days": 7}, now=drive.now)
    drive.hear(text("show me all dresses", at=drive.now, wamid="w"))
    assert drive.rows("SELECT expires_at FROM catalog_personalcatalogue") == [(drive.now + timedelta(days=7),)]


def test_goods_hidden_this_very_moment_cost_the_link_and_not_the_answer(drive: Drive) -> None:
    many_dresses(drive)
    drive.world.catalogues.of(drive.connection, drive.boutique.shop.id, _version(drive))
    drive.connection.execute("UPDATE catalog_product SET is_active = false WHERE external_id = 'dress-0'")
    (content,) = drive.hear(text("show me all dresses", at=drive.now, wamid="w"))
    assert isinstance(content, Carousel)
    assert "/c/" not in content.body
    assert drive.count("catalog_personalcatalogue") == 0


def _version(drive: Drive) -> int:
    ((version,),) = drive.rows("SELECT catalogue_version FROM shops_shop WHERE id = %s", drive.boutique.shop.id)
    return int(version)
