import pytest

from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.domain import local_words
from leadnurturebot.domain.garment_terms import color_fit, plain_materials
from leadnurturebot.domain.local_words import base_color, base_fabric


@pytest.mark.parametrize(
    ("label", "base"),
    [
        ("Negro", "black"),
        ("Marrón", "brown"),
        ("azul-marinho", "navy"),
        ("merah muda", "pink"),
        ("काला", "black"),
        ("rosa palo", "rosa palo"),
    ],
)
def test_a_label_is_known_by_its_colour(label: str, base: str) -> None:
    assert base_color(label) == base


def test_goods_labelled_in_another_language_meet_the_wish() -> None:
    assert color_fit("black", "Negra") == 1.0
    assert color_fit("blue", "azul marino") == 0.9
    assert plain_materials("lana") == {"wool"}
    assert base_fabric("Algodón") == "cotton"


def test_no_label_means_something_else_to_the_understanding() -> None:
    """A word that customers use for one colour may not be a label for another."""
    for table, kind in ((local_words._COLOR_OF, "colors"), (local_words._FABRIC_OF, "materials")):
        heard = {
            (word, base) for own in languages().values() for base, words in own.terms(kind).items() for word in words
        }
        known = {word for word, _ in heard}
        assert [pair for pair in table.items() if pair[0] in known and pair not in heard] == []
