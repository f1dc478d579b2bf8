"""Which goods are suggested, and why."""

from collections.abc import Mapping
from uuid import UUID

from leadnurturebot.domain.recommending import (
    ANCHORS_MAX,
    Anchor,
    Companion,
    Deed,
    Goods,
    Habits,
    Suggestion,
    Why,
    best_of,
    suggest,
)

DRESS, SHOES, BAG, SCARF, HAT = (UUID(int=number) for number in range(1, 6))


def goods(
    alike: Mapping[UUID, tuple[tuple[UUID, float], ...]] | None = None,
    partners: Mapping[UUID, tuple[UUID, ...]] | None = None,
) -> Goods:
    return Goods(alike=lambda each: (alike or {}).get(each, ()), partners=lambda each: (partners or {}).get(each, ()))


def told(found: list[Suggestion]) -> list[tuple[UUID, Why, UUID | None]]:
    return [(each.product_id, each.why, each.anchor) for each in found]


def seen(*products: UUID) -> list[Anchor]:
    return [Anchor(product, Deed.SEEN) for product in products]


def test_what_people_take_with_it_comes_first_and_says_so() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.3, 5), Companion(BAG, 0.2, 0))}, best={HAT: 1.0})
    assert told(suggest(seen(DRESS), habits, goods())) == [
        (SHOES, Why.BOUGHT_WITH, DRESS),
        (BAG, Why.LIKED_WITH, DRESS),
        (HAT, Why.BEST, None),
    ]


def test_what_a_single_person_bought_together_is_not_called_bought_together() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.3, 1),)})
    assert told(suggest(seen(DRESS), habits, goods())) == [(SHOES, Why.LIKED_WITH, DRESS)]


def test_a_shop_without_a_past_suggests_by_its_records() -> None:
    found = suggest(seen(DRESS), Habits(), goods(alike={DRESS: ((BAG, 0.6), (SCARF, 0.8))}, partners={DRESS: (HAT,)}))
    assert told(found) == [(HAT, Why.GOES_WITH, DRESS), (SCARF, Why.ALIKE, DRESS), (BAG, Why.ALIKE, DRESS)]


def test_known_and_refused_goods_are_not_suggested() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.3, 5), Companion(BAG, 0.2, 5))}, best={HAT: 1.0, DRESS: 0.5})
    assert told(suggest(seen(DRESS, BAG), habits, goods(), without=[SHOES])) == [(HAT, Why.BEST, None)]


def test_the_cart_counts_more_than_what_was_looked_at_since() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.2, 3),), BAG: (Companion(SCARF, 0.2, 3),)})
    anchors = [Anchor(DRESS, Deed.SEEN), Anchor(BAG, Deed.CART)]
    assert told(suggest(anchors, habits, goods()))[0] == (SCARF, Why.BOUGHT_WITH, BAG)


def test_a_product_in_the_cart_that_was_seen_too_counts_as_in_the_cart() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.2, 3),)})
    once = suggest([Anchor(DRESS, Deed.CART)], habits, goods())
    assert suggest([Anchor(DRESS, Deed.SEEN), Anchor(DRESS, Deed.CART)], habits, goods()) == once


def test_several_reasons_add_up_and_the_strongest_is_told() -> None:
    habits = Habits(companions={DRESS: (Companion(SHOES, 0.1, 3), Companion(BAG, 0.11, 3))}, best={SHOES: 1.0})
    assert told(suggest(seen(DRESS), habits, goods())) == [
        (SHOES, Why.BOUGHT_WITH, DRESS),
        (BAG, Why.BOUGHT_WITH, DRESS),
    ]


def test_new_goods_fill_up_what_nothing_else_says() -> None:
    assert told(suggest([], Habits(new=frozenset({HAT}), best={BAG: 0.5}), goods())) == [
        (BAG, Why.BEST, None),
        (HAT, Why.NEW, None),
    ]


def test_only_the_newest_goods_are_looked_from() -> None:
    many = [UUID(int=100 + number) for number in range(ANCHORS_MAX)]
    habits = Habits(companions={DRESS: (Companion(SHOES, 1.0, 9),)})
    assert suggest(seen(*many, DRESS), habits, goods()) == []


def test_best_sellers_stand_in_order_with_a_share_of_the_best() -> None:
    assert best_of({DRESS: 1.0, BAG: 3.0, HAT: 0.0}) == {BAG: 1.0, DRESS: 0.5}
    assert best_of({}) == {}
