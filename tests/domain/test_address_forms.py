import json

import pytest

from leadnurturebot.domain.address_forms import FormAddress, has_form, prefilled, read_form

ASHA = {"name": "Asha Rao", "phone_number": "98100", "house_number": " B-12 ", "building_name": "Rose Villa",
        "address": "Lajpat  Nagar", "landmark_area": "near the park", "city": "Delhi", "state": "Delhi",
        "in_pin_code": "110024"}  # fmt: skip


def read(**values: object) -> FormAddress | None:
    return read_form(json.dumps({"values": values}))


def test_the_fields_are_read_in_the_order_of_a_label() -> None:
    found = read(**ASHA)
    assert found is not None
    assert found.address == "B-12, Rose Villa, Lajpat Nagar, near the park, Delhi 110024"
    assert found.note == "👤 Asha Rao, 98100"


@pytest.mark.parametrize(("country", "customer", "has"), [
    ("IN", "IN", True), ("IN", "US", False), ("US", "IN", False), ("SG", "SG", False), ("ES", "ES", False), ("", "", False),
])  # fmt: skip
def test_the_form_is_for_indian_shops_and_numbers(country: str, customer: str, has: bool) -> None:
    assert has_form(country, customer) is has


@pytest.mark.parametrize(
    ("pin", "bad"), [("110024", False), ("110 024", False), ("010024", True), ("11002", True), ("", True)]
)
def test_a_pin_code_has_six_digits_and_no_zero_in_front(pin: str, bad: bool) -> None:
    found = read(**{**ASHA, "in_pin_code": pin})
    assert found is not None
    assert found.has_bad_pin is bad


@pytest.mark.parametrize("response", ["", "{}", "[]", "not json", '{"values": 3}', '{"flow_token": "t", "size": "M"}'])
def test_another_answer_is_no_address(response: str) -> None:
    assert read_form(response) is None


def test_a_name_alone_is_no_address() -> None:
    assert read(name="Asha", phone_number="98100") is None


def test_values_may_stand_bare_and_unknown_fields_are_left_out() -> None:
    found = read_form(json.dumps({"address": "1 MG Road", "city": "Pune", "planet": "Earth", "state": None}))
    assert found == FormAddress(values={"address": "1 MG Road", "city": "Pune"})


def test_a_field_of_a_novel_is_cut() -> None:
    found = read(address="x" * 5000)
    assert found is not None
    assert len(found.address) == 200


def test_a_kept_address_fills_the_form() -> None:
    assert prefilled("B-12, Lajpat Nagar, Delhi 110024", "Asha Rao") == {
        "name": "Asha Rao", "address": "B-12, Lajpat Nagar", "city": "Delhi", "in_pin_code": "110024",
    }  # fmt: skip
    assert prefilled("", "") == {}
