import pytest

from leadnurturebot.domain.north_american_numbers import is_us_recipient

EXAMPLES = [
    ("12125550123", True, "New York"),
    ("+1 (415) 555-0123", True, "San Francisco"),
    ("17875550123", True, "Puerto Rico"),
    ("14165550123", False, "Toronto"),
    ("18765550123", False, "Jamaica"),
    ("18095550123", False, "Dominican Republic"),
    ("14415550123", False, "Bermuda"),
    ("5215512345678", False, "Mexico"),
    ("447911123456", False, "United Kingdom"),
    ("US.13491208655302741918", True, "business-scoped id"),
    ("US.ENT.1181", True, "parent business-scoped id"),
    ("MX.1349", False, "business-scoped id whose digits start with 1"),
    ("CA.1212", False, "Canadian business-scoped id"),
    ("", False, "nothing known"),
]


@pytest.mark.parametrize(("address", "is_us", "place"), EXAMPLES)
def test_only_the_united_states_count(address: str, is_us: bool, place: str) -> None:
    assert is_us_recipient(address) is is_us, place
