"""Who the past's people are: country, language, name and a number that rings nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from leadnurturebot.demo_shop.people.chances import picked

# United States and Canada keep 555-0100 to 555-0199 of every area free for stories, Ofcom 020 7946 0xxx, France
# 01 99 00 xx xx, Germany some mobile blocks. Other countries keep none: there the lowest numbers of an unused row.
_AREAS = (212, 213, 305, 312, 404, 415, 503, 512, 602, 615, 617, 646, 702, 713, 718, 720, 773, 786, 818, 917)
_CANADIAN_AREAS = (416, 514, 604, 613, 647, 780, 902)


@dataclass(frozen=True, slots=True)
class Person:
    """Name, country, language and number of somebody."""

    name: str
    country: str
    language: str
    phone: str


@cache
def _countries() -> Mapping[str, Any]:
    path = files("leadnurturebot.demo_shop.people") / "data" / "countries.yaml"
    content: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


class Crowd:
    """Draws people one after the other; no two of them share a number."""

    def __init__(self, seed: str) -> None:
        self._chance = Random(f"{seed}:crowd")
        self._counts: dict[str, int] = {}
        self._names: set[str] = set()

    def next(self) -> Person:
        """The next person."""
        countries = _countries()
        country = picked(self._chance, {code: entry["share"] for code, entry in countries.items()})
        entry = countries[country]
        self._counts[country] = count = self._counts.get(country, -1) + 1
        return Person(self._name(entry), country, picked(self._chance, entry["languages"]), phone(country, count))

    def _name(self, entry: Mapping[str, Any]) -> str:
        """A full name, taken twice only when the country's names run out."""
        for _attempt in range(12):
            name = f"{self._chance.choice(entry['first'].split())} {self._chance.choice(entry['last'].split())}"
            if name not in self._names:
                break
        self._names.add(name)
        return name


def phone(country: str, count: int) -> str:
    """The `count`-th (from 0) invented number of a country, E.164. Raises KeyError for a country without a row."""
    if country in ("US", "CA"):
        areas = _AREAS if country == "US" else _CANADIAN_AREAS
        return f"+1{areas[count % len(areas)]}55501{count // len(areas) % 100:02d}"
    return _ROWS[country].format(count % 100 if country == "DE" else count % 1000)


_ROWS = {
    "GB": "+442079460{:03d}",
    "FR": "+33199001{:03d}",
    "DE": "+49171392000{:02d}",
    "ES": "+34600000{:03d}",
    "MX": "+525500000{:03d}",
    "BR": "+5511900000{:03d}",
    "PT": "+351910000{:03d}",
    "IN": "+917000000{:03d}",
    "ID": "+6281100000{:03d}",
}
