import pytest

from leadnurturebot.domain.product_references import ProductReference, found_in, new_code, without, written

REFERENCE = ProductReference(45, "K7Q2MA")


def test_what_was_written_is_found_again_and_taken_out() -> None:
    text = f"Hi! I'd like to know more about the Sage Wrap Dress. {written(REFERENCE)}"
    assert found_in(text) == REFERENCE
    assert without(text) == "Hi! I'd like to know more about the Sage Wrap Dress."


def test_the_customer_may_write_on_behind_it() -> None:
    text = "More about the Sage Wrap Dress (ref: P45-K7Q2MA) is M there?"
    assert found_in(text) == REFERENCE
    assert without(text) == "More about the Sage Wrap Dress is M there?"


@pytest.mark.parametrize(
    "text", ["Hi (ref: K7Q2)", "Hi (ref: P45)", "I prefer P45-K7Q2MA", "(ref: P45-K7Q)", "(ref: P9999999999-K7Q2MA)"]
)
def test_other_codes_are_none_of_ours(text: str) -> None:
    assert found_in(text) is None
    assert without(text) == text


def test_a_code_is_six_letters_that_nobody_mixes_up() -> None:
    code = new_code()
    assert len(code) == 6
    assert not set(code) & set("01IO")
    assert found_in(written(ProductReference(1, code))) == ProductReference(1, code)
