"""Money in a message: "under $40", "30-60 bucks", "2k max", "150rb", and numbers with separators."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.assistant.understanding.numerals import multiples
from leadnurturebot.domain.money import from_major
from leadnurturebot.domain.values import value

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d\d)*(?:[.,]\d{3})+(?:[.,]\d{1,2})?")
_LARGEST = 10**9
_ABOUT = (Decimal("0.8"), Decimal("1.2"))
"""How far from "around 50" still counts."""
_SHORT = 2
"""A word that multiplies stands for a number by itself only when it is longer: "mil", but not "k"."""
_LEAST_ASSUMED = 1000
"""From here on an amount is meant as it is written."""
_LEAST_BARE = 15
"""A bound below this without a currency word is a size or a count."""
_REST = r"[1-9]\d{2}(?!\S)"
"""What may follow a thousand: "mil 500", "2 mil 500"."""
_THOUSAND = 1000


_SIZES_APART = 4
"""Two bare numbers this near are neighbouring sizes: "between 38 and 40"."""


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
    """`1,299.50`, `1.299`, `45,90`, `1,50,000` as a number; None for anything else."""
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

    times = multiples(language)
    alone = either(word for word in times if len(word) > _SHORT)

    def amount(name: str) -> str:
        return (
            rf"(?P<b{name}>{words('before')} )?(?:"
            rf"(?P<n{name}>\d[\d.,]*)(?: (?P<k{name}>{either(times)})(?: (?P<r{name}>{_REST}))?)?"
            rf"|(?P<w{name}>{alone})(?: (?P<q{name}>{_REST}))?)(?P<a{name}> {words('after')})?(?!\S)"
        )

    units = {
        unit for kind in ("cm", "m", "kg", "lb", "stone", "foot", "inch") for unit in language.list("measures", kind)
    } - set(language.list("money", "units_too"))
    not_unit = rf"(?! {either({*language.list('not_money'), *units})}(?!\S))"
    one, fillers = amount("1"), words("fillers")

    def before(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S){words(name)} (?:{fillers} ){{0,2}}{one}{not_unit}")

    def after(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S){one} {words(name)}(?!\S)")

    return _Patterns(
        ranges=re.compile(
            rf"(?<!\S)(?P<open>{words('between')} )?{one} {words('to')} {amount('2')}(?P<close> {words('range_ends')}(?!\S))?{not_unit}"
        ),
        bounds=(
            ("most", after("most_after")),
            ("least", after("least_after")),
            ("about", after("about_after")),
            ("most", before("most")),
            ("least", before("least")),
            ("about", before("about")),
            ("offer", before("offers")),
        ),
        bare=re.compile(rf"(?<!\S){one}"),
        percent=re.compile(rf"(?<!\S)\d[\d.,]* {words('percent')}(?!\S)"),
    )


def find_amounts(message: Draft, language: Language, currency: str) -> None:
    """Adds `percent` and `money` entities; the value of `money` is a `PriceWish`."""
    patterns, times = _patterns(language), multiples(language)
    assumed = int(language.words.get("money", {}).get("assumed", {}).get(currency, 1))
    for match in patterns.percent.finditer(message.flat):
        message.add_match("percent", match.group(), match)
    for match in patterns.ranges.finditer(message.flat):
        _add_range(message, match, currency, language, assumed)
    for kind, pattern in patterns.bounds:
        for match in pattern.finditer(message.flat):
            _add_bound(message, kind, match, currency, times, assumed)
    for match in patterns.bare.finditer(message.flat):
        is_money = match["b1"] or match["a1"] or (match["k1"] and times[match["k1"]] >= 1000 and len(match["k1"]) > 1)
        if is_money and (amount := _amount(match, "1", times)) is not None:
            message.add_match("money", PriceWish(highest=_minor(amount, currency), stated=False), match)


def _has_currency(match: re.Match[str], *names: str) -> bool:
    return any(match[f"{part}{name}"] for name in names for part in "bakw")


def _amount(match: re.Match[str], name: str, times: Mapping[str, int]) -> Decimal | None:
    """The amount in major units; None for what is no number or more than anybody pays."""
    word = match[f"w{name}"] or match[f"k{name}"]
    value = Decimal(1) if match[f"w{name}"] else number(match[f"n{name}"].rstrip(".,"))
    value = value * times.get(word, 1) if value is not None else None
    rest = match[f"r{name}"] or match[f"q{name}"]
    if value is not None and rest and times[word] == _THOUSAND:
        value += int(rest)
    return value if value is not None and value <= _LARGEST else None


def _meant(amount: Decimal, match: re.Match[str], name: str, assumed: int) -> Decimal:
    """The amount in thousands where people leave the thousand out: "di bawah 100" is a hundred thousand rupiah."""
    is_plain = not match[f"k{name}"] and not match[f"w{name}"] and amount < _LEAST_ASSUMED
    return amount * assumed if is_plain else amount


def _minor(amount: Decimal, currency: str) -> int:
    return from_major(amount, currency).minor


@cache
def _ranges_from(language: Language) -> int:
    """The least upper end of an open range without a currency word: below it, "entre 38 y 40" are sizes."""
    return int(next(iter(language.list("money", "ranges_from")), 2 * _LEAST_BARE + 1))


def _add_range(message: Draft, match: re.Match[str], currency: str, language: Language, assumed: int) -> None:
    times = multiples(language)
    low, high = _amount(match, "1", times), _amount(match, "2", times)
    if low is not None and high is not None and match["k2"] and not match["k1"] and low < high:
        # "100 to 150 ribu": what multiplies the second multiplies the first.
        low = low * times[match["k2"]] if low * times[match["k2"]] < high else low
    if low is None or high is None or low >= high:
        return
    is_framed = bool(match["open"] or match["close"]) and high >= _ranges_from(language) and high - low > _SIZES_APART
    if _has_currency(match, "1", "2") or is_framed:
        low, high = _meant(low, match, "1", assumed), _meant(high, match, "2", assumed)
        message.add_match("money", PriceWish(_minor(low, currency), _minor(high, currency)), match)


def _add_bound(
    message: Draft, kind: str, match: re.Match[str], currency: str, times: Mapping[str, int], assumed: int
) -> None:
    amount = _amount(match, "1", times)
    if amount is None or (amount < _LEAST_BARE and not _has_currency(match, "1")):
        return
    minor = _minor(_meant(amount, match, "1", assumed), currency)
    if kind == "about" and not _has_currency(match, "1"):
        return
    wishes = {
        "most": PriceWish(highest=minor),
        "least": PriceWish(lowest=minor),
        "offer": PriceWish(highest=minor),
        "about": PriceWish(int(minor * _ABOUT[0]), int(minor * _ABOUT[1])),
    }
    # The words of an offer ("faz por 80?") ask for a discount: the model is to read them.
    taken: int | str = ("n1" if match["n1"] else "w1") if kind == "offer" else 0
    message.add_match("money", wishes[kind], match, taken)
