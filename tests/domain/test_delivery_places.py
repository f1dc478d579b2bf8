import pytest

from leadnurturebot.domain.delivery_places import (
    SentPlace,
    joined_notes,
    parcel_text,
    read_place,
    recipient_note,
    split_parcel,
)


def test_a_place_is_one_line_for_the_courier() -> None:
    assert SentPlace(40.4154321, -3.7074).note == "📍 40.41543, -3.70740"
    assert SentPlace(40.4154321, -3.7074, "Casa Lucía").note == "📍 40.41543, -3.70740 (Casa Lucía)"


@pytest.mark.parametrize("content", [
    {}, {"latitude": 1.0}, {"latitude": "north", "longitude": 2}, {"latitude": 91, "longitude": 0},
    {"latitude": 0, "longitude": -181}, {"latitude": None, "longitude": None}, {"latitude": "nan", "longitude": 0},
])  # fmt: skip
def test_what_is_no_point_is_no_place(content: dict[str, object]) -> None:
    assert read_place(content) is None


def test_names_and_addresses_become_one_line() -> None:
    place = read_place({"latitude": "1.5", "longitude": 2, "name": " Casa\nLucía ", "address": None})
    assert place == SentPlace(1.5, 2.0, "Casa Lucía", "")


def test_a_parcel_is_taken_apart_as_it_was_put_together() -> None:
    note = joined_notes(SentPlace(1, 2, "Pier").note, recipient_note("Asha Rao", "", "98100"))
    text = parcel_text("5 Beach Street, New York", note)
    assert text == "5 Beach Street, New York\n📍 1.00000, 2.00000 (Pier)\n👤 Asha Rao, 98100"
    assert split_parcel(text) == ("5 Beach Street, New York", note)


def test_the_lines_of_a_payment_page_become_one() -> None:
    assert split_parcel("Emma Wilson\n1 High St\n\nLondon") == ("Emma Wilson, 1 High St, London", "")
    assert split_parcel("") == ("", "")


def test_a_note_without_an_address_is_no_parcel() -> None:
    assert parcel_text("", "📍 1, 2") == ""
    assert recipient_note("", " ") == ""
