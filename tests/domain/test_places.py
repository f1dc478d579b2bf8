import pytest

from leadnurturebot.domain.city_words import spelled
from leadnurturebot.domain.places import Place, place_in, place_of
from leadnurturebot.domain.us_states import state_of_zip


@pytest.mark.parametrize(
    ("text", "home", "living", "place"),
    [
        ("48 Larkspur Lane, Brooklyn, NY 11211", "US", "US", Place("US", "ny", "11211", "brooklyn")),
        ("48 Larkspur Lane, Brooklyn 11211", "US", "", Place("US", "ny", "11211", "brooklyn")),
        ("Calle Mayor 5, 28001 Madrid", "US", "US", Place("ES", "", "28001", "madrid")),
        ("Calle Mayor 5, 28001 Madrid, Spain", "US", "US", Place("ES", "", "28001", "madrid")),
        ("Rua das Flores, 12, São Paulo, SP, 04538-132", "BR", "BR", Place("BR", "sp", "04538132", "sao paulo")),
        ("12 Main Street, Springfield, IL 62704", "US", "ES", Place("US", "il", "62704", "springfield")),
        ("B-12 Lajpat Nagar, Delhi 110024", "IN", "IN", Place("IN", "", "110024", "delhi")),
    ],
)
def test_where_an_address_is(text: str, home: str, living: str, place: Place) -> None:
    assert place_of(text, home=home, living=living) == place


@pytest.mark.parametrize(
    ("text", "home", "place"),
    [
        ("¿Cuánto cuesta el envío a Sevilla?", "ES", Place("ES", "", "", "sevilla")),
        ("quanto fica o frete pro CEP 04538-132?", "BR", Place("BR", "", "04538132", "")),
        ("ongkir ke Bandung berapa ya", "ID", Place("ID", "", "", "bandung")),
        ("do you ship to Canada?", "US", Place("CA")),
        ("how much is shipping to California", "US", Place("US", "ca")),
        ("shipping to 10001?", "US", Place("US", "ny", "10001")),
        ("do you ship to Toronto", "US", Place("CA", "", "", "toronto")),
        ("दिल्ली में डिलीवरी कितने की है", "IN", Place("IN", "", "", "दिल्ली")),
        ("do you ship to Gotham?", "US", None),
        ("how much is shipping?", "US", None),
    ],
)
def test_the_place_that_a_question_names(text: str, home: str, place: Place | None) -> None:
    assert place_in(text, home=home) == place


def test_a_town_that_two_countries_have_is_the_shops_own() -> None:
    assert place_in("envío a Guadalajara", home="MX") == Place("MX", city="guadalajara")
    assert place_in("envío a Guadalajara", home="ES") == Place("ES", city="guadalajara")


def test_a_place_of_the_shops_own_rules_is_known() -> None:
    own = {"la gomera": Place("ES", city="la gomera")}
    assert place_in("enviáis a La Gomera?", home="ES", own=own) == Place("ES", city="la gomera")


def test_a_zip_code_tells_its_state() -> None:
    codes = ("00501", "06390", "10001", "20001", "20101", "55901", "73301", "88510", "94103", "99501", "00000", "34001")
    assert [state_of_zip(code) for code in codes] == [
        "NY",
        "CT",
        "NY",
        "DC",
        "VA",
        "MN",
        "TX",
        "TX",
        "CA",
        "AK",
        "",
        "",
    ]


def test_a_known_town_lies_where_its_postcodes_begin() -> None:
    assert Place("ES", city="sevilla").begins == "41"
    assert place_in("do you ship to Chicago", home="US") == Place("US", "il", "", "chicago")
    assert spelled("sao paulo", "BR") == "São Paulo"
    assert spelled("rio de janeiro", "BR") == "Rio de Janeiro"
