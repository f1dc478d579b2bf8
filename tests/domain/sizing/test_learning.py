import pytest

from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Verdicts, counted, own_offset, product_offset, product_spread


@pytest.mark.parametrize(
    ("verdicts", "runs", "sizes"),
    [
        (Verdicts(), "", 0.0),
        (Verdicts(), "runs small", 0.6),
        (Verdicts(1, 8, 1), "", 0.0),
        (Verdicts(3, 16, 1), "", 0.13),
        (Verdicts(12, 8, 0), "", 0.73),
        (Verdicts(0, 8, 12), "", -0.73),
        (Verdicts(2, 36, 2), "runs small", 0.1),
        (Verdicts(300, 600, 100), "", 0.3),
    ],
)
def test_verdicts_tell_how_a_product_runs(verdicts: Verdicts, runs: str, sizes: float) -> None:
    assert product_offset(verdicts, runs=runs).sizes == pytest.approx(sizes, abs=0.06)


def test_few_verdicts_say_less_than_many() -> None:
    few, many = product_offset(Verdicts(2, 2, 0)), product_offset(Verdicts(20, 20, 0))
    assert 0 < few.sizes < many.sizes
    assert few.spread > many.spread


def test_it_tells_how_many_of_how_many_agree() -> None:
    small, large = product_offset(Verdicts(12, 7, 1)), product_offset(Verdicts(1, 7, 12))
    assert (small.agreeing, small.verdicts, large.agreeing) == (12, 20, 12)


def test_a_shop_whose_products_are_alike_draws_single_ones_in() -> None:
    alike = [(Verdicts(3, 16, 1), "")] * 12
    apart = [(Verdicts(15, 5, 0), ""), (Verdicts(0, 5, 15), "")] * 6
    assert (product_spread(alike), product_spread(apart), product_spread(apart[:4])) == (0.1, 0.6, 0.35)
    told = Verdicts(6, 4, 0)
    assert product_offset(told, spread=0.1).sizes < product_offset(told, spread=0.6).sizes


def test_a_customer_who_finds_all_small_needs_more() -> None:
    verdicts = counted([Felt.SMALL, Felt.SMALL, Felt.RIGHT])
    assert verdicts == Verdicts(2, 1, 0)
    assert own_offset(verdicts).sizes == pytest.approx(0.37, abs=0.03)
