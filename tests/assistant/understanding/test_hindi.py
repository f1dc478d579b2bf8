"""What is named in Hindi messages, in both scripts, written down before it was tried."""

from dataclasses import fields
from typing import Any

import pytest

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding.cleaning import readable, tokens
from leadnurturebot.assistant.understanding.entities import Context, entities, find_entities
from leadnurturebot.assistant.understanding.tongue import language_of
from leadnurturebot.assistant.understanding.wording import Speller
from leadnurturebot.domain.dialogue.understanding import Entities


def named(text: str) -> dict[str, Any]:
    found = entities(find_entities(text, Context("hi", "INR", Speller(frozenset()))).spans)
    empty = Entities()
    values = {field.name: getattr(found, field.name) for field in fields(Entities)}
    return {name: value for name, value in values.items() if value != getattr(empty, name)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hazaar se kam ki saree", {"categories": ("saree",), "price_max": 100_000}),
        ("do hazaar tak ka lehenga", {"categories": ("lehenga",), "price_max": 200_000}),
        ("1k ke andar jeans", {"categories": ("jeans",), "price_max": 100_000}),
        ("₹५०० से ८०० तक की कुर्ती", {"categories": ("kurti",), "price_min": 50_000, "price_max": 80_000}),
        ("ढाई हजार तक", {"price_max": 250_000}),
        ("dedh sau rupaye", {"price_max": 15_000}),
        ("paanch sau se upar", {"price_min": 50_000}),
        ("1,50,000 rs", {"price_max": 15_000_000}),
        ("1000 ke aas paas", {}),
        ("rs 1000 ke aas paas", {"price_min": 80_000, "price_max": 120_000}),
        ("3 din me", {}),
        ("पंद्रह सौ तक", {"price_max": 150_000}),
        ("mere paas sirf 700 hain", {"price_max": 70_000}),
    ],
)
def test_money_is_read_as_india_says_it(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("black nahi chahiye", {"not_colors": ("black",)}),
        ("kala mat bhejna", {"not_colors": ("black",)}),
        ("लाल के अलावा", {"not_colors": ("red",)}),
        ("hara nahi peela wala", {"colors": ("yellow",), "not_colors": ("green",)}),
        ("black nahi hai kya", {"colors": ("black",)}),
        ("laal nahi chalega", {"not_colors": ("red",)}),
        ("peela rang nahi pasand", {"not_colors": ("yellow",)}),
        ("green ke bina", {"not_colors": ("green",)}),
        ("sirf cotton, polyester nahi", {"materials": ("cotton",), "not_materials": ("polyester",)}),
    ],
)
def test_a_negation_stands_after_what_it_refuses(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L chalega", {"sizes": ("L",)}),
        ("38 no. juti", {"categories": ("flats",), "sizes": ("38",)}),
        ("40 size blouse", {"categories": ("blouse",), "sizes": ("40",)}),
        ("मेहरून सूट एल साइज", {"categories": ("suit",), "colors": ("maroon",), "sizes": ("L",)}),
        ("meri height 5'3 weight 55 hai", {"height_cm": 160.0, "weight_kg": 55.0}),
        ("main 5.4 hu aur 58 kg", {"height_cm": 162.6, "weight_kg": 58.0}),
        ("मेरी हाइट ५ फुट ४ इंच वजन ६० किलो", {"height_cm": 162.6, "weight_kg": 60.0}),
        ("kamar 32 hai", {"waist_cm": 81.3}),
    ],
)
def test_sizes_and_measures(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("do kurti pack kar do", {"categories": ("kurti",), "quantity": 2}),
        ("dikha do", {}),
        ("teen piece", {"quantity": 3}),
        ("pehla wala", {"ordinal": 0}),
        ("doosri wali dikhao", {"ordinal": 1}),
        ("last kya loge", {}),
    ],
)
def test_a_word_that_is_also_a_verb_counts_only_before_goods(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kitnaa", "hi"),
        ("chaiye", "hi"),
        ("gulabi", "hi"),
        ("हाँ", "hi"),
        ("price kya hai", "hi"),
        ("ye dress available hai size M me", "hi"),
        ("please send me the dress in size M", "en"),
        ("thx hun", "en"),
        ("rojo", "es"),
    ],
)
def test_a_loan_beside_a_hindi_word_is_hindi(text: str, code: str) -> None:
    words = tokens(readable(text), languages()[BASE].spellings)
    assert language_of(words, "") == code


def test_signs_of_the_script_are_read_as_plain_ones() -> None:
    assert readable("५०० रुपये।") == "500 रुपये."
    assert [token.word for token in tokens(readable("हाँााा"), {})] == ["हाँा"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jaldi bhej do", {}),
        ("order karni hai", {}),
        ("mera man badal gaya", {}),
        ("upi id do", {}),
        ("kitne piece bache hain", {}),
        ("har colour me hai", {}),
        ("mere pati se pucho", {}),
        ("ईद के लिए", {"occasions": ("festival",)}),
        ("गुलाबी L", {"colors": ("pink",), "sizes": ("L",)}),
        ("aadha darjan chahiye", {"quantity": 6}),
        ("हाइट पाँच फुट दो इंच", {"height_cm": 157.5}),
        ("kamar ka naap 34", {"waist_cm": 86.4}),
        ("ladkiyon ke kapde", {"audience": "women"}),
    ],
)
def test_everyday_words_are_no_goods_and_goods_are(text: str, found: dict[str, Any]) -> None:
    assert named(text) == found
