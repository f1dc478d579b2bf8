from datetime import time

import pytest

from leadnurturebot.assistant.phrasing.facts import untraced_numbers
from leadnurturebot.assistant.phrasing.values import Speech, money, value
from leadnurturebot.domain.dialogue.reply import Phrase, Reply, Term
from leadnurturebot.domain.message_content import Text
from leadnurturebot.domain.money import Money


@pytest.mark.parametrize(
    ("term", "tag", "said"),
    [
        (Term("color", "navy"), "es", "azul marino"),
        (Term("color", "Azul marino"), "en", "navy"),
        (Term("color", "preto"), "es", "negro"),
        (Term("color", "rosa palo"), "pt", "rosa palo"),
        (Term("size", "L"), "pt", "G (L)"),
        (Term("size", "G"), "pt", "G"),
        (Term("size", "L"), "es", "L"),
        (Term("material", "95% cotton, 5% elastane"), "es", "95% algodón, 5% elastano"),
        (Term("material", "algodón"), "en", "cotton"),
        (Term("material", "100% recycled polyester satin"), "es", "100% recycled polyester satin"),
        (Term("hours", "Mon-Fri 09:00-18:00"), "pt", "seg.-sex. 09:00-18:00"),
        (Term("hours", "Mon-Fri 09:00-18:00"), "en", "Mon-Fri 09:00-18:00"),
        (Term("language", "de"), "es", "alemán"),
        (Term("country", "GB"), "en", "the United Kingdom"),
        (Term("country", "GB"), "id", "Inggris Raya"),
        (Term("weekday", "2"), "hi", "बुधवार"),
    ],
)
def test_a_word_of_a_record_is_said_in_the_customers_language(term: Term, tag: str, said: str) -> None:
    assert value(term, Speech(tag)) == said


@pytest.mark.parametrize(
    ("minor", "currency", "tag", "country", "said"),
    [
        (4985, "EUR", "es", "ES", "49,85\u00a0€"), (10190, "BRL", "pt", "BR", "R$\u00a0101,90"),
        (12_990_000, "INR", "hi-Latn", "IN", "₹1,29,900"), (129_900, "INR", "hi", "IN", "₹1,299"),
        (20_000_000, "IDR", "id", "ID", "Rp200.000"), (5400, "USD", "en", "US", "$54.00"),
    ],
)  # fmt: skip
def test_a_sum_is_written_as_the_country_does_and_is_traced(
    minor: int, currency: str, tag: str, country: str, said: str
) -> None:
    amount = Money(minor, currency)
    assert money(amount, Speech(tag, country), keep_decimals=True) == said
    reply = Reply(say=(Phrase("pay.total", {"total": amount}),))
    assert untraced_numbers(reply, Text(f"Total {said}.")) == []
    assert untraced_numbers(reply, Text("Total 53.")) == ["53."]


def test_the_figure_of_a_time_is_traced_however_it_is_written() -> None:
    reply = Reply(say=(Phrase("handoff.opens_at", {"time": time(9, 30)}),))
    for tag in ("en", "es", "pt", "hi", "id"):
        assert untraced_numbers(reply, Text(value(time(9, 30), Speech(tag)))) == []
