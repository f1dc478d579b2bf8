"""Waist and length: labels read, legs reckoned, the label taken."""

import pytest

from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.garment_terms import same_size
from leadnurturebot.domain.sizing.trousers import Cut, cut_of, is_by_length, label_for, leg_of, waist_chart

SIZES = ("30/32", "30/34", "32/32", "32/34")


@pytest.mark.parametrize("label", ["W32 L34", "w32l34", "32/34", "32x34", "W32/L34", "32 34"])
def test_a_cut_is_read_however_it_is_written(label: str) -> None:
    assert cut_of(label) == Cut(32, 34)


@pytest.mark.parametrize("label", ["M", "32", "98/104", "16/18", "32/45", "2XL"])
def test_other_labels_are_no_cut(label: str) -> None:
    assert cut_of(label) is None


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [(SIZES, True), (("W30 L32", "W32 L32"), True), (("36/38", "40/42"), False), (("30", "32"), False), ((), False)],
)
def test_eu_sizes_that_span_two_are_no_cuts(sizes: tuple[str, ...], expected: bool) -> None:
    assert is_by_length(sizes) is expected


@pytest.mark.parametrize("other", ["W32 L34", "32x34", "W32/L34", "32 L34"])
def test_labels_of_one_cut_are_the_same_size(other: str) -> None:
    assert same_size("32/34", other)
    assert not same_size("32/32", other)


def test_a_chart_is_the_shops_own_else_the_inches_of_the_labels() -> None:
    own = (SizeRow(size="W30", body={"waist": (75, 79)}), SizeRow(size="32", body={"waist": (80, 84)}))
    assert [(row.size, row.body["waist"]) for row in waist_chart(own, SIZES)] == [("30", (75, 79)), ("32", (80, 84))]
    assert [(row.size, row.body["waist"]) for row in waist_chart((), SIZES)] == [
        ("30", (73.7, 78.7)), ("32", (78.7, 83.8)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inseam", "height", "audience", "inches"),
    [(81.3, 190, "men", 32.0), (None, 180, "men", 32.2), (None, 165, "women", 30.2), (None, 170, "unisex", 31.1)],
)
def test_a_leg_is_as_told_else_a_share_of_the_height(
    inseam: float | None, height: float, audience: str, inches: float
) -> None:
    leg = leg_of(inseam_cm=inseam, height_cm=height, audience=audience)
    assert leg is not None
    assert round(leg.inches, 1) == inches
    assert leg_of(inseam_cm=None, height_cm=None, audience=audience) is None


def test_the_nearest_length_is_taken_and_of_two_the_longer() -> None:
    assert [label_for(SIZES, "32", inches) for inches in (28, 32.4, 33, 36)] == ["32/32", "32/32", "32/34", "32/34"]
    assert label_for(SIZES, "36", 32) == ""


def test_a_taller_person_never_gets_a_shorter_leg() -> None:
    legs = [leg_of(inseam_cm=None, height_cm=height, audience="men") for height in range(150, 205)]
    lengths = [cut.length for leg in legs if leg and (cut := cut_of(label_for(SIZES, "30", leg.inches)))]
    assert lengths == sorted(lengths)
