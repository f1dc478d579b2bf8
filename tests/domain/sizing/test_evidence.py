"""Beside told girths: garments that were measured, pieces worn before, children, what fits have shown."""

from dataclasses import replace
from random import Random

import pytest

from leadnurturebot.domain.sizing.advice import Because, Felt, Garment, NoAdvice, Offset, SizeAdvice, Worn
from leadnurturebot.domain.sizing.advising import advise
from leadnurturebot.domain.sizing.body import Body
from leadnurturebot.domain.sizing.ease import chart_of_garment
from leadnurturebot.domain.sizing.girths import estimated_girths
from tests.domain.sizing.test_advising import BLOUSE, CHART, said

MEASURES = {"S": {"chest": 95.0}, "M": {"chest": 100.0}, "L": {"chest": 105.0}}


def test_a_measured_garment_is_a_chart_less_its_room() -> None:
    rows = chart_of_garment(MEASURES, "blouse", "regular", "none")
    assert [(row.size, row.body["bust"]) for row in rows] == [
        ("S", (84.5, 89.5)),
        ("M", (89.5, 94.5)),
        ("L", (94.5, 99.5)),
    ]


def test_elastic_cloth_is_cut_for_a_larger_body() -> None:
    assert chart_of_garment(MEASURES, "blouse", "regular", "high")[0].body["bust"] == (90.5, 95.5)


def test_a_garment_measured_flat_is_taken_double() -> None:
    flat = {size: {"chest": row["chest"] / 2} for size, row in MEASURES.items()}
    assert chart_of_garment(flat, "blouse", "regular", "none") == chart_of_garment(
        MEASURES, "blouse", "regular", "none"
    )


def test_without_a_chart_the_garment_itself_advises() -> None:
    garment = Garment(chart=(), measures=MEASURES, category="blouse", fit="regular")
    assert said(advise(Body(bust_cm=92), garment)) == "M fairly_sure"


def test_a_garment_smaller_than_its_chart_moves_the_advice() -> None:
    measured = {row.size: {"chest": row.body["chest"][0] + 4.0} for row in CHART}
    alone, both = advise(Body(bust_cm=93.4), BLOUSE), advise(Body(bust_cm=93.4), replace(BLOUSE, measures=measured))
    assert (said(alone), said(both)) == ("M fairly_sure", "L between, M closer")


def test_a_size_that_is_not_made_is_not_advised() -> None:
    made = replace(BLOUSE, made=("S", "L"))
    assert advise(Body(bust_cm=92), made) == NoAdvice("not_made", "M", (Because("measured", "bust", 92, 90, 94, "M"),))
    assert said(advise(Body(bust_cm=95), replace(BLOUSE, made=("L", "XL")))) == "L fairly_sure"


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (Worn(size="M", name="Wrap Dress"), "M fairly_sure"),
        (Worn(size="M", felt=Felt.SMALL), "L fairly_sure"),
        (Worn(size="M", felt=Felt.LARGE), "S fairly_sure"),
        (Worn(size="10", body={"bust": 97.5}), "L fairly_sure"),
        (Worn(size="10"), "ask_body"),
    ],
)
def test_a_piece_worn_before_advises(piece: Worn, expected: str) -> None:
    assert said(advise(Body(), BLOUSE, worn=[piece])) == expected


def test_a_piece_worn_and_a_girth_that_agree_are_sure_of_what_fits_have_shown() -> None:
    known = replace(BLOUSE, learned=Offset(0.0, 0.1, 60, 2))
    advice = advise(Body(bust_cm=92), known, worn=[Worn(size="M", name="Wrap Dress")])
    assert isinstance(advice, SizeAdvice)
    assert (said(advice), advice.because[1]) == ("M sure", Because("worn", size="M", note="Wrap Dress"))


def test_what_fits_have_shown_takes_the_place_of_the_record() -> None:
    learned = Offset(0.6, 0.15, 20, 12)
    advice = advise(Body(bust_cm=92), replace(BLOUSE, runs="runs large", learned=learned))
    assert isinstance(advice, SizeAdvice)
    assert said(advice) == "L between, M closer"
    assert advice.because[1:] == (
        Because("runs", note="runs small"),
        Because("verdicts", value=12, high=20, note="runs small"),
    )


def test_a_small_offset_is_no_reason_to_give() -> None:
    advice = advise(Body(bust_cm=92), replace(BLOUSE, learned=Offset(0.1, 0.15, 20, 3)))
    assert isinstance(advice, SizeAdvice)
    assert len(advice.because) == 1


def test_probabilities_add_up_and_the_advised_is_the_likeliest() -> None:
    advice = advise(Body(bust_cm=92), BLOUSE)
    assert isinstance(advice, SizeAdvice)
    assert sum(advice.probabilities.values()) == pytest.approx(1, abs=0.01)
    assert max(advice.probabilities, key=lambda size: advice.probabilities[size]) == "M"


def test_what_was_measured_sharpens_what_is_guessed() -> None:
    plain = estimated_girths(Body(height_cm=165, weight_kg=62))["waist"]
    busty = estimated_girths(Body(height_cm=165, weight_kg=62, bust_cm=99))["waist"]
    assert (plain.value, busty.value) == (72, 77)
    assert busty.spread < plain.spread


@pytest.mark.parametrize(("age", "waist"), [(None, 72.0), (35, 72.0), (60, 75.5), (90, 77.6)])
def test_waists_grow_with_age(age: float | None, waist: float) -> None:
    assert estimated_girths(Body(height_cm=165, weight_kg=62, age_years=age))["waist"].value == pytest.approx(waist)


@pytest.mark.parametrize(
    ("sizes", "body", "expected"),
    [
        ("98 104 110 116", Body(height_cm=107, audience="kids"), "110 fairly_sure"),
        ("92/98 104/110 116/122", Body(height_cm=106, audience="kids"), "104/110 fairly_sure"),
        ("2-3Y 4-5Y 6-7Y", Body(height_cm=103, audience="kids"), "4-5Y fairly_sure"),
        ("2-3Y 4-5Y 6-7Y", Body(age_years=4.3, audience="kids"), "4-5Y fairly_sure"),
        ("3M 6M 12M 18M", Body(height_cm=71, audience="kids"), "12M fairly_sure"),
        ("S M L", Body(height_cm=107, audience="kids"), "no_chart"),
    ],
)
def test_childrens_sizes_say_whom_they_are_for(sizes: str, body: Body, expected: str) -> None:
    garment = Garment(chart=(), made=tuple(sizes.split()), category="t-shirt")
    assert said(advise(body, garment)) == expected


def test_a_growing_child_never_gets_a_smaller_size() -> None:
    garment, chance = Garment(chart=(), made=("98", "104", "110", "116", "122")), Random(7)
    for _ in range(200):
        small, tall = sorted(chance.uniform(90, 125) for _ in range(2))
        found = [advise(Body(height_cm=own, audience="kids"), garment) for own in (small, tall)]
        sizes = [own.size if isinstance(own, SizeAdvice) else getattr(own, "nearest", "") for own in found]
        assert int(sizes[0]) <= int(sizes[1])
