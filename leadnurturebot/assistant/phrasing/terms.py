"""Words of a closed vocabulary in the customer's language: from the texts, or from CLDR where it has them."""

import re

from babel import Locale

from leadnurturebot.assistant.phrasing.texts import FALLBACK, term
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.local_words import base_color, base_fabric

_WITH_ARTICLE = frozenset({"US", "GB", "NL", "PH", "AE"})
"""Countries that English says with "the"."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_PART_OF_FABRIC = re.compile(r"(\d+ ?% ?)?([^\W\d_][^%,]*)")


def said(found: Term, language: str, locale: Locale) -> str:
    """The term in words; what the texts lack as the record has it."""
    match found:
        case Term("country", code):
            return _country(code, locale)
        case Term("weekday", number):
            return str(locale.days["format"]["wide"][int(number)])
        case Term("language", code):
            known = term("language", code, language)
            return known if known != code else str(locale.languages.get(code, code))
        case Term("hours", written):
            return _hours(written, language, locale)
        case Term("color", label):
            return _known("color", label, base_color(label), language)
        case Term("material", fabric):
            return _material(fabric, language)
        case Term(kind, word):
            return term(kind, word, language)


def _known(kind: str, label: str, base: str, language: str) -> str:
    """The shop's own label where it has a text, else the base term that it means in the customer's language."""
    found = term(kind, label, language)
    return term(kind, base, language) if found == label else found


def _country(code: str, locale: Locale) -> str:
    name = str(locale.territories.get(code, code))
    return f"the {name}" if locale.language == FALLBACK and code in _WITH_ARTICLE else name


def _hours(written: str, language: str, locale: Locale) -> str:
    """Opening hours with the language's short days; English ones are written as the setting has them."""
    if base_language(language) == FALLBACK:
        return written
    days = locale.days["format"]["abbreviated"]
    return _WEEKDAY.sub(lambda match: str(days[_WEEKDAYS.index(match[0])]), written)


def _material(fabric: str, language: str) -> str:
    """A fabric, or a composition of known ones ("95% cotton, 5% elastane"); anything else as the record has it."""
    parts = [_PART_OF_FABRIC.fullmatch(part) for part in fabric.split(", ")]
    named = [_part_of_fabric(part, language) if part else "" for part in parts]
    return ", ".join(named) if all(named) else fabric


def _part_of_fabric(part: re.Match[str], language: str) -> str:
    """A share with its fabric, empty when the fabric has no word of its own."""
    word = part[2].casefold()
    name = _known("material", word, base_fabric(word), language)
    return f"{part[1] or ''}{name}" if name != word else ""
