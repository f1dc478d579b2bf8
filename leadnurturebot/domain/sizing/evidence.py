"""What speaks for a size: told girths, girths guessed from height and weight, the usual size, pieces worn before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.sizing import charts
from leadnurturebot.domain.sizing.advice import Because, Felt, Garment, Worn
from leadnurturebot.domain.sizing.belief import Belief
from leadnurturebot.domain.sizing.body import Body, figures
from leadnurturebot.domain.sizing.children import height_chart, likely_height
from leadnurturebot.domain.sizing.ease import chart_of_garment
from leadnurturebot.domain.sizing.girths import GIRTHS, Estimate, estimated_girths

_CUT = 0.2
"""How far two garments of one cut are apart, in sizes (standard deviation)."""
_TAPE_CM = 1.5
"""A girth told is the tape's within so much."""
_ELSEWHERE = 0.6
"""A measure that does not decide for this garment tells the size no better than this, in sizes."""
_USUAL, _WORN = 0.6, 0.5
"""Brands differ; another piece of this shop less so."""
_FELT_OFF = 0.8
"""Who found a piece too small needs about so many sizes more."""
_GARMENT_WEIGHT = 0.3
"""Of the garment's own measures beside a chart: room is a matter of cut, a chart is what the maker meant."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign: where it points alone, and the reason to give. `is_of_cut`: taken on the body, so cut and cloth still count;
    who names a size has them in it already."""

    belief: Belief
    because: Because
    is_of_cut: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """The charts a garment is judged by: the record's, and the one read off the garment."""

    sizes: tuple[str, ...]
    columns: tuple[tuple[float, Sequence[SizeRow]], ...]
    """With their weights."""

    def spans(self, measure: str) -> list[tuple[float, charts.Spans]]:
        found = [(weight, charts.spans_of(chart, measure)) for weight, chart in self.columns]
        return [(weight, spans) for weight, spans in found if spans]


def scale_of(garment: Garment, audience: str) -> Scale:
    """What sizes there are and what they are cut for; children's sizes that name an age or a height say it themselves."""
    own = tuple(row.size for row in garment.chart) or tuple(garment.measures) or tuple(garment.made)
    by_garment: Sequence[SizeRow] = ()
    if garment.measures and set(own) <= set(garment.measures):
        in_order = {size: garment.measures[size] for size in own}
        by_garment = chart_of_garment(in_order, garment.category, garment.fit, garment.stretch)
    found: list[tuple[float, Sequence[SizeRow]]] = [(1.0, garment.chart), (_GARMENT_WEIGHT, by_garment)]
    if audience == "kids" and "height" not in charts.measures_of(garment.chart):
        found.append((1.0, height_chart(own)))
    return Scale(own, tuple((weight, chart) for weight, chart in found if chart))


def girth_signals(body: Body, garment: Garment, scale: Scale) -> list[Signal]:
    """Measures of the body, told or guessed, that decide for this garment, largest place first; others if none does."""
    told = {name: Estimate(value, _TAPE_CM) for name, value in figures(body).items() if name != "age"}
    guessed = estimated_girths(body) | likely_height(body)
    found = [*_placed("measured", told, scale), *_placed("estimated", guessed, scale)]
    wanted = _wanted(body, garment)
    decide = [signal for signal in found if signal.because.measure in wanted]
    return decide or [Signal(Belief(own.belief.place, _ELSEWHERE), own.because) for own in found]


def _wanted(body: Body, garment: Garment) -> tuple[str, ...]:
    if body.audience == "kids":
        return ("height", *charts.deciding(garment.category, garment.fit))
    return charts.deciding(garment.category, garment.fit)


def _placed(kind: str, values: Mapping[str, Estimate], scale: Scale) -> list[Signal]:
    found = []
    for measure, estimate in values.items():
        if columns := scale.spans(measure):
            weight = sum(own for own, _ in columns)
            at = sum(own * charts.place(estimate.value, spans) for own, spans in columns) / weight
            first = columns[0][1]
            size = charts.nearest(at, len(scale.sizes))
            low, high = first[size]
            because = Because(kind, measure, estimate.value, low, high, scale.sizes[size])
            found.append(Signal(Belief(at, estimate.spread / charts.step(first)), because))
    return sorted(found, key=lambda signal: -signal.belief.place)


def together(signals: Sequence[Signal]) -> Belief:
    """Girths as one belief: the largest place counts, since a garment must close. How sure that is depends on which
    figures are known, never on their values; else more body could weigh less and give a smaller size."""
    spread = min(signal.belief.spread for signal in signals)
    return Belief(max(signal.belief.place for signal in signals), hypot(spread, _CUT))


def usual_signal(usual_size: str, scale: Scale) -> list[Signal]:
    """The size usually worn, where this chart has it."""
    at = _index(usual_size, scale.sizes)
    return [] if at is None else [Signal(Belief(at, _USUAL), Because("usual", size=scale.sizes[at]), is_of_cut=False)]


def worn_signals(worn: Sequence[Worn], garment: Garment, scale: Scale) -> list[Signal]:
    """Pieces had before: by the body their own chart cuts them for, else by the size's name."""
    found = []
    for piece in worn:
        at = _place_of_worn(piece, garment, scale)
        if at is not None:
            off = {Felt.SMALL: _FELT_OFF, Felt.LARGE: -_FELT_OFF}.get(piece.felt, 0.0)
            size = scale.sizes[charts.nearest(at + off, len(scale.sizes))]
            because = Because("worn" if piece.felt is Felt.RIGHT else f"worn_{piece.felt}", size=size, note=piece.name)
            found.append(Signal(Belief(at + off, _WORN), because, is_of_cut=False))
    return found


def _place_of_worn(piece: Worn, garment: Garment, scale: Scale) -> float | None:
    wanted = [name for name in charts.deciding(garment.category, garment.fit) if name in piece.body]
    places = [
        charts.place(piece.body[name], columns[0][1])
        for name in wanted or [name for name in (*GIRTHS, "height", "foot_length") if name in piece.body]
        if (columns := scale.spans(name))
    ]
    return max(places) if places else _index(piece.size, scale.sizes)


def _index(size: str, sizes: Sequence[str]) -> int | None:
    folded = [own.casefold() for own in sizes]
    wanted = size.strip().casefold()
    return folded.index(wanted) if wanted in folded else None
