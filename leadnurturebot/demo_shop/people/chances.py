"""Chance that is the same on every run: everything is drawn from a seed."""

from collections.abc import Mapping
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")


def picked(chance: Random, weights: Mapping[Choice, float]) -> Choice:
    """One key, as likely as its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def happens(chance: Random, share: float) -> bool:
    """True in `share` (0 to 1) of all draws."""
    return chance.random() < share
