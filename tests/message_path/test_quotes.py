from datetime import timedelta

from leadnurturebot.message_path import claiming
from tests.cast import text
from tests.message_path.driving import Drive


def quotes(drive: Drive) -> list[str]:
    """What the sends that are due would quote."""
    sends = claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=64)
    return [send.quoted for send in sends]


def test_an_answer_right_below_its_question_quotes_nothing(drive: Drive) -> None:
    drive.receive(text("is the sundress there in M", at=drive.now, wamid="w1"))
    drive.work()
    assert quotes(drive) == [""]


def test_one_answer_to_two_questions_quotes_the_first(drive: Drive) -> None:
    drive.receive(
        text("is the sundress there in M", at=drive.now, wamid="w1"),
        text("and what is shipping", at=drive.now + timedelta(seconds=1), wamid="w2"),
    )
    drive.work()
    assert quotes(drive) == ["w1"]


def test_a_greeting_before_the_question_is_not_quoted(drive: Drive) -> None:
    drive.receive(
        text("hello", at=drive.now, wamid="w1"),
        text("is the sundress there in M", at=drive.now + timedelta(seconds=1), wamid="w2"),
    )
    drive.work()
    assert quotes(drive) == [""]


def test_an_answer_that_comes_late_quotes_its_question(drive: Drive) -> None:
    drive.hear(text("hello", at=drive.now, wamid="w2"))
    drive.receive(text("is the sundress there in M", at=drive.now - timedelta(minutes=1), wamid="w1"))
    drive.work()
    assert quotes(drive) == ["w1"]
