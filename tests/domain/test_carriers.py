"""Carriers and what a shop gives of a parcel."""

import pytest

from leadnurturebot.domain.carriers import CARRIERS, Tracking, UnusableTracking, read_tracking


@pytest.mark.parametrize(
    ("carrier", "number", "url", "expected"),
    [
        ("usps", "9400 1000 0000 1234", "", Tracking("USPS", "9400100000001234", "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400100000001234")),
        ("usps", "", "", Tracking("USPS", "", "")),
        ("usps", "AB12", "https://t.example.com/AB12", Tracking("USPS", "AB12", "https://t.example.com/AB12")),
        ("Tia's bicycle", "rd-7781", "", Tracking("Tia's bicycle", "RD-7781", "")),
        ("", "", "", Tracking()),
    ],
)  # fmt: skip
def test_a_parcel_is_followed_where_it_can_be(carrier: str, number: str, url: str, expected: Tracking) -> None:
    assert read_tracking(carrier, number, url) == expected


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("abc", ""), ("1" * 41, ""), ("12 34/56", ""), ("", "http://t.example.com/1"), ("", "javascript:alert(1)"),
        ("", "https://"), ("", "https://usps.com@t.example.com/1"), ("", "https://t.example.com/a b"),
        ("", "https://t.example.com/" + "a" * 500), ("", "https://[t.example.com/"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused(number: str, url: str) -> None:
    with pytest.raises(UnusableTracking):
        read_tracking("usps", number, url)


def test_every_carriers_page_takes_the_number() -> None:
    assert all("1Z999" in read_tracking(slug, "1Z999", "").url for slug in CARRIERS)
