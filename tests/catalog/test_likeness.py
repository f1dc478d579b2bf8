"""How alike goods of different kinds are."""

from tests.catalog.goods import product_id, window

DRESS, SHIRT_DRESS, GOWN = map(product_id, ("Blue Floral Sundress", "Linen Shirt Dress", "Ruby Evening Gown"))


def test_the_same_kind_in_like_price_is_nearest_and_the_product_itself_is_left_out() -> None:
    found = [other for other, _ in window().likeness(DRESS)]
    assert found[0] == SHIRT_DRESS
    assert DRESS not in found


def test_likeness_reaches_over_kinds() -> None:
    tee = product_id("Everyday Tee")
    assert tee in [other for other, _ in window().likeness(DRESS)]


def test_likeness_lies_between_0_and_1_and_falls() -> None:
    near = [likeness for _, likeness in window().likeness(GOWN)]
    assert near == sorted(near, reverse=True)
    assert all(0 < each <= 1 for each in near)


def test_an_unknown_product_is_like_nothing() -> None:
    assert window().likeness(product_id("Canvas Tote").__class__(int=999)) == ()
