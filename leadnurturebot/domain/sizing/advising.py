"""Which size to take, how sure that is, and why.

Every figure that is known of the body becomes a place on the size chart with its uncertainty (1.0: middle of the second
size, 1.5: border to the third). Of girths the largest decides, since a garment must close; cut, stretch, how the product
runs and how the customer likes it shift it. Girths, the usual size and pieces worn before are weighed by how sure each
is, which gives a probability for every size. Near a border, or when the next size is nearly as likely, the advice is
"between": size and alternative. More body never gives a smaller size.
Three levels (CONVERSATIONS, "Saying facts"): sure (two signals agree, and it is likely enough), fairly sure, between.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leadnurturebot.domain.sizing.advice import (
    Because,
    Certainty,
    Garment,
    Liked,
    NoAdvice,
    Offset,
    SizeAdvice,
    Worn,
)
from leadnurturebot.domain.sizing.belief import Belief, probabilities, weighed
from leadnurturebot.domain.sizing.body import Body, Implausible, implausible_figure
from leadnurturebot.domain.sizing.charts import nearest
from leadnurturebot.domain.sizing.evidence import (
    Scale,
    Signal,
    girth_signals,
    scale_of,
    together,
    usual_signal,
    worn_signals,
)
from leadnurturebot.domain.sizing.girths import build
from leadnurturebot.domain.sizing.shifts import Shifts, shifts

EDGE = 0.15
"""Closer than this to a border (in sizes) is between two sizes."""
NEARLY_AS_LIKELY = 0.75
"""The next size, as a share of the likeliest's probability, from which on both are named (five to seven)."""
SURE_FROM = 0.75
"""Signs may agree on a size of a chart so fine that its neighbours stay in play. From this probability on what is called sure
is the best size in four of five cases (`benchmarks.sizing`, docs/benchmarks.md)."""
_ABOVE, _BELOW = 0.25, 0.6
"""How far (in sizes) a body may lie outside the chart; a little too large is worn more easily than too small."""


def advise(
    body: Body,
    garment: Garment,
    liked: Liked = Liked.REGULAR,
    *,
    worn: Sequence[Worn] = (),
    own: Offset | None = None,
) -> SizeAdvice | NoAdvice | Implausible:
    """The size of `garment` for `body`. `worn`: pieces had before. `own`: the customer's own offset, learned from them."""
    if wrong := implausible_figure(body):
        return wrong
    scale = scale_of(garment, body.audience)
    if not scale.columns:
        return NoAdvice("no_chart")
    girths = girth_signals(body, garment, scale)
    named = [*worn_signals(worn, garment, scale), *usual_signal(body.usual_size, scale)]
    if not girths and not named:
        return NoAdvice("ask_body")
    return _judged(girths, named, garment, scale, shifts(garment, liked, own), build(body))


def _judged(
    girths: Sequence[Signal], named: Sequence[Signal], garment: Garment, scale: Scale, moved: Shifts, lean: int
) -> SizeAdvice | NoAdvice:
    beliefs = [signal.belief.moved(moved.named) for signal in named]
    if girths:
        beliefs.append(together(girths).moved(moved.girths))
    belief = weighed(beliefs).blurred(moved.doubt)
    is_guess = not named and all(signal.because.kind == "estimated" for signal in girths)
    reasons = _in_order(girths, named)
    because = (*reasons, *(moved.notes if reasons[0].kind in ("measured", "estimated") else moved.named_notes))
    if outside := _outside(belief, scale, because):
        return outside
    signs = _signs(girths, named, len(scale.sizes))
    return _advice(belief, signs, lean if is_guess else 0, because, garment, scale)


def _in_order(girths: Sequence[Signal], named: Sequence[Signal]) -> list[Because]:
    """What was measured first, then what was worn, then guesses; of guesses the one that decided is enough."""
    measured = [signal.because for signal in girths if signal.because.kind == "measured"]
    guessed = [signal.because for signal in girths if signal.because.kind == "estimated"]
    return [*measured, *(signal.because for signal in named), *guessed[:1]]


def _outside(belief: Belief, scale: Scale, because: tuple[Because, ...]) -> NoAdvice | None:
    if belief.place > len(scale.sizes) - 0.5 + _ABOVE:
        return NoAdvice("above_chart", scale.sizes[-1], because)
    if belief.place < -0.5 - _BELOW:
        return NoAdvice("below_chart", scale.sizes[0], because)
    return None


@dataclass(frozen=True, slots=True)
class _Signs:
    """Where signs point alone (sizes from 0). Girths guessed from one weight are one sign, however many they are, and none
    that can agree once a girth was measured: it is in the guess."""

    independent: Sequence[int]
    guessed: Sequence[int]

    def agree_on(self, at: int) -> bool:
        return self.independent.count(at) > 1

    @property
    def all(self) -> Sequence[int]:
        return (*self.independent, *self.guessed)

    @property
    def are_split(self) -> bool:
        return max(self.all) - min(self.all) > 1


def _signs(girths: Sequence[Signal], named: Sequence[Signal], sizes: int) -> _Signs:
    measured = [nearest(own.belief.place, sizes) for own in girths if own.because.kind == "measured"]
    guessed = [nearest(own.belief.place, sizes) for own in girths if own.because.kind == "estimated"][:1]
    own = [nearest(signal.belief.place, sizes) for signal in named]
    return _Signs((*measured, *own), guessed) if measured else _Signs((*own, *guessed), ())


def _advice(
    belief: Belief, signs: _Signs, lean: int, because: tuple[Because, ...], garment: Garment, scale: Scale
) -> SizeAdvice | NoAdvice:
    at, chances = nearest(belief.place, len(scale.sizes)), probabilities(belief, len(scale.sizes))
    made = garment.made or scale.sizes
    if scale.sizes[at] not in made:
        return NoAdvice("not_made", scale.sizes[at], because)
    side = _side(belief.place, at, chances) or lean or (_split_side(signs.all, at) if signs.are_split else 0)
    other = at + side
    has_other = side != 0 and 0 <= other < len(scale.sizes) and scale.sizes[other] in made
    is_sure = signs.agree_on(at) and not signs.are_split and side == 0 and chances[at] >= SURE_FROM
    certainty = Certainty.SURE if is_sure else Certainty.FAIRLY_SURE
    return SizeAdvice(
        size=scale.sizes[at],
        certainty=Certainty.BETWEEN if has_other else certainty,
        reason=because[0],
        because=because,
        alternative=scale.sizes[other] if has_other else None,
        alternative_is=("closer" if side < 0 else "looser") if has_other else "",
        probabilities=dict(zip(scale.sizes, chances, strict=True)),
    )


def _split_side(pointed: Sequence[int], at: int) -> int:
    """Towards the sign that is farthest from the size taken."""
    return 1 if max(pointed) - at > at - min(pointed) else -1


def _side(place: float, at: int, chances: Sequence[float]) -> int:
    """-1 or 1 when the size below or above is as good as this one: the place is near the border, or not sure enough to
    tell them apart."""
    side = -1 if place < at else 1
    other = chances[at + side] if 0 <= at + side < len(chances) else 0.0
    is_near = abs(place - at) >= 0.5 - EDGE or other >= NEARLY_AS_LIKELY * chances[at]
    return side if is_near else 0
