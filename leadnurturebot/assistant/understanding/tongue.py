"""Which of our languages a message is in: by frequent words, else the thread's own, else a general detector."""

from collections import Counter
from functools import cache
from typing import Protocol

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding.cleaning import Token

_LEAST_FOR_DETECTOR = 25
"""Letters below which the general detector guesses."""
_CLEAR = 2
"""Hint words by which another language must lead to beat the thread's."""
_SHARED = 0.5
"""What a hint word counts that several languages know: "order cancel karna hai" is no English."""


def language_of(words: list[Token], sticky: str) -> str:
    """Code of the message's language; `sticky` (the thread's, may be empty) wins unless another one clearly leads."""
    if any("\u0900" <= token.raw[0] <= "\u097f" for token in words):
        return "hi"
    scores = _scores(words)
    best = max(scores, key=lambda code: (scores[code], code == (sticky or BASE)))
    lead = scores[best] - scores.get(sticky or BASE, 0)
    if best == (sticky or BASE) and scores[best]:
        return best
    if lead >= (_CLEAR if sticky else _SHARED):
        return best
    return sticky or _detected(words)


def _scores(words: list[Token]) -> dict[str, float]:
    weights = _weights()
    said = {part for token in words for part in (token.raw.lower(), token.word)}
    return {code: sum(weights[word] for word in said & language.hints) for code, language in languages().items()}


@cache
def _weights() -> dict[str, float]:
    known = Counter(word for language in languages().values() for word in language.hints)
    return {word: 1.0 if count == 1 else _SHARED for word, count in known.items()}


def _detected(words: list[Token]) -> str:
    text = " ".join(token.raw for token in words if token.raw[0].isalpha())
    if len(text) < _LEAST_FOR_DETECTOR:
        return BASE
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
