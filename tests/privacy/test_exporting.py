"""A person gets to see everything that is held about them, and nothing about anybody else."""

import json
from typing import Any

import pytest

from leadnurturebot.leads.lookup import LeadUnknown
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.privacy.exporting import export_lead
from tests.cast import EMMA, JAKE, text
from tests.message_path.driving import Drive
from tests.privacy.lives import emma, lead_of, live, wait_in_queues


def export(drive: Drive) -> dict[str, Any]:
    return export_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_of(drive))


@pytest.fixture
def held(drive: Drive) -> dict[str, Any]:
    live(drive)
    wait_in_queues(drive)
    return export(drive)


def test_the_person_is_shown_with_addresses_measures_and_consents(held: dict[str, Any]) -> None:
    assert held["lead"]["name"] == "Emma Wilson"
    assert held["lead"]["profile"]["height_cm"] == 172
    assert {(row["kind"], row["value"]) for row in held["identities"]} == {
        ("wa_id", EMMA), ("user_id", f"GB.{EMMA}")
    }  # fmt: skip
    assert [(row["source"], row["ad"], row["click"]) for row in held["touches"]] == [
        ("instagram_ad", "Summer Collection", "Aff-test")
    ]
    assert [(row["kind"], row["is_granted"]) for row in held["consents"]] == [("reminders", True), ("restock", True)]


def test_every_message_is_there_in_the_order_it_was_said(held: dict[str, Any], drive: Drive) -> None:
    said = [row["content"]["text"] for row in held["messages"] if row["direction"] == "in"]
    assert said[:3] == ["Hi!", "I want it for my sister's wedding", "I am 172 cm and 63 kg, which size?"]
    assert len(held["messages"]) == drive.count("conversations_message")
    assert len(held["decisions"]) == drive.count("assistant_decisionrecord")
    assert held["decisions"][0]["trace"]["skill"]
    assert held["threads"][0]["memory"]["language"] == "en"


def test_orders_payments_and_ledger_are_there(held: dict[str, Any]) -> None:
    (order,) = held["orders"]
    assert (order["number"], order["total"], order["address"]) == ("TT12345", 5400, "Emma Wilson\n1 High St\nLondon")
    assert [(row["name"], row["size"]) for row in held["order_lines"]] == [("Blue Floral Sundress", "M")]
    assert [(row["number"], row["state"], row["received_amount"]) for row in held["payments"]] == [
        ("TT12345", "paid", 5400)
    ]
    assert [row["name"] for row in held["cart"]] == ["Canvas Tote"]
    assert {"touch.recorded", "order.placed", "payment.settled"} <= {row["kind"] for row in held["ledger"]}


def test_tickets_are_there_with_what_was_told(held: dict[str, Any]) -> None:
    assert [(row["number"], row["kind"], row["state"], row["order_number"]) for row in held["tickets"]] == [
        (1, "payment", "open", "TT12345")
    ]
    assert [(row["kind"], row["words"]) for row in held["ticket_events"]] == [
        ("opened", "you charged me twice for the wedding dress")
    ]


def test_what_waits_is_there_too(held: dict[str, Any]) -> None:
    assert [row["purpose"] for row in held["waiting_to_be_sent"]] == ["reply"]
    assert [(row["state"], row["payload"]["content"]["text"]) for row in held["waiting_to_be_handled"]] == [
        ("parked", "a wedding question that fails"), ("due", "a wedding question that waits")
    ]  # fmt: skip
    assert [row["kind"] for row in held["timers"]] == ["cart_reminder"]
    planned = [row["step"] for row in held["follow_ups"] if row["state"] == "planned"]
    assert planned == ["2h", "24h", "72h"]


def test_every_word_of_the_person_that_any_table_holds_is_in_the_export(held: dict[str, Any], drive: Drive) -> None:
    written = json.dumps(held, ensure_ascii=False)
    assert [word for word in emma(drive).words if word not in written and not word.startswith('"')] == []


def test_nothing_of_another_person_is_in_it(drive: Drive) -> None:
    drive.hear(text("my secret", at=drive.now, wamid="j", sender=JAKE), name="Jake Miller")
    ((jake,),) = drive.rows("SELECT id FROM leads_lead")
    drive.hear(text("hi", at=drive.now, wamid="e"))
    ((emma_id,),) = drive.rows("SELECT id FROM leads_lead WHERE id <> %s", jake)
    held = export_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=emma_id)
    written = json.dumps(held)
    assert "Emma" in written
    assert not [word for word in ("Jake", JAKE, "my secret", str(jake)) if word in written]


def test_somebody_unknown_has_no_export(drive: Drive) -> None:
    with pytest.raises(LeadUnknown):
        export_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=uuid7())
