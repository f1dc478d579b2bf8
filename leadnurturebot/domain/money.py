"""Money as integer minor units with its currency, and message cost in micros."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# ISO 4217: currencies whose minor unit is not a hundredth. Indonesian rupiah keeps two by the standard, but no shop
# writes sen, and Stripe counts IDR in hundredths: the amount stays in hundredths and only the display drops them.
_ZERO_DECIMALS = frozenset(
    ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF")
)
_THREE_DECIMALS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))

MICROS = 1_000_000


def exponent(currency: str) -> int:
    """Number of decimals of `currency` (ISO 4217 code)."""
    if currency in _ZERO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (cents for USD) of one currency."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other).minor, self.currency)

    def __mul__(self, count: int) -> "Money":
        return Money(self.minor * count, self.currency)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be mixed")
        return other

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    @property
    def micros(self) -> int:
        """The amount in millionths of a major unit, the unit of the ledger."""
        return self.minor * int(10 ** (6 - exponent(self.currency)))


def from_major(amount: Decimal | int | str, currency: str) -> Money:
    """`amount` major units as money, rounded half up to the currency's decimals."""
    scaled = Decimal(amount).scaleb(exponent(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Money(int(scaled), currency)


def from_micros(micros: int, currency: str) -> Money:
    """Ledger micros as money, rounded half up once."""
    return from_major(Decimal(micros) / MICROS, currency)
