"""What a screen shows of a number."""

import pytest

from leadnurturebot.leads.phone_display import masked, timezone_of
from leadnurturebot.leads.queries import initials


@pytest.mark.parametrize(
    ("address", "shown", "zone"),
    [
        ("447400123118", "+44 •••• 118", "Europe/London"),
        ("34612345678", "+34 •••• 678", "Europe/Madrid"),
        ("12125551234", "+1 •••• 234", "America/New_York"),
        ("15551230001", "+1 •••• 001", ""),
        ("5511987654321", "+55 •••• 321", "America/Sao_Paulo"),
        ("GB.1349", "", ""),
        ("", "", ""),
    ],
)
def test_a_number_is_masked_and_tells_its_time(address: str, shown: str, zone: str) -> None:
    assert (masked(address), timezone_of(address)) == (shown, zone)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Emma Wilson", "EW"), ("Ana Beatriz Lima", "AL"), ("@noor.k", ""), ("Priya", "P"), ("", ""), ("रिया शर्मा", "रश")],
)
def test_initials_are_those_of_the_first_and_last_word(name: str, expected: str) -> None:
    assert initials(name) == expected
