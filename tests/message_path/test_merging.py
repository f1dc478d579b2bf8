from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.message_path.merging import CannotMerge, NothingToUndo, merge, undo_merge
from leadnurturebot.privacy.erasing import erase_lead
from leadnurturebot.privacy.exporting import export_lead
from tests.cast import EMMA, JAKE, text
from tests.message_path.driving import Drive

TABLES = (
    "leads_identity", "leads_touch", "leads_consentrecord", "leads_searchword", "conversations_thread", "orders_order", "orders_cart",
    "conversations_message",
)  # fmt: skip


def two(drive: Drive) -> tuple[UUID, UUID]:
    """Emma, with a cart, and Jake, who wrote before her."""
    drive.hear(text("hi", at=drive.now, wamid="j1", sender=JAKE), name="Jake Brown")
    drive.later(minutes=1)
    drive.hear(text("add the blue floral sundress in M to my cart", at=drive.now, wamid="e1"))
    by_name = {
        str(name): lead_id
        for name, lead_id in drive.rows(
            "SELECT m.provider_id, m.lead_id FROM conversations_message m WHERE direction = 'in'"
        )
    }
    return by_name["e1"], by_name["j1"]


def parts(drive: Drive) -> dict[str, Any]:
    """Whose every row is, and the standing of both leads."""
    owned = {table: drive.rows(f"SELECT id, lead_id FROM {table} ORDER BY id") for table in TABLES}
    owned["threads of messages"] = drive.rows("SELECT id, thread_id FROM conversations_message ORDER BY id")
    owned["threads"] = drive.rows("SELECT id, last_inbound_at, last_message_at FROM conversations_thread ORDER BY id")
    owned["carts"] = drive.rows("SELECT id, thread_id FROM orders_cart ORDER BY id")
    owned["standing"] = drive.rows(
        "SELECT id, status, source, opted_out_at, marketing_stopped_at, merged_into_id FROM leads_lead ORDER BY id"
    )
    owned["aliases"] = drive.rows("SELECT lead_id, stands_for FROM ledger_leadalias ORDER BY lead_id")
    return owned


def merged(drive: Drive, kept: UUID, other: UUID) -> UUID:
    return merge(
        drive.connection, shop_id=drive.boutique.shop.id, kept_id=kept, merged_id=other, reason="person", now=drive.now
    )


def undone(drive: Drive, merge_id: UUID) -> None:
    undo_merge(drive.connection, shop_id=drive.boutique.shop.id, merge_id=merge_id, now=drive.now)


@pytest.mark.parametrize("is_emma_kept", [True, False])
def test_undoing_a_merge_restores_the_parts(drive: Drive, is_emma_kept: bool) -> None:
    emma, jake = two(drive)
    before = parts(drive)
    merge_id = merged(drive, emma, jake) if is_emma_kept else merged(drive, jake, emma)
    assert parts(drive) != before
    undone(drive, merge_id)
    assert parts(drive) == before


def test_everything_of_both_is_in_one_thread(drive: Drive) -> None:
    emma, jake = two(drive)
    merged(drive, emma, jake)
    assert drive.rows("SELECT count(DISTINCT thread_id), count(*) FROM conversations_message") == [(1, 4)]
    drive.hear(text("show my cart", at=drive.now, wamid="j2", sender=JAKE), name="Jake Brown")
    assert drive.rows("SELECT lead_id FROM conversations_message WHERE provider_id = 'j2'") == [(emma,)]
    assert drive.rows("SELECT stands_for FROM ledger_leadalias WHERE lead_id = %s", jake) == [(emma,)]


def test_the_cart_of_who_has_one_stays(drive: Drive) -> None:
    emma, jake = two(drive)
    merged(drive, jake, emma)
    ((cart_thread,),) = drive.rows("SELECT thread_id FROM orders_cart")
    assert drive.rows("SELECT id FROM conversations_thread WHERE lead_id = %s", jake) == [(cart_thread,)]


def test_a_stop_of_either_holds_and_consent_of_the_other_does_not(drive: Drive) -> None:
    emma, jake = two(drive)
    drive.connection.execute(
        "UPDATE leads_lead SET opted_out_at = %s, marketing_consent_at = %s WHERE id = %s", [drive.now, drive.now, jake]
    )
    merged(drive, emma, jake)
    row = drive.rows("SELECT opted_out_at IS NOT NULL, marketing_consent_at FROM leads_lead WHERE id = %s", emma)
    assert row == [(True, None)]


def test_whom_the_shop_blocked_stays_blocked(drive: Drive) -> None:
    emma, jake = two(drive)
    drive.connection.execute("UPDATE conversations_thread SET blocked_at = %s WHERE lead_id = %s", [drive.now, jake])
    merge_id = merged(drive, emma, jake)
    blocked = "SELECT blocked_at FROM conversations_thread WHERE lead_id = %s"
    assert drive.rows(blocked, emma) == [(drive.now,)]
    undone(drive, merge_id)
    assert drive.rows(blocked, emma) == [(None,)]
    assert drive.rows(blocked, jake) == [(drive.now,)]


def test_a_merge_of_a_merge_is_taken_apart_step_by_step(drive: Drive) -> None:
    emma, jake = two(drive)
    drive.hear(text("hi", at=drive.now, wamid="s1", sender="447700900777"), name="Sam")
    ((sam,),) = drive.rows("SELECT lead_id FROM conversations_message WHERE provider_id = 's1'")
    before = parts(drive)
    first = merged(drive, emma, jake)
    between = parts(drive)
    second = merged(drive, sam, emma)
    assert {row[1] for row in drive.rows("SELECT lead_id, stands_for FROM ledger_leadalias")} == {sam}
    with pytest.raises(NothingToUndo):
        undone(drive, first)
    undone(drive, second)
    assert parts(drive) == between
    undone(drive, first)
    assert parts(drive) == before


def test_nothing_is_merged_with_itself_or_twice_or_across_shops(drive: Drive) -> None:
    emma, jake = two(drive)
    merge_id = merged(drive, emma, jake)
    for pair in ((emma, emma), (emma, jake), (jake, emma), (emma, drive.boutique.shop.id)):
        with pytest.raises(CannotMerge):
            merged(drive, *pair)
    undone(drive, merge_id)
    with pytest.raises(NothingToUndo):
        undone(drive, merge_id)


def test_forgetting_a_lead_forgets_who_was_merged_into_it(drive: Drive) -> None:
    emma, jake = two(drive)
    merged(drive, emma, jake)
    erase_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=emma, now=drive.now)
    assert drive.count("conversations_message") == 0
    assert drive.rows("SELECT DISTINCT name_sealed, profile_sealed FROM leads_lead") == [(b"", b"")]
    assert drive.count("leads_identity") == 0


def test_a_person_is_shown_what_is_held_of_both(drive: Drive) -> None:
    emma, jake = two(drive)
    merged(drive, emma, jake)
    held = export_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=emma)
    assert [lead["name"] for lead in held["merged_leads"]] == ["Jake Brown"]
    assert {identity["value"] for identity in held["identities"]} >= {EMMA, JAKE}
    assert len(held["messages"]) == 4
