"""Amounts as PayPal writes them: decimal strings, and none behind the point for three currencies.

Source: PayPal's currency codes page; HUF and TWD have decimals by ISO 4217 and none at PayPal.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from leadnurturebot.domain.money import Money, from_major
from leadnurturebot.providers.base import AnomalousPayload, ProviderError

CURRENCIES = frozenset((
    "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD", "NOK",
    "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD",
))  # fmt: skip
_WHOLE_ONLY = frozenset(("HUF", "JPY", "TWD"))


def amount_json(amount: Money) -> dict[str, str]:
    """Raises ProviderError for a fraction of a currency that PayPal takes whole only."""
    if amount.currency in _WHOLE_ONLY:
        if amount.major != amount.major.to_integral_value():
            raise ProviderError(f"PayPal takes whole {amount.currency} only", code="currency_without_decimals")
        return {"currency_code": amount.currency, "value": str(int(amount.major))}
    return {"currency_code": amount.currency, "value": str(amount.major)}


def read_amount(data: Mapping[str, Any]) -> Money:
    """Raises AnomalousPayload."""
    try:
        return from_major(Decimal(data["value"]), data["currency_code"])
    except (KeyError, TypeError, InvalidOperation) as error:
        raise AnomalousPayload("an amount of PayPal that is none") from error
