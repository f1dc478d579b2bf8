"""The length of a foot, for goods whose chart is of feet."""

import re

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.words.foot_words import foot_length_said

_BARE = re.compile(r"\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(cms?|centim\w*|सेमी)?[\s.!]*", re.IGNORECASE)
_ADULT, _CHILD = (20.0, 32.0), (9.0, 26.0)
"""Centimetres; from 34 on a bare number is a European size. A child's bare number may be one too and needs its unit."""


def is_of_feet(product: Product) -> bool:
    """Whether the product's chart goes by the length of the foot."""
    return any("foot_length" in row.body for row in product.size_chart)


def foot_told(product: Product | None, text: str) -> float | None:
    """Centimetres that a message about such goods tells: "my foot is 26 cm", and a bare "26" or "25,5 cm"."""
    if product is None or not is_of_feet(product):
        return None
    if (said := foot_length_said(text)) is not None:
        return said
    bare = _BARE.fullmatch(text)
    if bare is None or (product.audience == "kids" and not bare[2]):
        return None
    number = float(bare[1].replace(",", "."))
    low, high = _CHILD if product.audience == "kids" else _ADULT
    return number if low <= number <= high else None
