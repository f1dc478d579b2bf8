"""A price as a person writes it in a form, told apart from what could be read two ways."""

import re
from decimal import Decimal

from leadnurturebot.catalog.drafts import PRICE_MAX
from leadnurturebot.catalog.importing.cells import amount
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.domain.money import exponent, from_major

_TWO_READINGS = re.compile(r"\d{1,3},\d{3}")


class UnusablePrice(ValueError):
    """What was written is no price. `code`: `missing`, `no_price`, `negative`, `zero`, `decimals`, `unclear`, `large`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def price_of(text: str, currency: str) -> Decimal:
    """ "49,90", "49.90" and "1.299,00" in major units of the currency, exact and above 0. Raises UnusablePrice.

    "1,299" is refused where it may mean a thousand or one and a bit: a file has a habit, a form does not.
    """
    written = "".join(text.split())
    if not written:
        raise UnusablePrice("missing")
    if _TWO_READINGS.fullmatch(written):
        raise UnusablePrice("unclear")
    try:
        found = amount(written, 1, "price")
    except UnusableRow as error:
        raise UnusablePrice("no_price") from error
    if found < 0:
        raise UnusablePrice("negative")
    if found == 0:
        raise UnusablePrice("zero")
    if found >= PRICE_MAX:
        raise UnusablePrice("large")
    if from_major(found, currency).major != found:
        raise UnusablePrice("decimals")
    return found.quantize(Decimal(1).scaleb(-exponent(currency)))
