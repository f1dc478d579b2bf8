from pathlib import Path
from random import Random

import numpy as np
import pytest

from leadnurturebot.assistant.language.folders import spoken
from leadnurturebot.assistant.language.phrases import PhraseBook
from leadnurturebot.assistant.understanding import network
from leadnurturebot.assistant.understanding.fitting import Plan, fit, temperature
from leadnurturebot.assistant.understanding.train import Example, comparable, examples, frozen, near, spelled_right
from leadnurturebot.domain.dialogue.understanding import INTENTS


@pytest.mark.parametrize("code", spoken())
def test_every_intent_has_patterns_enough(code: str) -> None:
    patterns = PhraseBook(code).patterns
    assert set(patterns) == set(INTENTS)
    fewest = {intent: 60 if intent in ("product_details", "size_help") else 30 for intent in INTENTS}
    assert [intent for intent in INTENTS if len(patterns[intent]) < fewest[intent]] == []


@pytest.mark.parametrize("code", spoken())
def test_every_pattern_draws_a_phrase_without_leftovers(code: str) -> None:
    book, random = PhraseBook(code), Random(1)
    drawn = [book.draw(pattern, random) for patterns in book.patterns.values() for pattern in patterns]
    assert [text for text in drawn if not text or set(text) & set("(){}|")] == []


@pytest.mark.parametrize("code", spoken())
def test_no_pattern_stands_under_two_intents(code: str) -> None:
    patterns = [pattern for found in PhraseBook(code).patterns.values() for pattern in set(found)]
    assert sorted({pattern for pattern in patterns if patterns.count(pattern) > 1}) == []


@pytest.mark.parametrize("code", spoken())
def test_training_text_holds_no_frozen_message_nor_its_near_twin(code: str) -> None:
    texts = [comparable(example.text) for example in examples(code, per_intent=150)]
    assert len(texts) > 3000
    assert [text for text, is_near in zip(texts, near(texts, frozen(code)), strict=True) if is_near] == []


def test_the_frozen_set_holds_ten_messages_of_every_intent() -> None:
    path = network.FILE.parents[3] / "benchmarks" / "data" / "understanding" / "en.tsv"
    labels = [row.split("\t")[1] for row in path.read_text("utf-8").splitlines()[1:]]
    assert {intent for intent in INTENTS if labels.count(intent) < 10} == set()


def test_the_same_seed_draws_the_same_text() -> None:
    assert examples("en", per_intent=20) == examples("en", per_intent=20)
    assert examples("en", per_intent=20) != examples("en", seed=99, per_intent=20)


def test_a_slip_seen_in_training_is_no_word() -> None:
    plain = Example("a dress", "product_search", "a dress", "en")
    slip = Example("a ddress", "product_search", "a dress", "en", is_slipped=True)
    assert spelled_right([(plain, ["a", "_category"]), (slip, ["a", "ddress"])]) == {"a"}


_TOY = [
    (["size", "please"], "size"),
    (["which", "size"], "size"),
    (["how", "much"], "price"),
    (["price", "please"], "price"),
] * 8


def test_a_fitted_network_tells_its_labels_apart_and_repeats_itself() -> None:
    words, labels = [row for row, _ in _TOY], [label for _, label in _TOY]
    first, second = (fit(words, labels, Plan(hidden=8, rounds=30, rate=0.02)) for _ in range(2))
    shares = first.probabilities([["what", "size"], ["much", "price"]])
    assert [first.intents[index] for index in shares.argmax(axis=1)] == ["size", "price"]
    assert np.array_equal(first.table, second.table)


def test_a_saved_network_reads_as_before(tmp_path: Path) -> None:
    model = fit([row for row, _ in _TOY], [label for _, label in _TOY], Plan(hidden=8, rounds=30, rate=0.02))
    path = tmp_path / "model.npz"
    model.save(path)
    before, after = (found.probabilities([["size"], ["price"]]) for found in (model, network.load(path)))
    assert np.abs(before - after).max() < 0.02


def test_overconfident_scores_are_cooled() -> None:
    scores = np.array([[8.0, 0.0], [8.0, 0.0], [8.0, 0.0], [0.0, 8.0]], np.float32)
    assert temperature(scores, np.array([0, 0, 1, 1])) > 1.5
