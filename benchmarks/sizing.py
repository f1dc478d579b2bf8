"""How often the size advised is the one that fits: `python -m benchmarks.sizing [--seed N] [--json] [--file X]`.

Without `--file` bodies and clothes are simulated (`simulator/bodies.py`, of another model family than the adviser), and
the product's own model is compared with the chart alone and with the size most people need: for height and weight alone,
with the usual size, with one girth that was measured, after verdicts of others on the product, and for somebody who had
pieces of the shop before. Printed are the share of advice that named the size that fits best (with its interval), of
advice that felt right to its wearer, and that was at most one size off; for our model each level of certainty apart, and
how far stated probabilities are off.

With `--file` the model is measured on that file: CSV, TSV or JSON lines (also gzipped), whose columns are recognised
(height, weight, age, girths, size, fit). Rows are split by the hash of their person, else of themselves. `--json` prints
one object.
"""

import argparse
import json
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.size_rig.advisers import Adviser, Ours, Said, body_of, chart_only, majority
from benchmarks.size_rig.figures import figures_of
from benchmarks.size_rig.files import Unreadable
from benchmarks.size_rig.on_file import measured_on
from benchmarks.size_rig.world import Trial, shop, trials

_PRODUCTS, _TRIALS = 66, 4000
_TOGETHER = "all of these together"
_KNOWN = {
    "height and weight": (),
    "+ usual size": ("usual",),
    "+ one girth": ("girth",),
    "+ usual size and one girth": ("usual", "girth"),
    "height and weight, 5 verdicts": ("verdicts",),
    "height and weight, 50 verdicts": ("verdicts",),
    "+ one girth, 50 verdicts": ("girth", "verdicts"),
    "height and weight, 3 pieces worn": ("worn",),
    "everything, 50 verdicts": ("usual", "girth", "verdicts", "worn"),
}


def simulated(seed: int, count: int) -> dict[str, Any]:
    """Figures by what is known, then by adviser."""
    found: dict[str, Any] = {"seed": seed, "trials": count, "products": _PRODUCTS}
    said: list[tuple[Trial, Said]] = []
    for name, told in _KNOWN.items():
        verdicts = int(name.split(", ")[1].split()[0]) if "verdicts" in told else 0
        own = trials(Random(f"people {seed}"), shop(Random(f"shop {seed}"), _PRODUCTS), count, verdicts)
        advisers: dict[str, Adviser] = {"ours": Ours(frozenset(told)), "chart": chart_only, "majority": majority(own)}
        pairs = {title: [(t, adviser(t, body_of(t, told))) for t in own] for title, adviser in advisers.items()}
        found[name] = {title: figures_of(own, is_stated=title == "ours") for title, own in pairs.items()}
        said += pairs["ours"]
    found[_TOGETHER] = {"ours": figures_of(said, is_stated=True)}
    return found


def main() -> None:
    """Prints the figures, as text or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="of the simulated world (1)")
    parser.add_argument("--trials", type=int, default=_TRIALS, help=f"people in front of a product ({_TRIALS})")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--file", type=Path, help="measure on this file instead")
    parser.add_argument("--audience", choices=("women", "men"), default="women", help="whom the file is about (women)")
    arguments = parser.parse_args()
    if arguments.file:
        try:
            found, lines = (read := measured_on(arguments.file, arguments.audience)), _file_table(read)
        except (OSError, Unreadable) as error:
            parser.error(str(error))
    else:
        found = simulated(arguments.seed, arguments.trials)
        lines = _table(found)
    print(json.dumps(found) if arguments.json else "\n".join(lines))


def _table(found: dict[str, Any]) -> list[str]:
    """A row per adviser, and under ours one per level of certainty."""
    lines = ["{:<34}{:<14}{:>9} {:>15}{:>9}{:>9}".format("known", "adviser", "best", "95 %", "felt", "±1")]
    for name, advisers in ((name, own) for name, own in found.items() if isinstance(own, dict)):
        for title, own in advisers.items():
            lines.append(_row(name if title == "ours" else "", title, own))
            lines += [_row("", f"  {level}", level_own) for level, level_own in own.get("levels", {}).items()]
            if "calibration_error" in own:
                lines.append(f"{'':<34}  stated {own['stated_probability']:.3f}, off by {own['calibration_error']:.3f}")
    return lines


def _file_table(found: dict[str, Any]) -> list[str]:
    """What was read, then a row per adviser for the size and for the fit verdict."""
    columns = ", ".join(f"{kind}: {name}" for kind, name in found["columns"].items())
    lines = [f"{found['file']}: {found['rows']} rows ({columns})"]
    for part in ("size", "fit"):
        if part in found:
            own = found[part]
            lines.append(f"\n{part}: learned from {own['learned_from']}, tested on {own['tested']}")
            lines.append(f"{'':<48}{'accuracy':>9} {'95 %':>15}{'macro-F1':>10}{'±1':>8}{'MAE':>8}")
            lines += [_file_row(name, figures) for name, figures in own.items() if isinstance(figures, dict)]
            lines += [f"area under the curve, mean of three: {own['auc']:.3f}"] if "auc" in own else []
    return lines


def _file_row(name: str, own: dict[str, Any]) -> str:
    low, high = own["interval"]
    return (
        f"{name:<48}{own['accuracy']:>9.3f} {f'{low:.3f}–{high:.3f}':>15}{own['macro_f1']:>10.3f}"
        f"{own['within_one']:>8.3f}{own['mae_sizes']:>8.3f}"
    )


def _row(name: str, title: str, own: dict[str, Any]) -> str:
    low, high = own["interval"]
    tail = f"  {own['share']:.0%} of all" if "share" in own else ""
    tail += f", one of both {own['one_of_both']:.3f}" if "one_of_both" in own else ""
    return (
        f"{name:<34}{title:<14}{own['accuracy']:>9.3f} {f'{low:.3f}–{high:.3f}':>15}{own['felt_right']:>9.3f}"
        f"{own['within_one']:>9.3f}{tail}"
    )


if __name__ == "__main__":
    main()
