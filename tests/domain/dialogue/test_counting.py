import pytest

from leadnurturebot.domain.dialogue.counting import Count, count_said, counts_by_word, lone_number


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("make it two please", Count(2)), ("actually just one", Count(1)), ("i want two", Count(2)), ("change to 1", Count(1)),
        ("2 of them please", Count(2)), ("wait 1 is enough", Count(1)), ("I'll take 3", Count(3)), ("qty 4", Count(4)),
        ("2 more", Count(2, "more")), ("one more please", Count(1, "more")), ("add another one", Count(1, "more")),
        ("another two", Count(2, "more")), ("remove one", Count(1, "less")), ("take 2 out", Count(2, "less")),
    ],
)  # fmt: skip
def test_a_count_of_the_cart_is_read(text: str, count: Count) -> None:
    assert count_said(text, "en") == count


@pytest.mark.parametrize(
    "text",
    ["i want one in black", "another one with pockets", "remove the first one", "make it M", "one size", "add it"],
)
def test_a_pronoun_is_no_count(text: str) -> None:
    assert count_said(text, "en") is None


def test_a_language_without_patterns_is_read_as_english() -> None:
    assert count_said("make it 2", "xx") == Count(2)


def test_each_colour_has_its_own_count() -> None:
    assert counts_by_word("two olive and one in white please", ("olive", "white", "red"), "en") == (
        ("olive", 2),
        ("white", 1),
    )


def test_a_colour_is_counted_by_the_word_it_was_written_with() -> None:
    assert counts_by_word("2 negras y 1 marrón", ("negras", "marrón"), "es") == (("negras", 2), ("marrón", 1))


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [("aliás, duas", "pt", Count(2)), ("eh dua deh", "id", Count(2)), ("nahi, do white", "hi", Count(2)),
     ("hata do", "hi", None), ("i need it in 2 days", "en", None), ("just one", "en", None)],
)  # fmt: skip
def test_a_number_that_stands_alone_is_a_count(text: str, language: str, count: Count | None) -> None:
    assert lone_number(text, language) == count
