"""Hand-written catalogues, enough for every transcript, under the shop's real search: `goods.yaml` in English, and one
beside the transcripts of each tag."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

from leadnurturebot.assistant.language.vocabulary import category_words
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.domain.catalogue import Offer, Product, SizeRow, Variant
from leadnurturebot.domain.money import from_major

FOLDER = Path(__file__).parent
_NAMESPACE = UUID("6f1d5f0e-0000-4000-8000-000000000001")


def id_of(*parts: str) -> UUID:
    """The fixed id of a product (its slug) or a variant (slug, colour, size)."""
    return uuid5(_NAMESPACE, "/".join(parts))


class Goods:
    """The catalogue of the transcripts, with offers that a transcript may change."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]], tag: str = "en", currency: str = "USD") -> None:
        self.tag = tag
        self.currency = currency
        self.slugs: dict[UUID, str] = {}
        self.products: dict[UUID, Product] = {}
        self.offers: dict[UUID, Offer] = {}
        codes = iter(range(1, 10_000))
        for slug, record in records.items():
            product = self._product(slug, record, codes)
            self.products[product.id] = product
            self.slugs[product.id] = slug

    @classmethod
    def load(cls, tag: str = "en", currency: str = "USD") -> "Goods":
        """The goods of a tag; prices are written in major units of `currency`."""
        path = FOLDER / "goods.yaml" if tag == "en" else FOLDER / tag / "goods.yaml"
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")), tag, currency)

    def _minor(self, price: float) -> int:
        return from_major(str(price), self.currency).minor

    def _product(self, slug: str, record: Mapping[str, Any], codes: Iterable[int]) -> Product:
        take = iter(codes)
        lengths = dict(zip(str(record.get("sizes", "")).split(), str(record.get("lengths", "")).split(), strict=False))
        sizes = str(record.get("sizes", "One size")).split() if record.get("sizes") else ["One size"]
        code = next(take)
        variants = []
        for color, counts in record["stock"].items():
            for size, count in zip(sizes, str(counts).split(), strict=True):
                variant = Variant(
                    id=id_of(slug, color, size),
                    code=next(take),
                    sku=f"{slug}-{color}-{size}",
                    color=color,
                    size=size,
                    measures={"length": float(lengths[size])} if size in lengths else {},
                )
                variants.append(variant)
                sale = record.get("sale", {}).get(color)
                self.offers[variant.id] = Offer(
                    variant_id=variant.id,
                    price=self._minor(sale or record["price"]),
                    compare_at=self._minor(record["price"]) if sale else None,
                    available=int(count),
                )
        return Product(
            id=id_of(slug),
            code=code,
            name=record["name"],
            category=record["category"],
            audience=record.get("audience", "women"),
            description=record.get("description", ""),
            material=record.get("material", ""),
            fit=record.get("fit", ""),
            details=record.get("details", {}),
            occasions=tuple(record.get("occasions", ())),
            goes_with=tuple(id_of(other) for other in record.get("goes_with", ())),
            size_chart=_chart(record.get("chart", {})),
            variants=tuple(variants),
            images={color: f"https://shop.test/{slug}/{color.replace(' ', '-')}.png" for color in record["stock"]}
            if record.get("pictures", True)
            else {},
        )

    @cached_property
    def index(self) -> CatalogueIndex:
        """The shop's real search over these goods, as it was when the shop opened."""
        prices = {variant_id: offer.price for variant_id, offer in self.offers.items()}
        stock = {variant_id: offer.available for variant_id, offer in self.offers.items()}
        reduced = [key for key, own in self.offers.items() if own.compare_at is not None and own.compare_at > own.price]
        return CatalogueIndex(
            tuple(self.products.values()), prices, stock, reduced=frozenset(reduced), synonyms=category_words()
        )

    def variant(self, slug: str, color: str, size: str) -> tuple[Product, Variant]:
        """The variant written `slug / color / size`; raises KeyError when there is none."""
        product = self.products[id_of(slug)]
        for variant in product.variants:
            if variant.id == id_of(slug, color, size):
                return product, variant
        raise KeyError((slug, color, size))


def _chart(rows: Mapping[str, Mapping[str, str]]) -> tuple[SizeRow, ...]:
    found = []
    for size, body in rows.items():
        spans = {name: tuple(float(part) for part in span.split("-")) for name, span in body.items()}
        found.append(SizeRow(size=str(size), body={name: (low, high) for name, (low, high) in spans.items()}))
    return tuple(found)
