from datetime import date

import pytest

from leadnurturebot.assistant.phrasing.values import Speech, say, value
from leadnurturebot.domain.dialogue.reply import Phrase, Price, Span, Term, Value
from leadnurturebot.domain.money import Money

ENGLISH = Speech("en", "US")


@pytest.mark.parametrize(
    ("found", "way", "said"),
    [
        (Money(4900, "USD"), "", "$49"),
        (Money(4950, "USD"), "", "$49.50"),
        (Money(5400, "USD"), "decimals", "$54.00"),
        (Price(Money(6400, "USD"), Money(8000, "USD")), "", "$64 (was $80)"),
        (Price(Money(2600, "USD"), top=Money(2800, "USD")), "", "$26–$28"),
        (("S", "M", "L"), "", "S, M and L"),
        (("card", "wallet"), "or", "card or wallet"),
        ((Term("color", "blue"), "M"), "comma_capital", "Blue, M"),
        (Span(3, 5), "", "3–5"),
        (Span(3, 3), "", "3"),
        (date(2026, 6, 7), "", "Sunday, June 7"),
        (Term("category_plural", "dress"), "capital", "Dresses"),
        (Term("color", "blue floral"), "", "blue floral"),
    ],
)
def test_a_parameter_in_words(found: Value, way: str, said: str) -> None:
    assert value(found, ENGLISH, way) == said


@pytest.mark.parametrize(
    ("language", "country", "amount", "said"),
    [
        ("es", "ES", Money(4590, "EUR"), "45,90 €"),
        ("es", "US", Money(4900, "USD"), "$49"),
        ("pt", "BR", Money(8990, "BRL"), "R$ 89,90"),
        ("hi", "IN", Money(129900, "INR"), "₹1,299"),
        ("id", "ID", Money(18900000, "IDR"), "Rp189.000"),
    ],
)
def test_money_is_written_as_the_shops_country_does(language: str, country: str, amount: Money, said: str) -> None:
    assert value(amount, Speech(language, country)).replace("\u00a0", " ") == said


def test_a_number_chooses_its_plural() -> None:
    assert say(Phrase("stock.left", {"count": 1}), ENGLISH) == "The last one."
    assert say(Phrase("stock.left", {"count": 2}), ENGLISH) == "2 left."


def test_the_next_wording_comes_with_the_next_variant() -> None:
    said = [say(Phrase("thanks.plain", variant=number), ENGLISH) for number in range(4)]
    assert said == ["You're welcome!", "Any time!", "My pleasure!", "You're welcome!"]


def test_the_shops_own_wording_wins_while_it_asks_for_nothing_unknown() -> None:
    own = Speech("en", "US", own_words={"thanks.plain": ("Sure thing!",), "stock.left": ("Only {pieces}!",)})
    assert say(Phrase("thanks.plain"), own) == "Sure thing!"
    assert say(Phrase("stock.left", {"count": 2}), own) == "2 left."
