"""Who advises: the product's own model, the chart alone, and whoever always says the size most people need."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.size_rig.world import Trial
from leadnurturebot.domain.sizing.advice import Garment, NoAdvice, SizeAdvice
from leadnurturebot.domain.sizing.advising import advise
from leadnurturebot.domain.sizing.body import Body, Implausible, figures
from leadnurturebot.domain.sizing.charts import deciding, nearest, place, spans_of
from leadnurturebot.domain.sizing.girths import estimated_girths
from leadnurturebot.domain.sizing.learning import counted, own_offset, product_offset


@dataclass(frozen=True, slots=True)
class Said:
    """What an adviser said: a size, perhaps a second one, how sure, and the probability it gives its size."""

    size: str
    other: str = ""
    certainty: str = ""
    probability: float = 0.0


Adviser = Callable[[Trial, Body], Said]


def body_of(trial: Trial, told: Sequence[str]) -> Body:
    """What the customer tells: height and weight always, beside them `usual` or `girth` (the one that leads)."""
    who, what = trial.who, trial.what
    girths: Mapping[str, float] = {}
    if "girth" in told:
        name = deciding(what.category, what.fit)[0]
        girths = {f"{name}_cm": round(who.girths[name])}
    return Body(
        height_cm=round(who.height_cm), weight_kg=round(who.weight_kg), audience=what.audience,
        usual_size=trial.usual_size if "usual" in told else "",
        age_years=round(who.age_years) if "age" in told else None, **girths,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ours:
    """`domain.sizing`, with what fits have taught it."""

    told: frozenset[str] = field(default_factory=frozenset)

    def __call__(self, trial: Trial, body: Body) -> Said:
        what = trial.what
        learned = product_offset(trial.verdicts, runs=what.runs_said) if "verdicts" in self.told else None
        garment = Garment(
            chart=what.chart, category=what.category, fit=what.fit, stretch=what.stretch, runs=what.runs_said,
            learned=learned, measures=what.measures,
        )  # fmt: skip
        worn = trial.worn if "worn" in self.told else ()
        own = own_offset(counted(piece.felt for piece in worn)) if worn else None
        return _said(advise(body, garment, worn=worn, own=own), what.sewn.sizes)


def _said(advice: SizeAdvice | NoAdvice | Implausible, sizes: Sequence[str]) -> Said:
    match advice:
        case SizeAdvice():
            chance = advice.probabilities[advice.size]
            return Said(advice.size, advice.alternative or "", advice.certainty.value, chance)
        case NoAdvice(nearest=size):
            return Said(size or sizes[len(sizes) // 2], certainty="none")
        case _:
            return Said(sizes[len(sizes) // 2], certainty="none")


def chart_only(trial: Trial, body: Body) -> Said:
    """The row of the chart that holds the measure, told or guessed from the weight; the usual size where it was told."""
    sizes = trial.what.sewn.sizes
    if body.usual_size:
        return Said(body.usual_size)
    told = figures(body) | {
        name: own.value for name, own in estimated_girths(body).items() if name not in figures(body)
    }
    wanted = [name for name in deciding(trial.what.category, trial.what.fit) if spans_of(trial.what.chart, name)]
    return Said(sizes[nearest(place(told[wanted[0]], spans_of(trial.what.chart, wanted[0])), len(sizes))])


def majority(past: Sequence[Trial]) -> Adviser:
    """The size that most people needed of past products with that chart."""
    needed: dict[str, Counter[str]] = defaultdict(Counter)
    for trial in past:
        needed[trial.what.chart_key][trial.best] += 1

    def adviser(trial: Trial, _body: Body) -> Said:
        return Said(needed[trial.what.chart_key].most_common(1)[0][0])

    return adviser
