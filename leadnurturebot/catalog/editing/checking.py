"""Whether a form can be saved: everything that is wrong is told at once, by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from leadnurturebot.catalog.amounts import UnusablePrice, price_of
from leadnurturebot.catalog.drafts import STOCK_MAX, VariantDraft
from leadnurturebot.catalog.editing.forms import FIELDS_MOST, STATUSES, VARIANTS_MOST, ProductForm, VariantForm

_AUDIENCES = ("women", "men", "unisex")
_MEASURE_MAX = 400
Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What of the shop a form must not collide with."""

    skus: Mapping[str, UUID]
    """Variant by SKU, of all products."""
    own: frozenset[UUID]
    """The product's own variants."""


def problems_of(form: ProductForm, currency: str, taken: Taken) -> dict[str, str]:
    """The code of what is wrong by field; empty when all is well."""
    found: dict[str, str] = {}
    for name, code in (*_own(form), *_variants(form.variants, currency, taken)):
        found.setdefault(name, code)
    return found


def _own(form: ProductForm) -> Iterator[Problem]:
    if not form.name.strip():
        yield "name", "missing"
    for name in ("name", "category", "collection", "description", "material", "fit"):
        if len(getattr(form, name)) > FIELDS_MOST[name]:
            yield name, "long"
    if form.audience not in _AUDIENCES:
        yield "audience", "unknown"
    if form.status not in STATUSES:
        yield "status", "unknown"
    if any(not name.strip() or not value.strip() for name, value in form.details.items()):
        yield "details", "missing"
    if not form.variants:
        yield "variants", "missing"
    if len(form.variants) > VARIANTS_MOST:
        yield "variants", "many"


def _variants(variants: Sequence[VariantForm], currency: str, taken: Taken) -> Iterator[Problem]:
    skus: set[str] = set()
    kinds: set[tuple[str, str]] = set()
    for place, variant in enumerate(variants):
        start = f"variants.{place}."
        yield from ((start + name, code) for name, code in _variant(variant, currency))
        sku, kind = variant.sku.strip(), (variant.color.strip().casefold(), variant.size.strip())
        if sku in skus:
            yield start + "sku", "twice"
        elif sku and taken.skus.get(sku, variant.id) != variant.id and taken.skus[sku] not in taken.own:
            yield start + "sku", "taken"
        if kind in kinds:
            yield start + "size", "twice"
        if variant.id is not None and variant.id not in taken.own:
            yield start + "id", "unknown"
        skus.add(sku)
        kinds.add(kind)


def _variant(variant: VariantForm, currency: str) -> Iterator[Problem]:
    if not variant.sku.strip():
        yield "sku", "missing"
    for name in ("sku", "color", "size"):
        if len(getattr(variant, name)) > FIELDS_MOST[name]:
            yield name, "long"
    for name, text in (("price", variant.price), ("compare_at", variant.compare_at)):
        if (code := _amount(text, currency)) and (text.strip() or name == "price"):
            yield name, code
    if variant.stock is not None and not 0 <= variant.stock <= STOCK_MAX:
        yield "stock", "negative" if variant.stock < 0 else "large"
    if any(not 0 < centimetres <= _MEASURE_MAX for centimetres in variant.measures.values()):
        yield "measures", "no_measure"
    are_prices = not _amount(variant.price, currency) and not _amount(variant.compare_at, currency)
    if are_prices and price_of(variant.compare_at, currency) <= price_of(variant.price, currency):
        yield "compare_at", "not_higher"


def _amount(text: str, currency: str) -> str:
    """What is wrong with a price, empty when it is one."""
    try:
        price_of(text, currency)
    except UnusablePrice as error:
        return error.code
    return ""


def draft_of(variant: VariantForm, currency: str) -> VariantDraft:
    """A checked variant as it is saved."""
    before: Decimal | None = price_of(variant.compare_at, currency) if variant.compare_at.strip() else None
    return VariantDraft(
        sku=variant.sku.strip(), price=price_of(variant.price, currency), compare_at=before, stock=variant.stock,
        color=variant.color.strip().casefold(), size=variant.size.strip(), measures=dict(variant.measures),
    )  # fmt: skip
