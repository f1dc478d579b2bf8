"""Money in a message: "under $40", "30-60 bucks", "2k max", and numbers with separators."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.domain.money import from_major
from leadnurturebot.domain.values import value

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?")
_LARGEST = 10**9
_ABOUT = (Decimal("0.8"), Decimal("1.2"))
"""How far from "around 50" still counts."""
_LEAST_BARE = 15
"""A bound below this without a currency word is a size or a count."""


@value
class PriceWish:
    """A bound or range in minor units; `stated` tells a bound from an amount that was merely named."""

    lowest: int | None = None
    highest: int | None = None
    stated: bool = True


@value
class _Patterns:
    ranges: re.Pattern[str]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    bare: re.Pattern[str]
    percent: re.Pattern[str]


def number(text: str) -> Decimal | None:
    """`1,299.50`, `1.299`, `45,90` as a number; None for anything else."""
    if _THOUSANDS.fullmatch(text):
        has_cents = text[-3] in ".,"
        whole = re.sub("[.,]", "", text[:-3] if has_cents else text)
        text = f"{whole}.{text[-2:]}" if has_cents else whole
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, as they stand in `Draft.flat`."""
    spaced = {re.sub(r"\s*([$€£₹%\"])\s*", r" \1 ", word).strip() for word in words}
    ordered = sorted(filter(None, spaced), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else r"(?!)"


@cache
def _patterns(language: Language) -> _Patterns:
    def words(name: str) -> str:
        return either(language.list("money", name))

    def amount(name: str) -> str:
        return (
            rf"(?P<b{name}>{words('before')} )?(?P<n{name}>\d[\d.,]*)(?P<k{name}> {words('thousand')})?"
            rf"(?P<a{name}> {words('after')})?(?!\S)"
        )

    units = [
        unit for kind in ("cm", "m", "kg", "lb", "stone", "foot", "inch") for unit in language.list("measures", kind)
    ]
    not_unit = rf"(?! {either(set(language.list('not_money') + units) - {'pounds', 'pound', 'in'})}(?!\S))"
    one = amount("1")

    def before(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S){words(name)} (?:(?:a|the|of|is|:|about|like) ){{0,2}}{one}{not_unit}")

    def after(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S){one} {words(name)}(?!\S)")

    return _Patterns(
        ranges=re.compile(rf"(?<!\S)(?P<open>{words('between')} )?{one} {words('to')} {amount('2')}{not_unit}"),
        bounds=(
            ("most", after("most_after")),
            ("least", after("least_after")),
            ("most", before("most")),
            ("least", before("least")),
            ("about", before("about")),
        ),
        bare=re.compile(rf"(?<!\S){one}"),
        percent=re.compile(r"(?<!\S)\d[\d.,]* (?:%|percent)(?!\S)"),
    )


def find_amounts(message: Draft, language: Language, currency: str) -> None:
    """Adds `percent` and `money` entities; the value of `money` is a `PriceWish`."""
    patterns = _patterns(language)
    for match in patterns.percent.finditer(message.flat):
        message.add_match("percent", match.group(), match)
    for match in patterns.ranges.finditer(message.flat):
        _add_range(message, match, currency)
    for kind, pattern in patterns.bounds:
        for match in pattern.finditer(message.flat):
            _add_bound(message, kind, match, currency)
    for match in patterns.bare.finditer(message.flat):
        if (match["b1"] or match["a1"]) and (minor := _minor(match, "1", currency)) is not None:
            message.add_match("money", PriceWish(highest=minor, stated=False), match)


def _has_currency(match: re.Match[str], *names: str) -> bool:
    return any(match[f"{part}{name}"] for name in names for part in "bak")


def _minor(match: re.Match[str], name: str, currency: str) -> int | None:
    value = number(match[f"n{name}"].rstrip(".,"))
    if value is None:
        return None
    value = value * 1000 if match[f"k{name}"] else value
    return from_major(value, currency).minor if value <= _LARGEST else None


def _add_range(message: Draft, match: re.Match[str], currency: str) -> None:
    low, high = _minor(match, "1", currency), _minor(match, "2", currency)
    if low is None or high is None or low >= high:
        return
    bare = number(match["n2"].rstrip(".,"))
    if _has_currency(match, "1", "2") or (match["open"] and bare is not None and bare > 2 * _LEAST_BARE):
        message.add_match("money", PriceWish(low, high), match)


def _add_bound(message: Draft, kind: str, match: re.Match[str], currency: str) -> None:
    minor, bare = _minor(match, "1", currency), number(match["n1"].rstrip(".,"))
    if minor is None or bare is None or (bare < _LEAST_BARE and not _has_currency(match, "1")):
        return
    if kind == "about" and not _has_currency(match, "1"):
        return
    wishes = {
        "most": PriceWish(highest=minor),
        "least": PriceWish(lowest=minor),
        "about": PriceWish(int(minor * _ABOUT[0]), int(minor * _ABOUT[1])),
    }
    message.add_match("money", wishes[kind], match)
