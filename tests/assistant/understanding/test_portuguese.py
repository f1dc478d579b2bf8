"""What Brazilian shoppers name, as they write it. Written down before it was tried."""

from dataclasses import fields
from typing import Any

import pytest

from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.entities import Context, entities, find_entities
from leadnurturebot.assistant.understanding.network import load
from leadnurturebot.assistant.understanding.tongue import language_of
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.domain.dialogue.understanding import Entities


def named(text: str) -> dict[str, Any]:
    found = entities(find_entities(text, Context("pt", "BRL", Speller(load().vocabulary))).spans)
    empty = Entities()
    names = [field.name for field in fields(Entities)]
    return {name: getattr(found, name) for name in names if getattr(found, name) != getattr(empty, name)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vestidos até 150 reais", {"categories": ("dress",), "price_max": 15000}),
        ("até uns 180", {"price_max": 18000}),
        ("R$ 1.299,90 no máximo", {"price_max": 129990}),
        ("até 2 mil", {"price_max": 200000}),
        ("uns 80 conto no máximo", {"price_max": 8000}),
        ("menos de mil", {"price_max": 100000}),
        ("entre 50 e 100 reais", {"price_min": 5000, "price_max": 10000}),
        ("acima de cento e cinquenta reais", {"price_min": 15000}),
        ("em 10 vezes", {}),
        ("entre 38 e 40", {"sizes": ("38", "40")}),
    ],
)
def test_money_is_read_in_reais(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("tem esse em PP?", ("XS",)),
        ("GG ou só até o G", ("XL", "L")),
        ("visto M e calço 37", ("M", "37")),
        ("no preto tem g?", ("L",)),
        ("tamanho 38 ou 40", ("38", "40")),
        ("G1 tem?", ("XXL",)),
        ("trinta e oito", ("38",)),
        ("tênis 39 branco", ("39",)),
        ("manda p mim", ()),
        ("vestido pra minha filha de 6 anos", ("6Y",)),
    ],
)
def test_sizes_are_those_of_brazilian_labels(text: str, sizes: tuple[str, ...]) -> None:
    assert named(text).get("sizes", ()) == sizes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tenho 1,65 e peso 60", {"height_cm": 165.0, "weight_kg": 60.0}),
        ("1.72m, 68kg", {"height_cm": 172.0, "weight_kg": 68.0}),
        ("um metro e sessenta", {"height_cm": 160.0}),
        ("tenho um e setenta", {"height_cm": 170.0}),
        ("minha cintura é 74 e quadril 102", {"waist_cm": 74.0, "hip_cm": 102.0}),
        ("tenho 150 reais", {"price_max": 15000}),
    ],
)
def test_measures_are_read_as_they_are_said(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("saia jeans azul claro", {"categories": ("skirt",), "materials": ("denim",), "colors": ("light blue",)}),
        ("calça jeans", {"categories": ("jeans",)}),
        ("casaco de lã cinza", {"categories": ("coat",), "materials": ("wool",), "colors": ("grey",)}),
        ("tem no preto", {"colors": ("black",)}),
        ("qualquer cor menos preto", {"not_colors": ("black",)}),
        ("preto não", {"not_colors": ("black",)}),
        ("tem preto não?", {"colors": ("black",)}),
        ("sem poliéster", {"not_materials": ("polyester",)}),
        ("o segundo", {"ordinal": 1}),
        ("chega segunda-feira?", {}),
        ("me manda 3 desse", {"quantity": 3}),
        ("bota no carrinho", {}),
        ("faz por 30?", {"price_max": 3_000}),
        ("tu tem esse?", {}),
        ("qual o preço", {}),
    ],
)
def test_words_mean_what_they_mean_in_brazil(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize("text", ["frete", "quanto fica", "vcs tem?", "obg", "tamanho", "cadê meu pedido", "não quero"])
def test_portuguese_is_told_by_a_word(text: str) -> None:
    assert language_of(tokens(readable(text), languages()["en"].spellings), "") == "pt"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quero finalizar a compra", "pt"), ("quanto tá a camiseta básica?", "pt"), ("M", "pt"),
        ("hello, is this in stock?", "en"), ("hola, hacen envíos?", "es"),
    ],
)  # fmt: skip
def test_a_first_message_that_shows_no_other_language_is_in_the_shops_own(text: str, code: str) -> None:
    assert language_of(tokens(readable(text), languages()["en"].spellings), "", "pt") == code
