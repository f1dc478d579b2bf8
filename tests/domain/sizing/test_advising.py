from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.sizing.advice import Because, Garment, Liked, NoAdvice, Offset, SizeAdvice
from leadnurturebot.domain.sizing.advising import advise
from leadnurturebot.domain.sizing.body import Body, Implausible

CHART = tuple(
    SizeRow(size=size, body={"chest": chest, "waist": waist, "hip": hip})
    for size, chest, waist, hip in [
        ("S", (85, 89), (68, 73), (91, 95)),
        ("M", (90, 94), (74, 79), (96, 100)),
        ("L", (95, 100), (80, 86), (101, 106)),
        ("XL", (101, 107), (87, 94), (107, 113)),
    ]
)
TROUSERS = Garment(chart=CHART, category="trousers", fit="loose", stretch="none")
JEANS = Garment(chart=CHART, category="jeans", fit="slim", stretch="medium")
BLOUSE = Garment(chart=CHART, category="blouse", fit="regular")
KNOWN = replace(BLOUSE, learned=Offset(0.0, 0.1, 60, 2))
"""Sixty have said how it fits."""
LOOSE_TOP = Garment(chart=CHART, category="top", fit="loose")
DRESS = Garment(chart=CHART, category="dress", fit="slim")
Outcome = SizeAdvice | NoAdvice | Implausible


def said(outcome: Outcome) -> str:
    if isinstance(outcome, SizeAdvice):
        other = f", {outcome.alternative} {outcome.alternative_is}" if outcome.alternative else ""
        return f"{outcome.size} {outcome.certainty}{other}"
    return f"{outcome.reason} {outcome.nearest}".strip() if isinstance(outcome, NoAdvice) else f"odd {outcome.measure}"


EXAMPLES = [
    ("the waist says just over M", Body(waist_cm=80), TROUSERS, "L between, M closer"),
    ("bust in the middle of M, cut loose", Body(bust_cm=92), LOOSE_TOP, "M fairly_sure"),
    ("bust and usual size agree", Body(bust_cm=92, usual_size="m"), BLOUSE, "M fairly_sure"),
    ("waist and hip agree", Body(waist_cm=83, hip_cm=103), JEANS, "L fairly_sure"),
    ("the hip needs a size more than the waist", Body(waist_cm=76, hip_cm=104), JEANS, "L fairly_sure"),
    ("the hip needs two sizes more", Body(waist_cm=70, hip_cm=104), JEANS, "L between, M closer"),
    ("the usual size is another", Body(bust_cm=92, usual_size="L"), BLOUSE, "M fairly_sure"),
    ("a blouse looks at the bust", Body(bust_cm=92, hip_cm=110), BLOUSE, "M fairly_sure"),
    ("a slim dress looks at all", Body(bust_cm=92, waist_cm=76, hip_cm=110), DRESS, "XL between, L closer"),
    ("only a measure that decides nothing", Body(hip_cm=98), BLOUSE, "M fairly_sure"),
    ("the upper border", Body(bust_cm=94), BLOUSE, "M between, L looser"),
    ("the lower border", Body(bust_cm=90), BLOUSE, "M between, S closer"),
    ("usual size alone", Body(usual_size="L"), BLOUSE, "L fairly_sure"),
    ("usual size and guess agree", Body(usual_size="M", height_cm=170, weight_kg=65), BLOUSE, "M fairly_sure"),
    ("usual size one off the guess", Body(usual_size="S", height_cm=170, weight_kg=65), BLOUSE, "S fairly_sure"),
    ("usual size far off the guess", Body(usual_size="S", height_cm=170, weight_kg=75), BLOUSE, "M between, S closer"),
    ("a guess in the middle", Body(height_cm=168, weight_kg=65), BLOUSE, "M fairly_sure"),
    ("a guess at a border", Body(height_cm=168, weight_kg=70), BLOUSE, "L between, M closer"),
    ("slight for the height", Body(height_cm=192, weight_kg=65), BLOUSE, "M between, S closer"),
    ("heavy for the height", Body(height_cm=145, weight_kg=65), BLOUSE, "M between, L looser"),
    ("too large for the chart", Body(bust_cm=120), BLOUSE, "above_chart XL"),
    ("a little beyond the chart", Body(bust_cm=108), BLOUSE, "XL fairly_sure"),
    ("too small for the chart", Body(bust_cm=78), BLOUSE, "below_chart S"),
    ("nothing told", Body(), BLOUSE, "ask_body"),
    ("height alone", Body(height_cm=168), BLOUSE, "ask_body"),
    ("a size this chart does not have", Body(usual_size="38"), BLOUSE, "ask_body"),
    ("no chart", Body(bust_cm=92), Garment(chart=()), "no_chart"),
    ("three metres tall", Body(height_cm=300, weight_kg=60), BLOUSE, "odd height"),
    ("signs agree and fits have shown that it runs true", Body(bust_cm=92, usual_size="M"), KNOWN, "M sure"),
    ("one sign, however well the blouse is known", Body(bust_cm=92), KNOWN, "M fairly_sure"),
    ("a record that is silent on the fit", Body(bust_cm=92), Garment(chart=CHART), "M fairly_sure"),
]


@pytest.mark.parametrize(("case", "body", "garment", "expected"), EXAMPLES)
def test_the_advice_is_what_a_good_assistant_says(case: str, body: Body, garment: Garment, expected: str) -> None:
    assert said(advise(body, garment)) == expected, case


SHIFTS = [
    (92.0, BLOUSE, Liked.REGULAR, "M fairly_sure"),
    (92.0, BLOUSE, Liked.CLOSE, "M fairly_sure"),
    (91.0, BLOUSE, Liked.CLOSE, "M between, S closer"),
    (90.5, BLOUSE, Liked.CLOSE, "S between, M looser"),
    (93.0, BLOUSE, Liked.LOOSE, "M between, L looser"),
    (92.0, replace(BLOUSE, runs="true to size"), Liked.REGULAR, "M fairly_sure"),
    (92.0, replace(BLOUSE, runs="runs small"), Liked.REGULAR, "L between, M closer"),
    (92.0, replace(BLOUSE, runs="runs large"), Liked.REGULAR, "S between, M looser"),
    (93.5, replace(BLOUSE, stretch="none"), Liked.REGULAR, "M fairly_sure"),
    (94.0, replace(BLOUSE, stretch="none"), Liked.REGULAR, "M between, L looser"),
    (94.0, replace(BLOUSE, stretch="high"), Liked.REGULAR, "M fairly_sure"),
    (94.4, replace(BLOUSE, fit="slim"), Liked.REGULAR, "L between, M closer"),
    (94.6, replace(BLOUSE, fit="loose"), Liked.REGULAR, "M between, L looser"),
]


@pytest.mark.parametrize(("bust", "garment", "liked", "expected"), SHIFTS)
def test_cut_and_taste_move_the_advice(bust: float, garment: Garment, liked: Liked, expected: str) -> None:
    assert said(advise(Body(bust_cm=bust), garment, liked)) == expected


def test_a_usual_size_moves_only_with_how_the_product_runs() -> None:
    usual = Body(usual_size="M")
    assert said(advise(usual, replace(BLOUSE, fit="slim", stretch="high"))) == "M fairly_sure"
    assert said(advise(usual, replace(BLOUSE, runs="runs small"))) == "L between, M closer"


def test_it_gives_its_reasons_with_the_deciding_one_first() -> None:
    advice = advise(Body(waist_cm=76, hip_cm=104, usual_size="M"), JEANS, Liked.CLOSE)
    assert isinstance(advice, SizeAdvice)
    assert advice.reason == Because("measured", "hip", 104, 101, 106, "L")
    assert advice.because == (
        advice.reason,
        Because("measured", "waist", 76, 74, 79, "M"),
        Because("usual", size="M"),
        Because("fit", note="slim"),
        Because("stretch", note="medium"),
        Because("liked", note="close"),
    )


def test_a_chart_with_a_gap_or_without_growth_is_not_used() -> None:
    gap = (*CHART[:3], SizeRow(size="XL", body={"waist": (87, 94)}))
    falling = (CHART[1], CHART[0])
    assert advise(Body(bust_cm=92), replace(BLOUSE, chart=gap)) == NoAdvice("ask_body")
    assert advise(Body(bust_cm=92), replace(BLOUSE, chart=falling)) == NoAdvice("ask_body")


def test_a_product_of_one_size_fits_whom_its_range_fits() -> None:
    one_size = replace(BLOUSE, chart=(SizeRow(size="one size", body={"bust": (80, 110)}),))
    assert said(advise(Body(bust_cm=95), one_size)) == "one size fairly_sure"
    assert said(advise(Body(bust_cm=125), one_size)) == "above_chart one size"


def test_shoes_go_by_the_length_of_the_foot() -> None:
    sizes = [("37", (23.2, 23.8)), ("38", (23.9, 24.4)), ("39", (24.5, 25.1))]
    shoes = Garment(
        chart=tuple(SizeRow(size=size, body={"foot_length": span}) for size, span in sizes), category="shoes"
    )
    assert said(advise(Body(foot_length_cm=24.1), shoes)) == "38 fairly_sure"
    assert said(advise(Body(usual_size="38"), shoes)) == "38 fairly_sure"


def place(outcome: Outcome) -> float:
    if isinstance(outcome, SizeAdvice):
        return [row.size for row in CHART].index(outcome.size)
    assert isinstance(outcome, NoAdvice)
    return 99 if outcome.reason == "above_chart" else -99


GARMENTS = st.builds(
    Garment,
    chart=st.just(CHART),
    category=st.sampled_from(["dress", "blouse", "jeans", "skirt", "hat"]),
    fit=st.sampled_from(["slim", "regular", "loose", ""]),
    stretch=st.sampled_from(["none", "low", "medium", "high", ""]),
    runs=st.sampled_from(["runs small", "runs large", ""]),
)
MEASURES = {
    "height_cm": (120, 230),
    "weight_kg": (30, 250),
    "bust_cm": (60, 180),
    "waist_cm": (45, 180),
    "hip_cm": (60, 190),
}


@given(data=st.data(), garment=GARMENTS, liked=st.sampled_from(Liked), usual=st.sampled_from(["", "S", "L"]))
def test_more_body_never_gives_a_smaller_size(data: st.DataObject, garment: Garment, liked: Liked, usual: str) -> None:
    told = data.draw(st.sets(st.sampled_from(sorted(MEASURES)), min_size=1))
    told |= {"height_cm", "weight_kg"} if not told & {"bust_cm", "waist_cm", "hip_cm"} else set()
    figures: dict[str, Any] = {name: data.draw(st.floats(*MEASURES[name]), label=name) for name in sorted(told)}
    grown = data.draw(st.sampled_from(sorted(told)))
    less = Body(**figures, usual_size=usual)
    figures[grown] = data.draw(st.floats(figures[grown], MEASURES[grown][1]), label=f"more {grown}")
    more = Body(**figures, usual_size=usual)
    assert place(advise(more, garment, liked)) >= place(advise(less, garment, liked))
