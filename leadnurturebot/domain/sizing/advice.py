"""What the size question is asked with, and what it answers: the garment, past pieces, a size with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from leadnurturebot.domain.catalogue import SizeRow


class Certainty(StrEnum):
    """How sure an advice is."""

    SURE = "sure"
    FAIRLY_SURE = "fairly_sure"
    BETWEEN = "between"


class Liked(StrEnum):
    """How the customer likes clothes to sit."""

    CLOSE = "close"
    REGULAR = "regular"
    LOOSE = "loose"


class Felt(StrEnum):
    """How a piece that was worn turned out."""

    SMALL = "small"
    RIGHT = "right"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Offset:
    """By how many sizes more (or, negative, less) than its chart says one needs, how sure that is (standard deviation,
    in sizes), and what it was learned from: verdicts in all, and those on the side it leans to."""

    sizes: float = 0.0
    spread: float = 0.0
    verdicts: int = 0
    agreeing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """What of a product's record decides its size."""

    chart: Sequence[SizeRow]
    """Small to large."""
    category: str = ""
    fit: str = ""
    """`slim`, `regular`, `loose` or empty."""
    stretch: str = ""
    """`none`, `low`, `medium`, `high` or empty."""
    runs: str = ""
    """`runs small`, `runs large`, else true to size, as the record says."""
    learned: Offset | None = None
    """What fits have shown (`learning.product_offset`); takes the place of `runs`."""
    measures: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Measures of the garment itself in cm, by size and name."""
    made: Sequence[str] = ()
    """Sizes it is made in, where that is not the whole chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """A piece of this shop that the customer had: its size, how it felt, and the body its own chart cuts that size for
    (centimetres, middle of the range); `name` is how to call it."""

    size: str
    felt: Felt = Felt.RIGHT
    name: str = ""
    body: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Because:
    """One reason. `kind`: `measured` or `estimated` (with measure, value in cm and its range in the chart), `usual`,
    `worn` (with the piece in `note`), `fit`, `stretch`, `runs`, `verdicts` (how many of how many in `value` and `high`),
    `liked` (value in `note`). `size`: what this alone points at, where it points at one."""

    kind: str
    measure: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    size: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeAdvice:
    """The size to take. `alternative` comes with `between` and `alternative_is` `closer` or `looser`. `probabilities`: by
    size of the chart, how likely it is the one that fits as liked; what is missing to 1 lies outside the chart."""

    size: str
    certainty: Certainty
    reason: Because
    """The one that decided; `because` starts with it."""
    because: tuple[Because, ...]
    alternative: str | None = None
    alternative_is: str = ""
    probabilities: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoAdvice:
    """No size can be named: `no_chart`, `ask_body` (nothing useful known), `above_chart`, `below_chart`, `not_made` (it
    would be `nearest`). `nearest`: the chart's last size on that side."""

    reason: str
    nearest: str = ""
    because: tuple[Because, ...] = ()
