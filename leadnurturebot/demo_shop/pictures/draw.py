"""One picture for each product and colour."""

from collections.abc import Callable, Set

from leadnurturebot.demo_shop.catalogue.reading import slug
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct
from leadnurturebot.demo_shop.pictures.bags import draw_bag
from leadnurturebot.demo_shop.pictures.bottoms import denim, draw_skirt, draw_trousers
from leadnurturebot.demo_shop.pictures.dresses import draw_dress
from leadnurturebot.demo_shop.pictures.headwear import draw_hat, draw_scarf
from leadnurturebot.demo_shop.pictures.jackets import draw_jacket
from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, box, disc, oval
from leadnurturebot.demo_shop.pictures.palette import DARK, Colouring, brightness, colouring, ground, lighter
from leadnurturebot.demo_shop.pictures.shoes import draw_shoes
from leadnurturebot.demo_shop.pictures.tops import draw_top
from leadnurturebot.demo_shop.pictures.trinkets import draw_trinket

WIDTH, HEIGHT = 600, 750
_KINDS: dict[str, Callable[[Set[str], Colouring, str], Drawing]] = {
    "dress": draw_dress, "top": draw_top, "jacket": draw_jacket, "trousers": draw_trousers, "skirt": draw_skirt,
    "shoes": draw_shoes, "bag": draw_bag, "hat": draw_hat, "scarf": draw_scarf,
    "jewellery": draw_trinket, "belt": draw_trinket, "accessory": draw_trinket,
}  # fmt: skip


def draw(product: DemoProduct, color: str) -> str:
    """The picture of `product` in `color` as SVG. Raises KeyError for a colour without paint."""
    key = f"{product.external_id} {color}"
    paints = colouring(color)
    return framed(
        garment(product, color), ground(paints.accent if paints.print in ("stripe", "gingham") else paints.cloth, key)
    )


def garment(product: DemoProduct, color: str) -> Drawing:
    """The drawing alone, without ground, about the middle of a canvas of 600 by 750."""
    kind, *traits = product.look
    paints = colouring(color)
    if "denim" in traits:
        paints = denim(paints)
    drawing = _KINDS[kind](frozenset(traits), paints, f"{product.external_id} {color}")
    return drawing if brightness(paints.cloth) >= DARK else _chalked(drawing)


def _chalked(drawing: Drawing) -> Drawing:
    """On nearly black cloth, seams and folds are drawn in chalk instead of ink."""
    content = drawing.content.replace(f'stroke="{INK}"', 'stroke="#FFFFFF"')
    return Drawing(content.replace(f'fill="{INK}"', 'fill="#FFFFFF"'), drawing.bottom)


def framed(drawing: Drawing, tint: str) -> str:
    """An SVG page of `tint` with a soft shadow on the floor."""
    glow = disc(300, 384, 262, lighter(tint, 0.32))
    floor = oval(300, min(drawing.bottom + 22, 724), 158, 11, INK, 0.1)
    return page(f"{box(0, 0, WIDTH, HEIGHT, tint)}{glow}{floor}{drawing.content}", WIDTH, HEIGHT)


def page(content: str, width: int, height: int) -> str:
    """`content` as a complete SVG document."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{content}</svg>'


def picture_name(product: DemoProduct, color: str) -> str:
    """File name of the picture: "blue-floral-sundress--blue-floral.png"."""
    return f"{product.external_id}--{slug(color)}.png"
