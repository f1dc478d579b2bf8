import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.addresses import Address, parse_address, read_address


@pytest.mark.parametrize(
    ("country", "text", "street", "city", "region", "postcode"),
    [
        ("US", "12 Main Street, Springfield, IL 62704", "12 Main Street", "Springfield", "IL", "62704"),
        ("US", "12 Main Street Springfield IL 62704-1234", "12 Main Street", "Springfield", "IL", "62704-1234"),
        ("US", "350 5th Ave Apt 4B\nNew York, NY 10118", "350 5th Ave Apt 4B", "New York", "NY", "10118"),
        ("US", "10118 Ocean Drive, Miami, FL 33139", "10118 Ocean Drive", "Miami", "FL", "33139"),
        ("ES", "Calle Mayor 5, 3º B, 28013 Madrid", "Calle Mayor 5, 3º B", "Madrid", "", "28013"),
        ("ES", "calle sierpes 12 sevilla 41004", "calle sierpes 12", "sevilla", "", "41004"),
        ("MX", "Av. Reforma 222, Juárez, CDMX, C.P. 06600", "Av. Reforma 222, Juárez", "CDMX", "", "06600"),
        (
            "BR",
            "Rua Augusta 1500, ap 32, São Paulo - SP, 01304-001",
            "Rua Augusta 1500, ap 32",
            "São Paulo",
            "SP",
            "01304-001",
        ),
        ("BR", "Rua das Flores, 45, Curitiba/PR CEP 80010120", "Rua das Flores, 45", "Curitiba", "PR", "80010120"),
        ("IN", "B-12 Lajpat Nagar, Delhi 110024", "B-12 Lajpat Nagar", "Delhi", "", "110024"),
        ("IN", "flat 4, MG Road, Pune, pin code 411 001", "flat 4, MG Road", "Pune", "", "411 001"),
        ("ID", "Jl. Melati No. 8, Bandung 40115", "Jl. Melati No. 8", "Bandung", "", "40115"),
        ("ID", "jl melati no 8 bandung 40115", "jl melati no 8", "bandung", "", "40115"),
        ("GB", "1 High Street, London SW1A 1AA", "1 High Street", "London", "", "SW1A 1AA"),
    ],
)
def test_the_parts_are_found(country: str, text: str, street: str, city: str, region: str, postcode: str) -> None:
    expected = Address(street=street, city=city, region=region, postcode=postcode, country=country)
    assert parse_address(text, country) == expected


@pytest.mark.parametrize(
    ("country", "text", "missing"),
    [
        ("US", "12 Main Street", ("city", "postcode")),
        ("US", "12 Main Street, Springfield", ("postcode",)),
        ("ES", "Calle Mayor 5, 28013", ("city",)),
        ("ES", "28013 Madrid", ("street",)),
        ("BR", "São Paulo, SP", ("street", "postcode")),
        ("IN", "B-12 Lajpat Nagar, Delhi", ("postcode",)),
        ("IN", "near Shiv mandir, Ajmer 305001", ()),
        ("ID", "Jl. Melati No. 8, Bandung", ("postcode",)),
        ("ID", "bandung", ("street", "postcode")),
    ],
)
def test_what_is_missing_is_told(country: str, text: str, missing: tuple[str, ...]) -> None:
    assert parse_address(text, country).missing == missing


def test_a_country_that_is_named_decides_how_it_is_read() -> None:
    found = parse_address("Calle Mayor 5, 28013 Madrid, España", "US")
    assert (found.country, found.city, found.postcode) == ("ES", "Madrid", "28013")


def test_a_foreign_phone_may_give_an_address_in_the_shops_country() -> None:
    found = read_address("12 Main Street, Springfield, IL 62704", ["GB", "US"])
    assert (found.country, found.missing) == ("US", ())


def test_a_part_that_comes_later_completes_the_first() -> None:
    assert parse_address("12 Main Street, Springfield IL 62704", "US").missing == ()


@given(st.text(max_size=200), st.sampled_from(["US", "ES", "BR", "IN", "ID", "MX", "GB", "DE", "SE", ""]))
def test_whatever_is_written_is_read_without_a_fall(text: str, country: str) -> None:
    found = parse_address(text, country)
    assert set(found.missing) <= {"street", "city", "postcode"}
