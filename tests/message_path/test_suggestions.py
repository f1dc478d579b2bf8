"""Suggestions through the message path: what is looked at, shown and opened is kept, and learned from."""

from datetime import timedelta
from uuid import UUID

import pytest

from leadnurturebot.analytics.companion_reckoning import reckon_due
from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.message_path.companions import CompanionReckoner
from leadnurturebot.platform.sql import Connection
from tests.cast import EMMA, JAKE, open_boutique, text
from tests.message_path.driving import Drive


def facts(drive: Drive, kind: str) -> list[tuple[str, dict[str, object]]]:
    return drive.rows("SELECT subject_id, data FROM ledger_entry WHERE kind = %s ORDER BY id", kind)


def product(drive: Drive, external_id: str) -> str:
    query = "SELECT id FROM catalog_product WHERE shop_id = %s AND external_id = %s"
    return str(drive.rows(query, drive.boutique.shop.id, external_id)[0][0])


def look(drive: Drive, line: str, *, by: str = EMMA) -> list[MessageContent]:
    drive.later(minutes=1)
    return drive.hear(text(line, at=drive.now, wamid=f"{by}.{drive.now.timestamp()}", sender=by))


def companions(drive: Drive) -> list[tuple[str, str, int]]:
    return drive.rows(
        "SELECT p.external_id, o.external_id, c.buyers FROM catalog_companion c"
        " JOIN catalog_product p ON p.id = c.product_id JOIN catalog_product o ON o.id = c.other_id"
        " ORDER BY p.external_id, o.external_id"
    )


def test_a_product_looked_at_is_a_fact_once_a_conversation(drive: Drive) -> None:
    look(drive, "do you have the blue floral sundress in M?")
    look(drive, "and the blue floral sundress in L?")
    assert facts(drive, "product.viewed") == [(product(drive, "sundress"), {})]


def test_suggestions_shown_and_opened_are_facts_with_their_place(drive: Drive) -> None:
    look(drive, "do you have the blue floral sundress in M?")
    (shown,) = look(drive, "what do you recommend?")
    slots = facts(drive, "recommendation.shown")[0][1]["slots"]
    assert [slot["product"] for slot in slots] == [product(drive, "wrap"), product(drive, "tote")]  # type: ignore[attr-defined]  # a list, by what we wrote
    look(drive, "tell me about the canvas tote")
    look(drive, "the canvas tote, what is it made of?")
    assert facts(drive, "recommendation.clicked") == [(product(drive, "tote"), {"slot": 2})]
    assert "Canvas Tote" in shown.plain_text()


def test_what_two_people_looked_at_becomes_a_companion(drive: Drive) -> None:
    for person in (EMMA, JAKE):
        look(drive, "do you have the blue floral sundress in M?", by=person)
        look(drive, "and the canvas tote?", by=person)
    assert reckon_due(drive.connection, now=drive.now, limit=5) == 1
    assert companions(drive) == [("sundress", "tote", 0), ("tote", "sundress", 0)]
    assert drive.rows("SELECT deeds FROM catalog_companionrun") == [(4,)]


def test_companions_are_reckoned_once_a_day(drive: Drive) -> None:
    assert reckon_due(drive.connection, now=drive.now, limit=5) == 1
    assert reckon_due(drive.connection, now=drive.now + timedelta(hours=23), limit=5) == 0
    assert reckon_due(drive.connection, now=drive.now + timedelta(hours=24), limit=5) == 1


def test_one_shop_learns_nothing_of_another(drive: Drive) -> None:
    rival = open_boutique(
        drive.connection, drive.now, slug="rival", phone_number_id="2065", waba_id="2022", link_code="Z9"
    )
    look(drive, "do you have the blue floral sundress in M?")
    look(drive, "and the canvas tote?")
    assert reckon_due(drive.connection, now=drive.now, limit=5) == 2
    assert drive.rows("SELECT DISTINCT shop_id FROM catalog_companion") == [(drive.boutique.shop.id,)]
    assert drive.rows("SELECT deeds FROM catalog_companionrun WHERE shop_id = %s", rival.shop.id) == [(0,)]


def test_a_carts_goods_count_though_they_were_never_opened(drive: Drive, connection: Connection) -> None:
    look(drive, "add the blue floral sundress in M to my cart")
    look(drive, "and the canvas tote, add it too")
    reckon_due(connection, now=drive.now, limit=5)
    assert companions(drive) == [("sundress", "tote", 0), ("tote", "sundress", 0)]


def test_the_habits_reach_the_reply(drive: Drive) -> None:
    look(drive, "do you have the blue floral sundress in M?", by=JAKE)
    look(drive, "and the canvas tote?", by=JAKE)
    reckon_due(drive.connection, now=drive.now, limit=5)
    drive.later(minutes=11)
    look(drive, "do you have the blue floral sundress in M?")
    (shown,) = look(drive, "what do you recommend?")
    assert "others looked at it with the Blue Floral Sundress" in shown.plain_text()
    assert {UUID(slot["product"]) for slot in facts(drive, "recommendation.shown")[0][1]["slots"]} == {  # type: ignore[attr-defined]  # a list, by what we wrote
        UUID(product(drive, "tote")), UUID(product(drive, "wrap"))
    }  # fmt: skip


def test_a_round_of_the_reckoner_is_over_when_no_shop_is_due(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    look(drive, "do you have the blue floral sundress in M?")
    reckoner = CompanionReckoner()
    monkeypatch.setattr(reckoner, "_opened", lambda: drive.connection)
    assert [reckoner.round() for _ in range(2)] == [True, False]
