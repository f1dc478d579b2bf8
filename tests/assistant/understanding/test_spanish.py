"""What is named in a Spanish message, from several countries, written down before it was tried."""

from dataclasses import fields
from typing import Any

import pytest

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.entities import Context, entities, find_entities
from leadnurturebot.assistant.understanding.tongue import language_of
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.domain.dialogue.understanding import Entities

_FIELDS = tuple(field.name for field in fields(Entities))


def named(text: str) -> dict[str, Any]:
    found = entities(find_entities(text, Context("es", "MXN", Speller(frozenset()))).spans)
    empty = Entities()
    return {name: getattr(found, name) for name in _FIELDS if getattr(found, name) != getattr(empty, name)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hasta mil quinientos", {"price_max": 150000}),
        ("máximo 2 mil 500", {"price_max": 250000}),
        ("hasta 1,500", {"price_max": 150000}),
        ("menos de mil pesos", {"price_max": 100000}),
        ("entre 200 y 400 pesos", {"price_min": 20000, "price_max": 40000}),
        ("de 300 a 500 pesos", {"price_min": 30000, "price_max": 50000}),
        ("no más de 500 varos", {"price_max": 50000}),
        ("arriba de 20 lucas", {"price_min": 2000000}),
        ("estoy entre 38 y 40", {"sizes": ("38", "40")}),
        ("llega en 3 días", {}),
    ],
)
def test_prices_are_told_from_sizes_and_days(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mido uno sesenta y cinco y peso cincuenta y ocho", {"height_cm": 165.0, "weight_kg": 58.0}),
        ("1,72 m y 80 kilos", {"height_cm": 172.0, "weight_kg": 80.0}),
        ("un metro setenta", {"height_cm": 170.0}),
        ("tengo 92 de busto y 70 de cintura", {"bust_cm": 92.0, "waist_cm": 70.0}),
        ("cadera 100", {"hip_cm": 100.0}),
        ("peso 140 libras", {"weight_kg": 63.5}),
    ],
)
def test_measures_are_read_as_they_are_said(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("talla CH", ("S",)),
        ("una EG", ("XL",)),
        ("la chica o la mediana", ("S", "M")),
        ("del 25.5", ("25.5",)),
        ("talle 40", ("40",)),
        ("talla treinta y ocho", ("38",)),
        ("ropa para mi hijo de 5 años", ("5Y",)),
        ("me quedó chico", ()),
        ("hola chicas", ()),
        ("me queda muy grande", ()),
    ],
)
def test_sizes_are_told_from_words_that_look_like_them(text: str, sizes: tuple[str, ...]) -> None:
    assert named(text).get("sizes", ()) == sizes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("remera blanca", {"categories": ("t-shirt",), "colors": ("white",)}),
        ("pollera verde militar", {"categories": ("skirt",), "colors": ("olive",)}),
        ("campera de cuero", {"categories": ("jacket",), "materials": ("leather",)}),
        ("championes negros", {"categories": ("sneakers",), "colors": ("black",)}),
        ("un vestdo rojo", {"categories": ("dress",), "colors": ("red",)}),
        ("el rojo no, el azul", {"not_colors": ("red",), "colors": ("blue",)}),
        ("cualquiera menos amarillo", {"not_colors": ("yellow",)}),
        ("que no sea de poliéster", {"not_materials": ("polyester",)}),
        ("no me gusta el rosa ni el lila", {"not_colors": ("pink", "lilac")}),
        ("está tan caro", {}),
        ("me vino roto", {}),
        ("falta una pieza", {}),
        ("ya tenías uno", {}),
        ("ocupo 5 playeras negras", {"quantity": 5, "categories": ("t-shirt",), "colors": ("black",)}),
        ("quiero 3 del negro", {"quantity": 3, "colors": ("black",)}),
        ("el último que me mandaste", {"ordinal": -1}),
        ("mi número de pedido es 33871", {"order_number": "33871"}),
        ("tienes algo parecido", {}),
        ("me queda pequeña", {}),
        ("una camiseta en blanco", {"categories": ("t-shirt",), "colors": ("white",)}),
        ("viene sin etiqueta", {}),
    ],
)
def test_goods_of_every_country_are_named(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text", ["precio?", "cuánto", "tallas", "envíos", "devolución", "simón", "lo quiero", "kiero ese"]
)
def test_a_single_word_tells_spanish(text: str) -> None:
    assert language_of(tokens(readable(text), languages()[BASE].spellings), "") == "es"
