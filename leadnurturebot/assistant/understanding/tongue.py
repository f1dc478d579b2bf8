"""Which of our languages a message is in: by its words and pieces of words; a thread keeps its language unless a message
clearly is in another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from leadnurturebot.assistant.language.folders import BASE, Language, languages
from leadnurturebot.assistant.understanding import lettering
from leadnurturebot.assistant.understanding.cleaning import Token

_FOREIGN = 3.0
"""Logarithm by which another language must be likelier than the thread's."""
_FOREIGN_WORDS = 2
"""A single word of another language is a loan or a name."""
_AT_HOME, _AT_HOME_BASE = 1.5, 0.5
"""Logarithms that the shop's own language, or else English, gains over the others: "azul" is Spanish and Portuguese."""
_CLEAR = 2
"""Hint words by which a language that has nothing but hints must lead."""
_SHARED = 0.5
"""What a hint word counts that several languages know: "order cancel karna hai" is no English."""


def language_of(words: Sequence[Token], sticky: str, home: str = "") -> str:
    """Code of the message's language.

    `sticky` is the thread's (empty when unknown): it stays for single words, names and numbers, and unless another one
    is clearly likelier and has more of its telling words here. `home` is the shop's, which tips the scale otherwise.
    """
    if any("\u0900" <= token.raw[0] <= "\u097f" for token in words):
        return "hi"
    home = home if home in languages() else ""
    typed = lettering.typed_words(words)
    if not typed:
        return sticky or home or BASE
    shares, hints = lettering.load().likeliness(typed), _hints(words)
    if by_hints := _told_by_hints_alone(hints, shares):
        return by_hints
    if sticky in shares:
        best = max(shares, key=lambda code: shares[code])
        said = sum(len(word) > 1 for word in typed)  # "M ya L" is one word between two sizes.
        is_foreign = shares[best] >= shares[sticky] + _FOREIGN and said >= _FOREIGN_WORDS
        return best if is_foreign and hints[best] > hints[sticky] else sticky
    gains = {home: _AT_HOME} if home else {BASE: _AT_HOME_BASE}
    return max(shares, key=lambda code: shares[code] + gains.get(code, 0.0))


def _told_by_hints_alone(hints: Mapping[str, float], trained: Mapping[str, float]) -> str:
    """A language without training text whose hint words clearly lead; empty when there is none."""
    best = max(hints, key=lambda code: hints[code])
    others = max(score for code, score in hints.items() if code != best)
    return best if best not in trained and hints[best] >= others + _CLEAR else ""


def _hints(words: Sequence[Token]) -> dict[str, float]:
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
