"""Wishes, words and typing habits come from the seed."""

import random
from pathlib import Path

import pytest

from simulator.main import main
from simulator.shoppers.goals import WISHES, draw_goal
from simulator.shoppers.keyboard import Keyboard, draw_keyboard
from simulator.shoppers.shop_window import NoWindow, Piece, ShopWindow, window_from_file
from simulator.shoppers.wording import NoSuchLanguage, Wording

PIECES = [
    Piece("Satin Slip Dress", "dress", "black", "M", 7200, 5),
    Piece("Satin Slip Dress", "dress", "black", "L", 7200, 5),
    Piece("Satin Slip Dress", "dress", "tan", "L", 7200, 5),
    Piece("Linen Shorts", "shorts", "sand", "S", 4200, 1),
    Piece("Linen Shorts", "shorts", "sand", "M", 4200, 0),
]
SILENT = Keyboard(0, 0, 0, 0, 0)


def test_the_same_seed_makes_the_same_choices() -> None:
    runs = [
        [(draw_goal(ShopWindow(PIECES), [], dice), draw_keyboard(dice)) for dice in map(random.Random, range(40))]
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert len({goal.wish for goal, _ in runs[0]}) > 5


def test_what_buyers_want_is_in_stock_and_what_is_wanted_is_counted() -> None:
    window = ShopWindow(PIECES)
    drawn = [window.draw(random.Random(seed)) for seed in range(12)]
    assert all(piece is None or piece.name == "Satin Slip Dress" for piece in drawn)
    assert sum(piece is not None for piece in drawn) == 12
    assert window.draw(random.Random(1)) is None
    sold_out = window.draw(random.Random(1), in_stock=False)
    assert sold_out == PIECES[4]


def test_a_change_is_one_of_size_or_colour() -> None:
    others = ShopWindow(PIECES).others(PIECES[0])
    assert others == [PIECES[1]]


def test_every_moment_of_every_wish_has_words() -> None:
    wording, dice = Wording("en"), random.Random(3)
    facts = {"name": "X", "size": "M", "color": "red", "a_kind": "a dress", "kinds": "dresses", "budget": "$9"}
    facts |= {"height": "170", "weight": "60", "other": "S", "title": "red, M", "nth": "second"}
    for moment in (
        *[f"open_{each}" for each in ("named", "described", "vague", "ad", "help", "complain")],
        "pay",
        "take",
    ):
        assert "{" not in wording.say(moment, dice, facts)
    assert sum(weight for _, weight, buys in WISHES if buys) > 90


def test_a_line_with_an_unknown_gap_is_not_drawn() -> None:
    wording = Wording("en")
    lines = {wording.say("take_named", random.Random(seed), {"name": "Satin Slip Dress"}) for seed in range(30)}
    assert all("size" not in line and "in  " not in line for line in lines)
    assert "so the Satin Slip Dress for me" in lines


@pytest.mark.parametrize(
    ("keyboard", "sent"),
    [
        (SILENT, ["Hello, the Satin Slip Dress please"]),
        (Keyboard(1, 0, 0, 0, 0), ["hello, the satin slip dress please"]),
        (Keyboard(0, 0, 1, 0, 0), ["Hello, the Satin Slip Dress pls"]),
        (Keyboard(0, 0, 0, 0, 1), ["Hello", "the Satin Slip Dress please"]),
    ],
)
def test_habits_change_what_is_sent(keyboard: Keyboard, sent: list[str]) -> None:
    habits = Wording("en").habits
    assert keyboard.type("Hello, the Satin Slip Dress please", frozenset(), habits, random.Random(1)) == sent


def test_slips_spare_what_the_wish_is_about() -> None:
    kept = frozenset({"satin", "slip", "dress"})
    [typed] = Keyboard(0, 1, 0, 0, 0).type("browsing Satin Slip Dress", kept, {}, random.Random(2))
    assert typed.endswith("Satin Slip Dress")
    assert not typed.startswith("browsing")


def test_a_language_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchLanguage, match="there are: en"):
        Wording("tlh")
    with pytest.raises(NoWindow, match="No such file"):
        window_from_file(tmp_path / "none.json")


def test_without_goods_the_command_ends_with_one_line(socket_enabled: None) -> None:
    with pytest.raises(SystemExit, match="leadnurturebot-simulator: "):
        main(["shoppers", "--simulator", "http://127.0.0.1:9", "--count", "1"])
