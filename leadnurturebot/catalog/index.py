"""A shop's goods in memory: looked up by id, code and SKU, searched by wishes, compared with one another.

Plain Python and numpy. One index per shop and version of its catalogue; nothing in it changes after it is built.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from leadnurturebot.catalog.likeness import Likeness
from leadnurturebot.catalog.search_columns import Column, Mask, holds_any, postings, total
from leadnurturebot.catalog.search_nearness import LEAST, nearness, portrait
from leadnurturebot.catalog.search_words import WordIndex, materials_of, record_words, worn_by
from leadnurturebot.domain.catalogue import Hit, Product, Variant, Wish
from leadnurturebot.domain.garment_lengths import lengths_met
from leadnurturebot.domain.garment_terms import (
    ancestors,
    any_size,
    color_fit,
    near_occasions,
    occasion_names,
)
from leadnurturebot.domain.product_record import has_detail
from leadnurturebot.domain.values import value

# What a met wish is worth. A category matters most; a price limit and a size decide a purchase more than a colour.
_WEIGHTS = {
    "categories": 8.0,
    "audience": 3.0,
    "price_max": 2.5,
    "price_min": 2.0,
    "sizes": 2.5,
    "colors": 2.0,
    "materials": 2.0,
    "occasions": 1.2,
    "fits": 1.0,
    "lengths": 1.5,
    "on_sale": 3.0,
    "details": 1.5,
}
_TEXT = 1.5
_IN_STOCK = 0.5
_REMEMBERED = 2000
_REFUSED = -50.0
_WISHED = ("pockets", "lining", "sleeves", "hood", "slit", "stretch")
_LEAST_FIT = 0.5
"""A wish met less than this counts as missed."""
_PARENT_FIT = 0.45
"""A record that says no more than "knitwear" where a sweater is wished."""
_NEAR_OCCASION = 0.4
"""Formal wear comes near to a funeral; it is not called fit for one."""
_KIND_OF = 0.9
"""A blazer is a jacket, but who wants a jacket sees what is called one first."""
_TOO_GENERAL = frozenset({"top", "accessories"})


@value
class _Fits:
    """How far each wish is met: by variant where variants of a product differ, by product elsewhere."""

    variants: Mapping[str, Mask]
    products: Mapping[str, Mask]
    best: NDArray[np.int64]
    """For each product the row of the variant that meets the wishes best."""

    def rows(self) -> list[tuple[str, Mask]]:
        """Every wish with one value per product."""
        return [*((name, fit[self.best]) for name, fit in self.variants.items()), *self.products.items()]


class CatalogueIndex:
    """The `Catalogue` of the domain over the products given.

    `prices` are minor units by variant id; `stock_hint` is free stock by variant id when the index was built, an empty
    mapping when unknown; `reduced` are the variants on sale. `synonyms` map single words to the base terms of the
    records ("tee": "t-shirt").
    """

    def __init__(
        self,
        products: Sequence[Product],
        prices: Mapping[UUID, int],
        stock_hint: Mapping[UUID, int],
        *,
        synonyms: Mapping[str, str] | None = None,
        reduced: Collection[UUID] = (),
    ) -> None:
        self._all = {product.id: product for product in products}
        self._by_code = {product.code: product for product in products}
        self._products = [product for product in products if product.variants]
        self._pairs = [(product, variant) for product in self._products for variant in product.variants]
        self._rows = {product.id: row for row, product in enumerate(self._products)}
        self._variant_codes = {variant.code: (product, variant) for product, variant in self._pairs}
        self._skus = {variant.sku.casefold(): (product, variant) for product, variant in self._pairs if variant.sku}
        self._found_similar: dict[tuple[UUID, int, Wish | None], Sequence[Hit]] = {}
        self._words = WordIndex(self._products, synonyms or {})
        self._index_variants(prices, stock_hint)
        self._reduced = np.array([variant.id in reduced for _, variant in self._pairs], np.float32)
        self._index_products()

    def _index_variants(self, prices: Mapping[UUID, int], stock_hint: Mapping[UUID, int]) -> None:
        counts = [len(product.variants) for product in self._products]
        self._starts = np.cumsum([0, *counts])[:-1]
        self._owner = np.repeat(np.arange(len(counts)), counts)
        self._price = np.array([prices.get(variant.id, -1) for _, variant in self._pairs], np.int64)
        stock = [stock_hint.get(variant.id, 0) if stock_hint else 1 for _, variant in self._pairs]
        self._stocked = (np.array(stock, np.int64) > 0).astype(np.float32)
        self._colors = Column([variant.color.lower() for _, variant in self._pairs])
        self._sizes = Column([variant.size for _, variant in self._pairs])

    def _index_products(self) -> None:
        goods = self._products
        lowest = [int(price) for price in np.minimum.reduceat(self._price, self._starts)] if goods else []
        self._portraits = [portrait(product, price) for product, price in zip(goods, lowest, strict=True)]
        self._kind_rows = postings(item.kinds for item in self._portraits)
        self._own_rows = postings(item.own_kinds for item in self._portraits)
        self._materials = postings(materials_of(product) for product in goods)
        self._occasions = postings({occasion.lower() for occasion in product.occasions} for product in goods)
        self._fits = postings({product.fit.lower()} for product in goods)
        self._lengths = postings(lengths_met(product.details.get("length", "")) for product in goods)
        self._details = postings({name for name in _WISHED if has_detail(product, name)} for product in goods)
        self._audiences = postings({product.audience.lower()} for product in goods)

    def product(self, product_id: UUID) -> Product | None:
        """The product, None when it is not of this shop."""
        return self._all.get(product_id)

    def by_code(self, code: int) -> Product | None:
        """The product of a button's small number."""
        return self._by_code.get(code)

    def variant_by_code(self, code: int) -> tuple[Product, Variant] | None:
        """The variant of a button's small number, with its product."""
        return self._variant_codes.get(code)

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The variant of a SKU, upper or lower case."""
        return self._skus.get(sku.casefold())

    def search(self, wish: Wish, *, limit: int = 10) -> Sequence[Hit]:
        """Best first; a hit that meets every wish stands before one that misses any."""
        if not self._products:
            return []
        fits = self._fit(wish)
        text = self._words.scores(wish.text) if wish.text else np.zeros(len(self._products), np.float32)
        is_open = self._is_allowed(wish)
        if wish.text and not fits.variants and not fits.products:
            is_open &= text > 0
        return self._ranked(fits, np.float32(_TEXT) * text, is_open, limit)

    def similar(self, product_id: UUID, *, limit: int = 10, wish: Wish | None = None) -> Sequence[Hit]:
        """Products like this one, without it: by kind, material, fit, occasions, colours, price. Sold-out ones last."""
        product = self._all.get(product_id)
        if product is None or not self._products:
            return []
        # An ad's product is asked about again and again, and an index never changes.
        key = (product_id, limit, wish)
        if key not in self._found_similar:
            if len(self._found_similar) >= _REMEMBERED:
                self._found_similar.clear()
            self._found_similar[key] = self._similar(product, limit, wish or Wish())
        return self._found_similar[key]

    def likeness(self, product_id: UUID) -> tuple[tuple[UUID, float], ...]:
        """Goods of any kind that have something in common with this one, with how much (0 to 1), most alike first."""
        row = self._rows.get(product_id)
        return () if row is None else self._likeness.to(row)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness([product.id for product in self._products], self._portraits)

    def _similar(self, product: Product, limit: int, wish: Wish) -> Sequence[Hit]:
        wish = replace(wish, exclude=(*wish.exclude, product.id))
        near = self._nearness(product)
        is_open = self._is_allowed(wish) & (near >= LEAST)
        sold_out = np.float32(2 * LEAST) * (1 - np.maximum.reduceat(self._stocked, self._starts))
        return self._ranked(self._fit(wish), (near - sold_out).astype(np.float32), is_open, limit)

    def _nearness(self, product: Product) -> Mask:
        own = self._rows.get(product.id)
        mine = self._portraits[own] if own is not None else portrait(product, -1)
        # Goods that share no kind cannot be alike, and need no closer look.
        rows = np.flatnonzero(holds_any(self._kind_rows, mine.kinds, len(self._products)))
        near = np.zeros(len(self._products), np.float32)
        near[rows] = [nearness(mine, self._portraits[row]) for row in rows]
        return near

    def _fit(self, wish: Wish) -> _Fits:
        variants = self._variant_fits(wish)
        score = (
            total(((_WEIGHTS[name], fit) for name, fit in variants.items()), len(self._pairs))
            + _IN_STOCK * self._stocked
        )
        if wish.not_colors:
            score += _REFUSED * self._refused(wish.not_colors)
        highest = np.maximum.reduceat(score, self._starts)
        is_best = score >= highest[self._owner] - 1e-6
        best = np.minimum.reduceat(np.where(is_best, np.arange(len(score)), len(score)), self._starts)
        return _Fits(variants, self._product_fits(wish), best)

    def _variant_fits(self, wish: Wish) -> dict[str, Mask]:
        """A wished size must be in stock to count as met."""
        fits: dict[str, Mask] = {}
        if wish.colors:
            fits["colors"] = self._colors.spread(lambda color: max(color_fit(wished, color) for wished in wish.colors))
        if wish.sizes:
            fits["sizes"] = self._sizes.spread(lambda size: float(any_size(wish.sizes, size))) * self._stocked
        if wish.on_sale:
            fits["on_sale"] = self._reduced * self._stocked
        if wish.price_max is not None:
            fits["price_max"] = ((self._price <= wish.price_max) & (self._price >= 0)).astype(np.float32)
        if wish.price_min is not None:
            fits["price_min"] = (self._price >= wish.price_min).astype(np.float32)
        return fits

    def _product_fits(self, wish: Wish) -> dict[str, Mask]:
        count = len(self._products)
        fits = {
            "categories": self._category_fit(wish.categories) if wish.categories else None,
            "materials": holds_any(self._materials, record_words(" ".join(wish.materials)), count)
            if wish.materials
            else None,
            "occasions": self._occasion_fit(wish.occasions) if wish.occasions else None,
            "details": self._detail_fit(wish.details) if wish.details else None,
            "fits": holds_any(self._fits, wish.fits, count) if wish.fits else None,
            "lengths": holds_any(self._lengths, wish.lengths, count) if wish.lengths else None,
            "audience": holds_any(self._audiences, worn_by(wish.audience), count) if wish.audience else None,
        }
        return {name: fit for name, fit in fits.items() if fit is not None}

    def _material_fit(self, materials: Sequence[str]) -> Mask:
        return holds_any(self._materials, record_words(" ".join(materials)), len(self._products))

    def _detail_fit(self, details: Sequence[str]) -> Mask:
        """1 for a product whose record says that it has every detail."""
        found: Mask = np.ones(len(self._products), np.float32)
        for detail in details:
            found *= holds_any(self._details, (detail,), len(self._products))
        return found

    def _occasion_fit(self, occasions: Sequence[str]) -> Mask:
        names = [name for occasion in occasions for name in occasion_names(occasion)]
        near = [name for occasion in occasions for name in near_occasions(occasion)]
        count = len(self._products)
        found: Mask = np.maximum(
            holds_any(self._occasions, names, count),
            holds_any(self._occasions, near, count) * np.float32(_NEAR_OCCASION),
        )
        return found

    def _category_fit(self, categories: Sequence[str]) -> Mask:
        kinds = holds_any(self._kind_rows, categories, len(self._products))
        if kinds.any():
            own = holds_any(self._own_rows, categories, len(self._products))
            fit: Mask = np.maximum(own, kinds * np.float32(_KIND_OF))
            return fit
        parents = {parent for category in categories for parent in ancestors(category)} - _TOO_GENERAL
        inherited: Mask = holds_any(self._kind_rows, parents, len(self._products)) * np.float32(_PARENT_FIT)
        return inherited

    def _refused(self, names: Sequence[str]) -> Mask:
        return self._colors.spread(lambda color: float(max(color_fit(name, color) for name in names) >= _LEAST_FIT))

    def _is_allowed(self, wish: Wish) -> NDArray[np.bool_]:
        """Neither shown before nor refused; a product stays while one of its colours is not refused."""
        allowed = np.ones(len(self._products), np.bool_)
        for product_id in wish.exclude:
            if product_id in self._rows:
                allowed[self._rows[product_id]] = False
        if wish.not_materials:
            allowed &= self._material_fit(wish.not_materials) == 0
        if wish.not_colors:
            allowed &= np.minimum.reduceat(self._refused(wish.not_colors), self._starts) < 1
        return allowed

    def _ranked(self, fits: _Fits, base: Mask, is_open: NDArray[np.bool_], limit: int) -> list[Hit]:
        wishes, count = fits.rows(), len(self._products)
        worth = base + total(((_WEIGHTS[name], fit) for name, fit in wishes), count)
        worth += _IN_STOCK * np.maximum.reduceat(self._stocked, self._starts)
        missed = total(((_WEIGHTS[name], (fit < _LEAST_FIT).astype(np.float32)) for name, fit in wishes), count)
        rows = np.flatnonzero(is_open)
        order = rows[np.lexsort((rows, -worth[rows], missed[rows]))][:limit]
        return [
            Hit(
                product=self._products[row],
                score=round(float(worth[row]), 4),
                color=self._pairs[fits.best[row]][1].color,
                missed=tuple(name for name, fit in wishes if fit[row] < _LEAST_FIT),
            )
            for row in order
        ]
