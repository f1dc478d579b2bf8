"""Reads the catalogue's data files into `DemoProduct`s."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from leadnurturebot.demo_shop.catalogue.cutting import measures
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct, DemoVariant, SizeChart
from leadnurturebot.domain.catalogue import SizeRow

FILES = ("dresses", "tops", "knitwear", "bottoms", "jackets", "menswear", "shoes", "extras")
ONE_SIZE = "One Size"
_DATA = files("leadnurturebot.demo_shop.catalogue") / "data"


@cache
def products() -> tuple[DemoProduct, ...]:
    """The whole catalogue in the order of its files."""
    return tuple(_product(code, record) for name in FILES for code, record in _read(f"products/{name}.yaml").items())


@cache
def by_external_id() -> Mapping[str, DemoProduct]:
    """Products by external id."""
    return {product.external_id: product for product in products()}


@cache
def by_sku() -> Mapping[str, tuple[DemoProduct, DemoVariant]]:
    """Product and variant by SKU."""
    return {variant.sku: (product, variant) for product in products() for variant in product.variants}


@cache
def size_charts() -> Mapping[str, SizeChart]:
    """Body size charts by key."""
    return {key: _chart(key, record) for key, record in _read("size_charts.yaml").items()}


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, accents dropped: "Piqué Polo" becomes "pique-polo"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("é", "e").replace("'", "")).strip("-")


def _read(name: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = yaml.safe_load(_DATA.joinpath(name).read_text("utf-8"))
    return content


def _chart(key: str, record: Mapping[str, str]) -> SizeChart:
    sizes = record["sizes"].split()
    columns = {name: [_range(text) for text in row.split()] for name, row in record.items() if name != "sizes"}
    rows = (
        SizeRow(size=size, body={name: column[at] for name, column in columns.items()}) for at, size in enumerate(sizes)
    )
    return SizeChart(key=key, rows=tuple(rows))


def _range(text: str) -> tuple[float, float]:
    low, high = text.split("-")
    return float(low), float(high)


def _product(code: str, record: Mapping[str, Any]) -> DemoProduct:
    return DemoProduct(
        external_id=slug(record["name"]),
        name=record["name"],
        description=record["description"],
        category=record["category"],
        audience=record.get("audience", "women"),
        collection=record["collection"],
        material=record["material"],
        fit=record.get("fit", ""),
        details={name: str(value) for name, value in record["details"].items()},
        occasions=tuple(record["occasions"]),
        goes_with=tuple(record["goes_with"]),
        size_chart=record.get("chart"),
        look=tuple(record["look"].split()),
        variants=tuple(_variants(code, record)),
    )


def _variants(code: str, record: Mapping[str, Any]) -> Iterator[DemoVariant]:
    sizes = [ONE_SIZE] if record["sizes"] == ONE_SIZE else str(record["sizes"]).split()
    for color, row in record["stock"].items():
        price, before = _price(record, color)
        for step, (size, stock) in enumerate(zip(sizes, str(row).split(), strict=True)):
            yield DemoVariant(
                sku=f"{code}-{slug(color)}-{slug(size)}".upper(),
                color=color,
                size=size,
                price_minor=price,
                compare_at_minor=before,
                stock=int(stock),
                measures=_measures(record, size, step),
            )


def _price(record: Mapping[str, Any], color: str) -> tuple[int, int | None]:
    """Price and old price in cents: a colour on sale beats a reduced product."""
    if color in record.get("sale", {}):
        return record["sale"][color] * 100, record["price"] * 100
    return record["price"] * 100, record["was"] * 100 if "was" in record else None


def _measures(record: Mapping[str, Any], size: str, step: int) -> dict[str, float]:
    """Garment measures; a product whose data has no lengths has not been measured, except shoes, which need none."""
    if "chart" not in record or ("lengths" not in record and record["category"] != "shoes"):
        return {}
    body = size_charts()[record["chart"]].body(size)
    stretch = record["details"].get("stretch", "")
    return measures(record["category"], record.get("fit", ""), stretch, body, record.get("lengths", {}), step)
