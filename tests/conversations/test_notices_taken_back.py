"""A notice that was asked for is taken back in words, in every language."""

import pytest

from tests.conversations.harness import Phone

WORDS = [
    ("en", "cancel the back in stock alert please"), ("en", "no need to tell me when it's back, thanks"),
    ("es", "cancela el aviso por favor"), ("es", "ya no hace falta que me avises, ya no hace falta el aviso"),
    ("pt", "pode cancelar o aviso"), ("pt", "não precisa mais me avisar"),
    ("hi-Latn", "notification cancel kar do"), ("hi", "वह अलर्ट कैंसिल कर दीजिए"),
    ("id", "batalin notifnya kak"), ("id", "ga usah dikabari lagi"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "words"), WORDS)
def test_every_notice_is_taken_back(tag: str, words: str) -> None:
    phone = Phone()
    phone.set_shop({"language": tag})
    said = phone.hear([{"say": words}])
    assert said.decision is not None
    assert [phrase.key for phrase in said.replies[0].say] == ["restock.called_off_all"]
    assert [(change.kind, change.granted) for change in said.decision.effects.consent] == [("restock", False)]


def test_only_that_of_the_goods_that_are_named() -> None:
    phone = Phone()
    said = phone.hear([{"say": "cancel the alert for the sage wrap dress"}])
    assert said.decision is not None
    assert said.contents[0].plain_text() == "Done: no message about the Sage Wrap Dress."
    assert {change.granted for change in said.decision.effects.consent} == {False}
    assert len(said.decision.effects.consent) == 5


@pytest.mark.parametrize("words", ["cancel my order", "tell me when it is back", "stop", "is it back in stock?"])
def test_other_wishes_are_not_taken_for_it(words: str) -> None:
    said = Phone().hear([{"say": words}])
    assert all("called_off" not in phrase.key for reply in said.replies for phrase in reply.say)
