"""How does it fit: who is asked, when, how often, and what becomes of the answer."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from leadnurturebot.domain.message_content import Buttons, Template
from leadnurturebot.message_path import order_deeds
from leadnurturebot.message_path.fit_questions import FIT_QUESTION
from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.shops.actions import settings_change
from tests.cast import EMMA, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid

ASKED = "How is the fit of your *Blue Floral Sundress, M* from order *#TT12345*?\n[Too small] [Just right] [Too large]"


@pytest.fixture
def drive(drive: Drive) -> Drive:
    """Emma's sundress in M came at two in the afternoon; she writes in the ad's free window of three days."""
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    deliver(drive)
    drive.send()
    return drive


def deliver(drive: Drive) -> None:
    order_id = drive.rows("SELECT id FROM orders_order")[0][0]
    order_deeds.deliver(drive.connection, drive.boutique.shop.id, order_id, actor="user:sarah", times=drive.times)


def write(drive: Drive, words: str) -> list[str]:
    return [m.plain_text() for m in drive.hear(text(words, at=drive.now, wamid=str(uuid4()), sender=EMMA))]


def ask(drive: Drive, *, days: float = 3) -> list[Any]:
    """Days later; in an open window when she wrote that morning."""
    drive.later(days=days)
    drive.ring()
    return drive.send()


def open_window(drive: Drive) -> None:
    """She wrote three hours before the question."""
    drive.connection.execute("UPDATE conversations_thread SET last_inbound_at = %s", [drive.now - timedelta(hours=3)])


def steps(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT state, how, reason FROM nurture_followup WHERE step = 'fit'")


def verdicts(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT felt, source FROM orders_fitverdict")


def asked(drive: Drive) -> Buttons:
    """The question, in an open window."""
    drive.later(days=3)
    open_window(drive)
    drive.ring()
    (question,) = drive.send()
    assert isinstance(question, Buttons)
    return question


def test_it_is_asked_once_three_days_after_it_came(drive: Drive) -> None:
    assert (ask(drive, days=2.9), steps(drive)) == ([], [("planned", "", "")])
    drive.later(hours=3)
    open_window(drive)
    deliver(drive)
    drive.ring()
    (question,) = drive.send()
    assert question.plain_text() == ASKED
    assert steps(drive) == [("sent", "free_text", "")]
    deliver(drive)
    assert (ask(drive), ask(drive, days=9)) == ([], [])


def test_a_timer_that_rings_twice_asks_once(drive: Drive) -> None:
    timer = drive.rows("SELECT purpose_key, due_at FROM message_path_timer WHERE kind = %s", FIT_QUESTION)
    asked(drive)
    drive.connection.execute(
        "INSERT INTO message_path_timer (id, shop_id, kind, purpose_key, due_at, data) VALUES (%s, %s, %s, %s, %s, '{}')",
        [uuid4(), drive.boutique.shop.id, FIT_QUESTION, *timer[0]],
    )
    assert (drive.ring(), drive.send()) == (1, [])


def test_a_shop_may_ask_later_or_never(drive: Drive) -> None:
    drive.connection.execute("DELETE FROM nurture_followup")
    drive.connection.execute("DELETE FROM message_path_timer")
    settings_change(shop=drive.boutique.shop, now=drive.now, changes={"fit_question_days": 0})
    drive.connection.execute("UPDATE orders_order SET state = 'shipped'")
    deliver(drive)
    assert steps(drive) == []


def test_too_small_is_kept_and_the_size_that_fits_offered_first(drive: Drive) -> None:
    question = asked(drive)
    (answer,) = drive.hear(tap(button(question, "Too small"), at=drive.now, wamid="w1", sender=EMMA))
    assert answer.plain_text() == (
        "Sorry it came out small, and thank you for telling us: it's noted for your next size. *Blue Floral Sundress, L* is"
        " in stock, and I can set it aside for you. Shall I exchange it, or would you like the money back?"
        "\n[Exchange for L] [Money back] [I'll keep it]"
    )
    assert verdicts(drive) == [("small", "asked")]
    drive.later(seconds=30)
    (kept,) = drive.hear(tap(button(answer, "I'll keep it"), at=drive.now, wamid="w2", sender=EMMA))
    assert (kept.plain_text(), drive.count("orders_return")) == ("All right, it stays with you.", 0)
    assert verdicts(drive) == [("small", "asked")]


@pytest.mark.parametrize(
    ("words", "felt"),
    [
        ("perfect, love it", "right"),
        ("a little tight around the chest", "small"),
        ("un poco apretado", "small"),
        ("kebesaran kak", "large"),
        ("bilkul sahi hai", "right"),
        ("yes", "right"),
    ],
)
def test_an_answer_in_words_is_understood(drive: Drive, words: str, felt: str) -> None:
    asked(drive)
    write(drive, words)
    assert verdicts(drive) == [(felt, "asked")]


def test_a_plain_no_is_asked_which_way(drive: Drive) -> None:
    asked(drive)
    (which,) = write(drive, "no, not really")
    assert which.startswith("Sorry about that. Is the *Blue Floral Sundress, M* too small or too large?")
    drive.later(seconds=30)
    write(drive, "too big")
    assert verdicts(drive) == [("large", "asked")]


def test_another_question_is_answered_and_no_verdict(drive: Drive) -> None:
    asked(drive)
    write(drive, "do you have it in a bigger size?")
    assert verdicts(drive) == []


def test_an_old_button_still_counts_and_the_last_word_holds(drive: Drive) -> None:
    question = asked(drive)
    drive.hear(tap(button(question, "Too small"), at=drive.now, wamid="w1", sender=EMMA))
    drive.later(days=20)
    (answer,) = drive.hear(tap(button(question, "Just right"), at=drive.now, wamid="w2", sender=EMMA))
    assert "your next size" in answer.plain_text()
    assert verdicts(drive) == [("right", "asked")]


def test_after_the_time_for_returns_it_is_only_noted(drive: Drive) -> None:
    question = asked(drive)
    drive.later(days=40)
    (answer,) = drive.hear(tap(button(question, "Too small"), at=drive.now, wamid="w1", sender=EMMA))
    assert answer.plain_text() == (
        "Sorry it came out small, and thank you for telling us: it's noted for your next size."
    )


def test_nobody_is_asked_after_stop(drive: Drive) -> None:
    drive.later(hours=1)
    write(drive, "STOP")
    assert steps(drive) == [("cancelled", "", "opted_out")]
    assert ask(drive) == []


def test_nobody_is_asked_who_wants_nothing_else(drive: Drive) -> None:
    drive.connection.execute("UPDATE leads_lead SET marketing_stopped_at = %s", [drive.now])
    drive.later(days=3)
    open_window(drive)
    drive.ring()
    assert (drive.send(), steps(drive)) == ([], [("held", "", "stopped_marketing")])
    assert drive.rows("SELECT 1 FROM message_path_timer WHERE kind = %s", FIT_QUESTION) == []


def test_nobody_is_asked_while_something_comes_back(drive: Drive) -> None:
    drive.later(minutes=5)
    drive.hear(text("the dress is too small, i want to send it back", at=drive.now, wamid="r", sender=EMMA))
    drive.later(minutes=1)
    write(drive, "money back please")
    assert drive.count("orders_return") == 1
    assert (ask(drive), steps(drive)) == ([], [("cancelled", "", "nothing_to_ask")])


def test_a_closed_window_waits_for_a_template_or_for_her_for_a_week(drive: Drive) -> None:
    drive.connection.execute("UPDATE conversations_thread SET free_until = NULL, ad_tap_at = NULL")
    assert (ask(drive), steps(drive)) == ([], [("held", "", "no_template")])
    drive.later(days=1)
    open_window(drive)
    drive.ring()
    assert [message.plain_text() for message in drive.send()] == [ASKED]


def test_without_a_chance_it_is_dropped_after_a_week(drive: Drive) -> None:
    drive.connection.execute("UPDATE conversations_thread SET free_until = NULL, ad_tap_at = NULL")
    assert [ask(drive) for _ in range(12)] == [[]] * 12
    assert drive.rows("SELECT 1 FROM message_path_timer WHERE kind = %s", FIT_QUESTION) == []


def test_an_approved_template_asks_with_the_same_buttons(drive: Drive) -> None:
    approve(drive, "UTILITY")
    drive.connection.execute("UPDATE conversations_thread SET free_until = NULL, ad_tap_at = NULL")
    (question,) = ask(drive)
    assert isinstance(question, Template)
    assert question.plain_text() == "Hi Emma, how does your Blue Floral Sundress, M from order TT12345 fit?"
    assert drive.rows("SELECT category FROM conversations_message WHERE purpose = 'question'") == [("utility",)]
    drive.hear(tap(question.button_parameters[2], at=drive.now, wamid="w1", sender=EMMA))
    assert verdicts(drive) == [("large", "asked")]


def test_a_template_that_became_marketing_is_not_used(drive: Drive) -> None:
    approve(drive, "MARKETING")
    drive.connection.execute("UPDATE conversations_thread SET free_until = NULL, ad_tap_at = NULL")
    assert (ask(drive), steps(drive)) == ([], [("held", "", "no_template")])


def approve(drive: Drive, category: str) -> None:
    body = "Hi {{1}}, how does your {{2}} from order {{3}} fit?"
    draft = TemplateDraft(
        name="fit_question", language="en", category=category, body=body, parameters=("a", "b", "c"),
        quick_replies=("Too small", "Just right", "Too large"),
    )  # fmt: skip
    save_templates(drive.connection, drive.boutique.shop.id, [draft], now=drive.now)
    drive.connection.execute("UPDATE nurture_messagetemplate SET status = 'APPROVED'")


def test_who_is_talking_is_not_interrupted(drive: Drive) -> None:
    drive.later(days=3)
    write(drive, "hi, do you have hats?")
    drive.ring()
    assert drive.send() == []
    drive.later(hours=2)
    drive.ring()
    assert [message.plain_text() for message in drive.send()] == [ASKED]


def test_forgetting_the_size_forgets_what_was_said_of_the_fit(drive: Drive) -> None:
    drive.hear(tap(button(asked(drive), "Too small"), at=drive.now, wamid="w1", sender=EMMA))
    drive.later(minutes=1)
    assert write(drive, "please forget my size") == ["Done: your size and measurements are forgotten."]
    assert drive.rows("SELECT felt, line_id FROM orders_fitverdict") == [("small", None)]


def test_another_shops_order_is_not_asked_about(drive: Drive) -> None:
    drive.connection.execute("UPDATE message_path_timer SET shop_id = %s WHERE kind = %s", [UUID(int=5), FIT_QUESTION])
    assert ask(drive) == []
