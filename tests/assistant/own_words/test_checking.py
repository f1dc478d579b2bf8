import pytest

from leadnurturebot.assistant.own_words.checking import (
    MOST_WORDINGS,
    NoSuchText,
    UnusableWording,
    checked,
    needed_names,
    ours,
)
from leadnurturebot.assistant.own_words.sections import section_of
from leadnurturebot.assistant.phrasing.texts import languages, texts
from tests.assistant.own_words.wordings import every_text


def refusal(key: str, *wordings: dict[str, str]) -> tuple[str, str]:
    with pytest.raises(UnusableWording) as refused:
        checked(key, "en", wordings)
    return refused.value.code, refused.value.name


def test_several_wordings_are_kept_as_they_are() -> None:
    assert checked("thanks.plain", "en", [{"other": " Sure! "}, {"other": "Gladly."}]) == ["Sure!", "Gladly."]


def test_a_counted_text_keeps_its_plural_forms() -> None:
    own = {"one": "Just {count} left.", "other": "Only {count} left."}
    assert checked("stock.left", "en", [own]) == [own]
    assert refusal("stock.left", {"one": "Only {count} left."}) == ("forms", "one, other")
    assert refusal("thanks.plain", {"one": "Sure!", "other": "Sure!"}) == ("forms", "other")


def test_parameters_are_written_as_ours_are() -> None:
    assert checked("restock.back", "en", [{"other": "Good news, {item} is back for {price}!"}]) == [
        "Good news, {item|comma} is back for {price}!"
    ]


def test_a_capital_stays_at_the_start_of_a_sentence() -> None:
    assert checked("browse.traits", "en", [{"other": "It is: {traits}."}]) == ["It is: {traits|comma}."]
    assert checked("browse.traits", "en", [{"other": "{traits}!"}]) == ["{traits|comma_capital}!"]


@pytest.mark.parametrize(
    ("own", "code", "name"),
    [
        ("  ", "empty", ""),
        ("It is {price}.", "missing_name", "item"),
        ("{item} for {price}, {discount} off", "unknown_name", "discount"),
        ("{item} for {price}, 10 % off", "figure", ""),
        ("{item} for {price}, १० off", "figure", ""),
        ("{item} for {price} {", "brace", ""),
        ("{item} for {price} " + "x" * 401, "too_long", "400"),
    ],
)
def test_a_wording_that_must_not_be_said_is_refused(own: str, code: str, name: str) -> None:
    assert refusal("restock.back", {"other": own}) == (code, name)


def test_a_button_has_twenty_characters() -> None:
    assert checked("button.add", "en", [{"other": "Into the basket, yes"}]) == ["Into the basket, yes"]
    assert refusal("button.add", {"other": "Into the basket, yes!"}) == ("too_long", "20")


def test_there_are_one_to_five_wordings() -> None:
    assert refusal("thanks.plain") == ("count", str(MOST_WORDINGS))
    assert refusal("thanks.plain", *[{"other": "Sure!"}] * 6) == ("count", str(MOST_WORDINGS))


@pytest.mark.parametrize(("key", "language"), [("consent.stopped", "en"), ("no.such", "en"), ("thanks.plain", "tlh")])
def test_there_is_nothing_to_word(key: str, language: str) -> None:
    with pytest.raises(NoSuchText):
        checked(key, language, [{"other": "Sure!"}])


def test_what_none_of_ours_goes_without_is_needed() -> None:
    assert needed_names("restock.back", "en") == {"item", "price"}


def test_our_own_wordings_may_stand_for_themselves() -> None:
    refused = []
    for language, key, given in every_text():
        try:
            checked(key, language, given)
        except UnusableWording as error:
            refused.append((language, key, error.code))
    assert refused == []
    assert {language for language, _, _ in every_text()} == set(languages())
    assert ours("thanks.plain", "es") == texts("es")["thanks.plain"]
    assert section_of("thanks.plain") == "greetings"
