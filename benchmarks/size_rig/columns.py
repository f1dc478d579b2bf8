"""Columns of a file of bodies: which is which by its name, and its values in centimetres, kilograms and years."""

import re
from collections.abc import Mapping, Sequence
from statistics import median

_NAMES = {
    "height": ("height", "heightcm", "heightin", "heightinches", "heightft", "ht", "stature"),
    "weight": ("weight", "weightkg", "weightlb", "weightlbs", "wt", "bodyweight"),
    "age": ("age", "ageyears"),
    "bust": ("bust", "bustsize", "chest", "bustcm", "chestcm", "chestsize"),
    "waist": ("waist", "waistcm", "waistsize"),
    "hip": ("hip", "hips", "hipcm", "hipscm", "hipsize"),
    "size": ("size", "clothingsize", "tshirtsize", "shirtsize", "sizelabel", "label"),
    "fit": ("fit", "fitverdict", "verdict", "fitfeedback"),
    "person": ("userid", "user", "customerid", "customer", "personid"),
    "item": ("itemid", "item", "productid", "product"),
}
_FEET = re.compile(r"(\d)\s*(?:ft|feet|foot|')\s*(\d{1,2}(?:\.\d+)?)?\s*(?:in|inch|inches|\"|'')?")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)")
_INCH, _POUND, _FOOT = 2.54, 0.45359237, 30.48
_PLAUSIBLE = {"height": (45.0, 230.0), "weight": (2.0, 250.0), "age": (1.0, 100.0), "bust": (35.0, 180.0),
              "waist": (30.0, 180.0), "hip": (35.0, 190.0)}  # fmt: skip
MEASURES = tuple(_PLAUSIBLE)


def recognised(names: Sequence[str]) -> dict[str, str]:
    """The file's own column by what it means."""
    plain = {re.sub(r"[^a-z]", "", name.casefold()): name for name in names}
    return {kind: plain[own] for kind, known in _NAMES.items() for own in known[::-1] if own in plain}


def metric(kind: str, name: str, values: Sequence[str]) -> list[float | None]:
    """A column's values in metric units; None where there is none or no body has it. A column of bare numbers is taken to
    be in the unit that makes its middle value one of an adult."""
    read = [_read(kind, value.casefold().strip()) for value in values]
    bare = [number for number, is_bare in read if number is not None and is_bare]
    factor = _factor(kind, name.casefold(), median(bare)) if bare else 1.0
    scaled = [number * factor if number is not None and is_bare else number for number, is_bare in read]
    low, high = _PLAUSIBLE[kind]
    return [number if number is not None and low <= number <= high else None for number in scaled]


def _read(kind: str, text: str) -> tuple[float | None, bool]:
    """A number, and whether it came without a unit of its own."""
    if kind == "height" and (feet := _FEET.match(text)):
        return int(feet[1]) * _FOOT + float(feet[2] or 0) * _INCH, False
    match = _NUMBER.match(text)
    if match is None:
        return None, True
    number, unit = float(match[1].replace(",", ".")), match[2]
    units = {"lb": _POUND, "lbs": _POUND, "kg": 1.0, "kgs": 1.0, "cm": 1.0, "m": 100.0, "in": _INCH, "inches": _INCH}
    return (number * units[unit], False) if unit in units else (number, True)


def _factor(kind: str, name: str, middle: float) -> float:
    if kind == "weight":
        return _POUND if "lb" in name or ("kg" not in name and middle > 110) else 1.0
    if kind == "age":
        return 1.0
    if kind == "height":
        return 100.0 if middle < 2.6 else _FOOT if middle < 9 else _INCH if middle < 95 else 1.0
    return _INCH if middle < 56 else 1.0


_LETTERS = {"xs": -2, "s": -1, "m": 0, "l": 1, "xl": 2}
_MANY = re.compile(r"(?:(\d)x|(x+))([sl])")


def rank_of_size(label: str) -> float | None:
    """Where a size lies among others of its kind: letters around M, numbers as they are."""
    text = label.casefold().strip()
    if text in _LETTERS:
        return float(_LETTERS[text])
    if match := _MANY.fullmatch(text):
        times = int(match[1]) if match[1] else len(match[2])
        return float(1 + times if match[3] == "l" else -1 - times)
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


_FITS = {
    "small": -1, "toosmall": -1, "tight": -1, "runssmall": -1, "slightlysmall": -1, "verysmall": -1,
    "fit": 0, "right": 0, "truetosize": 0, "justright": 0, "perfect": 0, "good": 0,
    "large": 1, "toolarge": 1, "toobig": 1, "big": 1, "loose": 1, "runslarge": 1, "slightlylarge": 1, "verylarge": 1,
}  # fmt: skip


def verdict(text: str) -> int | None:
    """-1 too small, 0 right, 1 too large; None where it is another word."""
    return _FITS.get(re.sub(r"[^a-z]", "", text.casefold()))


def column(rows: Sequence[Mapping[str, object]], name: str) -> list[str]:
    """A column's values as text, empty where absent."""
    return ["" if row.get(name) is None else str(row[name]) for row in rows]
