import pytest

from leadnurturebot.domain.language_tags import base_language, spoken_tag, written_tag


@pytest.mark.parametrize(
    ("language", "text", "before", "tag"),
    [
        ("es", "hola", "", "es"),
        ("hi", "ye kitne ka hai", "", "hi-Latn"),
        ("hi", "ये कितने का है", "", "hi"),
        ("hi", "यह dress कितने की है", "hi-Latn", "hi"),
        ("hi", "haan", "en", "hi-Latn"),
        ("hi", "OK", "hi", "hi"),
        ("hi", "size M", "hi", "hi"),
        ("hi", "M", "hi-Latn", "hi-Latn"),
        ("hi", "ye kitne ka hai", "hi", "hi-Latn"),
        ("hi", "👍", "", "hi"),
    ],
)
def test_a_message_is_answered_in_its_own_script(language: str, text: str, before: str, tag: str) -> None:
    assert written_tag(language, text, before) == tag


def test_a_script_without_texts_is_answered_in_the_other() -> None:
    assert spoken_tag("hi-Latn", ("en", "hi")) == "hi"
    assert spoken_tag("hi", ("en", "hi", "hi-Latn")) == "hi"
    assert spoken_tag("de", ("en", "hi")) == ""
    assert spoken_tag("", ("en",)) == ""


def test_a_tag_is_of_a_language() -> None:
    assert (base_language("hi-Latn"), base_language("pt")) == ("hi", "pt")
