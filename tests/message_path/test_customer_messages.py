from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.message_content import Buttons, LinkButton
from leadnurturebot.message_path.view import state_of
from leadnurturebot.platform.encryption import ring
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button


def test_an_ad_tap_is_greeted_with_name_product_price_and_sizes(drive: Drive) -> None:
    (reply,) = drive.hear(text("Hello! Can I get more info on this?", at=drive.now, wamid="w1", referral=ad_referral()))
    assert isinstance(reply, Buttons)
    assert "Emma" in reply.body
    assert "*Blue Floral Sundress*" in reply.body
    assert "$49" in reply.body
    assert "XS, S, M and L" in reply.body
    assert reply.image_url == "http://127.0.0.1:8000/media/trendythreads/sundress.png"


def test_from_the_ad_to_the_payment_link_takes_four_messages(drive: Drive) -> None:
    drive.hear(text("Hello! Can I get more info on this?", at=drive.now, wamid="w1", referral=ad_referral()))
    (answer,) = drive.hear(text("M. does it have pockets?", at=drive.now, wamid="w2"))
    assert "pockets" in answer.plain_text()
    (cart,) = drive.hear(tap(button(answer, "Add M to cart"), at=drive.now, wamid="w3"))
    assert "*Total $54*" in cart.plain_text()
    (link,) = drive.hear(tap(button(cart, "Pay now"), at=drive.now, wamid="w4"))
    assert isinstance(link, LinkButton)
    assert link.label == "Pay $54.00"
    assert link.url.startswith("http://127.0.0.1:8000/p/")


def test_the_touch_names_the_ad_and_its_source(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1", referral=ad_referral()))
    assert drive.rows("SELECT source, headline FROM leads_touch") == [("instagram_ad", "Blue Floral Sundress")]
    assert drive.rows("SELECT source, status FROM leads_lead") == [("instagram_ad", "engaged")]


def test_a_delivery_five_times_over_changes_nothing(drive: Drive) -> None:
    message = text("hi", at=drive.now, wamid="w1")
    for _ in range(5):
        drive.receive(message)
    drive.work()
    drive.work()
    assert drive.count("conversations_message") == 2
    assert drive.count("message_path_outbox") == 1


def test_several_messages_of_one_person_get_one_reply(drive: Drive) -> None:
    replies = drive.hear(
        text("hi", at=drive.now, wamid="w1"), text("is the sundress there in M", at=drive.now, wamid="w2"),
        text("and what is shipping", at=drive.now, wamid="w3"),
    )  # fmt: skip
    assert len(replies) == 1
    (answers,) = drive.rows("SELECT cardinality(answers) FROM conversations_message WHERE direction = 'out'")
    assert answers == (3,)


def test_an_unknown_type_is_answered_and_stored(drive: Drive) -> None:
    poll = {
        "from": "447700900142",
        "id": "w1",
        "timestamp": str(int(drive.now.timestamp())),
        "type": "poll_v9",
        "poll_v9": {"x": 1},
    }
    (reply,) = drive.hear(poll)
    assert reply.plain_text()
    assert drive.rows("SELECT kind FROM conversations_message WHERE direction = 'in'") == [("unsupported",)]


def test_what_is_days_old_is_kept_and_not_answered(drive: Drive) -> None:
    old = drive.now
    drive.later(days=6)
    assert drive.hear(text("hi", at=old, wamid="w1")) == []
    assert drive.count("conversations_message") == 1


def test_the_bot_is_silent_while_a_person_holds(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    assert drive.hear(text("how much is the sundress?", at=drive.now, wamid="w2")) == []
    assert drive.rows("SELECT unread FROM conversations_thread") == [(1,)]


def test_stop_is_honoured_while_a_person_holds(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    drive.hear(text("STOP", at=drive.now, wamid="w2"))
    (row,) = drive.rows("SELECT opted_out_at IS NOT NULL FROM leads_lead")
    assert row == (True,)


def test_nothing_personal_lies_open_in_the_tables(drive: Drive) -> None:
    drive.hear(text("my secret wish", at=drive.now, wamid="w1"))
    for table in (
        "conversations_message",
        "conversations_thread",
        "leads_lead",
        "leads_identity",
        "message_path_inbox",
    ):
        for row in drive.rows(f"SELECT {table}::text FROM {table}"):
            assert "447700900142" not in row[0]
            assert "Wilson" not in row[0]
            assert "my secret wish" not in row[0]
            assert b"my secret wish".hex() not in row[0]


def test_what_the_assistant_remembers_of_a_talk_is_sealed(drive: Drive) -> None:
    drive.hear(text("I want a dress for my sister's wedding in Lisbon", at=drive.now, wamid="w1"))
    ((sealed, row),) = drive.rows("SELECT state_sealed, t::text FROM conversations_thread t")
    key = ring().of(drive.connection, drive.boutique.shop.id)
    assert "wedding" in str(state_of(key, sealed).wish)
    assert "wedding" not in row
    assert b"wedding".hex() not in row


def test_a_thread_that_nothing_is_known_of_yet_has_an_empty_memory(drive: Drive) -> None:
    assert state_of(ring().of(drive.connection, drive.boutique.shop.id), b"") == ThreadState()
