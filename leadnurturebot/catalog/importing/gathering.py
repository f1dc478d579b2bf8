"""Products as the rows of a file add up to them, with what was wrong on the way."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, count

from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, VariantDraft, check_stock, minor_price
from leadnurturebot.catalog.importing import words
from leadnurturebot.catalog.importing.problems import Problem
from leadnurturebot.catalog.row_problems import UnusableRow

_MOST_PICTURES = 20
_LONGEST_MESSAGE = 300
_LONGEST_ID = 300
_LONGEST = {"sku": 100, "color": 60, "size": 60, "name": 200}
_CUT = 200


@dataclass(slots=True, kw_only=True)
class Product:
    """A product whose rows are still coming in. None: the file does not say."""

    external_id: str
    name: str
    category: str | None = None
    audience: str | None = None
    collection: str | None = None
    description: str | None = None
    material: str | None = None
    fit: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    occasions: list[str] | None = None
    is_active: bool | None = True
    variants: list[VariantDraft] = field(default_factory=list)
    images: list[ImageDraft] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    """Row by colour and size."""

    def learn(self, facts: dict[str, str]) -> None:
        """Take what a text states, where the file has not said it itself."""
        self.material = self.material or facts.get("material")
        if "fit" in facts and not self.fit:
            self.fit = words.fit(facts["fit"]) or None
        others = {name: value for name, value in facts.items() if name not in ("material", "fit")}
        self.details = {**others, **self.details}

    def show(self, image: ImageDraft) -> None:
        """Add a picture, once, and not without end."""
        if image not in self.images and len(self.images) < _MOST_PICTURES:
            self.images.append(image)

    def draft(self) -> ProductDraft:
        """The product as it is saved. What the file does not say stays as it was."""
        return ProductDraft(
            external_id=self.external_id, name=self.name, category=_short(self.category), audience=self.audience,
            collection=_short(self.collection), description=self.description, material=_short(self.material),
            fit=self.fit, details={name[:_CUT]: value[:_CUT] for name, value in self.details.items()} or None,
            occasions=self.occasions, variants=self.variants, images=self.images or None, is_active=self.is_active,
        )  # fmt: skip


class Gathering:
    """All products of a file by a key of its format, and its problems."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.products: dict[str, Product] = {}
        self.problems: list[Problem] = []
        self._skus: dict[str, int] = {}
        self._ids: set[str] = set()

    @contextmanager
    def row(self) -> Iterator[None]:
        """Whatever is unusable inside becomes a problem; the next row goes on."""
        try:
            yield
        except UnusableRow as error:
            self.problem(error)

    def problem(self, error: UnusableRow) -> None:
        """Keep what is wrong."""
        self.problems.append(
            Problem(error.row, error.column, error.message[:_LONGEST_MESSAGE], error.code, error.values)
        )

    def keep(self, key: str, product: Product) -> None:
        """Keep a product, if its key is new."""
        if key not in self.products:
            self.products[key] = product
            self._ids.add(product.external_id)

    def add(self, product: Product, variant: VariantDraft, row: int) -> None:
        """Add a variant after checking it. Raises UnusableRow."""
        _check_lengths(product, variant, row)
        minor_price(variant.price, variant.compare_at, self.currency, row)
        check_stock(variant.stock or 0, row)
        if variant.sku in self._skus:
            raise UnusableRow(row, "sku", "repeated", value=variant.sku, row=self._skus[variant.sku])
        kind = (variant.color, variant.size)
        if kind in product.places:
            code, named = ("repeated_kind" if any(kind) else "repeated_one"), " ".join(filter(None, kind))
            raise UnusableRow(row, "size", code, kind=named, name=product.name, row=product.places[kind])
        self._skus[variant.sku] = product.places[kind] = row
        product.variants.append(variant)

    def free_id(self, *wanted: str) -> str:
        """The first id that no product of the file has yet, the last one numbered where all are taken."""
        numbered = (f"{wanted[-1]}-{number}" for number in count(2))
        return next(name for name in chain(wanted, numbered) if name and name not in self._ids)

    def placed(self) -> Sequence[tuple[int, ProductDraft]]:
        """Every product that has a variant, with the first row that says something of it."""
        kept = [product for product in self.products.values() if product.variants]
        return [(min(product.places.values()), product.draft()) for product in kept]

    def drafts(self) -> Sequence[ProductDraft]:
        """Every product that has a variant."""
        return [product.draft() for product in self.products.values() if product.variants]


def _short(text: str | None) -> str | None:
    return text if text is None else text[:_CUT]


def _check_lengths(product: Product, variant: VariantDraft, row: int) -> None:
    texts = {"sku": variant.sku, "color": variant.color, "size": variant.size, "name": product.name}
    for column, text in texts.items():
        if len(text) > _LONGEST[column]:
            raise UnusableRow(row, column, "too_long", text=text[:40], most=_LONGEST[column])
    if len(product.external_id) > _LONGEST_ID:
        raise UnusableRow(row, "handle", "too_long", text=product.external_id[:40], most=_LONGEST_ID)


def sku_of(parts: Iterable[str]) -> str:
    """A SKU for a variant whose source has none: the same on every import."""
    return "-".join("-".join(part.split()) for part in parts if part).upper()
