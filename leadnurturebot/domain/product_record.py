"""What a product's record says of a detail: a value, that it is not there, or nothing."""

from leadnurturebot.domain.catalogue import Product

_ABSENT = frozenset({"", "no", "none", "without", "false", "0", "unlined"})
_RECORDED_AS = {"sleeves": "sleeve", "straps": "strap", "dimensions": "size", "waist": "rise"}
"""Details by another name in records."""


def recorded(product: Product, detail: str) -> str:
    """The record's words for a detail, empty when it is silent."""
    own = {"material": product.material, "fit": product.fit}.get(detail, "")
    return product.details.get(detail, "") or product.details.get(_RECORDED_AS.get(detail, ""), "") or own


def has_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it."""
    value = recorded(product, detail).strip().casefold()
    if detail == "sleeves":
        return "sleeve" in value and value != "sleeveless"
    return value not in _ABSENT


def lacks_detail(product: Product, detail: str) -> bool:
    """Whether the record says that the product has it not; a silent record says nothing."""
    return bool(recorded(product, detail)) and not has_detail(product, detail)
