"""Outlines: the left half is the right half mirrored."""

from leadnurturebot.demo_shop.pictures.paths import both, outline, symmetric


def test_a_symmetric_outline_is_closed_and_mirrored() -> None:
    assert symmetric((0, 10), ((50, 10),), ((50, 90),)) == "M300 10L350 10L350 90L250 90L250 10L300 10Z"


def test_curves_are_mirrored_with_their_control_points() -> None:
    assert symmetric((0, 0), ((20, 0), (30, 40))) == "M300 0Q320 0 330 40L270 40Q280 0 300 0Z"


def test_a_path_can_stay_open_on_one_side() -> None:
    assert outline((10, 0), ((20, 5),), side=-1, closed=False) == "M290 0L280 5"


def test_both_draws_right_and_left() -> None:
    assert both((10, 0), ((20, 5),), closed=False) == "M310 0L320 5M290 0L280 5"
