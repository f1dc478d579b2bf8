"""The figures of `benchmarks.recommendations`, and the files it reads."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.recommendations import main
from benchmarks.suggesting.figures import intervals, scores
from benchmarks.suggesting.holding_out import hold_out, learned_of
from benchmarks.suggesting.transactions import Transactions, UnreadableFile, read_transactions


def rows(*deeds: tuple[int, int, float]) -> Transactions:
    customers, items, times = zip(*deeds, strict=True)
    return Transactions(np.array(customers, np.int32), np.array(items, np.int32), np.array(times, np.float64), ())


def written(folder: Path, text: str) -> Path:
    path = folder / "sales.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_hit_counts_by_its_place() -> None:
    assert scores([7, 8, 9], 7) == (1.0, 1.0, 1.0)
    assert scores([1, 2, 3, 4, 5, 7], 7) == (0.0, 1.0, 1 / np.log2(7))
    assert scores(list(range(20)), 15) == (0.0, 0.0, 0.0)


def test_the_interval_holds_the_mean_and_narrows_with_customers() -> None:
    few, many = np.tile([[0.0], [1.0]], (10, 1)), np.tile([[0.0], [1.0]], (1000, 1))
    (low,), (high,) = intervals(few, seed=1)
    (lower,), (upper,) = intervals(many, seed=1)
    assert low < 0.5 < high
    assert upper - lower < (high - low) / 5


def test_the_last_new_product_is_hidden_with_every_trace_of_it() -> None:
    split = hold_out(rows((1, 5, 1.0), (1, 6, 2.0), (1, 5, 3.0), (2, 6, 4.0)), seed=1, most=10)
    assert (split.judged.tolist(), split.hidden.tolist(), split.possible) == ([1], [6], 1)
    assert list(zip(split.customers.tolist(), split.items.tolist(), strict=True)) == [(1, 5), (1, 5), (2, 6)]


def test_where_looks_are_known_an_order_is_hidden() -> None:
    deeds = rows((1, 5, 1.0), (1, 6, 2.0), (1, 6, 3.0), (1, 7, 4.0))
    split = hold_out(deeds, seed=1, most=10, is_order=np.array([False, False, True, False]))
    assert (split.hidden.tolist(), split.items.tolist()) == ([6], [5, 7])


def test_a_young_shop_knows_the_first_customers_alone() -> None:
    split = hold_out(rows((1, 5, 1.0), (1, 6, 2.0), (2, 6, 4.0), (2, 7, 5.0)), seed=1, most=10)
    young = learned_of(split, 2)
    assert (young.items.tolist(), young.judged.tolist()) == ([5], [1, 2])


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("InvoiceNo,StockCode,Quantity,InvoiceDate,CustomerID\n1,A,2,12/1/2010 8:26,9\n1,B,1,12/13/2010 8:26,9\n",
         [1291191960.0, 1292228760.0]),
        ("t_dat,customer_id,article_id\n2018-09-20,9,A\n2018-09-21,9,B\n", [1537401600.0, 1537488000.0]),
        ("user;item;date\n9;A;31/12/2025\n9;B;01/02/2026\n", [1767139200.0, 1769904000.0]),
        ("Customer ID\tProduct ID\tTimestamp\n9\tA\t10\n9\tB\t20\n", [10.0, 20.0]),
    ],
)  # fmt: skip
def test_columns_and_times_are_recognised(tmp_path: Path, text: str, times: list[float]) -> None:
    found = read_transactions(written(tmp_path, text))
    assert (found.times.tolist(), found.items.tolist(), found.names) == (times, [0, 1], ("A", "B"))


def test_what_was_taken_back_or_has_no_customer_is_skipped_and_counted(tmp_path: Path) -> None:
    text = "customer_id,item_id,date,quantity\n9,A,2026-01-01,1\n,A,2026-01-01,1\n9,B,2026-01-02,-1\n9,C,soon,1\n9\n"
    found = read_transactions(written(tmp_path, text))
    assert (len(found.items), found.skipped, found.was_cut) == (1, 4, False)


def test_no_more_rows_are_read_than_asked_for(tmp_path: Path) -> None:
    text = "customer_id,item_id,date\n" + "9,A,2026-01-01\n" * 5
    found = read_transactions(written(tmp_path, text), most=3)
    assert (len(found.items), found.was_cut) == (3, True)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a,b\n1,2\n", "no column for customer, item, time among: a, b"),
        ("", "no column for customer, item, time among: nothing"),
        ("customer_id,item_id,date\n9,A,never\n", "none of 1 rows"),
    ],
)
def test_a_file_without_transactions_is_refused_plainly(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(UnreadableFile, match=error):
        read_transactions(written(tmp_path, text))


def test_a_file_that_is_not_there_ends_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"cannot judge: .*No such file"):
        main(["--file", str(tmp_path / "none.csv")])


def test_what_is_bought_together_beats_what_sells_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twelve outfits of three; everybody buys one whole, in another order. Whoever has two is shown the third."""
    lines = [
        f"{outfit}-{person},{outfit}{(person + piece) % 3},{10 * person + piece}"
        for outfit in range(12) for person in range(10) for piece in range(3)
    ]  # fmt: skip
    main(["--json", "--file", str(written(tmp_path, "\n".join(["customer,item,time", *lines])))])
    found = json.loads(capsys.readouterr().out)
    assert (found["rows"], found["customers"], found["products"]) == (360, 120, 36)
    assert list(found["ways"]) == ["ours", "together", "popularity", "random"]
    assert found["ways"]["ours"]["hit@5"]["mean"] == 1.0
    assert found["ways"]["popularity"]["hit@5"]["mean"] < 0.5
