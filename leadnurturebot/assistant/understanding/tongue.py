"""Which of our languages a message is in: by frequent words, else the thread's own, else a general detector."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from leadnurturebot.assistant.language.folders import BASE, Language, languages
from leadnurturebot.assistant.understanding.cleaning import Token

_LEAST_FOR_DETECTOR = 25
"""Letters below which the general detector guesses."""
_NAMES = ("colors", "categories", "materials", "occasions", "audiences")
_CLEAR = 2
"""Hint words by which another language must lead to beat the thread's."""
_SHARED = 0.5
"""What a hint word counts that several languages know: "order cancel karna hai" is no English."""


def language_of(words: list[Token], sticky: str, home: str = "") -> str:
    """Code of the message's language; `sticky` (the thread's, may be empty) wins unless another one clearly leads.

    Without a thread's, `home` (the shop's, may be empty) is that of a message that has no sign of any.
    """
    if any("\u0900" <= token.raw[0] <= "\u097f" for token in words):
        return "hi"
    scores = _scores(words)
    likely = next((code for code in (sticky, home) if code in scores), BASE)
    best = max(scores, key=lambda code: (scores[code], code == likely))
    lead = scores[best] - scores[likely]
    if best == likely and scores[best]:
        return best
    if lead >= (_CLEAR if sticky else _SHARED):
        return best
    return sticky or _by_names(words) or _detected(words, likely)


def _scores(words: list[Token]) -> dict[str, float]:
    weights = _weights()
    said = {part for token in words for part in (token.raw.lower(), token.word)}
    return {code: _score(said, language, weights) for code, language in languages().items()}


def _score(said: set[str], language: Language, weights: Mapping[str, float]) -> float:
    """Hint words of the language, as typed or spelled out; beside one of them what it borrows counts as its own."""
    own = {word for word in said if language.spellings.get(word, word) in language.hints or word in language.hints}
    weight = sum(weights.get(word) or weights[language.spellings[word]] for word in own)
    return weight + len((said & language.loans) - own) if weight > _SHARED else weight


@cache
def _weights() -> dict[str, float]:
    known = Counter(word for language in languages().values() for word in language.hints)
    return {word: 1.0 if count == 1 else _SHARED for word, count in known.items()}


def _by_names(words: list[Token]) -> str:
    """The language that alone calls something what the message calls it; empty when none or several do."""
    found = {code: sum(token.raw.lower() in names for token in words) for code, names in _names().items()}
    best = max(found, key=lambda code: found[code])
    return best if found[best] > sum(found.values()) - found[best] else ""


@cache
def _names() -> dict[str, frozenset[str]]:
    """Single words for goods, colours and the like that only one language has, by language."""
    known = {
        code: {word for kind in _NAMES for words in language.terms(kind).values() for word in words if word.isalpha()}
        for code, language in languages().items()
    }
    return {
        code: frozenset(words - set().union(*(other for name, other in known.items() if name != code)))
        for code, words in known.items()
    }


def _detected(words: list[Token], otherwise: str) -> str:
    text = " ".join(token.raw for token in words if token.raw[0].isalpha())
    if len(text) < _LEAST_FOR_DETECTOR:
        return otherwise
    code, _ = _detector().classify(text)
    return str(code)


class _Detector(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _detector() -> _Detector:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(languages()))
    detector: _Detector = identifier
    return detector
