"""Body measures in a message, in metric: heights, weights, bust, waist and hip in any of the usual notations."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import TypeAlias

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.amounts import either
from leadnurturebot.assistant.understanding.draft import Draft
from leadnurturebot.domain.values import value

_CM_PER_INCH = 2.54
_KG_PER_POUND = 0.45359237
_POUNDS_PER_STONE = 14
_HEIGHT_CM = (100.0, 230.0)
_MOST_INCHES = 56.0
"""A girth without a unit up to here is read as inches."""

_Read: TypeAlias = Callable[[re.Match[str]], float | None]


@value
class _Rule:
    kind: str
    pattern: re.Pattern[str]
    read: _Read


def find_measures(message: Draft, language: Language) -> None:
    """Adds `height`, `weight`, `bust`, `waist` and `hip` entities in centimetres and kilograms."""
    _add_pairs(message, _SLASHED)
    for rule in _rules(language):
        for match in rule.pattern.finditer(message.flat):
            value = rule.read(match)
            if value is not None:
                message.add_match(rule.kind, round(value, 1), match, "all")
    _add_three_girths(message)
    _add_pairs(message, _PAIR)


def _float(text: str) -> float:
    return float(text.rstrip(".,").replace(",", "."))


@cache
def _rules(language: Language) -> tuple[_Rule, ...]:
    words = {name: either(language.list("measures", name)) for name in language.terms("measures")}
    if not words:
        return ()
    words["fillers"] = either([*language.list("measures", "fillers"), ":", "="])
    words["joints"] = either([*language.list("joints"), ",", "/", '"'])
    return (*_girth_rules(words), *_height_rules(words, language), *_weight_rules(words, language))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?P<all>{pattern})(?!\S)")


def _girth_rules(words: dict[str, str]) -> list[_Rule]:
    number, unit = r"(?P<n>\d{2,3}(?:[.,]\d)?)", rf"(?: (?P<inch>{words['inch']})| {words['cm']})?"
    filler = rf"(?: {words['fillers']})*"
    return [
        _Rule(part, _compiled(pattern), _girth)
        for part in ("bust", "waist", "hip")
        for pattern in (
            rf"{words[part]}{filler} {number}{unit}",
            rf"{number}{unit}(?: {words['girth_joins']})* {words[part]}",
        )
    ]


def _girth(match: re.Match[str]) -> float | None:
    value = _float(match["n"])
    # "My waist is 72 in the morning": the short word is a preposition as often.
    is_inches = match["inch"] not in (None, "in") or value <= _MOST_INCHES
    value = value * _CM_PER_INCH if is_inches else value
    return value if value <= 250 else None


def _height_rules(words: dict[str, str], language: Language) -> list[_Rule]:
    cue, inch = words["height"], rf"(?: (?:{words['inch']}|' '))?"
    feet = rf"(?P<ft>[3-8]) {words['foot']}(?: (?P<in>\d{{1,2}}(?:[.,]5)?){inch})?"
    lead, tall = rf"{cue}(?: {words['fillers']})*", words["height_after"]
    one = rf"(?:(?P<m>1)|{words.get('one', '(?!)')})"
    not_money = rf"(?! {either(language.list('money', 'after'))}(?!\S))"
    return [
        _Rule("height", _compiled(rf"{feet}(?: {tall})?"), _feet),
        _Rule("height", _compiled(rf"{lead} (?P<ft>[4-6]) (?P<in>\d|1[01])"), _feet),
        _Rule("height", _compiled(rf"{lead} (?P<ft>[4-6])[.,](?P<in>\d|1[01])"), _feet),
        _Rule("height", _compiled(rf"(?P<ft>[4-6])[.,](?P<in>\d|1[01]) (?:{words['foot']}|{tall})"), _feet),
        _Rule(
            "height",
            _compiled(
                rf"(?:(?P<m>[12]) |(?<!\d )){words['m']} (?:{words['joints']} )?(?P<rest>\d\d)(?! {words['kg']})"
            ),
            _metres_and_rest,
        ),
        _Rule(
            "height", _compiled(rf"{lead} {one} (?:{words['joints']} )?(?P<rest>[3-9]\d){not_money}"), _metres_and_rest
        ),
        _Rule("height", _compiled(rf"(?P<m>\d(?:[.,]\d{{1,2}})?) {words['m']}(?: {tall})?"), _metres),
        _Rule("height", _compiled(r"(?P<m>1[.,][3-9]\d|2[.,][01]\d)"), _metres),
        _Rule("height", _compiled(rf"(?P<cm>\d{{2,3}}(?:[.,]\d)?) {words['cm']}(?: {tall})?"), _centimetres),
        _Rule("height", _compiled(rf"{lead} (?P<cm>1[2-9]\d|2[0-3]\d){not_money}"), _centimetres),
        _Rule("height", _compiled(rf"(?P<cm>1[2-9]\d|2[0-3]\d) {tall}"), _centimetres),
    ]


def _feet(match: re.Match[str]) -> float:
    return (int(match["ft"]) * 12 + _float(match["in"] or "0")) * _CM_PER_INCH


def _metres(match: re.Match[str]) -> float | None:
    # A figure without decimals ("3 m tall") is kept even when impossible: it is asked about, not dropped.
    return _float(match["m"]) * 100 if _float(match["m"]) >= 1 else None


def _metres_and_rest(match: re.Match[str]) -> float:
    return int(match["m"] or 1) * 100 + int(match["rest"])


def _centimetres(match: re.Match[str]) -> float | None:
    value = _float(match["cm"])
    return value if value >= _HEIGHT_CM[0] else None


def _weight_rules(words: dict[str, str], language: Language) -> list[_Rule]:
    lead = rf"{words['weight']}(?: {words['fillers']})*"
    number = r"(?P<n>\d{2,3}(?:[.,]\d)?)"
    # A pound may be money: alone it is a weight only beside a height or after "weigh".
    pounds = either(set(language.list("measures", "lb")) - set(language.list("money", "units_too")))
    body = rf"(?:{words['height']}|{words['joints']})"
    return [
        _Rule("weight", _compiled(rf"(?:{lead} )?{number} {words['kg']}"), lambda match: _float(match["n"])),
        _Rule("weight", _compiled(rf"(?:{lead} )?{number} {pounds}"), _pounds),
        _Rule("weight", _compiled(rf"{lead} {number} {words['lb']}"), _pounds),
        _Rule("weight", re.compile(rf"(?<!\S){body} (?P<all>(?P<n>\d{{3}}) {words['lb']})(?!\S)"), _pounds),
        _Rule(
            "weight",
            _compiled(rf"(?P<st>\d{{1,2}}) {words['stone']}(?: (?P<n>\d{{1,2}})(?: {words['lb']})?)?"),
            _stones,
        ),
        _Rule("weight", _compiled(rf"{lead} {number}"), partial(_unitless_weight, pounds_from=_pounds_from(language))),
    ]


def _pounds(match: re.Match[str]) -> float:
    return _float(match["n"]) * _KG_PER_POUND


def _stones(match: re.Match[str]) -> float:
    return (int(match["st"]) * _POUNDS_PER_STONE + _float(match["n"] or "0")) * _KG_PER_POUND


def _pounds_from(language: Language) -> float:
    """Weights without a unit from here on are pounds, where people weigh themselves in pounds at all."""
    return float(next(iter(language.list("measures", "pounds_from")), "inf"))


def _unitless_weight(match: re.Match[str], pounds_from: float) -> float:
    value = _float(match["n"])
    return value * _KG_PER_POUND if value >= pounds_from else value


_THREE = re.compile(r"(?<!\S)(\d{2,3}) ([-/x]) (\d{2,3}) \2 (\d{2,3})(?!\S)")
_SLASHED = re.compile(r"(?<!\S)(?P<cm>1[4-9]\d) / (?P<kg>[4-9]\d|1[0-4]\d)(?!\S)")
"""Height and weight whatever stands before them: "TB/BB 160/55"."""
_PAIR = re.compile(r"(?<!\S)(?P<cm>1[4-9]\d) (?:/|,|-|and )? ?(?P<kg>[4-9]\d|1[0-4]\d)(?: kgs?)?(?!\S)")


def _add_three_girths(message: Draft) -> None:
    for match in _THREE.finditer(message.flat):
        values = [float(match[group]) for group in (1, 3, 4)]
        scale = _CM_PER_INCH if values[0] <= _MOST_INCHES else 1.0
        if 60 <= values[0] * scale <= 170 and 40 <= values[1] * scale <= 170:
            message.add_match("girths", tuple(round(value * scale, 1) for value in values), match)


def _add_pairs(message: Draft, pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer(message.flat):
        message.add_match("height_weight", (float(match["cm"]), float(match["kg"])), match)
