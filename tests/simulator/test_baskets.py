"""The simulated year of looks and orders."""

from simulator.baskets import open_street


def test_the_same_seed_gives_the_same_year_and_another_seed_another() -> None:
    first = open_street(seed=3, pieces=60, customers=20)
    assert first == open_street(seed=3, pieces=60, customers=20)
    assert first.deeds != open_street(seed=4, pieces=60, customers=20).deeds


def test_deeds_are_in_order_and_what_is_ordered_was_looked_at_before() -> None:
    street = open_street(seed=3, pieces=60, customers=40)
    times = [deed.at for deed in street.deeds]
    looked: set[tuple[int, int]] = set()
    assert times == sorted(times)
    for deed in street.deeds:
        assert not deed.is_order or (deed.customer, deed.piece) in looked
        looked.add((deed.customer, deed.piece))
