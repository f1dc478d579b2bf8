import pytest

from leadnurturebot.platform.phone_numbers import canonical, country_of, digits_of, display, is_bsuid, variants

BSUID = "MX.13491208655302741918"
SAME_PEOPLE = [
    ("5511987654321", "551187654321"),
    ("525512345678", "5215512345678"),
    ("5491123456789", "541123456789"),
]


@pytest.mark.parametrize(("today", "other"), SAME_PEOPLE)
def test_both_spellings_of_a_number_meet(today: str, other: str) -> None:
    assert canonical(other) == canonical(today) == today
    assert variants(other) == variants(today) == (today, other)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("+1 (212) 555-0123", "12125550123"),
        ("551133334444", "551133334444"),
        ("525512345", "525512345"),
        (BSUID, BSUID),
        ("US.ENT.1181", "US.ENT.1181"),
    ],
)
def test_what_has_one_spelling_has_one_form(typed: str, form: str) -> None:
    assert variants(typed) == (form,)


def test_nothing_has_no_form() -> None:
    assert (variants(""), country_of(""), display(""), digits_of(BSUID)) == ((), "", "", "")


@pytest.mark.parametrize(
    ("address", "yes"),
    [
        (BSUID, True),
        ("US.ENT.1181abc", True),
        ("us.1349", False),
        ("US.", False),
        ("US.12 34", False),
        ("5215512345678", False),
        (f"US.{'1' * 129}", False),
    ],
)
def test_a_business_scoped_id_is_known_by_its_shape(address: str, yes: bool) -> None:
    assert is_bsuid(address) is yes


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("5215512345678", "MX"),
        ("551187654321", "BR"),
        ("541123456789", "AR"),
        ("12125550123", "US"),
        ("14165550123", "CA"),
        ("18095550123", "DO"),
        ("15550783881", "US"),
        ("447400123456", "GB"),
        ("919812345678", "IN"),
        ("6281234567890", "ID"),
        (BSUID, "MX"),
        ("US.ENT.1181", "US"),
        ("0", ""),
        ("999123456789", ""),
        ("88213123456", ""),
    ],
)
def test_the_country_is_read_from_the_address(address: str, country: str) -> None:
    assert country_of(address) == country


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("5215512345678", "+52 55 1234 5678"),
        ("551187654321", "+55 11 98765-4321"),
        ("541123456789", "+54 9 11 2345-6789"),
        ("12125550123", "+1 212-555-0123"),
        ("999123456789", "+999123456789"),
        (BSUID, ""),
    ],
)
def test_a_number_is_shown_as_people_write_it(address: str, shown: str) -> None:
    assert display(address) == shown
