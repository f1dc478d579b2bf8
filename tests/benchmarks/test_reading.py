"""The figures of `benchmarks.understanding`."""

from pathlib import Path

import pytest

from benchmarks.reading.engine import trained_on
from benchmarks.reading.entity_figures import entity_figures, named
from benchmarks.reading.figures import (
    answered_at_3_percent_wrong,
    calibration_error,
    macro_f1,
    recall_of_strangers,
    weakest,
    wilson,
)
from benchmarks.reading.sets import entity_sets, frozen, read, read_entities
from benchmarks.understanding import main, measured
from leadnurturebot.assistant.understanding import Understander


def test_the_interval_is_that_of_wilson() -> None:
    low, high = wilson(90, 100)
    assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)
    assert wilson(0, 0) == (0.0, 1.0)


def test_every_label_counts_alike_in_the_macro_f1() -> None:
    pairs = [("a", "a")] * 8 + [("b", "a"), ("b", "b")]
    assert macro_f1(pairs) == pytest.approx((16 / 17 + 2 / 3) / 2)
    assert weakest(pairs, 1) == {"b": 0.5}


def test_what_may_be_answered_ends_where_more_than_3_percent_would_be_wrong() -> None:
    sure = [(0.9, True)] * 50 + [(0.8, False)] + [(0.7, True)] * 20 + [(0.6, False)] * 5
    assert answered_at_3_percent_wrong(sure) == 72 / 76
    assert answered_at_3_percent_wrong([(0.9, False)]) == 0.0


def test_strangers_are_those_stranger_than_97_of_100_of_ours() -> None:
    ours = [number / 100 for number in range(100)]
    assert recall_of_strangers(ours, [0.5, 0.95, 0.97, 1.0]) == 0.5
    assert recall_of_strangers(ours, []) is None


def test_calibration_is_the_distance_between_sureness_and_truth() -> None:
    assert calibration_error([(0.75, True), (0.75, False), (0.95, True), (0.95, True)]) == pytest.approx(0.15)


def test_lists_are_judged_value_by_value() -> None:
    assert named({"color": "red", "colors": ["red", "blue"], "quantity": 2}, ["color", "quantity"]) == {
        ("color", "red"),
        ("color", "blue"),
        ("quantity", "2"),
    }


def test_precision_and_recall_of_what_is_named() -> None:
    found = entity_figures(
        [
            ({"color": "red", "size": "M"}, {"color": "red", "size": "L", "detail": "length"}),
            ({"height_cm": 163}, {"height_cm": 162.56}),
            ({}, {"color": "gold"}),
        ]
    )
    assert (found["precision"], found["recall"]) == (2 / 4, 2 / 3)
    assert found["by_kind"]["height_cm"]["f1"] == 1.0
    assert found["by_kind"]["size"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "named": 1}


def test_the_engine_learns_any_set_and_tells_strangers_apart() -> None:
    train = [(f"play {name} by {who}", "music") for name in ("song", "tune", "hit") for who in ("abba", "queen", "u2")]
    train += [
        (f"book a table at {place} for {count}", "dinner") for place in ("joes", "ritz", "sushi") for count in "234"
    ]
    test = [("play something by prince", "music"), ("table for 5 at joes", "dinner"), ("zzz qqq xxx", "oos")]
    found = trained_on(train, test)
    assert (found["accuracy"], found["macro_f1"]) == (1.0, 1.0)
    assert found["oos_recall_at_3_percent_false_alarms"] == 1.0


@pytest.mark.parametrize("path", frozen().values(), ids=lambda path: path.name)
def test_a_frozen_set_is_large_and_holds_every_intent(path: Path) -> None:
    rows = read(path)
    counts = {label: sum(own == label for _, own in rows) for _, label in rows}
    assert len({text.lower() for text, _ in rows}) == len(rows) >= 290
    assert len(counts) == 30
    assert min(counts.values()) >= 10, counts


@pytest.mark.parametrize("path", entity_sets().values(), ids=lambda path: path.name)
def test_entities_are_named_as_the_understand_command_names_them(path: Path) -> None:
    known = {
        "category", "color", "size", "quantity", "price_min", "price_max", "occasion", "material", "order_number",
        "height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm", "coupon", "ordinal", "audience", "not_color",
        "not_material", "language", "fit", "size_system", "categories", "colors", "sizes", "occasions", "materials",
        "not_colors", "not_materials", "fits", "detail", "details",
    }  # fmt: skip
    assert not {name for _, entities in read_entities(path) for name in entities} - known


def test_rows_labelled_strange_are_learnt_but_never_guessed(tmp_path: Path) -> None:
    known = [("how much is it", "price"), ("what size am i", "size")] * 12
    strange = [("who won the match", "oos"), ("tell me a joke", "oos")] * 12
    found = trained_on([*known, *strange], [("how much", "price"), ("my size", "size"), ("the match", "oos")])
    assert (found["accuracy"], found["oos_recall_at_3_percent_false_alarms"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("a\tb\n1\t2\n", "has no column 'text'"),
        ("text\tlabel\n", "holds no message"),
        ("text\tlabel\nhello\tgreeting\nalone\n", "in line 3"),
    ],
)
def test_a_file_that_is_no_set_is_refused_with_what_is_wrong(
    content: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "set.tsv"
    if content is not None:
        path.write_text(content, "utf-8")
    monkeypatch.setattr("sys.argv", ["understanding", "--file", str(path)])
    with pytest.raises(SystemExit):
        main()
    assert said in capsys.readouterr().err


def test_the_usual_label_of_strange_messages_is_ours_too() -> None:
    figures = measured([("who won the cricket match", "oos"), ("hello", "greeting")], Understander.load())
    assert figures["accuracy"] == 1.0
