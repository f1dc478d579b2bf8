from leadnurturebot.domain.dialogue.recent import last_said


def test_the_sentences_of_the_last_message_are_told() -> None:
    said = ("greet.hi", "=0000000a", "cart.changed#1", "line.cart.total", "=0000000b")
    assert last_said(said) == ("line.cart.total", "cart.changed#1")


def test_nothing_was_said_yet() -> None:
    assert last_said(()) == ()
