"""What a refused send and a failed status lead to: the policy in rows."""

from datetime import timedelta
from typing import Any

import pytest

from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.message_path import channel, claiming, settling
from leadnurturebot.message_path.sends import Send
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.providers.messaging.base import Accepted, Refused
from leadnurturebot.providers.messaging.cloud_errors import refused
from tests.cast import EMMA, text
from tests.message_path.driving import Drive
from tests.message_path.test_follow_ups import approve_template, cart_left, states


def refusal(code: int) -> Refused:
    return refused(400, {"code": code, "message": f"(#{code}) in Meta's words"})


def queue_reply(drive: Drive, wamid: str = "w1", sender: str = EMMA) -> None:
    drive.receive(text("hi", at=drive.now, wamid=wamid, sender=sender))
    drive.work()


def claimed(drive: Drive) -> list[Send]:
    return claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=64)


def refuse(drive: Drive, code: int) -> None:
    for send in claimed(drive):
        settling.settle(drive.connection, [(send, refusal(code))], wall=drive.now)


def fail_later(drive: Drive, code: int) -> None:
    """Everything that is due is accepted; its failed status comes afterwards."""
    for send in claimed(drive):
        settling.settle(drive.connection, [(send, Accepted(f"wamid.{send.id}.{send.attempts}"))], wall=drive.now)
        report(drive, send, "failed", code)


def report(drive: Drive, send: Send, status: str, code: int = 0) -> None:
    errors = {"errors": [{"code": code, "title": "x", "message": "x", "error_data": {"details": "Meta's words"}}]}
    drive.receive(statuses=({
        "id": f"wamid.{send.id}.{send.attempts}", "status": status, "timestamp": str(int(drive.now.timestamp())),
        "biz_opaque_callback_data": str(send.id), **(errors if code else {}),
    },))  # fmt: skip
    drive.apply_statuses()


def outgoing(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT status, error_code FROM conversations_message WHERE direction = 'out' ORDER BY id")


def waits(drive: Drive) -> list[tuple[float, str]]:
    rows = drive.rows("SELECT due_at, reason FROM message_path_outbox WHERE state = 'due' ORDER BY id")
    return [((due_at - drive.now).total_seconds(), reason) for due_at, reason in rows]


def told(drive: Drive) -> list[tuple[str, str, int]]:
    return drive.rows("SELECT kind, subject, count FROM shops_notice WHERE resolved_at IS NULL ORDER BY id DESC")


@pytest.mark.parametrize(
    ("code", "first", "tries"), [(131000, 5, 6), (131016, 5, 6), (2, 5, 6), (1, 5, 2), (131056, 1, 6)]
)
def test_the_other_sides_trouble_is_tried_again_a_few_times(drive: Drive, code: int, first: float, tries: int) -> None:
    queue_reply(drive)
    refuse(drive, code)
    assert waits(drive) == [(first, "")]
    made = 1
    while drive.count("message_path_outbox"):
        drive.later(minutes=10)
        refuse(drive, code)
        made += 1
    assert made == tries
    assert outgoing(drive) == [("failed", code)]


def test_too_fast_lowers_the_numbers_rate_for_five_minutes_and_further_each_time(drive: Drive) -> None:
    queue_reply(drive)
    for factor in (2, 4, 8, 8):
        refuse(drive, 130429)
        rows = drive.rows("SELECT slow_factor, slow_until - %s FROM message_path_numberstate", drive.now)
        assert rows == [(factor, timedelta(minutes=5))]
        drive.later(seconds=60)
    drive.later(minutes=6)
    queue_reply(drive, "w2")
    refuse(drive, 130429)
    assert drive.rows("SELECT slow_factor FROM message_path_numberstate") == [(2,)]


@pytest.mark.parametrize(
    ("code", "notice"),
    [(190, "token_invalid"), (0, "token_invalid"), (10, "permission_missing"), (131005, "permission_missing"),
     (368, "account_restricted"), (131031, "account_restricted"), (131042, "payment_problem")],
)  # fmt: skip
def test_an_account_that_cannot_send_stops_and_what_waits_goes_when_it_is_resumed(
    drive: Drive, code: int, notice: str
) -> None:
    queue_reply(drive)
    queue_reply(drive, "w2", "447700900777")
    refuse(drive, code)
    assert told(drive)[0][:2] == (notice, "")
    assert {reason for _, reason in waits(drive)} == {channel.STOPPED}
    queue_reply(drive, "w3", "447700900778")
    drive.later(hours=1)
    assert claimed(drive) == []
    assert drive.count("message_path_outbox") == 3
    assert channel.resume(drive.connection, drive.boutique.shop.id, now=drive.now, wall=drive.now) == 1
    assert told(drive) == []
    assert len(drive.send()) == 3


def test_a_failed_status_stops_the_account_too(drive: Drive) -> None:
    queue_reply(drive)
    fail_later(drive, 131042)
    assert [number.told for number in channel.stopped_numbers(drive.connection)] == ["payment_problem"]
    assert outgoing(drive) == [("failed", 131042)]


def unreachable(drive: Drive) -> list[tuple[int, bool]]:
    rows = drive.rows("SELECT undeliverable, unreachable_at IS NOT NULL FROM leads_lead")
    return [(count, marked) for count, marked in rows]


def test_the_third_undeliverable_message_in_a_row_marks_the_person(drive: Drive) -> None:
    for count, marked in [(1, False), (2, False), (3, True)]:
        queue_reply(drive, f"w{count}")
        fail_later(drive, 131026)
        assert unreachable(drive) == [(count, marked)]
        drive.later(minutes=1)
    queue_reply(drive, "w4")
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, Accepted(f"wamid.{send.id}.{send.attempts}"))], wall=drive.now)
    report(drive, send, "delivered")
    assert unreachable(drive) == [(0, False)]


def add_template(drive: Drive, name: str, category: str, body: str) -> None:
    drive.connection.execute(
        "INSERT INTO nurture_messagetemplate (id, shop_id, name, language, category, status, body, parameters, provider_id,"
        " reason, updated_at) VALUES (%s, %s, %s, 'en', %s, 'APPROVED', %s, '[]', '1', '', %s)",
        [uuid7(), drive.boutique.shop.id, name, category, body, drive.now],
    )


@pytest.mark.parametrize("how", [refuse, fail_later])
def test_a_closed_window_sends_the_approved_template_in_place_of_the_answer(drive: Drive, how: Any) -> None:
    add_template(drive, "answer_waiting", "UTILITY", "Hi {{1}}, {{2}} has answered you.")
    queue_reply(drive)
    how(drive, 131047)
    (content,) = drive.send()
    assert content.plain_text() == "Hi Emma, TrendyThreads Boutique has answered you."
    assert outgoing(drive)[0] == ("failed", 131047)
    drive.later(minutes=1)
    queue_reply(drive, "w2")
    how(drive, 131047)
    assert drive.send() == []


def test_without_a_template_the_answer_stays_with_its_reason(drive: Drive) -> None:
    queue_reply(drive)
    refuse(drive, 131047)
    assert (outgoing(drive), drive.count("message_path_outbox")) == ([("failed", 131047)], 0)


def test_an_answer_that_our_own_gate_holds_back_goes_by_template_too(drive: Drive) -> None:
    add_template(drive, "answer_waiting", "UTILITY", "Hi {{1}}, {{2}} has answered you.")
    queue_reply(drive)
    drive.later(hours=25)
    sent: list[MessageContent] = drive.send()
    assert [type(content) for content in sent] == [Template]
    assert [row[0] for row in outgoing(drive)] == ["cancelled", "accepted"]


def reminder_by_template(drive: Drive) -> None:
    cart_left(drive)
    approve_template(drive)
    drive.later(hours=25)
    drive.ring()


def test_the_marketing_limit_of_a_person_waits_longer_each_time(drive: Drive) -> None:
    reminder_by_template(drive)
    days = []
    for _ in range(4):
        refuse(drive, 131049)
        ((until,),) = drive.rows("SELECT marketing_paused_until FROM leads_lead")
        days.append((until - drive.now) / timedelta(days=1))
        drive.later(days=days[-1])
    assert days == [1, 2, 4, 4]
    assert outgoing(drive)[-1] == ("failed", 131049)
    assert states(drive)[1] == ("24h", "held", "template", "marketing_limit")


def test_a_reminder_held_for_the_marketing_limit_goes_when_the_pause_is_over(drive: Drive) -> None:
    reminder_by_template(drive)
    refuse(drive, 131049)
    drive.later(hours=23)
    assert claimed(drive) == []
    assert states(drive)[1] == ("24h", "held", "template", "marketing_limit")
    drive.later(hours=2)
    assert len(drive.send()) == 1
    assert states(drive)[1] == ("24h", "sent", "template", "")


@pytest.mark.parametrize("how", [refuse, fail_later])
def test_who_stopped_marketing_is_never_tried_again(drive: Drive, how: Any) -> None:
    reminder_by_template(drive)
    how(drive, 131050)
    assert drive.rows("SELECT marketing_stopped_at FROM leads_lead") == [(drive.now,)]
    drive.later(hours=60)
    drive.ring()
    assert drive.send() == []
    assert states(drive)[-1] == ("72h", "held", "", "stopped_marketing")


def test_a_person_in_an_experiment_did_not_stop_marketing(drive: Drive) -> None:
    reminder_by_template(drive)
    fail_later(drive, 130472)
    assert drive.rows("SELECT marketing_stopped_at FROM leads_lead") == [(None,)]
    assert outgoing(drive)[-1] == ("failed", 130472)


def template_state(drive: Drive) -> tuple[Any, ...]:
    (row,) = drive.rows("SELECT status, paused_until - %s, pauses FROM nurture_messagetemplate", drive.now)
    return row


def test_a_paused_template_waits_for_its_unpausing(drive: Drive) -> None:
    reminder_by_template(drive)
    refuse(drive, 132015)
    assert template_state(drive) == ("PAUSED", timedelta(hours=3), 1)
    assert waits(drive) == [(3 * 3600, "template_paused")]
    assert told(drive) == [("template_paused", "cart_reminder", 1)]
    drive.later(hours=3)
    assert len(drive.send()) == 1


@pytest.mark.parametrize(
    ("code", "notice", "status"),
    [(132000, "template_broken", "BROKEN"), (132001, "template_broken", "BROKEN"),
     (132012, "template_broken", "BROKEN"), (132016, "template_disabled", "DISABLED")],
)  # fmt: skip
def test_a_broken_template_holds_the_step_and_the_owner_is_told(
    drive: Drive, code: int, notice: str, status: str
) -> None:
    reminder_by_template(drive)
    refuse(drive, code)
    assert template_state(drive)[0] == status
    assert states(drive)[1] == ("24h", "held", "template", notice)
    assert told(drive) == [(notice, "cart_reminder", 1)]
    drive.later(hours=48)
    drive.ring()
    assert states(drive)[-1] == ("72h", "held", "", "no_template")


def test_marketing_takes_the_path_for_marketing_when_meta_says_so(drive: Drive) -> None:
    reminder_by_template(drive)
    refuse(drive, 131063)
    drive.later(seconds=1)
    (send,) = claimed(drive)
    assert send.marketing_path


@pytest.mark.parametrize("how", [refuse, fail_later])
def test_where_another_app_holds_the_conversation_the_bot_is_silent(drive: Drive, how: Any) -> None:
    queue_reply(drive)
    how(drive, 131070)
    assert drive.rows("SELECT holder FROM conversations_thread") == [("person",)]


def test_an_accepted_message_that_failed_for_metas_own_trouble_is_sent_once_more(drive: Drive) -> None:
    queue_reply(drive)
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, Accepted(f"wamid.{send.id}.{send.attempts}"))], wall=drive.now)
    report(drive, send, "failed", 131016)
    report(drive, send, "failed", 131016)  # Meta repeats itself
    assert outgoing(drive) == [("queued", 131016)]
    drive.later(seconds=5)
    (again,) = claimed(drive)
    assert (again.id, again.content) == (send.id, send.content)
    settling.settle(drive.connection, [(again, Accepted(f"wamid.{again.id}.{again.attempts}"))], wall=drive.now)
    report(drive, send, "failed", 131016)
    assert outgoing(drive)[0][0] == "accepted"
    report(drive, again, "failed", 131016)
    assert (outgoing(drive), drive.count("message_path_outbox")) == ([("failed", 131016)], 0)


def test_answers_of_hours_ago_are_not_sent_but_what_we_start_waits(drive: Drive) -> None:
    queue_reply(drive)
    refuse(drive, 131048)
    assert outgoing(drive) == [("failed", 131048)]
    assert told(drive) == [("quality_low", "", 1)]


def test_a_success_that_cannot_be_read_leaves_the_send_unknown(drive: Drive) -> None:
    queue_reply(drive)
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, refused(200, None))], wall=drive.now)
    assert drive.rows("SELECT state FROM message_path_outbox") == [("unknown",)]
    drive.later(hours=1)
    assert claimed(drive) == []


def test_what_nobody_knows_is_told_to_the_owner(drive: Drive) -> None:
    queue_reply(drive)
    refuse(drive, 131999)
    assert told(drive) == [("send_refused", "", 1)]
