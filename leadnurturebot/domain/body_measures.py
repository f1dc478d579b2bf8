"""What a customer tells of their body: which figures can be, and a rough guess of girths from height and weight."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Figures told so far, metric. `audience` is the garment's (`women`, `men`, `unisex`, `kids`): whom it is for."""

    height_cm: float | None = None
    weight_kg: float | None = None
    bust_cm: float | None = None
    waist_cm: float | None = None
    hip_cm: float | None = None
    foot_length_cm: float | None = None
    usual_size: str = ""
    audience: str = "women"


@dataclass(frozen=True, slots=True)
class Implausible:
    """A figure that no person has (3 m tall): ask kindly again, do not use it."""

    measure: str
    value: float


_ADULT = {
    "height": (120.0, 230.0), "weight": (30.0, 250.0), "bust": (60.0, 180.0), "waist": (45.0, 180.0),
    "hip": (60.0, 190.0), "foot_length": (19.0, 35.0),
}  # fmt: skip
_CHILD = {
    "height": (45.0, 195.0), "weight": (2.0, 120.0), "bust": (35.0, 120.0), "waist": (30.0, 120.0),
    "hip": (35.0, 130.0), "foot_length": (8.0, 30.0),
}  # fmt: skip

# Our own approximation, good for the sizes around the middle: girth = middle + slope x (weight - middle weight), in cm
# and kg. Not fitted to a data set; middles and slopes are round figures of the order that surveys of adults report.
# Height is left out on purpose: at equal weight a taller person is slimmer, but nobody believes an adviser whose size
# falls as they grow; `build` marks the guess as doubtful instead.
_GIRTHS = {
    "women": (62.0, {"bust": (90.0, 0.62), "waist": (72.0, 0.72), "hip": (97.0, 0.60)}),
    "men": (78.0, {"bust": (100.0, 0.55), "waist": (86.0, 0.75), "hip": (100.0, 0.50)}),
}
_USUAL_BMI = (18.5, 30.0)


def figures(body: Body) -> dict[str, float]:
    """The told figures by measure, without the absent ones."""
    told = {
        "height": body.height_cm, "weight": body.weight_kg, "bust": body.bust_cm, "waist": body.waist_cm,
        "hip": body.hip_cm, "foot_length": body.foot_length_cm,
    }  # fmt: skip
    return {measure: value for measure, value in told.items() if value is not None}


def implausible_figure(body: Body) -> Implausible | None:
    """The first told figure that cannot be, if any."""
    bounds = _CHILD if body.audience == "kids" else _ADULT
    wrong = (
        Implausible(measure, value)
        for measure, value in figures(body).items()
        if not bounds[measure][0] <= value <= bounds[measure][1]
    )
    return next(wrong, None)


def estimated_girths(body: Body) -> dict[str, float]:
    """Bust, waist and hip guessed from height and weight of an adult; empty when one of the two is not known."""
    known = _GIRTHS.get("women" if body.audience == "unisex" else body.audience)
    if body.height_cm is None or body.weight_kg is None or known is None:
        return {}
    middle, girths = known
    return {measure: girth + slope * (body.weight_kg - middle) for measure, (girth, slope) in girths.items()}


def build(body: Body) -> int:
    """Whether weight and height make the guess doubtful: -1 slight for the height, 1 heavy for it, else 0."""
    if body.height_cm is None or body.weight_kg is None:
        return 0
    index = body.weight_kg / (body.height_cm / 100) ** 2
    return -1 if index < _USUAL_BMI[0] else int(index > _USUAL_BMI[1])
