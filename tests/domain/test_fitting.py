from leadnurturebot.assistant.phrasing.fitting import shorten, titles


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
