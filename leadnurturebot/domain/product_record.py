"""What a product's record says of a detail: a value, that it is not there, or nothing."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.words.every import WORDS, plain

_ABSENT = frozenset({"", "0", *(word for words in WORDS.values() for word in words.absent)})
_PRESENT = frozenset(word for words in WORDS.values() for word in words.present)
_SLEEVELESS = frozenset(word for words in WORDS.values() for word in words.sleeveless)
_RECORDED_AS = {"sleeves": "sleeve", "straps": "strap", "dimensions": "size", "waist": "rise"}
"""Details by another name in records."""


def recorded(product: Product, detail: str) -> str:
    """The record's words for a detail, empty when it is silent."""
    own = {"material": product.material, "fit": product.fit}.get(detail, "")
    return product.details.get(detail, "") or product.details.get(_RECORDED_AS.get(detail, ""), "") or own


def has_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it."""
    value = plain(recorded(product, detail)).strip().casefold()
    return value not in _ABSENT and not (detail == "sleeves" and value in _SLEEVELESS)


def only_has(product: Product, detail: str) -> bool:
    """Whether the record says no more than that the product has it."""
    return plain(recorded(product, detail)).strip().casefold() in _PRESENT


def lacks_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it not; a silent record says nothing."""
    return bool(recorded(product, detail)) and not has_detail(product, detail)
