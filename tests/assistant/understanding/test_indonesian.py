"""What is named in Indonesian shop chat, written down before it was tried."""

from dataclasses import fields
from typing import Any

import pytest

from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.entities import Context, entities, find_entities
from leadnurturebot.assistant.understanding.tongue import language_of
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.domain.dialogue.understanding import Entities

_FIELDS = tuple(field.name for field in fields(Entities))


def named(text: str, currency: str = "IDR") -> dict[str, Any]:
    found = entities(find_entities(text, Context("id", currency, Speller(frozenset()))).spans)
    empty = Entities()
    return {name: getattr(found, name) for name in _FIELDS if getattr(found, name) != getattr(empty, name)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("di bawah 150rb", {"price_max": 15_000_000}),
        ("max 1,2jt", {"price_max": 120_000_000}),
        ("maksimal Rp 150.000", {"price_max": 15_000_000}),
        ("antara 50 ribu sampai 75 ribu", {"price_min": 5_000_000, "price_max": 7_500_000}),
        ("100-200rb", {"price_min": 10_000_000, "price_max": 20_000_000}),
        ("seratus lima puluh ribu ke bawah", {"price_max": 15_000_000}),
        ("200k ke atas", {"price_min": 20_000_000}),
        ("budget 100", {"price_max": 10_000_000}),
        ("di bawah gocap", {"price_max": 5_000_000}),
        ("kurang dari 3 hari", {}),
    ],
)
def test_prices_are_read_in_rupiah(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


def test_an_amount_without_its_thousand_is_left_alone_in_another_currency() -> None:
    assert named("di bawah 100", "USD") == {"price_max": 10_000}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tb 158 bb 60", {"height_cm": 158.0, "weight_kg": 60.0}),
        ("tb155 bb48", {"height_cm": 155.0, "weight_kg": 48.0}),
        ("TB/BB 160/55", {"height_cm": 160.0, "weight_kg": 55.0}),
        ("berat saya 72 tinggi 165", {"height_cm": 165.0, "weight_kg": 72.0}),
        ("tinggi 1,65 m berat 55 kilo", {"height_cm": 165.0, "weight_kg": 55.0}),
        ("LD 104, lingkar pinggang 88 cm", {"bust_cm": 104.0, "waist_cm": 88.0}),
        ("size M 60kg", {"sizes": ("M",), "weight_kg": 60.0}),
    ],
)
def test_body_measures_are_found(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("XL nya ada?", {"sizes": ("XL",)}),
        ("Lnya masih", {"sizes": ("L",)}),
        ("uk 38", {"sizes": ("38",)}),
        ("allsize", {"sizes": ("one size",)}),
        ("celana nomor 29", {"categories": ("trousers",), "sizes": ("29",)}),
        ("yang nomor 2", {"ordinal": 1}),
        ("yang terakhir", {"ordinal": -1}),
        ("baju anak umur 5 tahun", {"audience": "kids", "sizes": ("5Y",)}),
        ("pesan tiga ya", {"quantity": 3}),
        ("2 pcs", {"quantity": 2}),
        ("baju2 polos", {"details": ("pattern",)}),
    ],
)
def test_sizes_places_and_counts_are_told_apart(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kerudung hitamnya", {"categories": ("scarf",), "colors": ("black",)}),
        ("abu2 tua", {"colors": ("charcoal",)}),
        ("jangan yang merah, biru aja", {"not_colors": ("red",), "colors": ("blue",)}),
        ("hitam jangan ya kak", {"not_colors": ("black",)}),
        ("selain hitam atau putih", {"not_colors": ("black", "white")}),
        ("gamau yg polyester", {"not_materials": ("polyester",)}),
        ("hitam ga ada?", {"colors": ("black",)}),
        ("kulit saya sawo matang", {}),
        ("tas kulit", {"categories": ("bag",), "materials": ("leather",)}),
        ("pesanan TT12345", {"order_number": "TT12345"}),
        ("bahasa inggris", {"language": "en"}),
        ("kirim ke indonesia", {}),
    ],
)
def test_goods_are_named_and_refused(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ready?", "id"), ("ongkir", "id"), ("size L ada?", "id"), ("thank you kak", "id"), ("ok kak", "id"),
        ("brp", "id"), ("nuhun", "id"), ("what size is it", "en"), ("size kya hai", "hi"),
        ("order cancel karna hai", "hi"), ("hai kak", "id"),
        ("return", "en"), ("ok", "en"),
    ],
)  # fmt: skip
def test_the_language_shows_in_a_word_or_two(text: str, code: str) -> None:
    assert language_of(tokens(readable(text), {}), "") == code
