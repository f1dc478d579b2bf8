"""Numbers in words: "two", "treinta y ocho", "dua puluh lima", as the figures they mean."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.cleaning import Token
from leadnurturebot.domain.values import value

_MOST_WORDS = 7
_MOST_FIGURES = 3


@value
class _Numerals:
    units: Mapping[str, int]
    """Numbers by their words: `three`, `sixty`."""
    tens: Mapping[str, int]
    """Words that multiply what stands before them, below a thousand: `puluh` 10, `hundred` 100."""
    teens: Mapping[str, int]
    """Words that are added to the digit before them: `belas` 10."""
    joints: frozenset[str]
    """Words within a number: `y` in "treinta y ocho"."""
    unsure: Mapping[str, int]
    """Words that are a number only before one of `followers` and not after one of `leaders`: "do" is also "give"."""
    followers: frozenset[str]
    leaders: frozenset[str]


@cache
def multiples(language: Language) -> dict[str, int]:
    """Words that multiply the amount before them ("k", "ribu"), or stand for one ("hazaar se kam")."""
    return {str(word): int(times) for word, times in language.words.get("money", {}).get("multiples", {}).items()}


@cache
def _numerals(language: Language) -> _Numerals:
    def numbers(section: str) -> dict[str, int]:
        return {str(word): int(str(number)) for word, number in language.terms(section).items()}

    tens = numbers("number_tens")
    return _Numerals(
        units=numbers("numbers"),
        tens=tens,
        teens=numbers("number_teens"),
        joints=frozenset(language.list("number_joints")),
        unsure=numbers("unsure_numbers"),
        followers=frozenset([*tens, *multiples(language), *language.list("number_followers")]),
        leaders=frozenset(language.list("number_leaders")),
    )


def with_numerals(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens with every number in words as one token of figures."""
    known = _numerals(language)
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        amount, end = _read(tokens, index, known)
        if amount is None:
            found.append(tokens[index])
        elif end == index + 1 and (tokens[index].word in known.units or tokens[index].word in known.unsure):
            token = tokens[index]
            found.append(Token(str(amount), token.raw, token.start, token.end))
        else:
            raw = " ".join(token.raw for token in tokens[index:end])
            found.append(Token(str(amount), raw, tokens[index].start, tokens[end - 1].end))
        index = end
    return found


def _read(tokens: Sequence[Token], start: int, known: _Numerals) -> tuple[int | None, int]:
    """The number that starts at a token, and the token after it; None where none starts."""
    amount: int | None = None
    index = end = start
    if (first := _before_more(tokens, start, known)) is not None:
        amount, index, end = first
    while index < min(len(tokens), start + _MOST_WORDS):
        word = tokens[index].word
        if word in known.units and _goes_on(amount, known.units[word]):
            amount = (amount or 0) + known.units[word]
        elif word in known.tens and _may_times(amount, known.tens[word]):
            amount = _times(amount or 1, known.tens[word])
        elif word in known.teens and amount is not None and 0 < amount % 100 < 10:
            amount += known.teens[word]
        elif word in known.joints and amount is not None and index == end:
            index += 1
            continue
        else:
            break
        index += 1
        end = index
    return amount, max(end, start + 1)


def _before_more(tokens: Sequence[Token], start: int, known: _Numerals) -> tuple[int, int, int] | None:
    """What may only start a number: "5 sau", "2.5 sau" (figures times a hundred), "do" before what it may count."""
    word, after = tokens[start].word, tokens[start + 1].word if start + 1 < len(tokens) else ""
    if after in known.tens and (word.isdigit() or word.replace(".", "", 1).isdigit()) and len(word) <= _MOST_FIGURES:
        return int(Decimal(word) * known.tens[after]), start + 2, start + 2
    before = tokens[start - 1].word if start else ""
    if word in known.unsure and after in known.followers and before not in known.leaders:
        return known.unsure[word], start + 1, start + 1
    return None


def _may_times(amount: int | None, times: int) -> bool:
    """Whether "two" may be followed by "hundred", "fifteen" too; but "fifteen" not by a word for ten."""
    return amount is None or amount % 100 < 10 or (amount < 100 <= times)


def _times(amount: int, times: int) -> int:
    """ "Fifteen hundred" takes all; in "seratus lima puluh" what multiplies takes the last digit only."""
    if amount < 10 or amount < 100 <= times:
        return amount * times
    last = amount % 10
    return amount - last + last * times


def _goes_on(amount: int | None, following: int) -> bool:
    """Whether "thirty" may be followed by "eight", "hundred" by "fifty"; "two three" are two numbers."""
    if amount is None:
        return True
    return (amount % 10 == 0 and 0 < following < 10 and amount % 100 != 0) or (amount % 100 == 0 and following < 100)
