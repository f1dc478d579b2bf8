"""The shop's own answers on the message path: collected, taught by one click, for this shop alone, forgotten with people."""

from uuid import UUID

import pytest

from leadnurturebot.assistant.knowledge import actions
from leadnurturebot.assistant.knowledge.actions import EntryDraft
from leadnurturebot.assistant.knowledge.queries import UnansweredView, get_entry, list_examples, list_unanswered
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.privacy.erasing import erase_lead
from leadnurturebot.privacy.exporting import export_lead
from tests.cast import EMMA, JAKE, text
from tests.message_path.driving import Drive
from tests.privacy.lives import lead_of
from tests.privacy.test_erasing import rival_of
from tests.privacy.traces import traces, wanted

NOT_KNOWN = "I don't have the answer to that here. Shall I ask the team?"
PARKING = EntryDraft(questions=[("en", "Do you have parking?")], answers={"en": "Yes, behind the shop."})


def key_of(drive: Drive) -> ShopKey:
    return ring().of(drive.connection, drive.boutique.shop.id)


def say(drive: Drive, words: str, wamid: str, sender: str = EMMA) -> str:
    (reply,) = drive.hear(text(words, at=drive.now, wamid=wamid, sender=sender))
    return reply.plain_text().partition("\n")[0]


def missed(drive: Drive, state: str = "open") -> list[UnansweredView]:
    with shop_scope(drive.boutique.shop.id):
        return list_unanswered(drive.boutique.shop.id, key_of(drive), state)


def teach(drive: Drive, draft: EntryDraft = PARKING) -> UUID:
    with shop_scope(drive.boutique.shop.id):
        return actions.create_entry(key_of(drive), draft, now=drive.now)


def answer(drive: Drive, unanswered_id: UUID, what: EntryDraft | UUID) -> UUID:
    with shop_scope(drive.boutique.shop.id):
        return actions.answer_unanswered(key_of(drive), unanswered_id, what, now=drive.now)


def test_what_it_could_not_answer_is_collected_and_one_click_later_answered(drive: Drive) -> None:
    assert say(drive, "do you have parking?", "w1") == NOT_KNOWN
    (row,) = missed(drive)
    assert (row.text, row.language, row.count, row.people) == ("do you have parking?", "en", 1, 1)
    draft = EntryDraft(questions=[("en", row.text)], answers={"en": "Yes, behind the shop."})
    answer(drive, row.id, draft)
    assert say(drive, "is there somewhere to park", "w2") == "Yes, behind the shop."
    assert missed(drive) == []


def test_the_same_question_of_several_people_and_languages_counts_as_one(drive: Drive) -> None:
    say(drive, "do you have parking?", "w1")
    say(drive, "parking available?", "w2", sender=JAKE)
    say(drive, "¿tienen estacionamiento?", "w3", sender="447700900777")
    (row,) = missed(drive)
    assert (row.count, row.people, set(row.others)) == (3, 3, {"do you have parking?", "parking available?"})


def test_a_message_that_is_handled_twice_counts_once(drive: Drive) -> None:
    say(drive, "do you have parking?", "w1")
    drive.receive(text("do you have parking?", at=drive.now, wamid="w1"))
    drive.work()
    assert [row.count for row in missed(drive)] == [1]


def test_the_trace_names_the_answer_it_rests_on(drive: Drive) -> None:
    entry_id = teach(drive)
    say(drive, "do you have parking?", "w1")
    key, ((sealed, skill),) = key_of(drive), drive.rows("SELECT trace_sealed, skill FROM assistant_decisionrecord")
    assert skill == "own_answer"
    assert f'"own_answer","subject":"{entry_id}","value":"Yes, behind the shop."' in key.open_text(sealed)


def test_another_shop_sees_nothing_of_it(drive: Drive) -> None:
    rival = rival_of(drive)
    teach(drive)
    assert say(rival, "do you have parking?", "r1") == NOT_KNOWN
    assert say(drive, "do you have parking?", "w1") == "Yes, behind the shop."
    assert (len(missed(rival)), len(missed(drive))) == (1, 0)
    with pytest.raises(actions.NotThere):
        answer(drive, missed(rival)[0].id, PARKING)


def test_an_answer_of_another_shop_cannot_be_added_to(drive: Drive) -> None:
    rival = rival_of(drive)
    say(drive, "do you have parking?", "w1")
    with pytest.raises(actions.NotThere):
        answer(drive, missed(drive)[0].id, teach(rival))


def test_an_answer_that_is_switched_off_or_taken_away_is_not_given(drive: Drive) -> None:
    entry_id, shop_id = teach(drive), drive.boutique.shop.id
    off = EntryDraft(questions=PARKING.questions, answers=PARKING.answers, is_active=False)
    with shop_scope(shop_id):
        actions.change_entry(key_of(drive), entry_id, off, now=drive.now)
    assert say(drive, "do you have parking?", "w1") == NOT_KNOWN
    with shop_scope(shop_id):
        actions.delete_entry(key_of(drive), entry_id)
    assert say(drive, "parking??", "w2", sender=JAKE) == NOT_KNOWN


def test_a_new_answer_closes_what_it_answers(drive: Drive) -> None:
    say(drive, "do you have parking?", "w1")
    say(drive, "do you do alterations?", "w2")
    teach(drive)
    assert [row.text for row in missed(drive)] == ["do you do alterations?"]
    assert [row.text for row in missed(drive, "answered")] == ["do you have parking?"]


def test_an_example_changes_the_reading_of_like_messages_at_once(drive: Drive) -> None:
    with shop_scope(drive.boutique.shop.id):
        actions.create_example(
            key_of(drive), text="whats the damage on a parcel", language="en", intent="shipping", now=drive.now
        )
    assert say(drive, "what's the damage on a parcel?", "w1").startswith("Shipping is $5.")


def test_an_unanswered_message_becomes_an_example(drive: Drive) -> None:
    say(drive, "do you do alterations?", "w1")
    (row,) = missed(drive)
    with shop_scope(drive.boutique.shop.id):
        actions.teach_unanswered(key_of(drive), row.id, "human_agent", now=drive.now)
    assert say(drive, "do u do alterations", "w2").startswith("Yes, of course. I've asked")
    assert missed(drive) == []


def test_stop_is_nothing_that_a_shop_can_teach(drive: Drive) -> None:
    with shop_scope(drive.boutique.shop.id), pytest.raises(ValueError, match="opt_out"):
        actions.create_example(key_of(drive), text="x", language="en", intent="opt_out", now=drive.now)


def test_stop_wins_over_every_answer_and_example(drive: Drive) -> None:
    teach(drive, EntryDraft(questions=[("en", "stop")], answers={"en": "Stop what?"}))
    with shop_scope(drive.boutique.shop.id):
        actions.create_example(key_of(drive), text="stop", language="en", intent="greeting", now=drive.now)
    assert say(drive, "STOP", "w1").startswith("Done, you won't get any more messages")


def test_what_was_dismissed_stays_so(drive: Drive) -> None:
    say(drive, "do you have parking?", "w1")
    with shop_scope(drive.boutique.shop.id):
        actions.dismiss_unanswered(key_of(drive), missed(drive)[0].id)
    say(drive, "parking?", "w2", sender=JAKE)
    assert missed(drive) == []
    assert [row.count for row in missed(drive, "dismissed")] == [2]


def test_who_is_forgotten_takes_only_their_own_words_with_them(drive: Drive) -> None:
    say(drive, "do you have parking for my zeppelin?", "w1")
    say(drive, "can you do alterations of my zeppelin?", "w2")
    lead_id = lead_of(drive)
    say(drive, "do you do alterations of my zeppelin?", "w3", sender=JAKE)
    shared, alone = missed(drive)
    draft = EntryDraft(questions=[("en", alone.text)], answers={"en": "Yes."})
    entry_id = answer(drive, alone.id, draft)
    with shop_scope(drive.boutique.shop.id):
        actions.teach_unanswered(key_of(drive), shared.id, "greeting", now=drive.now)
    held = export_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_id)
    assert sorted(row["text"] for row in held["not_answered"]) == [
        "can you do alterations of my zeppelin?", "do you have parking for my zeppelin?",
    ]  # fmt: skip
    assert [row["text"] for row in held["examples"]] == ["do you have parking for my zeppelin?"]
    erase_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_id, now=drive.now)
    with shop_scope(drive.boutique.shop.id):
        entry = get_entry(drive.boutique.shop.id, key_of(drive), entry_id)
        examples = list_examples(drive.boutique.shop.id, key_of(drive))
    assert entry is not None
    assert (entry.questions, dict(entry.answers)) == ((), {"en": "Yes."})
    assert [example.text for example in examples] == ["do you do alterations of my zeppelin?"]
    assert [row.count for row in missed(drive, "example")] == [1]
    assert missed(drive, "answered") == []


def test_no_words_of_the_forgotten_stay_anywhere(drive: Drive) -> None:
    say(drive, "do you have parking for my zeppelin?", "w1")
    answer(drive, missed(drive)[0].id, PARKING)
    person = wanted(key_of(drive), name="Emma Wilson", number=EMMA, words=("zeppelin",))
    assert {"assistant_asking.text_sealed", "assistant_example.text_sealed"} <= traces(drive.connection, person)
    erase_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_of(drive), now=drive.now)
    assert traces(drive.connection, person) == set()
