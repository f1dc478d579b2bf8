"""Signs of currencies beside a price: a price in another money than the shop's is no price of the shop's."""

_DOLLARS = frozenset({"USD", "MXN", "CAD", "AUD", "NZD", "SGD", "HKD", "ARS", "CLP", "COP", "TWD"})
_SIGNS = (
    ("US$", frozenset({"USD"})), ("MX$", frozenset({"MXN"})), ("R$", frozenset({"BRL"})), ("$", _DOLLARS),
    ("€", frozenset({"EUR"})), ("£", frozenset({"GBP"})), ("₹", frozenset({"INR"})), ("¥", frozenset({"JPY", "CNY"})),
    ("RP", frozenset({"IDR"})), ("RS", frozenset({"INR", "PKR", "LKR", "NPR"})),
)  # fmt: skip
_CODES = (
    "USD",
    "EUR",
    "GBP",
    "INR",
    "IDR",
    "BRL",
    "MXN",
    "CAD",
    "AUD",
    "JPY",
    "CNY",
    "KWD",
    "AED",
    "SGD",
    "ARS",
    "COP",
)


def is_foreign(text: str, currency: str) -> bool:
    """Whether a price is written in another currency than this one. A bare number is in the shop's."""
    letters = text.upper()
    named = [code for code in _CODES if code in letters]
    if named:
        return currency not in named
    meant = next((currencies for sign, currencies in _SIGNS if sign in letters), None)
    return meant is not None and currency not in meant
