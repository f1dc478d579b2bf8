"""What a customer tells of their body, and which figures can be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Figures told so far, metric. `audience` is the garment's (`women`, `men`, `unisex`, `kids`): whom it is for."""

    height_cm: float | None = None
    weight_kg: float | None = None
    bust_cm: float | None = None
    waist_cm: float | None = None
    hip_cm: float | None = None
    inseam_cm: float | None = None
    foot_length_cm: float | None = None
    age_years: float | None = None
    usual_size: str = ""
    audience: str = "women"


@dataclass(frozen=True, slots=True)
class Implausible:
    """A figure that no person has (3 m tall): ask kindly again, do not use it."""

    measure: str
    value: float


_ADULT = {
    "height": (120.0, 230.0), "weight": (30.0, 250.0), "bust": (60.0, 180.0), "waist": (45.0, 180.0),
    "hip": (60.0, 190.0), "inseam": (45.0, 110.0), "foot_length": (19.0, 35.0), "age": (12.0, 115.0),
}  # fmt: skip
_CHILD = {
    "height": (45.0, 195.0), "weight": (2.0, 120.0), "bust": (35.0, 120.0), "waist": (30.0, 120.0),
    "hip": (35.0, 130.0), "inseam": (12.0, 95.0), "foot_length": (8.0, 30.0), "age": (0.0, 17.0),
}  # fmt: skip


def figures(body: Body) -> dict[str, float]:
    """The told figures by measure, without the absent ones."""
    told = {
        "height": body.height_cm, "weight": body.weight_kg, "bust": body.bust_cm, "waist": body.waist_cm,
        "hip": body.hip_cm, "inseam": body.inseam_cm, "foot_length": body.foot_length_cm, "age": body.age_years,
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
