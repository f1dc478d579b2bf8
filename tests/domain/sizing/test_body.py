import pytest

from leadnurturebot.domain.sizing.body import Body, Implausible, implausible_figure
from leadnurturebot.domain.sizing.girths import build, estimated_girths


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (Body(height_cm=300), Implausible("height", 300)),
        (Body(height_cm=60, weight_kg=168), Implausible("height", 60)),
        (Body(height_cm=165, weight_kg=6), Implausible("weight", 6)),
        (Body(waist_cm=30), Implausible("waist", 30)),
        (Body(bust_cm=920), Implausible("bust", 920)),
        (Body(hip_cm=20), Implausible("hip", 20)),
        (Body(foot_length_cm=240), Implausible("foot_length", 240)),
        (Body(height_cm=165, weight_kg=60, bust_cm=90, waist_cm=70, hip_cm=96), None),
        (Body(height_cm=104, weight_kg=17, audience="kids"), None),
        (Body(height_cm=104, weight_kg=17), Implausible("height", 104)),
        (Body(), None),
    ],
)
def test_an_impossible_figure_is_found(body: Body, wrong: Implausible | None) -> None:
    assert implausible_figure(body) == wrong


@pytest.mark.parametrize(
    ("body", "girths"),
    [
        (Body(height_cm=165, weight_kg=62), {"bust": 90, "waist": 72, "hip": 97}),
        (Body(height_cm=165, weight_kg=72), {"bust": 96.2, "waist": 79.2, "hip": 103}),
        (Body(height_cm=165, weight_kg=72, audience="unisex"), {"bust": 96.2, "waist": 79.2, "hip": 103}),
        (Body(height_cm=180, weight_kg=78, audience="men"), {"bust": 100, "waist": 86, "hip": 100}),
        (Body(height_cm=110, weight_kg=20, audience="kids"), {}),
        (Body(height_cm=165), {}),
        (Body(weight_kg=60), {}),
    ],
)
def test_girths_are_guessed_from_height_and_weight(body: Body, girths: dict[str, float]) -> None:
    assert {name: found.value for name, found in estimated_girths(body).items()} == pytest.approx(girths)


@pytest.mark.parametrize(("weight", "expected"), [(50, -1), (51, 0), (82, 0), (83, 1)])
def test_an_unusual_build_makes_the_guess_doubtful(weight: float, expected: int) -> None:
    assert build(Body(height_cm=166, weight_kg=weight)) == expected
