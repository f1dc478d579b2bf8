from leadnurturebot.domain.messages.fitting import shorten, split, title, titles


def test_what_fits_stays() -> None:
    assert shorten("Add M to cart", 20) == "Add M to cart"


def test_it_cuts_after_a_word() -> None:
    assert shorten("Wide-Leg Linen Trousers in sand", 24) == "Wide-Leg Linen Trousers…"
    assert shorten("Blue Floral Sundress with pockets", 24) == "Blue Floral Sundress…"


def test_it_cuts_inside_a_word_that_fills_the_line() -> None:
    assert shorten("Donaudampfschifffahrtsgesellschaft", 20) == "Donaudampfschifffah…"


def test_two_titles_are_never_the_same() -> None:
    found = titles(["Wide-Leg Linen Trousers cropped", "Wide-Leg Linen Trousers petite"], 24)
    assert found == ["…cropped", "…petite"]
    assert titles(["Red Dress", "Red Dress"], 24) == ["Red Dress", "Red Dress (b)"]


def test_a_title_loses_its_marks_and_is_cut_at_a_word() -> None:
    assert title("*Blue Floral Sundress* in M", 24) == "Blue Floral Sundress in…"
    assert titles(["_Hat_", "~Cap~"], 24) == ["Hat", "Cap"]


def test_a_long_text_becomes_several_within_the_limit() -> None:
    parts = split("One two. Three four.\n\nFive six seven eight.", 24)
    assert parts == ["One two. Three four.", "Five six seven eight."]
    assert split("a" * 50, 20) == ["a" * 20, "a" * 20, "a" * 10]
    assert split("short") == ["short"]
    assert split("  ") == []
