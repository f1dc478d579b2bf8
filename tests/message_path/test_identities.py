"""Who is who: numbers and business-scoped ids that change, are shared, or are handed on to somebody else."""

from typing import Any

import pytest

from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.platform.encryption import ring
from tests.cast import EMMA, text
from tests.message_path.driving import Drive

NEW = "447700900555"


def wrote(drive: Drive, wamid: str, *, number: str = "", user_id: str = "", body: str = "hi", **more: Any) -> None:
    """Somebody writes from these ids."""
    ids = {"from": number, "from_user_id": user_id}
    item = {
        "id": wamid,
        "timestamp": drive.stamp(),
        "type": "text",
        "text": {"body": body},
        **{k: v for k, v in ids.items() if v},
        **more,
    }
    drive.told("messages", {"messages": [item]})
    drive.send()


def changed(drive: Drive, wamid: str, *, number: str = EMMA, kind: str = "user_changed_number", **system: str) -> None:
    drive.later(seconds=10)
    item = {
        "from": number,
        "id": wamid,
        "timestamp": drive.stamp(),
        "type": "system",
        "system": {"type": kind, "body": "b", **system},
    }
    drive.told("messages", {"messages": [item]})


def leads(drive: Drive) -> int:
    """Leads that stand for themselves."""
    return int(drive.rows("SELECT count(*) FROM leads_lead WHERE merged_into_id IS NULL")[0][0])


def addresses(drive: Drive) -> list[tuple[str, str]]:
    """Where each lead is written to."""
    shop, keys = drive.boutique.shop.id, {drive.boutique.shop.id: ring().of(drive.connection, drive.boutique.shop.id)}
    ids = [row[0] for row in drive.rows("SELECT id FROM leads_lead WHERE merged_into_id IS NULL ORDER BY id")]
    found = addresses_of(drive.connection, [(shop, lead) for lead in ids], keys)
    return [found.get(lead, ("", "")) for lead in ids]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5511987654321", "551187654321"), ("551187654321", "5511987654321"),
        ("5215512345678", "525512345678"), ("525512345678", "5215512345678"),
        ("5491123456789", "541123456789"), ("541123456789", "5491123456789"),
    ],
)  # fmt: skip
def test_spellings_of_one_number_are_one_lead(drive: Drive, first: str, second: str) -> None:
    wrote(drive, "w1", number=first)
    wrote(drive, "w2", number=second)
    assert leads(drive) == 1
    assert addresses(drive) == [(first, "")]


def test_a_user_id_that_comes_with_a_known_number_is_learned(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA)
    wrote(drive, "w2", number=EMMA, user_id="GB.1")
    wrote(drive, "w3", user_id="GB.1")
    assert leads(drive) == 1
    assert addresses(drive) == [(EMMA, "GB.1")]


def test_the_number_shared_on_request_is_where_we_write_to(drive: Drive) -> None:
    wrote(drive, "w1", user_id="GB.1")
    card = {"name": {"formatted_name": "Emma"}, "phones": [{"wa_id": EMMA}]}
    shared = {"from_user_id": "GB.1", "id": "w2", "timestamp": drive.stamp(), "type": "contacts", "contacts": [card]}
    drive.told("messages", {"messages": [{**shared, "origin": "contact_request"}]})
    assert addresses(drive) == [(EMMA, "GB.1")]


def test_a_number_that_comes_with_another_persons_id_was_handed_on(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    wrote(drive, "w2", number=EMMA, user_id="GB.2")
    assert leads(drive) == 2
    assert addresses(drive) == [("", "GB.1"), (EMMA, "GB.2")]
    wrote(drive, "w3", user_id="GB.1")
    assert leads(drive) == 2


def test_a_number_handed_on_twice_belongs_to_the_last(drive: Drive) -> None:
    for n in (1, 2, 3):
        wrote(drive, f"w{n}", number=EMMA, user_id=f"GB.{n}")
    assert addresses(drive) == [("", "GB.1"), ("", "GB.2"), (EMMA, "GB.3")]


def test_a_number_and_an_id_that_were_two_leads_are_one_when_they_come_together(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA)
    wrote(drive, "w2", user_id="GB.1")
    assert leads(drive) == 2
    wrote(drive, "w3", number=EMMA, user_id="GB.1")
    assert leads(drive) == 1
    assert drive.rows("SELECT reason FROM leads_merge") == [("linked",)]
    assert drive.rows("SELECT count(DISTINCT thread_id) FROM conversations_message") == [(1,)]


def test_a_lead_goes_on_under_its_new_number_with_its_cart(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1", body="add the blue floral sundress in M to my cart")
    changed(drive, "s1", wa_id=NEW, user_id="GB.2", previous_user_id="GB.1")
    wrote(drive, "w2", number=NEW, user_id="GB.2", body="show me my cart")
    assert leads(drive) == 1
    assert addresses(drive) == [(NEW, "GB.2")]
    assert drive.rows("SELECT count(*) FROM orders_cartline") == [(1,)]
    assert drive.rows("SELECT kind, sender FROM conversations_message WHERE provider_id = 's1'") == [
        ("system", "system")
    ]


def test_an_id_that_changed_without_a_number_is_followed(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    changed(drive, "s1", number="", kind="user_changed_user_id", user_id="GB.2", previous_user_id="GB.1")
    wrote(drive, "w2", user_id="GB.2")
    assert addresses(drive) == [("", "GB.2")]


def test_a_change_carries_a_stop_over_and_asks_for_consent_again(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    drive.connection.execute(
        "UPDATE leads_lead SET opted_out_at = %s, marketing_consent_at = %s, reminders_consent_at = %s", [drive.now] * 3
    )
    changed(drive, "s1", wa_id=NEW, user_id="GB.2", previous_user_id="GB.1")
    assert drive.rows(
        "SELECT opted_out_at IS NOT NULL, marketing_consent_at, reminders_consent_at FROM leads_lead"
    ) == [(True, None, None)]
    records = drive.rows("SELECT kind, is_granted FROM leads_consentrecord ORDER BY kind")
    assert records == [("marketing", False), ("reminders", False)]


def test_who_wrote_from_the_new_number_before_the_news_of_it_is_the_same_lead(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    wrote(drive, "w2", number=NEW, user_id="GB.2")
    assert leads(drive) == 2
    changed(drive, "s1", wa_id=NEW, user_id="GB.2", previous_user_id="GB.1")
    assert leads(drive) == 1
    assert addresses(drive) == [(NEW, "GB.2")]
    assert drive.rows("SELECT reason FROM leads_merge") == [("number_changed",)]


def test_a_late_message_from_before_the_change_brings_the_old_number_not_back(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    changed(drive, "s1", wa_id=NEW, user_id="GB.2", previous_user_id="GB.1")
    wrote(drive, "w2", number=EMMA, user_id="GB.1")
    assert leads(drive) == 1
    assert addresses(drive)[0][0] == NEW


def test_the_old_number_in_other_hands_is_somebody_new(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    changed(drive, "s1", wa_id=NEW, user_id="GB.2", previous_user_id="GB.1")
    wrote(drive, "w2", number=EMMA, user_id="GB.9")
    assert addresses(drive) == [(NEW, "GB.2"), (EMMA, "GB.9")]


def test_a_changed_security_code_changes_nobody(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    changed(drive, "s1", kind="customer_identity_changed")
    assert addresses(drive) == [(EMMA, "GB.1")]


def test_two_lanes_of_one_lead_are_handled_in_one_turn(drive: Drive) -> None:
    wrote(drive, "w1", number=EMMA, user_id="GB.1")
    drive.receive_change(
        "messages",
        {"messages": [{"from": EMMA, "id": "w2", "timestamp": drive.stamp(), "type": "text", "text": {"body": "hi"}}]},
    )
    drive.receive_change(
        "messages",
        {
            "messages": [
                {"from_user_id": "GB.1", "id": "w3", "timestamp": drive.stamp(), "type": "text", "text": {"body": "M?"}}
            ]
        },
    )
    assert drive.work() == 2
    assert leads(drive) == 1
    assert len(drive.send()) == 1


def test_equal_numbers_in_another_shop_are_other_people(drive: Drive) -> None:
    wrote(drive, "w1", number=text("", at=drive.now, wamid="x")["from"])
    assert drive.rows("SELECT DISTINCT shop_id FROM leads_identity") == [(drive.boutique.shop.id,)]
