"""Which readings of a message's parts stand, and which tell one request together."""

from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.assistant.understanding.draft import draft
from leadnurturebot.assistant.understanding.readings import Reading, chosen


def part(text: str, intent: str, confidence: float = 0.95) -> Reading:
    return Reading(draft(text, languages()["en"]), intent, confidence)


def test_a_no_that_says_what_instead_is_one_correction() -> None:
    whole = part("wait no, small instead", "deny")
    found = chosen(whole, [], [[part("wait no", "deny"), part("small instead", "edit_cart")]])
    assert [(reading.intent, len(reading.messages)) for reading in found] == [("edit_cart", 2)]


def test_a_no_beside_another_wish_stays_a_no() -> None:
    whole = part("no thanks, how long is shipping", "shipping")
    found = chosen(whole, [], [[part("no thanks", "deny"), part("how long is shipping", "shipping")]])
    assert [reading.intent for reading in found] == ["deny", "shipping"]


def test_what_is_said_of_goods_stands_beside_a_sure_question_about_the_shop() -> None:
    whole = part("add it, and do you take bizum", "payment_methods", 0.6)
    pieces = [part("add it", "add_to_cart", 0.65), part("do you take bizum", "payment_methods", 0.97)]
    assert [reading.intent for reading in chosen(whole, [], [pieces])] == ["add_to_cart", "payment_methods"]


def test_a_guess_about_goods_does_not_stand_beside_another_guess() -> None:
    whole = part("add it, and do you take bizum", "payment_methods", 0.6)
    pieces = [part("add it", "add_to_cart", 0.65), part("do you take bizum", "payment_methods", 0.85)]
    assert [reading.intent for reading in chosen(whole, [], [pieces])] == ["payment_methods"]
