import pytest

from leadnurturebot.domain.dialogue.actions import Action, build, parse


def test_an_action_comes_back_as_it_was_built() -> None:
    assert parse(build("add", variant=123, argument="2")) == Action("add", variant_code=123, argument="2")
    assert parse(build("see", product=45)) == Action("see", product_code=45)
    assert parse(build("pay", argument="cash_on_delivery")) == Action("pay", argument="cash_on_delivery")
    assert parse(build("look")) == Action("look")


def test_the_longest_id_fits_a_carousel() -> None:
    assert len(build("pay", argument="cash_on_delivery")) == 20


@pytest.mark.parametrize("argument", ["a" * 30, "two words", "é"])
def test_what_would_not_come_back_is_a_mistake_of_the_program(argument: str) -> None:
    with pytest.raises(ValueError, match="is no action id"):
        build("add", argument=argument)


@pytest.mark.parametrize("text", ["", "ADD:v1", "add v1", "https://example.com", "add:v1:2:3", "add:v1; drop"])
def test_a_foreign_id_is_nobodys_action(text: str) -> None:
    assert parse(text) is None
