"""Which language a message is in: of one word, of a shared word, in a thread that has a language."""

from random import Random

import pytest

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding import lettering
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.letter_training import Course, fit_letters, lessons, words_in
from leadnurturebot.assistant.understanding.tongue import language_of


def told(text: str, sticky: str = "", home: str = "") -> str:
    return language_of(tokens(readable(text), languages()[BASE].spellings), sticky, home)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hola", "es"), ("talla", "es"), ("tienen", "es"), ("rojo", "es"), ("¿hay?", "es"), ("botas negras del 25", "es"),
        ("oi", "pt"), ("vermelho", "pt"), ("tamanho", "pt"), ("vcs tem", "pt"), ("regatas coloridas", "pt"), ("não", "pt"),
        ("kitna", "hi"), ("लाल", "hi"), ("chahiye", "hi"), ("harga", "id"), ("brp", "id"), ("makasih", "id"),
        ("dress", "en"), ("thanks", "en"), ("how much", "en"),
    ],
)  # fmt: skip
def test_a_word_or_two_tell_the_language(text: str, code: str) -> None:
    assert told(text) == code


@pytest.mark.parametrize(("shop", "code"), [("es", "es"), ("pt", "pt")])
def test_the_shops_language_tips_the_scale_for_a_word_that_two_share(shop: str, code: str) -> None:
    assert told("azul claro", home=shop) == code


@pytest.mark.parametrize("text", ["XL", "hola", "azul", "Ribbed Tank Top", "42", "👍", "ok", "M ya L?"])
@pytest.mark.parametrize("thread", ["en", "pt", "id"])
def test_single_words_names_and_signs_stay_in_the_threads_language(text: str, thread: str) -> None:
    assert told(text, sticky=thread) == thread


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cuánto cuesta el envío", "es"),
        ("vocês têm esse em preto", "pt"),
        ("ye wala kitne ka hai", "hi"),
        ("ini masih ada kak", "id"),
    ],
)
def test_a_clear_message_in_another_language_is_heard_in_a_thread(text: str, code: str) -> None:
    assert told(text, sticky="en") == code


def test_nothing_to_read_is_the_threads_else_the_shops_else_english() -> None:
    assert [told("😍", sticky="hi", home="es"), told("😍", home="es"), told("😍")] == ["hi", "es", "en"]


def test_letters_are_learnt_from_words_and_say_how_likely_each_language_is() -> None:
    texts = [("quanto custa o vestido", "pt"), ("cuanto cuesta el vestido", "es")] * 20
    found = fit_letters([row for row in lessons(texts, Random(1)) if row[1] in ("es", "pt")], Course(rounds=2))
    shares = found.likeliness(words_in("cuanto"))
    assert shares["es"] > shares["pt"]
    assert lettering.load().languages == ("en", "es", "hi", "id", "pt")
