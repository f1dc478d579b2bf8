"""Parameters in words: money as the shop's country writes it, lists, ranges, dates, terms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from leadnurturebot.assistant.phrasing import terms
from leadnurturebot.assistant.phrasing.euphony import spanish_joint
from leadnurturebot.assistant.phrasing.texts import Wording, wordings_of
from leadnurturebot.assistant.phrasing.voice import PLAIN, Voice
from leadnurturebot.domain.dialogue.reply import Percent, Phrase, Price, Span, Term, Value
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.money import Money

_WITHOUT_CENTS = frozenset({"IDR", "INR"})
"""Currencies with a minor unit of their own in which nobody writes an even price with it."""
_AND_OR = {"en": ("and", "or"), "hi": ("और", "या"), "hi-Latn": ("aur", "ya")}
"""Tags that need no comma before the last of a few sizes or names; the others are joined as CLDR has it."""
PARAMETER = re.compile(r"\{(\w+)(?:\|(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Speech:
    """In which language, for which country, in which voice and in whose own words a reply is said."""

    language: str
    country: str = ""
    voice: Voice = PLAIN
    own_words: Mapping[str, Sequence[Wording]] = field(default_factory=dict)
    """The shop's own wordings by key; several are used in turn."""

    @property
    def locale(self) -> Locale:
        return _locale(self.language, self.country)


@cache
def _locale(language: str, country: str) -> Locale:
    """The customer's language as written in the shop's country, else the language alone, else English."""
    tag, base = language.replace("-", "_"), base_language(language)
    for name in (f"{tag}_{country}", tag, f"{base}_{country}", base):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def say(phrase: Phrase, speech: Speech) -> str:
    """A phrase in words.

    Raises KeyError when its key or a parameter of its wording is missing: a mistake in the program.
    """
    wording = _wording(phrase, speech)

    def filled(match: re.Match[str]) -> str:
        return value(phrase.values[match[1]], speech, match[2] or "")

    return PARAMETER.sub(filled, wording)


def _wording(phrase: Phrase, speech: Speech) -> str:
    """The shop's own wording while it asks for nothing unknown, else ours; by variant, then by plural."""
    own = speech.own_words.get(phrase.key)
    if own:
        wording = _plural(own[phrase.variant % len(own)], phrase, speech)
        if {name for name, _ in PARAMETER.findall(wording)} <= set(phrase.values):
            return wording
    ours = wordings_of(phrase.key, speech.language)
    return _plural(ours[phrase.variant % len(ours)], phrase, speech)


def _plural(wording: Wording, phrase: Phrase, speech: Speech) -> str:
    if isinstance(wording, str):
        return wording
    return wording.get(speech.locale.plural_form(_counted(phrase)), wording["other"])


def _counted(phrase: Phrase) -> int:
    """The number that a plural depends on: `count`, else the upper end of a range, else the first whole number."""
    count = phrase.values.get("count")
    if isinstance(count, int):
        return count
    numbers = [found.high if isinstance(found, Span) else found for found in phrase.values.values()]
    return next((number for number in numbers if isinstance(number, int)), 0)


def value(found: Value, speech: Speech, way: str = "") -> str:
    """A parameter in words. Ways: `comma` joins without "and", `decimals` keeps the cents of a whole amount, `capital`
    starts a sentence."""
    match found:
        case Money():
            return money(found, speech, keep_decimals=way == "decimals")
        case Price():
            return _price(found, speech)
        case Term():
            said = terms.said(found, speech.language, speech.locale)
        case time():
            return str(format_time(found, "short", locale=speech.locale)).replace("\u202f", " ")
        case Phrase():
            said = say(found, speech)
        case Span(low, high):
            return str(low) if low == high else f"{low}–{high}"
        case Percent(rate):
            return str(format_decimal(Decimal(rate) / 1000, locale=speech.locale))
        case tuple():
            said = joined([value(part, speech) for part in found], speech, way)
        case date():
            return _day(found, speech.locale)
        case _:
            said = str(found)
    return said[:1].upper() + said[1:] if way in ("capital", "comma_capital") else said


def _day(found: date, locale: Locale) -> str:
    """Weekday, day and month; the year goes without saying."""
    pattern = re.sub(r"[,\s]*(?:'de'\s*)?y+", "", str(locale.date_formats["full"].pattern)).replace("dd", "d")
    if locale.language == "es":
        # "el domingo 7 de junio": the comma of a date line would cut a sentence in two.
        pattern = pattern.replace(",", "")
    return str(format_date(found, pattern, locale=locale))


def joined(parts: list[str], speech: Speech, way: str = "") -> str:
    """A list in the language's manner: "S, M and L"."""
    if way.startswith("comma"):
        return ", ".join(parts)
    is_choice = way == "or"
    if speech.language in _AND_OR and len(parts) > 1:
        return f"{', '.join(parts[:-1])} {_AND_OR[speech.language][is_choice]} {parts[-1]}"
    said = str(format_list(parts, style="or" if is_choice else "standard", locale=speech.locale))
    return spanish_joint(said, parts[-1]) if speech.locale.language == "es" and len(parts) > 1 else said


@lru_cache(maxsize=4096)
def _money(amount: Money, locale: Locale, keep_decimals: bool) -> str:
    exact = amount.major
    if (keep_decimals and amount.currency not in _WITHOUT_CENTS) or exact != exact.to_integral_value():
        return str(format_currency(exact, amount.currency, locale=locale))
    return _whole(exact, amount.currency, locale)


def money(amount: Money, speech: Speech, *, keep_decimals: bool = False) -> str:
    """ "$49" for whole amounts, "$49.50" otherwise, "$54.00" where the exact sum matters."""
    return _money(amount, speech.locale, keep_decimals)


def _whole(amount: Decimal, currency: str, locale: Locale) -> str:
    pattern = locale.currency_formats["standard"].pattern
    without_decimals = re.sub(r"\.0+", "", pattern)
    return str(format_currency(amount, currency, without_decimals, locale=locale, currency_digits=False))


def _price(price: Price, speech: Speech) -> str:
    now = money(price.now, speech)
    if price.top is not None:
        return f"{now}–{money(price.top, speech)}"
    if price.was is None:
        return now
    return say(Phrase("price.sale", {"now": price.now, "was": price.was}), speech)
