"""The shop's own WhatsApp app on the same number, and other apps that answer there."""

from datetime import timedelta
from typing import Any

import pytest

from leadnurturebot.platform.encryption import ring
from tests.cast import EMMA, text
from tests.message_path.driving import Drive

USER = f"GB.{EMMA}"


def echo(drive: Drive, kind: str, content: dict[str, Any], wamid: str) -> dict[str, Any]:
    item = {
        "from": "15550783881",
        "to": EMMA,
        "to_user_id": USER,
        "id": wamid,
        "timestamp": drive.stamp(),
        "type": kind,
        kind: content,
    }
    return {"message_echoes": [item]}


def holder(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT holder, handoff_reason FROM conversations_thread")


def test_who_types_in_the_app_holds_the_thread_and_the_bot_is_silent(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.told("smb_message_echoes", echo(drive, "text", {"body": "Sarah here"}, "e1"))
    assert drive.hear(text("how much is the sundress?", at=drive.now, wamid="w2")) == []
    assert holder(drive) == [("person", "")]
    assert drive.rows("SELECT sender, status FROM conversations_message WHERE provider_id = 'e1'") == [
        ("agent", "sent")
    ]


def test_what_the_bot_had_ready_does_not_leave_after_a_person_answered(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    drive.told("smb_message_echoes", echo(drive, "text", {"body": "Sarah here"}, "e1"))
    assert drive.send() == []
    assert drive.rows("SELECT status, error_text FROM conversations_message WHERE sender = 'bot'") == [
        ("cancelled", "handed_off")
    ]


def test_typing_in_the_app_opens_no_window(drive: Drive) -> None:
    drive.told("smb_message_echoes", echo(drive, "text", {"body": "Sarah here"}, "e1"))
    assert drive.rows("SELECT last_inbound_at FROM conversations_thread") == [(None,)]


def test_an_app_message_of_days_ago_takes_nothing_over(drive: Drive) -> None:
    old = echo(drive, "text", {"body": "Sarah here"}, "e1")
    drive.later(days=3)
    drive.told("smb_message_echoes", old)
    assert holder(drive) == [("bot", "")]
    assert drive.stored("e1")["text"] == "Sarah here"


def test_edits_deletions_and_reactions_in_the_app_are_followed(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.told("smb_message_echoes", echo(drive, "text", {"body": "wrong"}, "e1"))
    drive.told("smb_message_echoes", echo(drive, "reaction", {"message_id": "w1", "emoji": "👍"}, "e2"))
    edit = {"original_message_id": "e1", "message": {"type": "text", "text": {"body": "right"}}}
    drive.told("smb_message_echoes", echo(drive, "edit", edit, "e3"))
    assert drive.stored("w1")["reactions"]["shop"]["emoji"] == "👍"
    assert drive.stored("e1")["text"] == "right"
    drive.told("smb_message_echoes", echo(drive, "revoke", {"original_message_id": "e1"}, "e4"))
    assert drive.stored("e1")["text"] == ""


def past(drive: Drive, **changes: Any) -> dict[str, Any]:
    at = drive.now - timedelta(days=90)
    message = {
        "from": EMMA,
        "id": "h1",
        "timestamp": str(int(at.timestamp())),
        "type": "text",
        "text": {"body": "hola"},
    }
    return {"history": [{"metadata": {"phase": 1}, "threads": [{"id": EMMA, "messages": [{**message, **changes}]}]}]}


def test_history_is_kept_where_it_belongs_and_not_answered(drive: Drive) -> None:
    drive.told("history", past(drive))
    drive.told("history", past(drive, **{"from": "15550783881", "id": "h2", "text": {"body": "buenas"}}))
    assert drive.send() == []
    rows = drive.rows("SELECT direction, sender FROM conversations_message ORDER BY provider_id")
    assert rows == [("in", "customer"), ("out", "agent")]
    assert drive.rows("SELECT last_inbound_at FROM conversations_thread") == [(None,)]


def test_history_that_is_here_already_comes_once(drive: Drive) -> None:
    drive.told("history", past(drive))
    drive.told("history", past(drive, type="text", text={"body": "hola"}))
    assert drive.count("conversations_message") == 1


def test_media_of_the_history_completes_its_placeholder(drive: Drive) -> None:
    drive.told("history", past(drive, type="media_placeholder"))
    drive.told("history", past(drive, type="image", image={"id": "901", "mime_type": "image/jpeg"}))
    assert drive.rows("SELECT kind FROM conversations_message") == [("image",)]
    assert drive.rows("SELECT provider_media_id, state FROM conversations_mediafile") == [("901", "due")]


def test_the_phone_book_names_who_has_no_name_and_makes_nobody_a_lead(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"), name="")
    for number, name in ((EMMA, "Emma from Leeds"), ("447700900199", "Aunt May")):
        card = {"full_name": name, "phone_number": f"+{number}"}
        sync = {"type": "contact", "contact": card, "action": "add", "metadata": {"timestamp": drive.stamp()}}
        drive.told("smb_app_state_sync", {"state_sync": [sync]})
    ((sealed,),) = drive.rows("SELECT name_sealed FROM leads_lead")
    assert ring().of(drive.connection, drive.boutique.shop.id).open_text(sealed) == "Emma from Leeds"


def test_what_somebody_else_answers_is_heard_and_not_answered(drive: Drive) -> None:
    drive.told("standby", {"messages": [text("how much is the sundress?", at=drive.now, wamid="s1")]})
    assert drive.send() == []
    assert holder(drive) == [("person", "other_app")]
    assert drive.stored("s1")["text"] == "how much is the sundress?"


@pytest.mark.parametrize(("kind", "replies"), [("control_passed", 1), ("control_taken", 0)])
def test_the_owner_of_a_thread_answers_in_it(drive: Drive, kind: str, replies: int) -> None:
    drive.told("standby", {"messages": [text("hi", at=drive.now, wamid="s1")]})
    drive.told("messaging_handovers", {"type": kind, "recipient": USER, "timestamp": drive.stamp(), kind: {}})
    assert len(drive.hear(text("how much is the sundress?", at=drive.now, wamid="w2"))) == replies


def test_a_thread_that_a_person_holds_is_not_given_to_the_bot(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    drive.told(
        "messaging_handovers",
        {"type": "control_passed", "recipient": USER, "timestamp": drive.stamp(), "control_passed": {}},
    )
    assert holder(drive) == [("person", "")]


def test_a_click_on_a_marketing_message_is_a_fact(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    data = {"click_component": "cta", "click_id": "k1", "tracking_token": "t"}
    action = {
        "timestamp": drive.stamp(),
        "action_type": "marketing_messages_link_click",
        "marketing_messages_link_click_data": data,
    }
    drive.told("messages", {"contacts": [{"user_id": USER}], "user_actions": [action]})
    facts = drive.rows("SELECT data, lead_id IS NOT NULL FROM ledger_entry WHERE kind = 'marketing.clicked'")
    assert facts == [({"action": "marketing_messages_link_click", "click_component": "cta", "click_id": "k1"}, True)]


def preference(drive: Drive, value: str) -> dict[str, Any]:
    return {
        "user_preferences": [
            {"user_id": USER, "category": "marketing_messages", "value": value, "timestamp": int(drive.now.timestamp())}
        ]
    }


def standing(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT marketing_stopped_at IS NOT NULL, marketing_consent_at IS NOT NULL FROM leads_lead")


@pytest.mark.parametrize(
    ("values", "stopped", "agreed"),
    [
        (["stop"], True, False),
        (["stop", "resume"], False, False),
        (["stop", "signup"], False, True),
        (["signup", "stop"], True, True),
    ],
)
def test_preferences_of_whatsapp_hold(drive: Drive, values: list[str], stopped: bool, agreed: bool) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    for value in values:
        drive.later(seconds=10)
        drive.told("user_preferences", preference(drive, value))
    assert standing(drive) == [(stopped, agreed)]


def test_an_older_preference_that_comes_late_changes_nothing(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    late = preference(drive, "resume")
    drive.later(minutes=5)
    drive.told("user_preferences", preference(drive, "stop"))
    drive.told("user_preferences", late)
    assert standing(drive) == [(True, False)]


def test_a_send_that_failed_because_marketing_was_stopped_stops_it_here_too(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    ((wamid,),) = drive.rows("SELECT provider_id FROM conversations_message WHERE direction = 'out'")
    drive.receive(
        statuses=(
            {
                "id": wamid,
                "status": "failed",
                "timestamp": drive.stamp(),
                "errors": [{"code": 131050, "title": "stopped"}],
            },
        )
    )
    drive.apply_statuses()
    assert standing(drive) == [(True, False)]
    assert drive.rows("SELECT kind, is_granted FROM leads_consentrecord") == [("provider_marketing", False)]
