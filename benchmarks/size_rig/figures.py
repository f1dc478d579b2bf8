"""Figures of advice: how often the size was the best one, felt right, was at most one off, and what was stated of it."""

from collections.abc import Sequence
from statistics import mean
from typing import Any

from benchmarks.reading.figures import calibration_error, wilson
from benchmarks.size_rig.advisers import Said
from benchmarks.size_rig.world import Trial
from simulator.bodies import felt

_LEVELS = ("sure", "fairly_sure", "between", "none")


def figures_of(pairs: Sequence[tuple[Trial, Said]], *, is_stated: bool) -> dict[str, Any]:
    """`is_stated`: the adviser states certainty, so that is judged too."""
    found = _shares(pairs)
    if not is_stated:
        return found
    levels = {level: [pair for pair in pairs if pair[1].certainty == level] for level in _LEVELS}
    found["levels"] = {level: {"share": len(own) / len(pairs), **_shares(own)} for level, own in levels.items() if own}
    between = levels["between"]
    if between:
        found["levels"]["between"]["one_of_both"] = mean(t.best in (s.size, s.other) for t, s in between)
    told = [(said.probability, trial.best == said.size) for trial, said in pairs if said.probability]
    found["stated_probability"] = mean(chance for chance, _ in told)
    found["calibration_error"] = calibration_error(told)
    return found


def _shares(pairs: Sequence[tuple[Trial, Said]]) -> dict[str, Any]:
    right = sum(trial.best == said.size for trial, said in pairs)
    off = [
        abs(trial.what.sewn.sizes.index(trial.best) - trial.what.sewn.sizes.index(said.size)) for trial, said in pairs
    ]
    return {
        "accuracy": right / len(pairs),
        "interval": wilson(right, len(pairs)),
        "within_one": mean(distance <= 1 for distance in off),
        "sizes_off": mean(off),
        "felt_right": mean(felt(trial.who, trial.what.sewn, said.size) == "right" for trial, said in pairs),
    }
