import pytest

from leadnurturebot.domain.consent_language import stop_languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("BAJA", ("es",)), ("sair", ("pt",)), ("SAIR por favor", ("pt",)), ("PARAR", ("es", "pt")), ("berhenti", ("id",)),
        ("band karo", ("hi",)), ("बंद करो", ("hi",)), ("message mat bhejo", ("hi",)), ("STOP", ()), ("stop please", ()),
        ("unsubscribe", ("en",)), ("no me escriban más", ("es",)), ("não me mande mais mensagens", ("pt",)),
        ("déjenme en paz", ("es",)), ("jangan chat saya lagi", ("id",)), ("stop mensajes", ("es",)), ("stop mensagens", ("pt",)),
    ],
)  # fmt: skip
def test_a_stop_word_tells_its_language(text: str, languages: tuple[str, ...]) -> None:
    assert stop_languages(text) == languages
