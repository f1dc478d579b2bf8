"""Which ways to pay a shop really has: those that its connected providers bring and that take its currency."""

from collections.abc import Sequence
from functools import cache

from leadnurturebot.providers.registry import payment_provider


@cache
def takes(slug: str, currency: str) -> bool:
    """Whether a provider takes the currency."""
    currencies = payment_provider(slug).currencies
    return not currencies or currency in currencies


@cache
def methods_of(slug: str, currency: str) -> tuple[str, ...]:
    """Ways to pay that a provider brings in this currency."""
    return payment_provider(slug).methods if takes(slug, currency) else ()


def methods_offered(slugs: Sequence[str], currency: str) -> tuple[str, ...]:
    """The ways of several providers, each named once, in their order."""
    return tuple(dict.fromkeys(method for slug in slugs for method in methods_of(slug, currency)))
