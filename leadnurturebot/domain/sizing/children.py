"""Children's sizes: most name an age or a height themselves, and an age tells a height."""

import re
from collections.abc import Sequence
from itertools import pairwise

from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.sizing.body import Body
from leadnurturebot.domain.sizing.girths import Estimate

# Height in cm by age in years, of boys and girls together: round figures of the order of the WHO growth standards' medians.
_HEIGHTS = (
    (0.0, 50.0), (0.25, 60.0), (0.5, 66.0), (0.75, 71.0), (1.0, 75.0), (1.5, 81.0), (2.0, 87.0), (3.0, 95.0),
    (4.0, 102.0), (5.0, 109.0), (6.0, 115.0), (7.0, 121.0), (8.0, 127.0), (9.0, 132.0), (10.0, 138.0), (11.0, 143.0),
    (12.0, 149.0), (13.0, 156.0), (14.0, 162.0), (15.0, 166.0), (16.0, 168.0),
)  # fmt: skip
_SPREAD = 0.045
"""Standard deviation of the height at an age, as a share of it."""
_LABEL = re.compile(r"(\d{1,3})(?:\s*[-/]\s*(\d{1,3}))?\s*([a-z]*)")
_MONTHS, _YEARS = frozenset({"m", "mo", "mths", "months"}), frozenset({"", "y", "yr", "yrs", "year", "years"})
_LEAST_HEIGHT = 44
"""From here on a number is a height in centimetres; no child's size names such an age."""


def height_at(age_years: float) -> float:
    """The usual height in centimetres of a child of that age."""
    for (young, short), (old, tall) in pairwise(_HEIGHTS):
        if age_years <= old:
            return short + (tall - short) * (age_years - young) / (old - young)
    return _HEIGHTS[-1][1]


def likely_height(body: Body) -> dict[str, Estimate]:
    """A child's height from the age, where it was not told."""
    if body.audience != "kids" or body.age_years is None or body.height_cm is not None:
        return {}
    height = height_at(body.age_years)
    return {"height": Estimate(height, _SPREAD * height)}


def height_chart(sizes: Sequence[str]) -> tuple[SizeRow, ...]:
    """Heights that sizes named by age ("4-5Y", "18M", "6") or by height ("104", "98/104") are meant for; empty unless all
    are named so. A single figure is the height up to which the size is worn."""
    tops = [_top(size) for size in sizes]
    found = [top for top in tops if top is not None]
    if not found or len(found) != len(sizes) or any(low >= high for low, high in pairwise(found)):
        return ()
    first = found[0] - ((found[1] - found[0]) if len(found) > 1 else 6.0)
    return tuple(
        SizeRow(size=size, body={"height": (low, high)})
        for size, low, high in zip(sizes, [first, *found], found, strict=False)
    )


def _top(size: str) -> float | None:
    """The tallest child a size is meant for, in centimetres."""
    match = _LABEL.fullmatch(size.strip().casefold())
    if match is None:
        return None
    last, unit = float(match[2] or match[1]), match[3]
    if last >= _LEAST_HEIGHT and unit in ("", "cm"):
        return last
    if unit in _MONTHS:
        return height_at(last / 12)
    if unit not in _YEARS:
        return None
    # A size for four-year-olds is worn until the fifth birthday; "4-5" until the sixth would be too far: makers mean
    # the height at five.
    return height_at(last if match[2] else last + 1)
