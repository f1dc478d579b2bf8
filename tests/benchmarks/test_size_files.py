import gzip
import json
from pathlib import Path

import pytest

from benchmarks.size_rig.columns import metric, rank_of_size, recognised, verdict
from benchmarks.size_rig.files import Unreadable, load
from benchmarks.size_rig.on_file import measured_on


@pytest.mark.parametrize(
    ("kind", "name", "values", "expected"),
    [
        ("height", "height", ["5ft 6in", "5ft", "", "junk"], [167.64, 152.4, None, None]),
        ("height", "height", ["5' 8\"", "5' 10\""], [172.72, 177.8]),
        ("height", "height", ["172.72", "160.02"], [172.72, 160.02]),
        ("height", "height", ["1.72", "1.6"], [172.0, 160.0]),
        ("height", "height", ["66", "70"], [167.64, 177.8]),
        ("weight", "weight", ["137lbs", "62 kg"], [62.14, 62.0]),
        ("weight", "weight", ["58", "99"], [58.0, 99.0]),
        ("weight", "weight", ["137", "150"], [62.14, 68.04]),
        ("weight", "weight_lb", ["95"], [43.09]),
        ("bust", "bust size", ["34d", "36b"], [86.36, 91.44]),
        ("waist", "waist", ["29.0", "74"], [73.66, None]),
        ("age", "age", ["28.0", "0", "180"], [28.0, None, None]),
    ],
)
def test_figures_are_metric(kind: str, name: str, values: list[str], expected: list[float | None]) -> None:
    assert metric(kind, name, values) == [own if own is None else pytest.approx(own, abs=0.01) for own in expected]


def test_columns_are_recognised_by_their_names() -> None:
    assert recognised(["user_id", "bust size", "Weight (kg)", "fit", "hips", "rating"]) == {
        "weight": "Weight (kg)", "bust": "bust size", "hip": "hips", "fit": "fit", "person": "user_id",
    }  # fmt: skip


def test_sizes_lie_in_a_row() -> None:
    sizes = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "4XL"]
    assert [rank_of_size(size) for size in sizes] == [-3, -2, -1, 0, 1, 2, 3, 4, 5]
    assert (rank_of_size("14"), rank_of_size("one size")) == (14, None)


@pytest.mark.parametrize(("text", "expected"), [("small", -1), ("fit", 0), ("Too large", 1), ("itchy", None)])
def test_verdicts_are_read(text: str, expected: int | None) -> None:
    assert verdict(text) == expected


def test_a_file_of_sizes_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "sizes.csv"
    rows = [f"{40 + at % 45},{20 + at % 40},{150 + at % 30},{'SML'[(at % 45) // 15]}" for at in range(900)]
    path.write_text("\n".join(["weight,age,height,size", *rows]))
    found = measured_on(path, "women")
    assert (found["rows"], found["size"]["sizes"]) == (900, ["S", "M", "L"])
    ours = found["size"]["ours, on a chart read off the learning part"]
    assert ours["accuracy"] > found["size"]["majority"]["accuracy"] + 0.3
    assert found["size"]["fitted (ordered logistic)"]["accuracy"] > 0.9


def test_a_file_of_verdicts_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "fits.json.gz"
    rows = []
    for at in range(900):
        taken, needed = 4 + 2 * (at % 5), 4 + 2 * (at % 7 % 5)
        fit = "fit" if taken == needed else "small" if taken < needed else "large"
        weight = f"{90 + needed * 5}lbs"
        rows.append(
            {"fit": fit, "user_id": f"{at}", "item_id": "1", "weight": weight, "height": "5' 5\"", "size": taken}
        )
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    found = measured_on(path, "women")
    assert found["fit"]["tested"] + found["fit"]["learned_from"] == 900
    assert found["fit"]["ours, likeliest"]["accuracy"] > found["fit"]["majority"]["accuracy"] + 0.1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "size,height\nM,170\n", "{not json}"])
def test_a_file_without_bodies_is_refused_plainly(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text)
    with pytest.raises(Unreadable):
        load(path)
