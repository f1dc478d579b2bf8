"""A small catalogue, the same in every shop, with stock that no benchmark sells out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, SizeChartDraft, VariantDraft
from leadnurturebot.domain.catalogue import SizeRow

_WOMEN, _SHORT, _NUMBERS, _ONE = "XS S M L XL", "S M L", "10 12 14", "one size"
STOCK = 1_000_000


@dataclass(frozen=True, slots=True)
class _Goods:
    name: str
    category: str
    price: int
    sizes: str
    colors: str
    material: str
    fit: str = "regular"
    length: str = "to the hip"


_SHELF = (
    _Goods("Blue Floral Sundress", "dress", 49, _WOMEN, "blue floral", "light cotton", length="knee length"),
    _Goods("Sage Wrap Dress", "dress", 68, _WOMEN, "sage", "viscose", "loose", "midi"),
    _Goods("Linen Shirt Dress", "dress", 75, _WOMEN, "white blue", "linen", "loose", "knee length"),
    _Goods("Red Party Dress", "dress", 95, _SHORT, "red", "satin", "slim", "mini"),
    _Goods("Daisy Blouse", "blouse", 39, _SHORT, "white", "cotton", "loose"),
    _Goods("Ribbed Tank", "top", 18, _SHORT, "black white olive", "cotton", "slim"),
    _Goods("Breton Top", "top", 28, _WOMEN, "navy", "cotton"),
    _Goods("Wide-Leg Linen Trousers", "trousers", 58, _WOMEN, "sand black", "linen", "loose", "full length"),
    _Goods("High-Waist Jeans", "jeans", 64, "28 30 32 34", "indigo", "denim", "slim", "full length"),
    _Goods("Velvet Blazer", "blazer", 110, _NUMBERS, "burgundy black", "velvet"),
    _Goods("Corduroy Blazer", "blazer", 89, _NUMBERS, "burgundy", "cotton corduroy", "loose"),
    _Goods("Wool Cardigan", "cardigan", 72, _WOMEN, "cream grey", "merino wool", "loose"),
    _Goods("Pleated Skirt", "skirt", 54, _WOMEN, "green", "viscose", "regular", "midi"),
    _Goods("Canvas Tote", "bag", 25, _ONE, "natural", "canvas"),
    _Goods("Straw Sun Hat", "hat", 24, _ONE, "natural", "straw"),
    _Goods("Linen Bucket Hat", "hat", 19, _ONE, "sand", "linen"),
    _Goods("Silk Headscarf", "scarf", 32, _ONE, "ivory", "silk"),
)  # fmt: skip
_TWO_WORDS = {"blue floral": ("blue floral",)}


def size_chart() -> SizeChartDraft:
    """Body measures of the women's sizes in centimetres."""
    lowest = {"XS": (80, 62, 86), "S": (85, 68, 91), "M": (90, 74, 96), "L": (95, 80, 101), "XL": (101, 87, 107)}
    rows = [
        SizeRow(size=size, body={"bust": (bust, bust + 4), "waist": (waist, waist + 5), "hip": (hip, hip + 4)})
        for size, (bust, waist, hip) in lowest.items()
    ]
    return SizeChartDraft(name="women", rows=rows)


def products() -> Sequence[ProductDraft]:
    """Everything on sale: 17 products, about 90 variants."""
    return [_product(goods) for goods in _SHELF]


def _product(goods: _Goods) -> ProductDraft:
    code = "".join(word[0] for word in goods.name.replace("-", " ").split()) + str(goods.price)
    colors = _TWO_WORDS.get(goods.colors) or tuple(goods.colors.split())
    sizes = (goods.sizes,) if goods.sizes == _ONE else tuple(goods.sizes.split())
    return ProductDraft(
        external_id=goods.name.lower().replace(" ", "-"), name=goods.name, category=goods.category,
        material=goods.material, fit=goods.fit, details={"length": goods.length, "sizing": "true to size"},
        size_chart="women" if goods.sizes in (_WOMEN, _SHORT) else None,
        variants=[
            VariantDraft(sku=f"{code}-{color[:5]}-{size}", price=Decimal(goods.price), stock=STOCK, color=color, size=size)
            for color in colors for size in sizes
        ],
        images=[ImageDraft(file=f"shop/{code.lower()}-{position}.png", color=color) for position, color in enumerate(colors)],
    )  # fmt: skip
