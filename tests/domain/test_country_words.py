import pytest

from leadnurturebot.domain.country_words import country_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do you ship to Germany?", "DE"), ("shipping to the UK", "GB"), ("envío a España", "ES"), 
        ("mandais a espana?", "ES"), ("enviam para a alemanha?", "DE"), ("bisa kirim ke inggris?", "GB"), 
        ("क्या अमेरिका में भेजते हैं?", "US"), ("to new zealand", "NZ"),
        ("how much is shipping", ""), ("can you ship it to us", ""), ("in the indiana branch", ""),
    ],
)  # fmt: skip
def test_a_country_is_found_by_its_name(text: str, code: str) -> None:
    assert country_in(text) == code
