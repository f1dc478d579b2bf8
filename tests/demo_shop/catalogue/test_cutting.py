"""Garment measures from a body, a cut and a place in the row of sizes."""

import pytest

from leadnurturebot.demo_shop.catalogue.cutting import measures

BODY = {"chest": (90.0, 94.0), "waist": (74.0, 79.0), "hip": (96.0, 100.0)}


def test_a_regular_dress_leaves_some_room_and_grows_in_length() -> None:
    assert measures("dress", "regular", "none", BODY, {"length": "94 +1"}, 2) == {
        "chest": 96.0, "waist": 80.0, "hip": 116.0, "length": 96.0
    }  # fmt: skip


def test_a_stretching_top_is_cut_closer() -> None:
    plain = measures("top", "slim", "none", BODY, {}, 0)
    stretching = measures("top", "slim", "high", BODY, {}, 0)
    assert {name: plain[name] - stretching[name] for name in plain} == {"chest": 6, "waist": 6, "hip": 6}


def test_trousers_have_no_chest() -> None:
    assert "chest" not in measures("trousers", "loose", "none", BODY, {}, 0)


def test_a_shoe_takes_the_longest_foot_of_its_size() -> None:
    assert measures("shoes", "regular", "", {"foot_length": (23.2, 23.8)}, {}, 0) == {"foot_length": 23.8}


def test_an_unknown_fit_is_refused() -> None:
    with pytest.raises(KeyError):
        measures("dress", "", "none", BODY, {}, 0)
