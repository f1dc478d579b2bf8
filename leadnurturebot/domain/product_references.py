"""What a prefilled text says of the page it was written from: `(ref: P45-K7Q2MA)` is product 45 of the page K7Q2MA.

The letters are those of our landing links; the dash is what tells one from the other. Anybody can write one, so it opens
nothing: it only says which product is meant.
"""

import re
import secrets

from leadnurturebot.domain.values import value

CODE_LENGTH = 6
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
# A product's code fits an integer column. The customer may have written on behind it.
_REFERENCE = re.compile(
    rf"\s*[(\[]?\s*\bref[:\s]\s*P(\d{{1,9}})-([{_LETTERS}]{{{CODE_LENGTH}}})\b\s*[)\]]?", re.IGNORECASE
)


@value
class ProductReference:
    """A product by its code in the shop, and the page by its own."""

    product_code: int
    page_code: str


def new_code() -> str:
    """A code for a page, at random. Nothing is protected by it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def written(reference: ProductReference) -> str:
    """The reference as it stands at the end of a prefilled text."""
    return f"(ref: P{reference.product_code}-{reference.page_code})"


def found_in(text: str) -> ProductReference | None:
    """The first reference in a text."""
    match = _REFERENCE.search(text)
    return ProductReference(int(match[1]), match[2].upper()) if match else None


def without(text: str) -> str:
    """A text without its references."""
    return _REFERENCE.sub("", text)
